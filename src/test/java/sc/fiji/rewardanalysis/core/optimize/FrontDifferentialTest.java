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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Random points: fronts, volumes and beliefs are what their definitions say, one by one. */
class FrontDifferentialTest {

	private static final int GRID = 6;

	private final SplittableRandom random = new SplittableRandom(3);

	/** On a grid, where nearly everything is a tie, and the volume is a number of cells. */
	@Test
	void frontsAndVolumesAreThoseCounted() {
		for (int trial = 0; trial < 600; trial++) {
			final int m = 1 + random.nextInt(4), n = random.nextInt(25);
			final double[][] points = new double[n][m];
			for (final double[] p : points)
				Arrays.setAll(p, j -> random.nextInt(GRID + 2));
			final boolean[] expected = new boolean[n];
			for (int i = 0; i < n; i++) {
				expected[i] = true;
				for (final double[] q : points)
					if (dominates(q, points[i])) expected[i] = false;
			}
			assertArrayEquals(expected, ParetoFront.nonDominated(points), Arrays.deepToString(points));
			final double[] reference = new double[m];
			Arrays.fill(reference, GRID);
			assertEquals(cells(points, m), Hypervolume.of(points, reference), Arrays.deepToString(points));
		}
	}

	private static boolean dominates(final double[] p, final double[] q) {
		boolean nowhereWorse = true, somewhereBetter = false;
		for (int j = 0; j < p.length; j++) {
			nowhereWorse &= p[j] <= q[j];
			somewhereBetter |= p[j] < q[j];
		}
		return nowhereWorse && somewhereBetter;
	}

	/** Unit cells whose lower corner some point doesn't exceed. */
	private static double cells(final double[][] points, final int m) {
		int cells = 0;
		for (int c = 0; c < Math.pow(GRID, m); c++) {
			boolean covered = false;
			for (final double[] p : points) {
				boolean below = true;
				for (int j = 0, rest = c; j < m; j++, rest /= GRID)
					below &= p[j] <= rest % GRID;
				covered |= below;
			}
			if (covered) cells++;
		}
		return cells;
	}

	/** Of matrices that are written down and inverted; with axes that are choices. */
	@Test
	void beliefsAreThoseOfTheFormula() {
		for (int trial = 0; trial < 100; trial++) {
			final int d = 1 + random.nextInt(4), n = 2 + random.nextInt(30);
			final boolean[] choices = new boolean[d];
			final double[] lengths = new double[d];
			for (int j = 0; j < d; j++) {
				choices[j] = random.nextInt(3) == 0;
				lengths[j] = 0.2 + random.nextDouble();
			}
			final Hyperparameters h = new Hyperparameters(0.5 + random.nextDouble(), lengths, 1e-4 + 0.1 *
				random.nextDouble(), choices);
			final double[][] x = new double[n + 5][d];
			for (final double[] p : x)
				Arrays.setAll(p, j -> choices[j] ? random.nextInt(3) : random.nextDouble());
			final double[] y = random.doubles(n, -3, 5).toArray();
			final GaussianProcess process = GaussianProcess.of(Arrays.copyOf(x, n), y, h);

			final double mean = Arrays.stream(y).average().getAsDouble(), sd = Math.sqrt(Arrays.stream(y).map(
				v -> (v - mean) * (v - mean)).average().getAsDouble());
			final RealMatrix covariances = new Array2DRowRealMatrix(n, n);
			final double[] z = new double[n];
			for (int i = 0; i < n; i++) {
				z[i] = (y[i] - mean) / sd;
				for (int k = 0; k < n; k++)
					covariances.setEntry(i, k, covariance(x[i], x[k], h) + (i == k ? h.noise() : 0));
			}
			final RealMatrix inverse = new LUDecomposition(covariances).getSolver().getInverse();
			for (int t = n; t < x.length; t++) {
				final double[] k = new double[n];
				for (int i = 0; i < n; i++)
					k[i] = covariance(x[i], x[t], h);
				final GaussianProcess.Belief belief = process.predict(x[t]);
				assertEquals(mean + sd * dot(k, inverse.operate(z)), belief.mean(), 1e-8);
				assertEquals(sd * sd * (h.constant() - dot(k, inverse.operate(k))), belief.sd() *
					belief.sd(), 1e-8);
			}
		}
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}

	/** Matérn's with ν = 5/2, times e to the choices that differ. */
	private static double covariance(final double[] p, final double[] q, final Hyperparameters h) {
		double squares = 0, differing = 0;
		for (int j = 0; j < p.length; j++)
			if (h.categorical()[j]) differing += (p[j] == q[j] ? 0 : 1) / h.lengthScales()[j];
			else squares += Math.pow((p[j] - q[j]) / h.lengthScales()[j], 2);
		final double r = Math.sqrt(squares);
		return h.constant() * (1 + Math.sqrt(5) * r + 5 * r * r / 3) * Math.exp(-Math.sqrt(5) * r -
			differing);
	}
}
