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

import java.util.SplittableRandom;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.simulate.Poisson;

/**
 * Adds noise to an image whose analysed area spans 0 to 1: v → v + s·N(0, 1), not clipped, or
 * v → Poisson(d·v) / d for d electrons per pixel at v = 1. Pixels that are not finite stay so.
 * <p>
 * The noise of a repeat at a level follows from the seed, the level's value and the repeat
 * alone, whatever other levels and repeats there are.
 */
public final class NoiseSource {

	/** 2⁶⁴ over the golden ratio: spreads consecutive numbers over all bits. */
	private static final long GOLDEN = 0x9e3779b97f4a7c15L;

	private final int width, height;
	private final double[] pixels;
	private final NoiseUnit unit;
	private final double electrons;
	private final long seed;

	/**
	 * @param image two-dimensional; copied
	 * @param area whose smallest value becomes 0 and whose largest becomes 1
	 * @param unit of the levels
	 * @param pixelSize nm
	 * @throws RewardAnalysisException if the image is constant there or too large
	 */
	public <T extends RealType<T>> NoiseSource(final RandomAccessibleInterval<T> image,
		final Area area, final NoiseUnit unit, final double pixelSize, final long seed,
		final Progress progress)
	{
		this.unit = Checks.given("unit of the noise", unit);
		this.seed = seed;
		Checks.positive("pixel_size", pixelSize);
		electrons = unit == NoiseUnit.ELECTRONS_PER_AREA ? pixelSize * pixelSize : 1;
		final RandomAccessibleInterval<DoubleType> scaled = Normalizer.normalize(image, area,
			Normalization.MIN_MAX, Contrast.BRIGHT, progress);
		if (image.dimension(0) * image.dimension(1) > Integer.MAX_VALUE - 8)
			throw new RewardAnalysisException(
				"The analysed area has %d x %d px, more than noise can be added to; select a smaller one.", image
					.dimension(0), image.dimension(1));
		width = (int) image.dimension(0);
		height = (int) image.dimension(1);
		pixels = new double[width * height];
		final Cursor<T> given = Views.flatIterable(image).cursor();
		final Cursor<DoubleType> value = Views.flatIterable(scaled).cursor();
		for (int i = 0; i < pixels.length; i++) {
			if (i % width == 0) progress.checkCanceled();
			// What is no number has been filled in; here it shall stay known as such.
			final double v = given.next().getRealDouble(), u = value.next().get();
			pixels[i] = Double.isFinite(v) ? u : Double.NaN;
		}
	}

	/** The image itself, from 0 to 1. */
	public RandomAccessibleInterval<DoubleType> clean() {
		return ArrayImgs.doubles(pixels.clone(), width, height);
	}

	/**
	 * The image with noise.
	 *
	 * @param level in the unit
	 * @param repeat from 1
	 * @return a copy
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public RandomAccessibleInterval<DoubleType> noisy(final double level, final int repeat,
		final Progress progress)
	{
		if (unit.isDose()) Checks.positive("dose", level);
		else Checks.atLeast("noise level", level, 0);
		final SplittableRandom random = random(level, repeat);
		final double dose = level * electrons;
		final double[] noisy = new double[pixels.length];
		for (int i = 0; i < noisy.length; i++) {
			if (i % width == 0) progress.checkCanceled();
			if (Double.isNaN(pixels[i])) noisy[i] = Double.NaN;
			else if (unit.isDose()) noisy[i] = Poisson.sample(random, pixels[i] * dose) / dose;
			else noisy[i] = pixels[i] + level * random.nextGaussian();
		}
		return ArrayImgs.doubles(noisy, width, height);
	}

	private SplittableRandom random(final double level, final int repeat) {
		final long one = new SplittableRandom(seed ^ GOLDEN * Double.doubleToLongBits(level))
			.nextLong();
		return new SplittableRandom(one ^ GOLDEN * repeat).split();
	}
}
