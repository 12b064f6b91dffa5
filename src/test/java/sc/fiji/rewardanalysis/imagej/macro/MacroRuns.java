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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroText;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/** Runs macros on an image of dots; none of them may leave ImageJ other than it was. */
abstract class MacroRuns {

	/** Bright dots on a grid of 10 px, from (5, 5). */
	static final int SIZE = 60, STEP = 10;

	@BeforeAll
	static void begin() {
		// Without its window ImageJ is in batch mode from its first macro on.
		IJ.runMacro("a = 1;");
	}

	/** Of ImageJ without a display. */
	private final boolean batchMode = Interpreter.batchMode;

	/** Which other tests may have left. */
	private final int imagesBefore = Interpreter.getBatchModeImageCount();

	@AfterEach
	void nothingGoesOn() {
		assertNull(Interpreter.getInstance());
		assertEquals(batchMode, Interpreter.batchMode);
		assertEquals(imagesBefore, Interpreter.getBatchModeImageCount());
	}

	final ImagePlus image = dots();

	private static ImagePlus dots() {
		final FloatProcessor pixels = new FloatProcessor(SIZE, SIZE);
		for (int y = 5; y < SIZE; y += STEP)
			for (int x = 5; x < SIZE; x += STEP)
				pixels.setf(x, y, 100 + x);
		return new ImagePlus("dots", pixels);
	}

	final MacroOutcome run(final String macro) {
		return run(macro, MacroItems.AUTOMATIC, Progress.NONE);
	}

	final MacroOutcome run(final String macro, final MacroItems items, final Progress progress) {
		return new MacroRun(AnalysedImage.of(image), items, 0.7).run(MacroText.runnable(macro), progress);
	}
}
