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

package sc.fiji.rewardanalysis.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.FloatMatrix;
import sc.fiji.rewardanalysis.core.clustering.Memberships;
import sc.fiji.rewardanalysis.core.clustering.Samples;

class PatchesTest {

	private static final int WIDTH = 70, HEIGHT = 60;

	private static RandomAccessibleInterval<FloatType> image(final int width, final int height,
		final DoubleBinaryOperator value)
	{
		final float[] pixels = new float[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				pixels[y * width + x] = (float) value.applyAsDouble(x, y);
		return ArrayImgs.floats(pixels, width, height);
	}

	private static RandomAccessibleInterval<FloatType> noise(final long seed) {
		final Random random = new Random(seed);
		return image(WIDTH, HEIGHT, (x, y) -> random.nextGaussian());
	}

	private static List<Blob> atoms(final double... xy) {
		return IntStream.range(0, xy.length / 2).mapToObj(i -> new Blob(xy[2 * i], xy[2 * i + 1], 2,
			1)).toList();
	}

	private static Patches patches(final RandomAccessibleInterval<FloatType> image,
		final double window, final PatchNormalization normalization, final double... xy)
	{
		return Patches.of(image, Area.image((int) image.dimension(0), (int) image.dimension(1)), atoms(
			xy), PatchWindow.of(window), normalization, Progress.NONE);
	}

	@Test
	void atWholePixelsAPatchIsTheImage() {
		final Patches odd = patches(image(WIDTH, HEIGHT, (x, y) -> 100 * y + x), 3,
			PatchNormalization.NONE, 10, 20, 30, 31);
		assertArrayEquals(new float[] { 1909, 1910, 1911, 2009, 2010, 2011, 2109, 2110, 2111 }, odd.patch(
			0));
		assertEquals(3030 + 100, odd.patch(1)[4]);
		// An even window's points lie half a pixel beside the atom.
		final Patches even = patches(image(WIDTH, HEIGHT, (x, y) -> 100 * y + x), 2,
			PatchNormalization.NONE, 10.5, 20.5, 30, 31);
		assertArrayEquals(new float[] { 2010, 2011, 2110, 2111 }, even.patch(0));
	}

	@Test
	void parabolasAreReproducedBetweenPixels() {
		final DoubleBinaryOperator parabola = (x, y) -> 1 + 0.2 * x - 0.1 * y + 0.03 * x * x - 0.02 * x *
			y + 0.01 * y * y;
		final Random random = new Random(4);
		for (final double size : new double[] { 5, 8, 32, 47.3 }) {
			final PatchWindow window = PatchWindow.of(size);
			final double x = 32 + random.nextDouble(), y = 28 + random.nextDouble();
			final Patches patches = patches(image(WIDTH, HEIGHT, parabola), size,
				PatchNormalization.NONE, x, y, 35, 30);
			// A Gaussian lifts a parabola by half its second derivatives times σ².
			final double lift = size > 32 ? 0.04 * variance(window) : 0;
			final float[] patch = patches.patch(0);
			for (int row = 0; row < window.points(); row++)
				for (int column = 0; column < window.points(); column++)
					assertEquals(lift + parabola.applyAsDouble(x + (column - (window.points() - 1) / 2.0) *
						window.step(), y + (row - (window.points() - 1) / 2.0) * window.step()), patch[row *
							window.points() + column], 1e-3);
		}
	}

	/** Of the kernel that was cut off. */
	private static double variance(final PatchWindow window) {
		double sum = 0, squares = 0;
		for (int k = -window.kernelRadius(); k <= window.kernelRadius(); k++) {
			final double weight = Math.exp(-k * k / (2 * window.smoothing() * window.smoothing()));
			sum += weight;
			squares += k * k * weight;
		}
		return squares / sum;
	}

	@Test
	void equalSurroundingsGiveEqualPatches() {
		final RandomAccessibleInterval<FloatType> noise = noise(1);
		final RandomAccessibleInterval<FloatType> shifted = Views.zeroMin(Views.interval(Views
			.translate(noise, -7, -3), new long[] { 0, 0 }, new long[] { WIDTH - 8, HEIGHT - 4 }));
		final Patches a = patches(noise, 9, PatchNormalization.STANDARD, 30.25, 25.625, 40.5, 30);
		final Patches b = patches(shifted, 9, PatchNormalization.STANDARD, 23.25, 22.625, 33.5, 27);
		assertArrayEquals(a.patch(0), b.patch(0));
		assertArrayEquals(a.patch(1), b.patch(1));
		// A view's origin doesn't matter.
		final Patches c = Patches.of(Views.translate(noise, 100, 50), Area.image(WIDTH, HEIGHT), atoms(
			30.25, 25.625, 40.5, 30), PatchWindow.of(9), PatchNormalization.STANDARD, Progress.NONE);
		assertArrayEquals(a.patch(0), c.patch(0));
	}

	@Test
	void theWindowIsAsWideAsAskedFor() {
		assertEquals(new PatchWindow(17, 1), PatchWindow.of(17.4));
		assertEquals(new PatchWindow(32, 1), PatchWindow.of(32));
		assertEquals(new PatchWindow(32, 2.5), PatchWindow.of(80));
		assertEquals(80, PatchWindow.of(80).size());
		assertEquals(0, PatchWindow.of(32).smoothing());
		assertEquals(Math.sqrt(3) / 2, PatchWindow.of(64).smoothing(), 1e-12);
	}

	@Test
	void whatAWideWindowCantShowIsNoAlias() {
		// 0.9 cycles a step would look like 0.1 cycles.
		final double step = 4, frequency = 0.9 / step;
		final RandomAccessibleInterval<FloatType> fine = image(200, 200, (x, y) -> Math.cos(2 * Math.PI *
			frequency * x));
		final float[] patch = patches(fine, 32 * step, PatchNormalization.NONE, 100, 100, 90, 90).patch(
			0);
		for (final float value : patch)
			assertTrue(Math.abs(value) < 0.03, "alias of " + value);
	}

	@Test
	void normalizationIsOfEachPatch() {
		final Random random = new Random(2);
		for (int i = 0; i < 20; i++) {
			final double x = 20 + 20 * random.nextDouble(), y = 20 + 20 * random.nextDouble();
			final float[] none = patches(noise(3), 6, PatchNormalization.NONE, x, y, 30, 30).patch(0);
			final float[] offset = patches(noise(3), 6, PatchNormalization.OFFSET, x, y, 30, 30).patch(0);
			final float[] standard = patches(noise(3), 6, PatchNormalization.STANDARD, x, y, 30, 30)
				.patch(0);
			assertEquals(0, mean(offset), 1e-6);
			assertEquals(0, mean(standard), 1e-6);
			assertEquals(1, square(standard), 1e-5);
			final double sd = Math.sqrt(square(offset));
			for (int k = 0; k < none.length; k++) {
				assertEquals(none[k] - mean(none), offset[k], 1e-6);
				assertEquals(offset[k] / sd, standard[k], 1e-5);
			}
		}
	}

	@Test
	void aConstantPatchBecomesNothing() {
		for (final double value : new double[] { 0, 0.1, -65535.3, 1e30 })
			assertArrayEquals(new float[36], patches(image(WIDTH, HEIGHT, (x, y) -> value), 6,
				PatchNormalization.STANDARD, 20.3, 30.7, 22, 30).patch(0), 0, "of " + value);
	}

	private static double mean(final float[] values) {
		return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().getAsDouble();
	}

	private static double square(final float[] values) {
		return IntStream.range(0, values.length).mapToDouble(i -> values[i] * values[i]).average()
			.getAsDouble();
	}

	@Test
	void atomsWhoseWindowLeavesTheImageAreLeftOut() {
		// 5 points reach 2 px, interpolation 1 px to the left and 2 px to the right.
		final Patches patches = patches(noise(1), 5, PatchNormalization.NONE, 2.9, 30, 3, 3, 30, 2.9,
			WIDTH - 5 - 0.01, HEIGHT - 5 - 0.01, WIDTH - 5 + 1, 30, 30, HEIGHT - 4, 20, 20);
		assertArrayEquals(new int[] { 1, 3, 6 }, patches.indices());
		assertEquals(3, patches.size());
		assertEquals(4, patches.leftOut());
	}

	@Test
	void noPatchDependsOnWhatIsOutside() {
		final boolean[] inside = new boolean[WIDTH * HEIGHT];
		for (int i = 0; i < inside.length; i++)
			inside[i] = Math.hypot(i % WIDTH - 33, i / WIDTH - 31) < 29;
		final Area disc = Area.mask(inside, WIDTH, HEIGHT);
		final Random random = new Random(8);
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < 300; i++)
			atoms.add(new Blob(WIDTH * random.nextDouble(), HEIGHT * random.nextDouble(), 1, 1));
		final Random one = new Random(1), other = new Random(1);
		for (final double size : new double[] { 4, 7, 33 }) {
			final Patches a = Patches.of(image(WIDTH, HEIGHT, (x, y) -> one.nextDouble()), disc, atoms,
				PatchWindow.of(size), PatchNormalization.NONE, Progress.NONE);
			final Patches b = Patches.of(image(WIDTH, HEIGHT, (x, y) -> {
				final double value = other.nextDouble();
				return disc.contains(x, y) ? value : 1e9;
			}), disc, atoms, PatchWindow.of(size), PatchNormalization.NONE, Progress.NONE);
			assertArrayEquals(a.indices(), b.indices());
			assertTrue(a.size() >= 2 && a.leftOut() > 20, a.size() + " of 300");
			for (int i = 0; i < a.size(); i++)
				assertArrayEquals(a.patch(i), b.patch(i));
		}
	}

