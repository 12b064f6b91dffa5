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

package sc.fiji.rewardanalysis.core.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.Reference;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;

class PreparationTest {

	private static final int WIDTH = 31, HEIGHT = 23;

	private static double[] values(final RandomAccessibleInterval<DoubleType> image) {
		final double[] values = new double[(int) image.size()];
		final Cursor<DoubleType> cursor = image.cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().get();
		return values;
	}

	private static double[] filtered(final double[] pixels, final int width, final double background,
		final double denoise)
	{
		return values(new Preparation(background, denoise, Contrast.BRIGHT).filtered(ArrayImgs.doubles(
			pixels.clone(), width, pixels.length / width), Progress.NONE));
	}

	private static double[] reference(final String name) {
		return Arrays.stream(Reference.csv("gaussian/" + name + ".csv")).flatMapToDouble(Arrays::stream)
			.toArray();
	}

	private static double[] noise(final int n, final long seed) {
		return new Random(seed).doubles(n).map(v -> 90 + 20 * v).toArray();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.8, 2.5, 7.5 })
	void narrowBlursAreThoseOfScipy(final double sigma) {
		assertArrayEquals(reference("sigma_" + sigma), filtered(reference("input"), WIDTH, 0, sigma),
			1e-9);
	}

	/** The values go from 90 to 110; 1.3e-4 of that is what the kernels' ends may cost. */
	@ParameterizedTest
	@ValueSource(doubles = { 12, 25 })
	void wideBlursAreThoseOfAnUntruncatedGaussian(final double sigma) {
		final double[] image = reference("input");
		final double[] blurred = reference("sigma_" + sigma);
		final double[] expected = new double[image.length];
		Arrays.setAll(expected, i -> image[i] - blurred[i]);
		assertArrayEquals(expected, filtered(image, WIDTH, sigma, 0), 1.3e-4 * 20);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.8, 2.5, 7.5, 12, 25 })
	void leavesOutWhatIsNoNumber(final double sigma) {
		final double[] image = reference("input"), missing = reference("missing");
		final double[] expected = reference("normalised_" + sigma);
		for (int i = 0; i < image.length; i++)
			if (missing[i] == 1) image[i] = expected[i] = i % 2 == 0 ? Double.NaN
				: Double.NEGATIVE_INFINITY;
		assertArrayEquals(expected, filtered(image, WIDTH, 0, sigma), sigma < GaussianBlur.WIDE ? 1e-9
			: 1.3e-4 * 20);
	}

	@Test
	void whatHoldsNoNumberStaysSo() {
		final double[] nothing = new double[60];
		Arrays.fill(nothing, Double.NaN);
		assertArrayEquals(nothing, filtered(nothing, 10, 3, 1));
	}

	/** Of a point: the kernel, whose weights, mean and variance are known. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.8, 3, 8, 20, 50 })
	void spreadsAPointToAGaussian(final double sigma) {
		final int width = 2 * (int) (6 * sigma) + 1, centre = width / 2;
		final double[] point = new double[width * 3];
		point[width + centre] = 1;
		// Mirrored at a height of 3, columns are all but averaged; so add them up.
		final double[] blurred = filtered(point, width, 0, sigma);
		double sum = 0, variance = 0;
		for (int x = 0; x < width; x++) {
			final double v = blurred[x] + blurred[width + x] + blurred[2 * width + x];
			final double r = x - centre;
			assertEquals(Math.exp(-0.5 * r * r / (sigma * sigma)) / (Math.sqrt(2 * Math.PI) * sigma), v,
				2e-4 / sigma);
			sum += v;
			variance += r * r * v;
		}
		assertEquals(1, sum, 1e-12);
		assertEquals(sigma * sigma, variance, 2e-3 * sigma * sigma);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1.5, 9, 25 })
	void aConstantHasNoBackgroundLeft(final double sigma) {
		final double[] constant = new double[700];
		Arrays.fill(constant, 1234.56789);
		assertArrayEquals(new double[700], filtered(constant, 28, sigma, 0));
		assertArrayEquals(constant, filtered(constant, 28, 0, sigma));
		constant[100] = Double.NaN;
		final double[] zero = new double[700];
		zero[100] = Double.NaN;
		assertArrayEquals(zero, filtered(constant, 28, sigma, 0));
	}

	/** A symmetric kernel leaves a ramp as it is; the mirror bends it near the border. */
	@ParameterizedTest
	@ValueSource(doubles = { 4, 12 })
	void aRampIsBackground(final double sigma) {
		final int width = 160, height = 130, reach = (int) (8 * sigma);
		final double[] ramp = new double[width * height];
		Arrays.setAll(ramp, i -> 3 + 0.25 * (i % width) - 0.5 * (i / width));
		final double[] left = filtered(ramp, width, sigma, 0);
		boolean seen = false;
		for (int y = 0; y < height; y++)
			for (int x = reach; x < width - reach; x++)
				if (y >= reach && y < height - reach) {
					seen = true;
					assertEquals(0, left[y * width + x], 1e-11);
				}
		assertEquals(reach < height / 2, seen);
		// At the border, half a pixel from the mirror, the mean of |z + ½| − ½ is left, z normal.
		final double[] along = new double[width * 5];
		Arrays.setAll(along, i -> 0.25 * (i % width));
		assertEquals(-0.25 * (sigma * Math.sqrt(2 / Math.PI) * (1 + 1 / (8 * sigma * sigma)) - 0.5),
			filtered(along, width, sigma, 0)[0], 5e-4 * sigma);
	}

	/** A wave of length L keeps 1 − exp(−2π²b²/L²) of its height; a multiple of L mirrors well. */
	@Test
	void wavesPassByTheirLength() {
		final int width = 240;
		for (final double length : new double[] { 30, 60, 120 }) {
			final double[] wave = new double[width * 7];
			Arrays.setAll(wave, i -> Math.cos(2 * Math.PI * (i % width + 0.5) / length));
			final double kept = 1 - Math.exp(-2 * Math.pow(Math.PI * 15 / length, 2));
			final double[] expected = Arrays.stream(wave).map(v -> kept * v).toArray();
			assertArrayEquals(expected, filtered(wave, width, 15, 0), 2e-4);
		}
	}

	/** Away from the border the variance falls by Σw², about 1/(4πσ²). */
	@ParameterizedTest
	@ValueSource(doubles = { 1, 2, 3 })
	void denoisingReducesTheVarianceOfWhiteNoise(final double sigma) {
		final int size = 400, rim = 12;
		final Random random = new Random(5);
		final double[] noise = random.doubles(size * size).map(v -> random.nextGaussian()).toArray();
		final double[] left = filtered(noise, size, 0, sigma);
		double squares = 0;
		int n = 0;
		for (int y = rim; y < size - rim; y++)
			for (int x = rim; x < size - rim; x++, n++)
				squares += left[y * size + x] * left[y * size + x];
		final double[] half = GaussianKernel.gaussian(sigma);
		final double line = 2 * Arrays.stream(half).map(w -> w * w).sum() - half[0] * half[0];
		// The smoothed pixels are 4πσ² times fewer independent ones.
		final double spread = Math.sqrt(2.0 / n * 2 * Math.PI * sigma * sigma);
		assertEquals(1, squares / n / (line * line), 4 * spread);
		assertEquals(1 / (4 * Math.PI * sigma * sigma), line * line, 1e-3);
	}

	@ParameterizedTest
	@EnumSource(value = Normalization.class, names = { "MIN_MAX", "NONE" })
	void invertingTwiceChangesNothing(final Normalization unit) {
		final Preparation dark = Preparation.of(Contrast.DARK);
		final Area area = Area.image(WIDTH, HEIGHT);
		final Img<DoubleType> image = ArrayImgs.doubles(noise(WIDTH * HEIGHT, 3), WIDTH, HEIGHT);
		final RandomAccessibleInterval<DoubleType> once = dark.normalized(image, area, unit, Progress.NONE);
		assertArrayEquals(values(Preparation.of(Contrast.BRIGHT).normalized(image, area, unit,
			Progress.NONE)), values(dark.normalized(once, area, unit, Progress.NONE)), 1e-15);
	}

	/** The filters are linear, so it doesn't matter when the image is inverted. */
	@ParameterizedTest
	@EnumSource(Normalization.class)
	void aDarkImageIsThatOfItsNegative(final Normalization unit) {
		final double[] pixels = noise(WIDTH * HEIGHT, 4);
		final double[] negative = Arrays.stream(pixels).map(v -> -v).toArray();
		final Area area = Area.image(WIDTH, HEIGHT);
		final RandomAccessibleInterval<DoubleType> bright = new Preparation(9, 1.2, Contrast.BRIGHT).normalized(ArrayImgs
			.doubles(pixels, WIDTH, HEIGHT), area, unit, Progress.NONE);
		final RandomAccessibleInterval<DoubleType> dark = new Preparation(9, 1.2, Contrast.DARK).normalized(ArrayImgs
			.doubles(negative, WIDTH, HEIGHT), area, unit, Progress.NONE);
		assertArrayEquals(values(bright), values(dark), 1e-11);
	}

	/** Of a column A·exp(−r²/2s²): 2As²t² [1/(s² + d² + t²)² − 1/(s² + d² + b² + t²)²] at scale t. */
	@Test
	void theResponseOfAColumnIsTheOneDocumented() {
		final int size = 161, centre = 80;
		final double a = 0.7, s = 3;
		final double[] column = new double[size * size];
		Arrays.setAll(column, i -> a * Math.exp(-(Math.pow(i % size - centre, 2) + Math.pow(i / size -
			centre, 2)) / (2 * s * s)));
		for (final double b : new double[] { 0, 12, 20 })
			for (final double d : new double[] { 0, 1.5, 2.5 })
				for (final double t : new double[] { 2.5, 4 }) {
					final double narrow = s * s + d * d + t * t, wide = narrow + b * b;
					final double expected = 2 * a * s * s * t * t * (1 / (narrow * narrow) - (b == 0 ? 0 : 1 /
						(wide * wide)));
					final Img<DoubleType> image = new Preparation(b, d, Contrast.BRIGHT).filtered(ArrayImgs
						.doubles(column.clone(), size, size), Progress.NONE);
					assertEquals(expected, ScaleSpace.of(image, new double[] { t }, Progress.NONE).responses()[0],
						2e-3 * expected);
				}
	}

	@Test
	void withoutFiltersItIsTheNormalizer() {
		final Img<DoubleType> image = ArrayImgs.doubles(noise(WIDTH * HEIGHT, 6), WIDTH, HEIGHT);
		final Area area = Area.image(WIDTH, HEIGHT);
		for (final Contrast contrast : Contrast.values())
			for (final Normalization unit : Normalization.values())
				assertArrayEquals(values(Normalizer.normalize(image, area, unit, contrast)), values(
					Preparation.of(contrast).normalized(image, area, unit, Progress.NONE)));
	}

	@Test
	void subtractsFirstThenDenoises() {
		final double[] image = noise(WIDTH * HEIGHT, 7);
		assertArrayEquals(filtered(filtered(image, WIDTH, 6, 0), WIDTH, 0, 1.5), filtered(image, WIDTH,
			6, 1.5));
	}

	@Test
	void readsWhateverLiesInTheWindow() {
		final double[] image = noise(WIDTH * HEIGHT, 8);
		final Img<DoubleType> larger = ArrayImgs.doubles(50, 40);
		final var window = Views.interval(larger, new long[] { 7, 5 }, new long[] { 7 + WIDTH - 1, 5 +
			HEIGHT - 1 });
		final Cursor<DoubleType> cursor = Views.flatIterable(window).cursor();
		for (final double v : image)
			cursor.next().set(v);
		assertArrayEquals(filtered(image, WIDTH, 10, 1), values(new Preparation(10, 1, Contrast.BRIGHT)
			.filtered(window, Progress.NONE)));
	}

	@Test
	void theNumberOfThreadsChangesNothing() {
		final double[] image = noise(97 * 61, 9);
		image[500] = Double.NaN;
		final double[] one = Parallelization.runSingleThreaded(() -> filtered(image, 97, 20, 1.3));
		for (final int threads : new int[] { 2, 3, 7 })
			assertArrayEquals(one, Parallelization.runWithNumThreads(threads, () -> filtered(image, 97, 20,
				1.3)));
	}

	@Test
	void cancels() {
		final AtomicInteger asked = new AtomicInteger();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				assertTrue(fraction >= 0 && fraction <= 1);
			}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() > 20;
			}
		};
		assertThrows(CancellationException.class, () -> new Preparation(30, 2, Contrast.BRIGHT).filtered(
			ArrayImgs.doubles(500, 500), progress));
		assertTrue(asked.get() < 200, "rows are left out once it was cancelled");
	}

	@Test
	void refusesWhatIsNoWidth() {
		assertRefused(() -> new Preparation(-1, 0, Contrast.BRIGHT), "background_sigma");
		assertRefused(() -> new Preparation(0, Double.NaN, Contrast.BRIGHT), "denoise_sigma");
		assertRefused(() -> new Preparation(2, 2, Contrast.BRIGHT), "smoother");
		assertRefused(() -> new Preparation(0, 0, null), "contrast");
		assertRefused(() -> new Preparation(33, 0, Contrast.BRIGHT).filtered(ConstantUtils
			.constantRandomAccessibleInterval(new DoubleType(), new FinalInterval(70_000, 70_000)),
			Progress.NONE), "4900000000 pixels");
		assertRefused(() -> new Preparation(33, 0, Contrast.BRIGHT).filtered(ArrayImgs.doubles(32, 8),
			Progress.NONE), "background_sigma");
	}
}
