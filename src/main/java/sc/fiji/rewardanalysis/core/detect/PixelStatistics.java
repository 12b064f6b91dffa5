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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Statistics of the finite pixels of an image's area, without a copy of them: images
 * may be larger than the memory.
 */
final class PixelStatistics {

	/** Φ⁻¹(3/4): the median absolute deviation of a standard normal variable. */
	private static final double NORMAL_MAD = 0.6744897501960817;

	private final RandomAccessibleInterval<? extends RealType<?>> image;
	private final Area area;
	private final int width, height;
	private final Progress progress;

	/**
	 * @param finite finite pixels in the area
	 * @param invalid pixels anywhere in the image that are NaN or infinite
	 */
	record Extent(double min, double max, long finite, long invalid) {

		private static final Extent NOTHING = new Extent(Double.POSITIVE_INFINITY,
			Double.NEGATIVE_INFINITY, 0, 0);

		private Extent and(final Extent other) {
			return new Extent(Math.min(min, other.min), Math.max(max, other.max), finite + other.finite,
				invalid + other.invalid);
		}
	}

	/** @param area in coordinates that begin at (0, 0) */
	PixelStatistics(final RandomAccessibleInterval<? extends RealType<?>> image, final Area area,
		final Progress progress)
	{
		this.image = image;
		this.area = area;
		this.progress = progress;
		width = (int) image.dimension(0);
		height = (int) image.dimension(1);
	}

	Extent extent() {
		final Extent[] all = { Extent.NOTHING };
		Bands.run(height, (from, to) -> {
			final PixelRows rows = new PixelRows(image);
			final double[] row = new double[width];
			Extent own = Extent.NOTHING;
			for (int y = from; y < to && !progress.isCanceled(); y++) {
				rows.read(y, row);
				own = own.and(extent(row, y));
			}
			synchronized (all) {
				all[0] = all[0].and(own);
			}
		});
		progress.checkCanceled();
		return all[0];
	}

	private Extent extent(final double[] row, final int y) {
		final boolean everywhere = area.isRectangle() && area.size() == (double) width * height;
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		long finite = 0, invalid = 0;
		for (int x = 0; x < width; x++) {
			final double v = row[x];
			if (!Double.isFinite(v)) invalid++;
			else if (everywhere || area.contains(x, y)) {
				finite++;
				if (v < min) min = v;
				if (v > max) max = v;
			}
		}
		return new Extent(min, max, finite, invalid);
	}

	double median() {
		return StreamedMedian.of(height, width, () -> {
			final PixelRows rows = new PixelRows(image);
			return (y, into) -> {
				rows.read(y, into);
				int n = 0;
				for (int x = 0; x < width; x++)
					if (Double.isFinite(into[x]) && area.contains(x, y)) into[n++] = into[x];
				return n;
			};
		}, progress);
	}

	/**
	 * Standard deviation of white noise, from the median absolute value of the
	 * 3 × 3 difference operator that annihilates locally quadratic images
	 * (Immerkær 1996, CVIU 64:300; the median in place of his mean is robust
	 * against edges: Donoho &amp; Johnstone 1994, Biometrika 81:425).
	 */
	double noise() {
		if (width < 3 || height < 3) throw new RewardAnalysisException(
			"The image is %d x %d px; its noise can't be estimated below 3 x 3.", width, height);
		final double median = StreamedMedian.of(height - 2, width, () -> {
			final PixelRows rows = new PixelRows(image);
			final double[] a = new double[width], b = new double[width], c = new double[width];
			return (y, into) -> {
				rows.read(y, a);
				rows.read(y + 1, b);
				rows.read(y + 2, c);
				int n = 0;
				for (int x = 1; x < width - 1; x++) {
					final double v = Math.abs(a[x - 1] - 2 * a[x] + a[x + 1] - 2 * b[x - 1] + 4 * b[x] - 2 *
						b[x + 1] + c[x - 1] - 2 * c[x] + c[x + 1]);
					if (Double.isFinite(v) && area.contains(x, y + 1)) into[n++] = v;
				}
				return n;
			};
		}, progress);
		// The operator's weights have the root of the sum of squares 6.
		final double sd = median / (6 * NORMAL_MAD);
		if (!(sd > 0)) throw new RewardAnalysisException(
			"The image has no measurable noise, so thresholds can't be given in units of it; " +
				"choose the normalization min-max.");
		return sd;
	}
}
