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

import sc.fiji.rewardanalysis.core.Progress;

/**
 * The scale-normalised negative Laplacian of Gaussian of a whole tile in single
 * precision, with a bound of its error.
 * <p>
 * Both second derivatives share their passes along x, which run on columns; these
 * are turned into rows for the passes along y. So every inner loop goes over whole
 * arrays from index 0, the only form that Java 17 turns into vector instructions if
 * more than one array of a type takes part.
 */
final class PlaneFilter {

	/** Columns that are turned into rows at a time: a few cache lines. */
	private static final int CHUNK = 64;

	/** Half the distance between 1 and the next float. */
	private static final double UNIT_ROUNDOFF = 0x1p-24;

	private final int width, height, rim;

	/** Columns of the tile, rim included, less {@link #centre}, in units of {@link #unit}. */
	private final float[][] columns;
	private final double centre, unit, amplitude;

	/** Passes along x, in rows. */
	private record Passes(float[][] smooth, float[][] curved) {}

	private final Buffers buffers;

	/**
	 * @param unit of the planes, so that very large or small grey values don't leave the
	 *          range of floats
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	PlaneFilter(final ImageTile tile, final double unit, final Buffers buffers,
		final Progress progress)
	{
		this.buffers = buffers;
		width = tile.width;
		height = tile.height;
		rim = tile.rim;
		// A large offset would cost digits.
		centre = tile.min / 2 + tile.max / 2;
		this.unit = unit;
		amplitude = (tile.max / 2 - tile.min / 2) / unit;
		columns = buffers.floats(width + 2 * rim, height + 2 * rim);
		Bands.run(columns.length, (from, to) -> readColumns(tile, from, to, progress));
		progress.checkCanceled();
	}

	/** Gives its memory back; it can't filter any more. */
	void close() {
		buffers.giveBack(columns);
	}

	private void readColumns(final ImageTile tile, final int from, final int to,
		final Progress progress)
	{
		for (int y = 0; y < height + 2 * rim && !progress.isCanceled(); y++) {
			final int row = y * tile.stride;
			for (int x = from; x < to; x++)
				columns[x][y] = (float) ((tile.pixels[row + x] - centre) / unit);
		}
	}

	/**
	 * The response at scale σ (px), whose kernel's radius must not exceed the rim.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	Plane apply(final double sigma, final Progress progress) {
		final float[][] rows = buffers.floats(height, width);
		final double[] g = GaussianKernel.gaussian(sigma);
		final double[] d = GaussianKernel.secondDerivative(sigma);
		final int radius = g.length - 1;
		final float[] g0 = new float[radius + 1], g2 = new float[radius + 1];
		for (int k = 0; k <= radius; k++) {
			g0[k] = (float) g[k];
			g2[k] = (float) (-sigma * sigma * d[k]);
		}
		final Passes passes = new Passes(buffers.floats(height + 2 * rim, width), buffers.floats(height +
			2 * rim, width));
		Bands.run(width, CHUNK, (from, to) -> alongX(from, to, g0, g2, passes, progress));
		progress.checkCanceled();
		// What the kernel, cut off as it is, makes of the offset.
		final double offset = -sigma * sigma * (centre / unit) * 2 * sum(g) * sum(d);
		Bands.run(height, (from, to) -> alongY(from, to, g0, g2, passes, rows, (float) offset, progress));
		progress.checkCanceled();
		buffers.giveBack(passes.smooth);
		buffers.giveBack(passes.curved);
		return new Plane(rows, unit, (float) error(radius, sigma * sigma * absoluteSum(d), offset));
	}

	/**
	 * Bound of the rounding errors: n roundings of terms whose absolute values sum to S
	 * add up to at most n·S half units in the last place (Higham 2002, Accuracy and
	 * Stability of Numerical Algorithms, section 3.1). Those are, of either of the two
	 * terms, pixel, weight, pair, product and up to radius sums along x, and again
	 * weight, pair, product, the sum of both terms, and up to radius + 2 sums along y.
	 *
	 * @param weight sum of absolute weights of σ²G″; those of G sum to 1
	 */
	private double error(final int radius, final double weight, final double offset) {
		return UNIT_ROUNDOFF * 1.01 * ((2 * radius + 10) * 2 * weight * amplitude + (radius + 3) *
			Math.abs(offset));
	}

	private static double sum(final double[] half) {
		double sum = half[0];
		for (int k = 1; k < half.length; k++)
			sum += 2 * half[k];
		return sum;
	}

	private static double absoluteSum(final double[] half) {
		double sum = Math.abs(half[0]);
		for (int k = 1; k < half.length; k++)
			sum += 2 * Math.abs(half[k]);
		return sum;
	}

	private void alongX(final int from, final int to, final float[] g0, final float[] g2,
		final Passes passes, final Progress progress)
	{
		final int radius = g0.length - 1;
		final float[][] lines = buffers.floats(2 * CHUNK, height + 2 * rim);
		for (int x = from; x < to && !progress.isCanceled(); x += CHUNK) {
			final int n = Math.min(CHUNK, to - x);
			for (int i = 0; i < n; i++)
				column(x + i + rim, g0, g2, radius, lines[i], lines[CHUNK + i]);
			transpose(lines, 0, n, passes.smooth, x, radius);
			transpose(lines, CHUNK, n, passes.curved, x, radius);
		}
		buffers.giveBack(lines);
	}

	private void column(final int x, final float[] g0, final float[] g2, final int radius,
		final float[] smoothed, final float[] curvedOut)
	{
		Loops.scale(columns[x], g0[0], g2[0], smoothed, curvedOut);
		int k = radius;
		for (; k > 1; k -= 2)
			Loops.addPairs(columns[x - k], columns[x + k], columns[x - k + 1], columns[x + k - 1], g0[k],
				g2[k], g0[k - 1], g2[k - 1], smoothed, curvedOut);
		if (k == 1) Loops.addPair(columns[x - 1], columns[x + 1], g0[1], g2[1], smoothed, curvedOut);
	}

	private void alongY(final int from, final int to, final float[] g0, final float[] g2,
		final Passes passes, final float[][] rows, final float offset, final Progress progress)
	{
		final float[][] smooth = passes.smooth, curved = passes.curved;
		for (int y = from; y < to && !progress.isCanceled(); y++) {
			final int centreRow = y + rim;
			final float[] out = rows[y];
			Loops.combine(curved[centreRow], smooth[centreRow], g0[0], g2[0], offset, out);
			for (int k = g0.length - 1; k > 0; k--)
				Loops.addPairs(curved[centreRow - k], curved[centreRow + k], smooth[centreRow - k],
					smooth[centreRow + k], g0[k], g2[k], out);
		}
	}

	/** No more than the rows that the pass along y looks at. */
	private void transpose(final float[][] lines, final int first, final int n,
		final float[][] into, final int at, final int radius)
	{
		final int last = height + rim + radius;
		// In blocks, so that the rows which are written stay in the cache.
		for (int y = rim - radius; y < last; y += CHUNK) {
			final int end = Math.min(last, y + CHUNK);
			int i = 0;
			for (; i + 8 <= n; i += 8)
				Loops.transposeEight(lines, first + i, into, at + i, y, end);
			for (; i < n; i++)
				for (int row = y; row < end; row++)
					into[row][at + i] = lines[first + i][row];
		}
	}
}
