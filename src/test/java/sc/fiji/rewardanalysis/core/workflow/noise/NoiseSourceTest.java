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

package sc.fiji.rewardanalysis.core.workflow.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;

class NoiseSourceTest {

	private static final int SIZE = 200;

	/** From 100 to 300: scaled, a ramp from 0 to 1. */
	private static double[] ramp() {
		final double[] pixels = new double[SIZE * SIZE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = 100 + 200.0 * (i % SIZE) / (SIZE - 1);
		return pixels;
	}

	private static NoiseSource source(final double[] pixels, final NoiseUnit unit, final long seed) {
		return new NoiseSource(ArrayImgs.doubles(pixels, SIZE, SIZE), Area.image(SIZE, SIZE), unit, 0.02,
			seed, Progress.NONE);
	}

	private static double[] values(final RandomAccessibleInterval<DoubleType> image) {
		return StreamSupport.stream(image.spliterator(), false).mapToDouble(DoubleType::get).toArray();
	}

	private static double[] noisy(final NoiseSource source, final double level, final int repeat) {
		return values(source.noisy(level, repeat, Progress.NONE));
	}

	@Test
	void theImageSpansZeroToOne() {
		final double[] clean = values(source(ramp(), NoiseUnit.STANDARD_DEVIATION, 1).clean());
		assertEquals(0, Arrays.stream(clean).min().getAsDouble());
		assertEquals(1, Arrays.stream(clean).max().getAsDouble());
		assertArrayEquals(clean, noisy(source(ramp(), NoiseUnit.STANDARD_DEVIATION, 1), 0, 1));
	}

	/** Mean 0, the standard deviation asked for, nothing clipped; within five standard errors. */
	@Test
	void gaussianNoiseHasItsStandardDeviation() {
		final NoiseSource source = source(ramp(), NoiseUnit.STANDARD_DEVIATION, 3);
		final double[] clean = values(source.clean());
		for (final double level : new double[] { 0.05, 1 }) {
			final double[] noise = noisy(source, level, 1);
			double sum = 0, squares = 0;
			for (int i = 0; i < noise.length; i++) {
				noise[i] -= clean[i];
				sum += noise[i];
				squares += noise[i] * noise[i];
			}
			final int n = noise.length;
			assertEquals(0, sum / n, 5 * level / Math.sqrt(n));
			assertEquals(1, Math.sqrt(squares / n) / level, 5 / Math.sqrt(2.0 * n));
		}
	}

	/** Of v·d electrons, variance v·d; 1 e/px is 2500 e/nm² at 0.02 nm/px. */
	@Test
	void shotNoiseHasTheVarianceOfItsDose() {
		final double dose = 40;
		final double[] perPixel = noisy(source(ramp(), NoiseUnit.ELECTRONS_PER_PIXEL, 3), dose, 1);
		final double[] perArea = noisy(source(ramp(), NoiseUnit.ELECTRONS_PER_AREA, 3), dose * 2500, 1);
		final double[] clean = values(source(ramp(), NoiseUnit.ELECTRONS_PER_PIXEL, 3).clean());
		for (final double[] noisy : new double[][] { perPixel, perArea }) {
			double pearson = 0;
			int n = 0;
			for (int i = 0; i < noisy.length; i++) {
				final double electrons = noisy[i] * dose, expected = clean[i] * dose;
				assertEquals(Math.rint(electrons), electrons, 1e-9);
				if (expected < 5) continue;
				pearson += Math.pow(electrons - expected, 2) / expected;
				n++;
			}
			assertEquals(1, pearson / n, 5 * Math.sqrt(2.0 / n));
		}
	}

	@Test
	void noiseFollowsFromSeedLevelAndRepeat() {
		final NoiseSource source = source(ramp(), NoiseUnit.STANDARD_DEVIATION, 3);
		final double[] third = noisy(source, 0.5, 3);
		noisy(source, 0.2, 1);
		assertArrayEquals(third, noisy(source, 0.5, 3));
		assertArrayEquals(third, noisy(source(ramp(), NoiseUnit.STANDARD_DEVIATION, 3), 0.5, 3));
		for (final double[] other : new double[][] { noisy(source, 0.5, 2), noisy(source, 0.6, 3), noisy(
			source(ramp(), NoiseUnit.STANDARD_DEVIATION, 4), 0.5, 3) })
		{
			double product = 0;
			final double[] clean = values(source.clean());
			for (int i = 0; i < third.length; i++)
				product += (third[i] - clean[i]) * (other[i] - clean[i]);
			// Independent: the mean of n products of standard deviations up to 0.5 and 0.6.
			assertEquals(0, product / third.length, 5 * 0.3 / Math.sqrt(third.length));
			assertNotEquals(third[0], other[0]);
		}
	}

	@Test
	void pixelsThatAreNoNumberStaySo() {
		final double[] pixels = ramp();
		pixels[77] = Double.NaN;
		for (final NoiseUnit unit : NoiseUnit.values()) {
			final double[] noisy = noisy(source(pixels, unit, 1), 10, 1);
			assertTrue(Double.isNaN(noisy[77]));
			assertEquals(1, Arrays.stream(noisy).filter(Double::isNaN).count());
		}
	}

	@Test
	void levelsGoFromLittleToMuch() {
		assertArrayEquals(new double[] { 0, 0.25, 0.5, 0.75, 1 }, NoiseLevels.gaussian(1, 4).values());
		assertArrayEquals(new double[] { 1000, 100, 10, 1 }, NoiseLevels.poisson(
			NoiseUnit.ELECTRONS_PER_PIXEL, 1000, 1, 3).values(), 1e-9);
		assertTrue(NoiseLevels.gaussian(1, 4).isClean(0));
		assertTrue(!NoiseLevels.gaussian(1, 4).isClean(1));
	}

	@Test
	void badLevelsAreRefused() {
		Complaints.assertRefused(() -> NoiseLevels.gaussian(0, 4), "noise_highest", "above 0");
		Complaints.assertRefused(() -> NoiseLevels.gaussian(Double.NaN, 4), "noise_highest");
		Complaints.assertRefused(() -> NoiseLevels.gaussian(1, 0), "noise_steps", "at least 1");
		Complaints.assertRefused(() -> NoiseLevels.gaussian(1, 2000), "noise_steps", "1000");
		Complaints.assertRefused(() -> NoiseLevels.poisson(NoiseUnit.ELECTRONS_PER_PIXEL, 1, 10, 3),
			"dose_lowest", "below");
		Complaints.assertRefused(() -> NoiseLevels.poisson(NoiseUnit.ELECTRONS_PER_PIXEL, 1, 0, 3),
			"dose_lowest");
		Complaints.assertRefused(() -> new NoiseLevels(NoiseUnit.STANDARD_DEVIATION, new double[] { 0.2,
			0.1 }), "from little to much");
		Complaints.assertRefused(() -> source(new double[SIZE * SIZE], NoiseUnit.ELECTRONS_PER_PIXEL, 1),
			"constant");
	}
}
