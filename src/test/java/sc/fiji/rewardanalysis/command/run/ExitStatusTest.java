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

package sc.fiji.rewardanalysis.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;

import sc.fiji.rewardanalysis.command.CommandImages;
import sc.fiji.rewardanalysis.command.FindAtoms;

class ExitStatusTest {

	private static StackTraceElement[] calls(final String... calls) {
		final StackTraceElement[] elements = new StackTraceElement[calls.length];
		for (int i = 0; i < calls.length; i++) {
			final int dot = calls[i].lastIndexOf('.');
			elements[i] = new StackTraceElement(calls[i].substring(0, dot), calls[i].substring(dot + 1),
				null, -1);
		}
		return elements;
	}

	@Test
	void onlyWhatFijisLauncherStartedIsEnded() {
		assertTrue(ExitStatus.isMain(calls("org.scijava.Context.dispose", "org.scijava.AbstractGateway.launch",
			"net.imagej.Main.main", "org.scijava.launcher.ClassLauncher.main")));
		assertFalse(ExitStatus.isMain(calls("org.scijava.Context.dispose", "net.imagej.Main.launch",
			"my.Program.main")), "of another program");
		assertFalse(ExitStatus.isMain(Thread.currentThread().getStackTrace()), "of a test");
	}

	/** That this test goes on afterwards is part of it. */
	@Test
	void aFailureIsRememberedAndEndsNoOtherProgram() throws Exception {
		final ExitStatus status;
		try (Context context = new Context(CommandService.class, ExitStatus.class)) {
			status = context.service(ExitStatus.class);
			assertFalse(status.isFailed());
			context.service(CommandService.class).run(FindAtoms.class, true, Map.of("image", CommandImages
				.ybco(), "threshold", 0.1)).get();
			assertFalse(status.isFailed());
			context.service(CommandService.class).run(FindAtoms.class, true, Map.of("image", CommandImages
				.ybco(), "threshold", -1.0)).get();
			assertTrue(status.isFailed());
		}
		assertEquals(true, status.isFailed());
	}
}
