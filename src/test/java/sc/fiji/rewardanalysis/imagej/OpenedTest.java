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

package sc.fiji.rewardanalysis.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;

/** As in Fiji a command runs on another thread than the macro that waits for it. */
public class OpenedTest {

	@AfterEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
	}

	/** Called by the macro. */
	public static String open() {
		CompletableFuture.runAsync(() -> Opened.show(new ImagePlus("second", new ByteProcessor(4, 4))))
			.join();
		return WindowManager.getCurrentImage().getTitle();
	}

	@Test
	void itIsTheMacrosActiveImageThoughAnotherWasOpenedBefore() {
		WindowManager.setTempCurrentImage(new ImagePlus("first", new ByteProcessor(4, 4)));
		final String title = new Interpreter().run("return call(\"" + OpenedTest.class.getName() +
			".open\");", "");
		assertEquals("second", title);
	}

	/** It will run other commands, after the macro has selected another image. */
	@Test
	void theCommandsThreadHasNoImageOfItsOwnAfterwards() {
		final boolean batch = Interpreter.batchMode;
		try {
			Interpreter.batchMode = true;
			Opened.show(new ImagePlus("second", new ByteProcessor(4, 4)));
			assertNull(WindowManager.getTempCurrentImage());
		}
		finally {
			Interpreter.batchMode = batch;
		}
	}

	/** As {@code IJ.run(image, …)} and a macro's {@code selectImage} leave it. */
	@Test
	void theImageOfTheCallerIsTakenInsteadOfAnOlderOne() throws InterruptedException {
		WindowManager.setTempCurrentImage(new ImagePlus("selected", new ByteProcessor(4, 4)));
		final Thread caller = Thread.currentThread();
		final List<String> titles = new ArrayList<>();
		final Thread pooled = new Thread(() -> {
			WindowManager.setTempCurrentImage(new ImagePlus("older", new ByteProcessor(4, 4)));
			CurrentImage.take(caller);
			titles.add(WindowManager.getCurrentImage().getTitle());
			WindowManager.setTempCurrentImage(caller, null);
			CurrentImage.take(caller);
			titles.add(String.valueOf(WindowManager.getTempCurrentImage()));
		});
		pooled.start();
		pooled.join();
		assertEquals(List.of("selected", "null"), titles);
	}
}
