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

import java.io.Serializable;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Brings an image to the unit in which thresholds are given, atoms bright.
 * <p>
 * Pixels that are NaN or infinite take no part in the statistics and become what the
 * area's median becomes. {@link ValidArea} leaves them and their surroundings out of
 * the analysis.
 */
public final class Normalizer {

	/** Images up to this size are copied, which is faster; larger ones are views. */
	private static final long COPIED_PIXELS = 4096 * 4096;

	private Normalizer() {}

	/** The same without progress. */
	public static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> normalize(
		final RandomAccessibleInterval<T> image, final Area area, final Normalization unit,
		final Contrast contrast)
	{
		return normalize(image, area, unit, contrast, Progress.NONE);
	}

	/**
	 * @param image two-dimensional; not changed, and must not change hereafter
	 * @param area where the statistics are taken; pixels outside are transformed
	 *          alike
	 * @return the image in double precision with its origin at (0, 0)
	 * @throws RewardAnalysisException if the image is not two-dimensional, empty, or
	 *           constant
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> normalize(
		final RandomAccessibleInterval<T> image, final Area area, final Normalization unit,
		final Contrast contrast, final Progress progress)
	{
		return apply(image, levels(image, area, unit, progress), unit, contrast, progress);
	}

	/**
	 * The grey values that {@link #normalize} goes by. All of an image's parts share them.
	 *
	 * @param offset becomes 0
	 * @param scale becomes 1
	 * @param filling what pixels that are NaN or infinite are taken for
	 */
	public record Levels(double offset, double scale, double filling) implements Serializable {

		/**
		 * Those of {@link Normalization#MIN_MAX}, of an image without invalid pixels.
		 *
		 * @throws RewardAnalysisException if the image is constant
		 */
		public static Levels minMax(final double min, final double max) {
			checkVaries(min, max);
			return new Levels(min, max - min, 0);
		}
	}

	/**
	 * Measures an image; arguments and errors are those of {@link #normalize}.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> Levels levels(final RandomAccessibleInterval<T> image,
		final Area area, final Normalization unit, final Progress progress)
	{
		Checks.given("image", image);
		if (image.numDimensions() != 2) throw new RewardAnalysisException(
			"The image has %d dimensions; choose one slice of it.", image.numDimensions());
		if (image.dimension(0) < 1 || image.dimension(1) < 1) throw new RewardAnalysisException(
			"The image is empty.");
		final PixelStatistics statistics = new PixelStatistics(image, area, progress);
		final PixelStatistics.Extent extent = statistics.extent();
		if (extent.finite() == 0) throw new RewardAnalysisException(extent.invalid() == 0
			? "The analysed area is empty; draw a larger selection or remove it."
			: "The analysed area has no pixel that is a finite number; choose another one.");
		final double min = extent.min(), max = extent.max();
		checkVaries(min, max);
		final double offset = switch (unit) {
			case MIN_MAX -> min;
			case NOISE -> statistics.median();
			case NONE -> 0;
		};
		final double scale = switch (unit) {
			case MIN_MAX -> max - min;
			case NOISE -> statistics.noise();
			case NONE -> 1;
		};
		final double filling = extent.invalid() == 0 ? 0 : unit == Normalization.NOISE ? offset
			: statistics.median();
		return new Levels(offset, scale, filling);
	}

	private static void checkVaries(final double min, final double max) {
		if (!(max > min)) throw new RewardAnalysisException(
			"The image is constant (every pixel of the analysed area is %s), so there is nothing to find; " +
				"choose another image or a larger selection.", min);
	}

	/**
	 * Brings an image, or a part of one, to levels that are known.
	 *
	 * @param image two-dimensional; not changed, and must not change hereafter
	 * @param unit whose levels they are
	 * @return the image in double precision with its origin at (0, 0)
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> apply(
		final RandomAccessibleInterval<T> image, final Levels levels, final Normalization unit,
		final Contrast contrast, final Progress progress)
	{
		final boolean dark = contrast == Contrast.DARK;
		final double mirror = unit == Normalization.MIN_MAX ? 1 : 0;
		return view(image, v -> {
			final double u = ((Double.isFinite(v) ? v : levels.filling) - levels.offset) / levels.scale;
			return dark ? mirror - u : u;
		}, progress);
	}

	@FunctionalInterface
	private interface Transform {

		double apply(double value);
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> view(
		final RandomAccessibleInterval<T> image, final Transform transform, final Progress progress)
	{
		final long width = image.dimension(0), height = image.dimension(1);
		if (width * height > COPIED_PIXELS) return Converters.convert(Views.zeroMin(image), (in,
			out) -> out.set(transform.apply(in.getRealDouble())), new DoubleType());
		final double[] pixels = new double[(int) (width * height)];
		Bands.run((int) height, (from, to) -> {
			final PixelRows rows = new PixelRows(image);
			final double[] row = new double[(int) width];
			for (int y = from; y < to && !progress.isCanceled(); y++) {
				rows.read(y, row);
				for (int x = 0; x < width; x++)
					pixels[(int) (y * width + x)] = transform.apply(row[x]);
			}
		});
		progress.checkCanceled();
		return ArrayImgs.doubles(pixels, width, height);
	}
}
