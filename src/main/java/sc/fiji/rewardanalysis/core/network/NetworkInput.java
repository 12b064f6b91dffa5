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

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;

/**
 * An image as a network wants it: atoms bright, at the network's pixel size, normalised by
 * what the analysed area holds after that. Pixels that are no number take the area's mean.
 */
final class NetworkInput {

	private NetworkInput() {}

	/**
	 * @param image two-dimensional, as recorded; not changed
	 * @param area whose grey values count, px of the image
	 * @throws RewardAnalysisException if the image is too large, or has one grey value only
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	static Raster of(final RandomAccessibleInterval<? extends RealType<?>> image, final Area area,
		final Contrast contrast, final Rescaling rescaling, final InputNormalization normalization,
		final Progress progress)
	{
		final Raster raster = read(image, area, contrast, progress);
		return normalized(rescaling.apply(raster, progress), area, rescaling, normalization);
	}

	/** Bright atoms, every value finite. */
	private static Raster read(final RandomAccessibleInterval<? extends RealType<?>> image,
		final Area area, final Contrast contrast, final Progress progress)
	{
		if (image.dimension(0) * image.dimension(1) > Integer.MAX_VALUE - 8)
			throw new RewardAnalysisException(
				"The image has %d x %d px, more than a network is given at once; select a smaller area.", image
					.dimension(0), image.dimension(1));
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final float[] values = new float[width * height];
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		final float sign = contrast == Contrast.DARK ? -1 : 1;
		double sum = 0;
		long finite = 0;
		for (int y = 0; y < height; y++) {
			progress.checkCanceled();
			access.setPosition(image.min(0), 0);
			access.setPosition(image.min(1) + y, 1);
			for (int x = 0; x < width; x++, access.fwd(0)) {
				final float v = sign * access.get().getRealFloat();
				values[y * width + x] = v;
				if (!Float.isFinite(v) || !area.contains(x, y)) continue;
				sum += v;
				finite++;
			}
		}
		if (finite == 0) throw new RewardAnalysisException(
			"The analysed area has no pixel that is a number; choose another.");
		final float mean = (float) (sum / finite);
		for (int i = 0; i < values.length; i++)
			if (!Float.isFinite(values[i])) values[i] = mean;
		return new Raster(values, width, height);
	}

	private static Raster normalized(final Raster raster, final Area area, final Rescaling rescaling,
		final InputNormalization normalization)
	{
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY, sum = 0, squares = 0;
		long n = 0;
		for (int y = 0; y < raster.height(); y++)
			for (int x = 0; x < raster.width(); x++) {
				if (!area.contains(rescaling.back(x), rescaling.back(y))) continue;
				final double v = raster.at(x, y);
				min = Math.min(min, v);
				max = Math.max(max, v);
				sum += v;
				squares += v * v;
				n++;
			}
		if (!(max > min)) throw new RewardAnalysisException(
			"The analysed area has one grey value only, at least at the network's pixel size; there is nothing to find.");
		if (normalization == InputNormalization.NONE) return raster;
		final double mean = sum / n;
		final boolean range = normalization == InputNormalization.MIN_MAX;
		final double from = range ? min : mean, unit = range ? max - min : Math.sqrt(Math.max(squares /
			n - mean * mean, 1e-30));
		final float[] values = new float[raster.values().length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) ((raster.values()[i] - from) / unit);
		return new Raster(values, raster.width(), raster.height());
	}
}
