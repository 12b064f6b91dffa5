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

package sc.fiji.rewardanalysis.core.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * One cell of the image's lattice, the mean of all cells, and the columns in it.
 * <p>
 * Columns are the maxima that stand out: whose prominence – height above the highest saddle
 * on the way to a higher one, around the cell's edges too – is more than noise
 * ({@value #NOISE} standard errors) and {@value #FAINT} of the cell's range.
 *
 * @param values {@code columns} along the first translation for each of {@code rows} along
 *          the second; point (i, j) lies at i / columns, j / rows
 * @param columns number of points along the first translation
 * @param rows along the second
 * @param translations px
 * @param count of columns of atoms; its error is half the number of doubtful ones
 * @param maxima where they are, in fractions of the translations
 */
public record MeanCell(float[] values, int columns, int rows, LatticeVectors translations,
	Measured count, List<double[]> maxima)
{

	private static final double NOISE = 4.5, FAINT = 0.015;

	/** Blur, relative to the root of the cell's area: finer than columns are. */
	private static final double BLUR = 0.035;

	private static final int FEWEST = 12, MOST = 128;

	/** A maximum of prominence between the limit and this times it, or its inverse, is doubtful. */
	private static final double DOUBT = 1.5;

	/** @param sample which pixels count, row by row */
	static MeanCell of(final Pixels pixels, final PhaseFit fit, final boolean[] sample,
		final Contrast contrast, final Progress progress)
	{
		final LatticeVectors cell = fit.translations();
		final int nu = points(cell.lengthA()), nv = points(cell.lengthB());
		final double[] sums = new double[nu * nv], counts = new double[nu * nv];
		final double sign = contrast == Contrast.DARK ? -1 : 1;
		double squares = 0, n = 0;
		for (int y = 0; y < pixels.height(); y++) {
			progress.checkCanceled();
			for (int x = 0; x < pixels.width(); x++) {
				final int at = y * pixels.width() + x;
				if (!pixels.valid()[at] || !sample[at]) continue;
				final double[] moved = fit.movedAt(x, y);
				final double u = nu * fraction(cell.fractionA(x - moved[0], y - moved[1])), v = nv * fraction(
					cell.fractionB(x - moved[0], y - moved[1]));
				final int i = (int) u % nu, j = (int) v % nv, right = (i + 1) % nu, below = (j + 1) % nv;
				final double p = u - Math.floor(u), q = v - Math.floor(v), value = sign * pixels
					.values()[at];
				splat(sums, counts, j * nu + i, (1 - p) * (1 - q), value);
				splat(sums, counts, j * nu + right, p * (1 - q), value);
				splat(sums, counts, below * nu + i, (1 - p) * q, value);
				splat(sums, counts, below * nu + right, p * q, value);
				squares += value * value;
				n++;
			}
		}
		return blurred(sums, counts, nu, nv, cell, squares / Math.max(1, n), sign);
	}

	private static int points(final double length) {
		return (int) Math.max(FEWEST, Math.min(MOST, Math.ceil(length)));
	}

	private static double fraction(final double value) {
		return value - Math.floor(value);
	}

	private static void splat(final double[] sums, final double[] counts, final int at,
		final double weight, final double value)
	{
		sums[at] += weight * value;
		counts[at] += weight;
	}

	private static MeanCell blurred(final double[] sums, final double[] counts, final int nu,
		final int nv, final LatticeVectors cell, final double power, final double sign)
	{
		final double sigma = BLUR * Math.sqrt(cell.area());
		final int ru = (int) Math.ceil(3 * sigma / cell.area() * cell.lengthB() * nu), rv = (int) Math.ceil(3 *
			sigma / cell.area() * cell.lengthA() * nv);
		final float[] values = new float[nu * nv];
		final double[] errors = new double[nu * nv];
		double mean = 0;
		for (int j = 0; j < nv; j++)
			for (int i = 0; i < nu; i++) {
				double sum = 0, weight = 0, squared = 0;
				for (int l = -rv; l <= rv; l++)
					for (int k = -ru; k <= ru; k++) {
						final double x = cell.x((double) k / nu, (double) l / nv), y = cell.y((double) k / nu,
							(double) l / nv);
						final double w = Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
						final int at = Math.floorMod(j + l, nv) * nu + Math.floorMod(i + k, nu);
						sum += w * sums[at];
						weight += w * counts[at];
						squared += w * w * counts[at];
					}
				values[j * nu + i] = (float) (sum / Math.max(weight, 1e-12));
				errors[j * nu + i] = Math.sqrt(squared) / Math.max(weight, 1e-12);
				mean += values[j * nu + i] * (double) values[j * nu + i] / (nu * nv);
			}
		// What of the pixels' variance the motif doesn't explain.
		final double noise = Math.sqrt(Math.max(0, power - mean)), error = Arrays.stream(errors).average()
			.orElse(0) * noise;
		return counted(values, nu, nv, cell, error, sign);
	}

	private static MeanCell counted(final float[] values, final int nu, final int nv,
		final LatticeVectors cell, final double error, final double sign)
	{
		final double[] prominences = prominences(values, nu, nv);
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (final float v : values) {
			low = Math.min(low, v);
			high = Math.max(high, v);
		}
		final double limit = Math.max(NOISE * error, FAINT * (high - low));
		final int[] maxima = IntStream.range(0, values.length).filter(i -> prominences[i] > limit).boxed()
			.sorted(Comparator.comparingDouble(i -> -values[i])).mapToInt(i -> i).toArray();
		final long doubtful = Arrays.stream(prominences).filter(p -> p > limit / DOUBT && p < limit *
			DOUBT).count();
		final float[] shown = new float[values.length];
		for (int i = 0; i < shown.length; i++)
			shown[i] = (float) (sign * values[i]);
		return new MeanCell(shown, nu, nv, cell, new Measured(maxima.length, 0.5 * doubtful), Arrays.stream(
			maxima).mapToObj(i -> new double[] { (double) (i % nu) / nu, (double) (i / nu) / nv })
			.toList());
	}

	/** Of each local maximum of a cell that repeats itself, the others' are 0. */
	static double[] prominences(final float[] values, final int nu, final int nv) {
		final Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
		Arrays.sort(order, (p, q) -> values[p] != values[q] ? Float.compare(values[q], values[p])
			: Integer.compare(p, q));
		final int[] top = new int[values.length];
		Arrays.fill(top, -1);
		final double[] prominences = new double[values.length];
		for (final int at : order) {
			top[at] = at;
			prominences[at] = 0;
			for (int dv = -1; dv <= 1; dv++)
				for (int du = -1; du <= 1; du++) {
					final int other = Math.floorMod(at / nu + dv, nv) * nu + Math.floorMod(at % nu + du, nu);
					if (other == at || top[other] < 0) continue;
					final int p = find(top, at), q = find(top, other);
					if (p == q) continue;
					// The lower summit ends where two meet.
					final boolean first = values[p] > values[q] || values[p] == values[q] && p < q;
					final int higher = first ? p : q, lower = first ? q : p;
					prominences[lower] = values[lower] - values[at];
					top[lower] = higher;
				}
		}
		double least = Double.POSITIVE_INFINITY;
		for (final float v : values)
			least = Math.min(least, v);
		prominences[order[0]] = values[order[0]] - least;
		return prominences;
	}

	private static int find(final int[] top, final int at) {
		int root = at;
		while (top[root] != root)
			root = top[root];
		int i = at;
		while (top[i] != root) {
			final int next = top[i];
			top[i] = root;
			i = next;
		}
		return root;
	}

	/** The value at fractions of the translations, between points linearly. */
	public float smooth(final double u, final double v) {
		final double x = fraction(u) * columns, y = fraction(v) * rows;
		final int i = (int) x % columns, j = (int) y % rows, right = (i + 1) % columns, below = (j + 1) %
			rows;
		final double p = x - Math.floor(x), q = y - Math.floor(y);
		return (float) ((1 - q) * ((1 - p) * values[j * columns + i] + p * values[j * columns + right]) +
			q * ((1 - p) * values[below * columns + i] + p * values[below * columns + right]));
	}
}
