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

package sc.fiji.rewardanalysis.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class RescalingTest {

	@ParameterizedTest
	@ValueSource(doubles = { 0.21, 0.5, 0.77, 1, 1.31, 2, 3.7 })
	void aSlopeStaysWhereItIs(final double factor) {
		final Rescaling rescaling = new Rescaling(factor);
		final Raster scaled = rescaling.apply(slope(90, 60), Progress.NONE);
		final int rim = (int) Math.ceil(3 * factor);
		for (int y = rim; y < scaled.height() - rim; y++)
			for (int x = rim; x < scaled.width() - rim; x++)
				assertEquals(3 * rescaling.back(x) - 2 * rescaling.back(y) + 5, scaled.at(x, y), 1e-3);
	}

	/** f(x + ½) − ½: the first pixel of twice as many lies a quarter before the old one. */
	@Test
	void pixelCentresAreIntegers() {
		assertEquals(-0.25, new Rescaling(2).back(0), 0);
		assertEquals(0.5, new Rescaling(0.5).back(0), 0);
		assertEquals(0.5, new Rescaling(2).forward(0), 0);
		for (final double f : new double[] { 0.3, 1, 2.4 })
			assertEquals(7.3, new Rescaling(f).back(new Rescaling(f).forward(7.3)), 1e-12);
	}

	/** The integral of the interpolated image over two pixels has an eighth of each neighbour. */
	@Test
	void halfAsManyPixelsAreMeans() {
		final Raster half = new Rescaling(0.5).apply(new Raster(new float[] { 0, 0, 8, 0, 0, 0 }, 6, 1),
			Progress.NONE);
		assertEquals(3, half.width());
		assertEquals(8 * 0.125 / 2, half.at(0, 0), 1e-6);
		assertEquals(8 * 0.875 / 2, half.at(1, 0), 1e-6);
		assertEquals(0, half.at(2, 0), 1e-6);
	}

	/** A column stays where it is, to a hundredth of a pixel. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.4, 0.77, 1.6 })
	void aGaussianStaysWhereItIs(final double factor) {
		final float[] values = new float[80 * 80];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) Math.exp(-(Math.pow(i % 80 - 38.37, 2) + Math.pow(i / 80 - 41.2, 2)) / 50);
		final Rescaling rescaling = new Rescaling(factor);
		final Raster scaled = rescaling.apply(new Raster(values, 80, 80), Progress.NONE);
		double sum = 0, x = 0, y = 0;
		for (int i = 0; i < scaled.values().length; i++) {
			sum += scaled.values()[i];
			x += scaled.values()[i] * (i % scaled.width());
			y += scaled.values()[i] * (i / scaled.width());
		}
		assertEquals(38.37, rescaling.back(x / sum), 0.01);
		assertEquals(41.2, rescaling.back(y / sum), 0.01);
	}

	@Test
	void anySizeIsTaken() {
		assertEquals(1, new Rescaling(0.1).apply(slope(2, 3), Progress.NONE).width());
		final Raster one = new Raster(new float[] { 4 }, 1, 1);
		assertEquals(4, new Rescaling(3).apply(one, Progress.NONE).at(2, 2), 1e-6);
		assertSame(one, new Rescaling(1).apply(one, Progress.NONE));
	}

	@Test
	void whatIsTooLargeIsRefused() {
		assertThrows(RewardAnalysisException.class, () -> new Rescaling(1e6).apply(slope(9, 9),
			Progress.NONE));
		assertThrows(RewardAnalysisException.class, () -> new Rescaling(0));
	}

	private static Raster slope(final int width, final int height) {
		final float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++)
			values[i] = 3 * (i % width) - 2 * (i / width) + 5;
		return new Raster(values, width, height);
	}
}
