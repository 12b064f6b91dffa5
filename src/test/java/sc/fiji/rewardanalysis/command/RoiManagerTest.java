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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Managers;

@NeedsDisplay
public class RoiManagerTest {

	private static final List<Roi> ROIS = List.of(new Roi(1, 2, 3, 4), new Roi(5, 6, 7, 8));

	@Test
	void atomsComeAfterWhatIsThere() throws Exception {
		final RoiManager manager = RoiManager.getRoiManager();
		try {
			final Roi mine = new Roi(1, 2, 3, 4);
			manager.addRoi(mine);
			final ImagePlus image = CommandImages.ybco();
			Commands.succeed(FindAtoms.class, "image", image);
			Commands.succeed(AtomsToRoiManager.class, "image", image);
			assertEquals(1 + AtomOverlay.count(image), manager.getCount());
			assertEquals(mine, manager.getRoi(0));
			assertEquals(AtomOverlay.ATOM, manager.getRoi(1).getStrokeColor());
			assertEquals("atom 1", manager.getRoi(1).getName());
		}
		finally {
			manager.close();
		}
	}

	/** A macro in batch mode has a manager without a window. */
	@Test
	void aMacroInBatchModeHasItsOwn() {
		final String add = "call(\"" + RoiManagerTest.class.getName() + ".add\");";
		// A macro that returns leaves ImageJ in batch mode.
		final String count = IJ.runMacro("setBatchMode(true);" + add + add +
			"count = roiManager(\"count\"); setBatchMode(false); return \"\" + count;");
		assertEquals("4", count);
		assertNull(RoiManager.getRawInstance(), "no window was opened");
	}

	/** Called by a macro. */
	public static void add() {
		Managers.add(new ImagePlus("test", new ByteProcessor(20, 20)), ROIS);
	}

	@Test
	void anInterruptCancels() throws Exception {
		final CountDownLatch busy = new CountDownLatch(1);
		EventQueue.invokeLater(() -> {
			try {
				busy.await();
			}
			catch (final InterruptedException exc) {
				throw new IllegalStateException(exc);
			}
		});
		try {
			Thread.currentThread().interrupt();
			assertThrows(CancellationException.class, RoiManagerTest::add);
			assertTrue(Thread.interrupted(), "who called is told");
		}
		finally {
			busy.countDown();
		}
		EventQueue.invokeAndWait(() -> assertNull(RoiManager.getInstance(), "it is not done later"));
	}
}
