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

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class LogDetectorTest {

	private static final int WIDTH = 131, HEIGHT = 94;
	private static final double[] SIGMAS = { 1.2, 2, 2.9, 4.1, 4.1, 5 };
	private static final LogParameters EVERYTHING = new LogParameters(1, 2, 2, 0, 1);
	private static final long PLENTY = 1L << 28;

	/** Images that are hard in different ways. */
	enum Hard {
			NOISE(1, 0), LATTICE(0.1, 0), OFFSET(1, 1e6), FAINT(1e-9, 0), EIGHT_BIT(40, 0) {

				@Override
				double value(final int x, final int y, final Random random) {
					return Math.rint(super.value(x, y, random));
				}
			},
			/** Symmetric and flat: nearly every comparison is a tie. */
			CHECKS(0, 0) {

				@Override
				double value(final int x, final int y, final Random random) {
					return (x / 16 + y / 16) % 2;
				}
			},
			ONE_BRIGHT_PIXEL(0, 0) {

				@Override
				double value(final int x, final int y, final Random random) {
					return x == 60 && y == 0 ? 65_535 : 0.1;
				}
			};

		private final double noise, offset;

		Hard(final double noise, final double offset) {
			this.noise = noise;
			this.offset = offset;
		}

		double value(final int x, final int y, final Random random) {
			final double columns = Math.cos(0.6 * x) * Math.cos(0.6 * y);
			return offset + noise * random.nextGaussian() + (noise < 1 ? columns * columns : 0);
		}

		Img<DoubleType> image() {
			final Random random = new Random(17);
			final double[] pixels = new double[WIDTH * HEIGHT];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = value(i % WIDTH, i / WIDTH, random);
			return ArrayImgs.doubles(pixels, WIDTH, HEIGHT);
		}
	}

	/** By definition: all responses in double precision, each compared with all neighbours. */
	private static List<Blob> byDefinition(final Img<DoubleType> image, final double floor) {
		final ImageTile tile = ImageTile.read(image, 0, 0, WIDTH, HEIGHT, 20, new Buffers(), Progress.NONE);
		final double[][] planes = DoubleStream.of(SIGMAS).mapToObj(s -> new LogFilter(s).responses(tile,
			0, 0, WIDTH, HEIGHT)).toArray(double[][]::new);
		final List<Blob> maxima = new ArrayList<>();
		for (int s = 0; s < planes.length; s++)
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++) {
					final double v = planes[s][y * WIDTH + x];
					if (v > floor && v >= largest(planes, s, x, y)) maxima.add(new Blob(x, y, SIGMAS[s], v));
				}
		// A stable sort: at equal response they stay in the order of scale, row, column.
		maxima.sort(Comparator.comparingDouble(Blob::response).reversed());
		return maxima;
	}

	private static double largest(final double[][] planes, final int scale, final int x,
		final int y)
	{
		double largest = Double.NEGATIVE_INFINITY;
		for (int s = Math.max(0, scale - 1); s <= Math.min(planes.length - 1, scale + 1); s++)
			for (int j = Math.max(0, y - 1); j <= Math.min(HEIGHT - 1, y + 1); j++)
				for (int i = Math.max(0, x - 1); i <= Math.min(WIDTH - 1, x + 1); i++)
					largest = Math.max(largest, planes[s][j * WIDTH + i]);
		return largest;
	}

	private static List<Blob> found(final LogDetector detector, final double floor) {
		return detector.scaleSpace(SIGMAS, floor, Progress.NONE).peaks(EVERYTHING.withThreshold(
			floor));
	}

	@ParameterizedTest
	@EnumSource
	void findsTheMaximaOfDoublePrecision(final Hard hard) {
		final Img<DoubleType> image = hard.image();
		assertEquals(byDefinition(image, 0), found(new LogDetector(image), 0));
	}

	@ParameterizedTest
	@EnumSource
	void tilesAndThreadsDontMatter(final Hard hard) {
		final Img<DoubleType> image = hard.image();
		final List<Blob> whole = found(new LogDetector(image), 0);
		for (final int size : new int[] { 17, 64, 93, 130 })
			for (final int threads : new int[] { 1, 2, 5 })
				assertEquals(whole, Parallelization.runWithNumThreads(threads, () -> found(new LogDetector(
					image, size, PLENTY), 0)), size + " px, " + threads + " threads");
	}

	@ParameterizedTest
	@EnumSource
	void aFloorOnlyLeavesOutWhatIsBelow(final Hard hard) {
		final Img<DoubleType> image = hard.image();
		final List<Blob> all = byDefinition(image, 0);
		final double floor = all.get(all.size() / 3).response();
		assertEquals(all.stream().filter(b -> b.response() > floor).toList(), found(new LogDetector(
			image), floor));
	}

	/** Planes and maxima that are kept are those which would be computed. */
	@ParameterizedTest
	@EnumSource(names = { "NOISE", "CHECKS" })
	void whatIsKeptChangesNothing(final Hard hard) {
		final Img<DoubleType> image = hard.image();
		final double[][] ladders = { { 2, 3, 4 }, { 3, 4, 5 }, { 2, 3, 4 }, { 4, 3 }, { 1, 2, 3, 4, 5 }, {
			9 }, { 4 } };
		final long plane = HEIGHT * (16L + 4 * WIDTH);
		for (final long capacity : new long[] { 0, 2 * plane, 4 * plane, PLENTY })
			for (final int size : new int[] { 50, 200 }) {
				final LogDetector detector = new LogDetector(image, size, capacity);
				for (final double[] sigmas : ladders)
					assertEquals(new LogDetector(image).scaleSpace(sigmas, 0, Progress.NONE).peaks(EVERYTHING),
						detector.scaleSpace(sigmas, 0, Progress.NONE).peaks(EVERYTHING));
			}
	}

	/** Scales whose rims are wide come in larger tiles: what was kept of others is of no use. */
	@Test
	void tilesOfAnotherSizeBeginAnew() {
		final Random random = new Random(4);
		final Img<DoubleType> image = ArrayImgs.doubles(640, 150);
		image.forEach(p -> p.set(random.nextGaussian()));
		final double[][] ladders = { { 3, 4 }, { 17, 18 }, { 4, 5 }, { 18 }, { 3, 4 } };
		for (final long capacity : new long[] { 0, 1L << 20, PLENTY }) {
			final LogDetector detector = new LogDetector(image, 0, capacity);
			for (final double[] sigmas : ladders)
				assertEquals(LogDetector.once(image).scaleSpace(sigmas, 0, Progress.NONE).peaks(EVERYTHING),
					detector.scaleSpace(sigmas, 0, Progress.NONE).peaks(EVERYTHING));
		}
	}

	/** Noise without a threshold must not fill the memory (scikit-image issue 7811). */
	@Test
	void tooManyMaximaAreRefused() {
		final Img<DoubleType> image = Hard.NOISE.image();
		final int n = found(new LogDetector(image), 0).size();
		assertEquals(n, found(new LogDetector(image, null, 40, 0, n), 0).size());
		for (final int size : new int[] { 40, 200 })
			assertRefused(() -> found(new LogDetector(image, null, size, 0, n - 1), 0), "over " + (n - 1) +
				" local maxima", "raise the (absolute) threshold");
	}

	/** Images beyond memory come in cells. */
	@Test
	void cellsDontMatter() {
		final Img<DoubleType> image = Hard.NOISE.image();
		final Img<DoubleType> cells = new CellImgFactory<>(new DoubleType(), 30).create(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				cells.getAt(x, y).set(image.getAt(x, y));
		assertEquals(found(new LogDetector(image), 0), found(new LogDetector(cells, 64, 0), 0));
	}

	/** Grey values near the ends of what floats can hold; the double ones decide. */
	@Test
	void greyValuesOfAnySizeAreAnalysed() {
		final Img<DoubleType> image = Hard.LATTICE.image();
		final List<Blob> maxima = byDefinition(image, 0);
		for (final double scale : new double[] { 0x1p-150, 0x1p120, 0x1p500 }) {
			final Img<DoubleType> scaled = image.copy();
			scaled.forEach(v -> v.mul(scale));
			assertEquals(maxima, found(new LogDetector(scaled), 0).stream().map(b -> new Blob(b.x(), b.y(), b
				.sigma(), b.response() / scale)).toList());
		}
	}

	@Test
	void theThresholdMustNotBeBelowTheFloor() {
		final ScaleSpace space = new LogDetector(Hard.NOISE.image()).scaleSpace(SIGMAS, 0.1,
			Progress.NONE);
		assertDoesNotThrow(() -> space.peaks(EVERYTHING.withThreshold(0.1)));
		assertThrows(RewardAnalysisException.class, () -> space.peaks(EVERYTHING.withThreshold(0.09)));
	}

	@Test
	void theLargestSigmaFits() {
		for (int n = 5; n < 400; n++) {
			final LogDetector detector = new LogDetector(ArrayImgs.doubles(n, 500));
			final double sigma = detector.largestSigma();
			assertDoesNotThrow(() -> detector.checkKernelFits(sigma));
			assertRefused(() -> detector.checkKernelFits(sigma + 0.51), "kernel of max_sigma");
		}
		// scipy: int(4 · 3 + 0.5) = 12 on either side.
		assertEquals(12, GaussianKernel.radius(3));
		assertTrue(new LogDetector(ArrayImgs.doubles(25, 25)).largestSigma() >= 3);
	}
}