	@Test
	void pixelsThatAreNoNumbersLeaveOutTheirSurroundings() {
		final RandomAccessibleInterval<FloatType> image = noise(1);
		image.getAt(30, 30).set(Float.NaN);
		image.getAt(50, 10).set(Float.POSITIVE_INFINITY);
		final Patches patches = patches(image, 5, PatchNormalization.NONE, 26, 30, 25, 30, 31, 30, 33, 30,
			34, 30, 50, 10);
		assertArrayEquals(new int[] { 1, 4 }, patches.indices());
	}

	@Test
	void neitherThreadsNorBlocksChangeAnything() {
		final Patches patches = many();
		final int d = patches.dimension();
		final float[] whole = new float[patches.size() * d];
		patches.read(0, patches.size(), whole);
		final float[] part = new float[13 * d];
		patches.read(100, 113, part);
		assertArrayEquals(Arrays.copyOfRange(whole, 100 * d, 113 * d), part);
		final double[] probabilities = new Random(3).doubles(2L * patches.size()).toArray();
		final Memberships memberships = new Memberships(patches.size(), 2, probabilities);
		final float[][][] means = new float[2][][];
		for (int threads = 1; threads <= 2; threads++) {
			final int at = threads - 1;
			Parallelization.runWithNumThreads(threads, () -> {
				means[at] = patches.means(memberships, Progress.NONE);
				assertArrayEquals(whole, ((FloatMatrix) many().cached(Progress.NONE)).values());
			});
		}
		assertArrayEquals(means[0], means[1]);
	}

