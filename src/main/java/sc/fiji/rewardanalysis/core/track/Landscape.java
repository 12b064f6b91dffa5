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

package sc.fiji.rewardanalysis.core.track;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * How bright an image is on the scale of its columns, and nothing finer or much coarser: the
 * image smoothed by half a column distance less the image smoothed by four. The lattice itself
 * all but vanishes in it; what stays tells its translations apart: borders, defects, columns
 * that differ. Shading of the detector, which does not move with the specimen, vanishes too.
 * Kept on a coarse grid. Immutable.
 */
public final class Landscape {

	/** Standard deviations of the two smoothings in units of the column distance. */
	private static final double FINE = 0.5, COARSE = 4;

	/** Grid nodes in a column distance, at least. */
	private static final int NODES = 4;

	private static final int ROWS = 64;

	private final float[] values;
	private final int width, height, step;

	/** Nodes in as much of the image as varies independently. */
	private final double nodesInPatch;

	private Landscape(final float[] values, final int width, final int height, final int step,
		final double spacing)
	{
		this.values = values;
		this.width = width;
		this.height = height;
		this.step = step;
		nodesInPatch = Math.max(1, 4 * Math.PI * Math.pow(FINE * spacing / step, 2));
	}

	/** Columns farther apart fit into no image, px. */
	private static final double LARGEST_SPACING = 1e5;

	/**
	 * @param image two-dimensional; pixels that are no numbers count for nothing
	 * @param spacing distance of neighbouring columns, px
	 */
	public static <T extends RealType<T>> Landscape of(final RandomAccessibleInterval<T> image,
		final double spacing, final Progress progress)
	{
		Checks.positive("distance of neighbouring columns (px)", spacing);
		Checks.within("distance of neighbouring columns (px)", spacing, 0, LARGEST_SPACING);
		final int step = Math.max(1, (int) (spacing / NODES));
		final int width = Math.max(1, (int) (image.dimension(0) / step));
		final int height = Math.max(1, (int) (image.dimension(1) / step));
		// Of an image narrower than a step, all there is.
		final int right = (int) Math.min((long) width * step, image.dimension(0));
		final int bottom = (int) Math.min((long) height * step, image.dimension(1));
		final double[] sums = new double[width * height], counts = new double[width * height];
		final RandomAccess<T> access = image.randomAccess();
		for (int y = 0; y < bottom; y++) {
			if (y % ROWS == 0) progress.checkCanceled();
			access.setPosition(image.min(0), 0);
			access.setPosition(image.min(1) + y, 1);
			for (int x = 0; x < right; x++) {
				final double value = access.get().getRealDouble();
				final int node = y / step * width + x / step;
				if (Double.isFinite(value)) {
					sums[node] += value;
					counts[node]++;
				}
				access.fwd(0);
			}
		}
		return new Landscape(band(sums, counts, width, height, spacing / step, progress), width, height,
			step, spacing);
	}

	/** The difference of two smoothings, each of values weighted by how many there are. */
	private static float[] band(final double[] sums, final double[] counts, final int width,
		final int height, final double spacing, final Progress progress)
	{
		final double[][] fine = { sums.clone(), counts.clone() }, coarse = { sums, counts };
		for (int i = 0; i < 2; i++) {
			smooth(fine[i], width, height, FINE * spacing);
			progress.checkCanceled();
			smooth(coarse[i], width, height, COARSE * spacing);
			progress.checkCanceled();
		}
		final float[] band = new float[width * height];
		for (int i = 0; i < band.length; i++)
			band[i] = fine[1][i] > 0 && coarse[1][i] > 0 ? (float) (fine[0][i] / fine[1][i] -
				coarse[0][i] / coarse[1][i]) : Float.NaN;
		return band;
	}

	/** By a Gaussian along both axes; beyond the edge is nothing. */
	private static void smooth(final double[] values, final int width, final int height,
		final double sigma)
	{
		final double[] kernel = new double[1 + (int) Math.ceil(3 * sigma)];
		for (int k = 0; k < kernel.length; k++)
			kernel[k] = Math.exp(-0.5 * k * k / (sigma * sigma));
		final double[] line = new double[Math.max(width, height)];
		for (int y = 0; y < height; y++)
			smooth(values, y * width, 1, width, kernel, line);
		for (int x = 0; x < width; x++)
			smooth(values, x, width, height, kernel, line);
	}

	private static void smooth(final double[] values, final int from, final int stride, final int n,
		final double[] kernel, final double[] line)
	{
		for (int i = 0; i < n; i++)
			line[i] = values[from + i * stride];
		for (int i = 0; i < n; i++) {
			double sum = kernel[0] * line[i];
			for (int k = 1; k < kernel.length; k++) {
				if (i - k >= 0) sum += kernel[k] * line[i - k];
				if (i + k < n) sum += kernel[k] * line[i + k];
			}
			values[from + i * stride] = sum;
		}
	}

	/** A correlation, and of how many independent patches. */
	record Agreement(double correlation, double patches) {}

	/** How well another landscape, its columns moved back by a displacement, agrees with this one. */
	Agreement agreement(final Landscape other, final double dx, final double dy) {
		final double shiftX = dx / step, shiftY = dy / step;
		double n = 0, sumA = 0, sumB = 0, sumAa = 0, sumBb = 0, sumAb = 0;
		// Every other node: neighbours say nearly the same.
		for (int y = 0; y < height; y += 2)
			for (int x = 0; x < width; x += 2) {
				final double a = values[y * width + x], b = other.at(x + shiftX, y + shiftY);
				if (Double.isNaN(a) || Double.isNaN(b)) continue;
				n++;
				sumA += a;
				sumB += b;
				sumAa += a * a;
				sumBb += b * b;
				sumAb += a * b;
			}
		final double varA = sumAa - sumA * sumA / n, varB = sumBb - sumB * sumB / n;
		return new Agreement(n > 1 && varA > 0 && varB > 0 ? (sumAb - sumA * sumB / n) / Math.sqrt(varA *
			varB) : 0, 4 * n / nodesInPatch);
	}

	/** Between its nodes, linearly; NaN outside. */
	private double at(final double x, final double y) {
		final int i = (int) Math.floor(x), j = (int) Math.floor(y);
		if (i < 0 || j < 0 || i >= width - 1 || j >= height - 1) return Double.NaN;
		final double u = x - i, v = y - j;
		final int p = j * width + i;
		return (1 - v) * ((1 - u) * values[p] + u * values[p + 1]) + v * ((1 - u) * values[p + width] +
			u * values[p + width + 1]);
	}
}
