/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.rewardanalysis.imagej.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import ij.gui.Overlay;
import ij.macro.Interpreter;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;

class MacroRunTest extends MacroRuns {

	private static final String MARK = "makePoint(5, 5);";

	@Test
	void areasOfTheOverlayAreAtoms() {
		final MacroOutcome found = run("makeOval(10, 20, 11, 11); Overlay.addSelection; makeRectangle(30, 30, 5, 7);" +
			"Overlay.addSelection;", MacroItems.OVERLAY, Progress.NONE);
		assertEquals("the overlay", found.origin());
		assertEquals(15, found.atoms().get(0).x(), 1e-9);
		assertEquals(25, found.atoms().get(0).y(), 1e-9);
		assertEquals(32, found.atoms().get(1).x(), 1e-9);
		assertEquals(33, found.atoms().get(1).y(), 1e-9);
	}

	@Test
	void errorsAreToldWithTheirLine() {
		assertRefused(() -> run("a = 1;\nb = c;\n"), "line 2", "Undefined variable");
		assertRefused(() -> run("a = (1;"), "line 1", "')' expected");
		assertRefused(() -> run("for (i=0; i<3; i++) {\n\tx = newArray(2);\n\ty = x[i];\n}"), "line 3");
		assertEquals(1, run(MARK).atoms().size(), "the next one runs");
	}

	@Test
	void endlessLoopsAreStopped() {
		assertRefused(() -> run("while (true) { a = 1; }"), "still ran after 0.7 s", "seconds_limit");
		assertRefused(() -> run("while (true);"), "still ran");
		assertRefused(() -> run("wait(100000);"), "still ran");
		assertNull(Interpreter.getInstance());
	}

	@Test
	void cancelledMacrosEnd() {
		final AtomicInteger asked = new AtomicInteger(), told = new AtomicInteger();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				if (message.contains("has run for")) told.incrementAndGet();
			}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() > 3;
			}
		};
		assertThrows(CancellationException.class, () -> run("while (true) { a = 1; }", MacroItems.AUTOMATIC,
			progress));
		assertTrue(told.get() > 0, "so that there is a window with Cancel");
		assertEquals(1, run(MARK).atoms().size(), "the next one runs");
	}
}