	private static Patches many() {
		final Random random = new Random(11);
		return patches(noise(5), 33, PatchNormalization.STANDARD, IntStream.range(0, 1400).mapToDouble(
			i -> i % 2 == 0 ? 20 + 28 * random.nextDouble() : 20 + 18 * random.nextDouble()).toArray());
	}

	@Test
	void meansAreWeighted() {
		final Patches patches = patches(image(WIDTH, HEIGHT, (x, y) -> x), 3, PatchNormalization.NONE,
			10, 10, 20, 10, 30, 10);
		final float[][] soft = patches.means(new Memberships(3, 2, new double[] { 1, 0, 0.5, 0.5, 0.25,
			0.75 }), Progress.NONE);
		assertEquals((10 + 10 + 7.5) / 1.75, soft[0][4], 1e-5);
		assertEquals((10 + 22.5) / 1.25, soft[1][4], 1e-5);
		final float[][] hard = patches.means(new int[] { 1, -1, 1 }, 3, Progress.NONE);
		assertArrayEquals(new float[9], hard[0]);
		assertArrayEquals(new float[] { 19, 20, 21, 19, 20, 21, 19, 20, 21 }, hard[1]);
	}

	@Test
	void aSubsetKnowsItsAtoms() {
		final Patches all = patches(noise(1), 5, PatchNormalization.STANDARD, 0, 0, 20.5, 20, 30, 20.25,
			40, 20);
		final Patches some = all.subset(new int[] { 2, 0 });
		assertArrayEquals(new int[] { 3, 1 }, some.indices());
		assertArrayEquals(all.patch(2), some.patch(0));
		assertRefused(() -> all.subset(new int[] { 1 }), "1 atom", "class");
	}

	@Test
	void whatIsLargeIsNotCopied() {
		final Samples small = many().cached(Progress.NONE);
		assertTrue(small instanceof FloatMatrix);
		final double[] xy = new double[2 * 16_384];
		Arrays.fill(xy, 30);
		final Patches large = patches(noise(5), 32, PatchNormalization.NONE, xy);
		assertSame(large, large.cached(Progress.NONE));
	}

	@Test
	void whatCantBeIsSaid() {
		assertRefused(() -> PatchWindow.of(1.5), "window", "at least 2");
		assertRefused(() -> PatchWindow.of(Double.NaN), "window");
		assertRefused(() -> patches(noise(1), 61, PatchNormalization.NONE, 30, 30, 31, 31), "61.00 px",
			"larger than the image", "smaller window");
		assertRefused(() -> patches(noise(1), 8, PatchNormalization.NONE, 1, 1, 68, 3), "None of 2 atoms",
			"smaller window");
		assertRefused(() -> patches(noise(1), 8, PatchNormalization.NONE, 30, 30, 68, 3),
			"Only 1 of 2 atoms");
		assertRefused(() -> patches(noise(1), 8, PatchNormalization.NONE), "no atoms");
		assertRefused(() -> patches(image(WIDTH, HEIGHT, (x, y) -> Double.NaN), 8,
			PatchNormalization.NONE, 30, 30, 31, 31), "None of 2 atoms", "NaN");
	}

	@Test
	void aCancelIsHeard() {
		final Progress canceled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		Assertions.assertThrows(CancellationException.class, () -> Patches.of(noise(1), Area.image(WIDTH,
			HEIGHT), atoms(30, 30, 31, 31), PatchWindow.of(5), PatchNormalization.NONE, canceled));
	}
}
