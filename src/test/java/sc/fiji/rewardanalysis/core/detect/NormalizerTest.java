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
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;

class NormalizerTest {

	private static final Area SMALL = Area.image(3, 2);

	private static Img<DoubleType> image(final double... values) {
		return ArrayImgs.doubles(values, 3, 2);
	}

	private static double[] values(final RandomAccessibleInterval<DoubleType> image) {
		final double[] values = new double[(int) (image.dimension(0) * image.dimension(1))];
		final Cursor<DoubleType> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().get();
		return values;
	}

	private static double[] normalized(final double[] values, final Area area,
		final Normalization unit, final Contrast contrast)
	{
		return values(Normalizer.normalize(image(values.clone()), area, unit, contrast));
	}

	@Test
	void minMaxGoesFromZeroToOne() {
		final double[] values = { 2, 4, 6, 8, 10, 12 };
		assertArrayEquals(new double[] { 0, 0.2, 0.4, 0.6, 0.8, 1 }, normalized(values, SMALL,
			Normalization.MIN_MAX, Contrast.BRIGHT), 1e-15);
		assertArrayEquals(new double[] { 1, 0.8, 0.6, 0.4, 0.2, 0 }, normalized(values, SMALL,
			Normalization.MIN_MAX, Contrast.DARK), 1e-15);
	}

	@Test
	void noneLeavesGreyValuesButForTheirSign() {
		final double[] values = { 2, 4, 6, 8, 10, 12 };
		assertArrayEquals(values, normalized(values, SMALL, Normalization.NONE, Contrast.BRIGHT));
		assertArrayEquals(Arrays.stream(values).map(v -> -v).toArray(), normalized(values, SMALL,
			Normalization.NONE, Contrast.DARK));
	}

	@Test
	void theSourceIsUnchanged() {
		final Img<DoubleType> source = image(1, 2, 3, 4, 5, 6);
		Normalizer.normalize(source, SMALL, Normalization.MIN_MAX, Contrast.DARK);
		assertArrayEquals(new double[] { 1, 2, 3, 4, 5, 6 }, values(source));
	}

	/** The masked pixel 100 counts for nothing, but is transformed like the others. */
	@Test
	void statisticsAreTakenInTheAreaAlone() {
		final Area area = Area.mask(new boolean[] { true, true, true, true, true, false }, 3, 2);
		assertArrayEquals(new double[] { 0, 0.25, 0.5, 0.75, 1, 25 }, normalized(new double[] { 0, 1, 2,
			3, 4, 100 }, area, Normalization.MIN_MAX, Contrast.BRIGHT), 1e-15);
	}

	@Test
	void anIntervalMayBeginAnywhere() {
		final var part = Views.interval(ArrayImgs.doubles(new double[] { 9, 9, 9, 9, 0, 1, 9, 2, 4 }, 3,
			3), new long[] { 1, 1 }, new long[] { 2, 2 });
		final RandomAccessibleInterval<DoubleType> n = Normalizer.normalize(part, Area.image(2, 2), Normalization.MIN_MAX,
			Contrast.BRIGHT);
		assertArrayEquals(new double[] { 0, 0.25, 0.5, 1 }, values(n), 1e-15);
		assertEquals(0, n.min(0));
	}

