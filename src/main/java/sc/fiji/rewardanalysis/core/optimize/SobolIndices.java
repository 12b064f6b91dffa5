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

package sc.fiji.rewardanalysis.core.optimize;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Which part of a function's variance over the unit cube is owed to each axis.
 *
 * @param main the main effect S of each axis: the part that would vanish if the axis
 *          were known. Their sum is at most 1
 * @param total the total effect T of each axis: the part that would be left if all
 *          others were known, interactions included. Their sum is at least 1, or 0 of a
 *          constant
 */
record SobolIndices(double[] main, double[] total) {

	/** A variance as small as this part of the mean's square is rounding. */
	private static final double ROUNDING = 1e-24;

	/**
	 * Estimates the indices from n(d + 2) values of the function at a shifted Sobol design,
	 * whose rows are two points A and B. With B's coordinate i put into A,
	 * <p>
	 * V S = mean of f(B) (f(AB) − f(A)), V T = ½ mean of (f(A) − f(AB))²
	 * <p>
	 * (Saltelli et al. 2010, Comput. Phys. Commun. 181:259,
	 * doi:10.1016/j.cpc.2009.09.018, table 2 b; Jansen 1999, Comput. Phys. Commun.
	 * 117:35, doi:10.1016/S0010-4655(98)00154-4), with f less its mean, which changes
	 * neither but keeps S precise. A function without variance has indices 0. What
	 * chance takes beyond 0 … 1 is clipped.
	 *
	 * @param function of a point of the cube, finite; the array is used again
	 * @param dimension of the cube
	 * @param n rows of the design; a power of 2 is best
	 * @param random shifts the design
	 */
	static SobolIndices of(final ToDoubleFunction<double[]> function, final int dimension,
		final int n, final SplittableRandom random)
	{
		Checks.atLeast("The number of axes", dimension, 1);
		Checks.atLeast("The size of a design", n, 2);
		final ShiftedSobol design = new ShiftedSobol(2 * dimension, random);
		final double[] a = new double[n], b = new double[n];
		final double[][] ab = new double[dimension][n];
		final double[] point = new double[dimension];
		for (int row = 0; row < n; row++) {
			final double[] both = design.next();
			System.arraycopy(both, dimension, point, 0, dimension);
			b[row] = function.applyAsDouble(point);
			System.arraycopy(both, 0, point, 0, dimension);
			a[row] = function.applyAsDouble(point);
			for (int i = 0; i < dimension; i++) {
				point[i] = both[dimension + i];
				ab[i][row] = function.applyAsDouble(point);
				point[i] = both[i];
			}
		}
		return estimate(a, b, ab);
	}

	private static SobolIndices estimate(final double[] a, final double[] b, final double[][] ab) {
		final int n = a.length, dimension = ab.length;
		double mean = 0, variance = 0;
		for (int row = 0; row < n; row++)
			mean += (a[row] + b[row]) / (2 * n);
		for (int row = 0; row < n; row++)
			variance += (square(a[row] - mean) + square(b[row] - mean)) / (2 * n);
		final double[] main = new double[dimension], total = new double[dimension];
		if (variance <= ROUNDING * mean * mean) return new SobolIndices(main, total);
		for (int i = 0; i < dimension; i++) {
			for (int row = 0; row < n; row++) {
				final double change = ab[i][row] - a[row];
				main[i] += (b[row] - mean) * change / n;
				total[i] += square(change) / (2 * n);
			}
			main[i] = clip(main[i] / variance);
			total[i] = clip(total[i] / variance);
		}
		return new SobolIndices(main, total);
	}

	private static double square(final double v) {
		return v * v;
	}

	private static double clip(final double v) {
		return Math.min(1, Math.max(0, v));
	}
}
