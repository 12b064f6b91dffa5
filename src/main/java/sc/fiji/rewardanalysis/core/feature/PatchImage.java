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

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** A copy of the image, smoothed as the window asks for, and which of its pixels count. */
final class PatchImage {

	final int width, height;

	/** Row by row. */
	final float[] pixels;

	/** How many pixels of the area aren't finite. */
	final int invalid;

	private final Area area;

	/**
	 * Pixels that don't count, summed over all rows above and columns to the left; null if
	 * the area is a rectangle of valid pixels.
	 */
	private final int[] excluded;

	<T extends RealType<T>> PatchImage(final RandomAccessibleInterval<T> image, final Area area,
		final PatchWindow window, final Progress progress)
	{
		if (image.numDimensions() != 2) throw new RewardAnalysisException(
			"The image has %d dimensions; choose one slice of it.", image.numDimensions());
		if ((image.dimension(0) + 1) * (image.dimension(1) + 1) > Integer.MAX_VALUE - 8)
			throw new RewardAnalysisException(
				"%d x %d px is too large an image for patches; select a part of it.", image.dimension(0),
				image.dimension(1));
		this.area = area;
		width = (int) image.dimension(0);
		height = (int) image.dimension(1);
		final float[] copy = new float[width * height];
		forEachRow(y -> read(image, y, copy), progress);
		int notFinite = 0;
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++)
				if (!Float.isFinite(copy[i]) && area.contains(x, y)) notFinite++;
		invalid = notFinite;
		excluded = area.isRectangle() && invalid == 0 ? null : excluded(copy);
		for (int i = 0; i < copy.length; i++)
			if (!Float.isFinite(copy[i])) copy[i] = 0;
		pixels = window.kernelRadius() == 0 ? copy : smooth(copy, window, progress);
	}

	/** Whether all pixels that a patch depends on count. */
	boolean holds(final PatchWindow window, final double x, final double y) {
		final long x0 = window.from(x), x1 = window.to(x), y0 = window.from(y), y1 = window.to(y);
		if (x0 < 0 || y0 < 0 || x1 >= width || y1 >= height) return false;
		if (excluded == null) return area.contains(x0, y0) && area.contains(x1, y1);
		final int stride = width + 1;
		final int above = (int) y0 * stride, below = (int) (y1 + 1) * stride;
		return excluded[below + (int) x1 + 1] - excluded[below + (int) x0] - excluded[above + (int) x1 +
			1] + excluded[above + (int) x0] == 0;
	}

	private int[] excluded(final float[] copy) {
		final int stride = width + 1;
		final int[] sums = new int[stride * (height + 1)];
		for (int y = 0; y < height; y++) {
			int row = 0;
			for (int x = 0; x < width; x++) {
				if (!Float.isFinite(copy[y * width + x]) || !area.contains(x, y)) row++;
				sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
			}
		}
		return sums;
	}

	private <T extends RealType<T>> void read(final RandomAccessibleInterval<T> image, final int y,
		final float[] into)
	{
		final RandomAccess<T> access = image.randomAccess();
		access.setPosition(image.min(0), 0);
		access.setPosition(image.min(1) + y, 1);
		for (int x = 0; x < width; x++) {
			into[y * width + x] = access.get().getRealFloat();
			access.fwd(0);
		}
	}

	/** Beyond the border the last pixel repeats; no patch depends on that. */
	private float[] smooth(final float[] in, final PatchWindow window, final Progress progress) {
		final int radius = window.kernelRadius();
		final float[] kernel = kernel(window.smoothing(), radius);
		final float[] lines = new float[in.length];
		forEachRow(y -> {
			for (int x = 0; x < width; x++) {
				float sum = 0;
				for (int k = -radius; k <= radius; k++)
					sum += kernel[k + radius] * in[y * width + Math.max(0, Math.min(width - 1, x + k))];
				lines[y * width + x] = sum;
			}
		}, progress);
		final float[] out = new float[in.length];
		forEachRow(y -> {
			for (int k = -radius; k <= radius; k++) {
				final int from = Math.max(0, Math.min(height - 1, y + k)) * width;
				for (int x = 0; x < width; x++)
					out[y * width + x] += kernel[k + radius] * lines[from + x];
			}
		}, progress);
		return out;
	}

	private static float[] kernel(final double sigma, final int radius) {
		final double[] weights = IntStream.rangeClosed(-radius, radius).mapToDouble(k -> Math.exp(-0.5 *
			k * k / (sigma * sigma))).toArray();
		final double sum = IntStream.range(0, weights.length).mapToDouble(k -> weights[k]).sum();
		final float[] kernel = new float[weights.length];
		for (int k = 0; k < kernel.length; k++)
			kernel[k] = (float) (weights[k] / sum);
		return kernel;
	}

	private interface Row {

		void run(int y);
	}

	private void forEachRow(final Row row, final Progress progress) {
		final List<Integer> rows = IntStream.range(0, height).boxed().toList();
		Parallelization.getTaskExecutor().forEach(rows, y -> {
			progress.checkCanceled();
			row.run(y);
		});
	}
}
