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

import java.util.Arrays;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * A rectangle of an image with a rim wide enough for a kernel. Beyond the image the
 * rim is its mirror, the edge pixel repeated (scipy's {@code reflect}), so that
 * filters need no border rule of their own.
 */
final class ImageTile {

	/** The rectangle without its rim, in the image's coordinates, px. */
	final int x0, y0, width, height;

	/** Width of the rim, px. */
	final int rim;

	/** Pixels row by row, rim included; rows are {@link #stride} long. */
	final double[] pixels;

	final int stride;

	/** The smallest and the largest pixel. */
	final double min, max;

	private <T extends RealType<T>> ImageTile(final RandomAccessibleInterval<T> image, final int x0,
		final int y0, final int width, final int height, final int rim, final Buffers buffers,
		final Progress progress)
	{
		this.x0 = x0;
		this.y0 = y0;
		this.width = width;
		this.height = height;
		this.rim = rim;
		stride = width + 2 * rim;
		pixels = buffers.doubles(stride * (height + 2 * rim));
		final double[] smallest = new double[height + 2 * rim], largest = smallest.clone();
		Bands.run(height + 2 * rim, (from, to) -> {
			readRows(image, from, to, progress);
			for (int row = from; row < to; row++) {
				smallest[row] = smallest(row);
				largest[row] = largest(row);
			}
		});
		progress.checkCanceled();
		min = Arrays.stream(smallest).min().getAsDouble();
		max = Arrays.stream(largest).max().getAsDouble();
	}

	/**
	 * Copies a rectangle.
	 *
	 * @param image two-dimensional, origin (0, 0), finite
	 * @param buffers where {@link #pixels} come from
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	static <T extends RealType<T>> ImageTile read(final RandomAccessibleInterval<T> image,
		final int x0, final int y0, final int width, final int height, final int rim,
		final Buffers buffers, final Progress progress)
	{
		return new ImageTile(image, x0, y0, width, height, rim, buffers, progress);
	}

	private <T extends RealType<T>> void readRows(final RandomAccessibleInterval<T> image,
		final int from, final int to, final Progress progress)
	{
		final int imageWidth = (int) image.dimension(0), imageHeight = (int) image.dimension(1);
		final RandomAccess<T> access = image.randomAccess();
		// What of a row lies in the image is read, the rest copied from it.
		final int first = Math.max(0, x0 - rim), last = Math.min(imageWidth, x0 + width + rim);
		for (int row = from; row < to && !progress.isCanceled(); row++) {
			access.setPosition(first, 0);
			access.setPosition(reflect(y0 - rim + row, imageHeight), 1);
			final int start = row * stride - (x0 - rim);
			for (int x = first; x < last; x++) {
				pixels[start + x] = access.get().getRealDouble();
				access.fwd(0);
			}
			for (int x = x0 - rim; x < first; x++)
				pixels[start + x] = outside(access, x, imageWidth);
			for (int x = last; x < x0 + width + rim; x++)
				pixels[start + x] = outside(access, x, imageWidth);
		}
	}

	private double smallest(final int row) {
		double smallest = pixels[row * stride];
		for (int i = row * stride; i < (row + 1) * stride; i++)
			if (pixels[i] < smallest) smallest = pixels[i];
		return smallest;
	}

	private double largest(final int row) {
		double largest = pixels[row * stride];
		for (int i = row * stride; i < (row + 1) * stride; i++)
			if (pixels[i] > largest) largest = pixels[i];
		return largest;
	}

	private static <T extends RealType<T>> double outside(final RandomAccess<T> access, final int x,
		final int imageWidth)
	{
		access.setPosition(reflect(x, imageWidth), 0);
		return access.get().getRealDouble();
	}

	/** Index i of an endless image that is mirrored at its edges, edge repeated. */
	static int reflect(final int i, final int n) {
		final int m = Math.floorMod(i, 2 * n);
		return m < n ? m : 2 * n - 1 - m;
	}

	/** Index into {@link #pixels} of a point of the image. */
	int index(final int x, final int y) {
		return (y - y0 + rim) * stride + x - x0 + rim;
	}
}