	/** White noise of known σ on a curved ground, half of the image masked away. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.01, 1, 300 })
	void theNoiseUnitIsTheStandardDeviationOfWhiteNoise(final double sd) {
		final int n = 200;
		final Random random = new Random(11);
		final double[] pixels = new double[n * n];
		final boolean[] mask = new boolean[n * n];
		for (int i = 0; i < pixels.length; i++) {
			final double x = i % n / 50.0, y = i / n / 50.0;
			mask[i] = i % n < n / 2;
			pixels[i] = (mask[i] ? sd : 9 * sd) * random.nextGaussian() + sd * (x * x - y * x + 3 * y);
		}
		assertEquals(sd, noise(pixels, n, Area.mask(mask, n, n)), 0.05 * sd);
	}

	@Test
	void theNoiseUnitPutsTheMedianAtZero() {
		final int n = 101;
		final Random random = new Random(12);
		final double[] pixels = random.doubles(n * n).map(v -> 1000 + 4 * random.nextGaussian())
			.toArray();
		for (final Contrast contrast : Contrast.values()) {
			final double[] unit = values(Normalizer.normalize(ArrayImgs.doubles(pixels.clone(), n, n), Area
				.image(n, n), Normalization.NOISE, contrast));
			final int i = 5000;
			final double before = pixels[i] - pixels[i + 1], after = unit[i] - unit[i + 1];
			assertEquals(contrast == Contrast.DARK ? -4 : 4, before / after, 0.2);
			Arrays.sort(unit);
			assertEquals(0, unit[unit.length / 2], 1e-12);
		}
	}

	private static double noise(final double[] pixels, final int n, final Area area) {
		return new PixelStatistics(ArrayImgs.doubles(pixels, n, n), area, Progress.NONE).noise();
	}

	/** 0, 2, 4, 10 are finite: median 3. The infinite pixel and the NaN count for nothing. */
	@Test
	void whatIsNotFiniteBecomesTheMedian() {
		final double[] values = { 0, Double.NaN, 2, 4, Double.NEGATIVE_INFINITY, 10 };
		assertArrayEquals(new double[] { 0, 0.3, 0.2, 0.4, 0.3, 1 }, normalized(values, SMALL,
			Normalization.MIN_MAX, Contrast.BRIGHT), 1e-15);
		assertArrayEquals(new double[] { 0, -3, -2, -4, -3, -10 }, normalized(values, SMALL,
			Normalization.NONE, Contrast.DARK), 1e-15);
	}

	/** Images above 4096² px are views: the same values, on demand. */
	@Test
	void largeImagesAreTransformedAlike() {
		final int width = 4096 * 4096 / 8 + 1;
		final byte[] pixels = new byte[8 * width];
		new Random(13).nextBytes(pixels);
		pixels[0] = 0;
		pixels[1] = -1;
		final RandomAccessibleInterval<DoubleType> n = Normalizer.normalize(ArrayImgs.unsignedBytes(
			pixels, width, 8), Area.image(width, 8), Normalization.MIN_MAX, Contrast.DARK);
		for (int x = 0; x < width; x += 997)
			assertEquals(1 - (pixels[5 * width + x] & 255) / 255.0, n.getAt(x, 5).get());
	}

	@Test
	void whatCannotBeNormalizedIsSaidWithAWayOut() {
		final Area image = Area.image(4, 4);
		assertRefused(() -> normalize(ArrayImgs.doubles(4, 4), image, Normalization.MIN_MAX),
			"constant", "choose");
		final Img<DoubleType> holes = ArrayImgs.doubles(4, 4);
		holes.randomAccess().get().set(1);
		final boolean[] corner = new boolean[16];
		corner[0] = true;
		holes.getAt(0, 0).set(Double.NaN);
		assertRefused(() -> normalize(holes, Area.mask(corner, 4, 4), Normalization.MIN_MAX),
			"no pixel that is a finite number", "choose");
		assertRefused(() -> normalize(ArrayImgs.doubles(4, 4, 2), image, Normalization.MIN_MAX),
			"3 dimensions", "choose one slice");
		assertRefused(() -> Normalizer.normalize(Views.interval(holes, new long[] { 0, 0 }, new long[] {
			-1, 3 }), image, Normalization.MIN_MAX, Contrast.BRIGHT), "empty");
		final Img<DoubleType> fine = ArrayImgs.doubles(4, 4);
		fine.getAt(0, 0).set(1);
		assertRefused(() -> normalize(fine, Area.mask(new boolean[16], 4, 4), Normalization.MIN_MAX),
			"empty", "larger selection");
		assertRefused(() -> normalize(fine, image, Normalization.NOISE), "noise",
			"choose the normalization min-max");
		assertRefused(() -> noise(new double[4], 2, Area.image(2, 2)), "2 x 2", "3 x 3");
	}

	private static void normalize(final Img<DoubleType> image, final Area area,
		final Normalization unit)
	{
		Normalizer.normalize(image, area, unit, Contrast.BRIGHT);
	}
}
