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

package sc.fiji.rewardanalysis.core.refine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.Progress;

/** The variance as a function of the intensity, from images whose noise is known. */
class NoiseModelTest {

	private static final int SIZE = 400;

	private static double[] columns() {
		return PeakImages.expected(SIZE, SIZE, 20, PeakImages.grid(25, 25, 16, 3, 200, 1));
	}

	/** Counts × gain + zero level + read-out noise: the line follows. */
	@ParameterizedTest
	@CsvSource({ "1, 0, 0", "0.01, -3, 0", "-2, 100, 0", "1, 0, 10" })
	void shotNoiseOfAnyGain(final double gain, final double zero, final double read) {
		final double[] pixels = PeakImages.poisson(columns(), 2);
		final Random random = new Random(3);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = gain * (pixels[i] + read * random.nextGaussian()) + zero;
		final NoiseModel model = NoiseModel.estimate(PeakImages.image(pixels, SIZE), Progress.NONE);
		for (final double counts : new double[] { 25, 100, 200 })
			assertEquals(1, model.variance(gain * counts + zero) / (gain * gain * (counts + read * read)),
				0.15);
	}

	@Test
	void thereIsAlwaysSomeVariance() {
		final NoiseModel none = NoiseModel.estimate(PeakImages.image(columns(), SIZE), Progress.NONE);
		assertTrue(none.variance(100) > 0 && none.variance(100) < 1e-3);
		assertTrue(none.variance(-1e9) > 0 && none.variance(1e9) > 0);
		final NoiseModel flat = NoiseModel.estimate(PeakImages.image(new double[10000], 100),
			Progress.NONE);
		assertTrue(flat.variance(0) > 0);
		assertTrue(NoiseModel.estimate(PeakImages.image(new double[9], 3), Progress.NONE).variance(
			0) > 0);
	}

	@Test
	void hotPixelsDontCount() {
		final double[] pixels = PeakImages.poisson(columns(), 2);
		for (int i = 0; i < 6; i++)
			pixels[17 + 23 * i + SIZE * (31 + 57 * i)] = 1e5;
		final NoiseModel model = NoiseModel.estimate(PeakImages.image(pixels, SIZE), Progress.NONE);
		assertEquals(1, model.variance(100) / 100, 0.25);
	}
}
