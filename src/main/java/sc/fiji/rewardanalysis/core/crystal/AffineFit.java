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

package sc.fiji.rewardanalysis.core.crystal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * A lattice through numbered atoms: x = o + m a + n b, by iterated least squares with
 * weights w = (1 − ρ²)² for ρ = |r| / {@value #CUT}s &lt; 1, else 0 (Tukey's bisquare), r
 * being an atom's residual in the plane and s = median |r| / 1.1774, which is the standard
 * deviation along each axis if residuals are normal.
 * <p>
 * The covariance is the sandwich A⁻¹BA⁻¹ of M-estimators (Huber 1981, Robust Statistics,
 * ch. 7), A = Σ (w + ½ρ dw/dρ) zzᵀ, z = (1, m, n). B sums the scores w r z of whole blocks
 * of {@value #BLOCK} × {@value #BLOCK} cells before it multiplies them, so that residuals
 * which neighbours share, as of drift, don't make errors look small; with fewer than
 * {@value #FEWEST_BLOCKS} blocks each atom counts by itself.
 *
 * @param ox the origin o, px
 * @param oy likewise
 * @param vectors a and b, px
 * @param covariance of (ox, ax, bx, oy, ay, by), px², 6 × 6
 * @param sigma s, px
 * @param atoms how many have a weight above 0
 */
public record AffineFit(double ox, double oy, LatticeVectors vectors, double[][] covariance,
	double sigma, int atoms)
{

	/** Fewer say nothing of their scatter. */
	static final int FEWEST = 6;
	private static final double CUT = 4.685, RAYLEIGH = 1.1774100225154747;
	private static final int BLOCK = 6, FEWEST_BLOCKS = 24, MOST_PASSES = 60;

	/**
	 * Fits.
	 *
	 * @param m coordinate of each atom along the first translation, cells
	 * @param n along the second one
	 * @param x px
	 * @param y px
	 * @throws RewardAnalysisException if there are too few atoms, or all in a row
	 */
	public static AffineFit of(final double[] m, final double[] n, final double[] x,
		final double[] y)
	{
		if (m.length < FEWEST) throw new RewardAnalysisException(
			"Only %d atoms belong to the lattice, and it takes %d to fit it; find more atoms or choose a larger area.",
			m.length, FEWEST);
		return new Fit(m, n, x, y).run();
	}

	/** The x of a place of the lattice. */
	public double x(final double m, final double n) {
		return ox + vectors.x(m, n);
	}

	/** The y of a place of the lattice. */
	public double y(final double m, final double n) {
		return oy + vectors.y(m, n);
	}

	/** While it is fitted, about the means, which keeps the numbers small. */
	private static final class Fit {

		private final double[] m, n, x, y, w, r;
		private final double meanM, meanN;
		private double sigma;

		/** Of x and of y. */
		private double[] px = new double[3], py = new double[3];

		Fit(final double[] m, final double[] n, final double[] x, final double[] y) {
			this.m = m;
			this.n = n;
			this.x = x;
			this.y = y;
			w = new double[m.length];
			r = new double[m.length];
			meanM = Arrays.stream(m).average().orElseThrow();
			meanN = Arrays.stream(n).average().orElseThrow();
			Arrays.fill(w, 1);
		}

		AffineFit run() {
			for (int pass = 0; pass < MOST_PASSES; pass++) {
				final double[] beforeX = px, beforeY = py;
				solve();
				weigh();
				// Weights no longer move the lattice.
				if (Math.max(change(beforeX, px), change(beforeY, py)) < 1e-9 * sigma) break;
			}
			solve();
			final LatticeVectors vectors = new LatticeVectors(px[1], py[1], px[2], py[2]);
			return new AffineFit(px[0] - vectors.x(meanM, meanN), py[0] - vectors.y(meanM, meanN), vectors,
				atOrigin(covariance()), sigma, (int) Arrays.stream(w).filter(v -> v > 0).count());
		}

		private static double change(final double[] a, final double[] b) {
			double most = 0;
			for (int i = 0; i < 3; i++)
				most = Math.max(most, Math.abs(a[i] - b[i]));
			return most;
		}

		private double[] row(final int i) {
			return new double[] { 1, m[i] - meanM, n[i] - meanN };
		}

		private void solve() {
			final DMatrixRMaj a = new DMatrixRMaj(3, 3);
			final double[] bx = new double[3], by = new double[3];
			for (int i = 0; i < m.length; i++) {
				final double[] z = row(i);
				add(a, z, w[i]);
				for (int k = 0; k < 3; k++) {
					bx[k] += w[i] * z[k] * x[i];
					by[k] += w[i] * z[k] * y[i];
				}
			}
			invert(a);
			px = times(a, bx);
			py = times(a, by);
		}

		private static void add(final DMatrixRMaj a, final double[] z, final double weight) {
			for (int k = 0; k < 3; k++)
				for (int l = 0; l < 3; l++)
					a.add(k, l, weight * z[k] * z[l]);
		}

		private static void invert(final DMatrixRMaj a) {
			final double size = a.get(1, 1) * a.get(2, 2), cross = a.get(1, 2) * a.get(2, 1);
			if (!(size - cross > 1e-9 * size) || !CommonOps_DDRM.invert(a)) throw new RewardAnalysisException(
				"The atoms of the lattice all lie in one row; find more atoms or choose a larger area.");
		}

		private static double[] times(final DMatrixRMaj a, final double[] b) {
			final double[] product = new double[3];
			for (int k = 0; k < 3; k++)
				for (int l = 0; l < 3; l++)
					product[k] += a.get(k, l) * b[l];
			return product;
		}

		private double residualX(final int i) {
			final double[] z = row(i);
			return x[i] - px[0] - px[1] * z[1] - px[2] * z[2];
		}

		private double residualY(final int i) {
			final double[] z = row(i);
			return y[i] - py[0] - py[1] * z[1] - py[2] * z[2];
		}

		private void weigh() {
			for (int i = 0; i < r.length; i++)
				r[i] = Math.hypot(residualX(i), residualY(i));
			// Rounding alone, where everything fits.
			sigma = Math.max(Robust.median(r) / RAYLEIGH, 1e-12 * (1 + Math.hypot(px[1], py[1])));
			for (int i = 0; i < r.length; i++) {
				final double part = 1 - square(r[i] / (CUT * sigma));
				w[i] = part > 0 ? part * part : 0;
			}
		}

		private static double square(final double value) {
			return value * value;
		}

		private DMatrixRMaj covariance() {
			final DMatrixRMaj ax = new DMatrixRMaj(3, 3), ay = new DMatrixRMaj(3, 3);
			final Map<Long, double[]> blocks = new HashMap<>();
			final DMatrixRMaj alone = new DMatrixRMaj(6, 6);
			for (int i = 0; i < m.length; i++) {
				final double t = square(r[i] / (CUT * sigma));
				if (t >= 1) continue;
				// Slopes of the scores: residuals along x and y need not be alike.
				add(ax, row(i), square(1 - t) - 4 * square(residualX(i) / (CUT * sigma)) * (1 - t));
				add(ay, row(i), square(1 - t) - 4 * square(residualY(i) / (CUT * sigma)) * (1 - t));
				final double[] score = new double[6];
				for (int k = 0; k < 3; k++) {
					score[k] = w[i] * residualX(i) * row(i)[k];
					score[3 + k] = w[i] * residualY(i) * row(i)[k];
				}
				outer(alone, score);
				final double[] sum = blocks.computeIfAbsent((long) Math.floor(m[i] / BLOCK) << 32 | (long) Math
					.floor(n[i] / BLOCK) & 0xffffffffL, k -> new double[6]);
				for (int k = 0; k < 6; k++)
					sum[k] += score[k];
			}
			invert(ax);
			invert(ay);
			final DMatrixRMaj b = new DMatrixRMaj(6, 6);
			final boolean shared = blocks.size() >= FEWEST_BLOCKS;
			if (shared) blocks.keySet().stream().sorted().forEach(key -> outer(b, blocks.get(key)));
			final double count = shared ? blocks.size() : m.length;
			return sandwich(ax, ay, shared ? b : alone, count / (count - (shared ? 1 : 3)));
		}

		private static void outer(final DMatrixRMaj into, final double[] score) {
			for (int k = 0; k < 6; k++)
				for (int l = 0; l < 6; l++)
					into.add(k, l, score[k] * score[l]);
		}

		private static DMatrixRMaj sandwich(final DMatrixRMaj ax, final DMatrixRMaj ay,
			final DMatrixRMaj b, final double factor)
		{
			final DMatrixRMaj both = new DMatrixRMaj(6, 6), product = new DMatrixRMaj(6, 6), result =
				new DMatrixRMaj(6, 6);
			CommonOps_DDRM.insert(ax, both, 0, 0);
			CommonOps_DDRM.insert(ay, both, 3, 3);
			CommonOps_DDRM.mult(both, b, product);
			CommonOps_DDRM.mult(factor, product, both, result);
			return result;
		}

		/** From the mean's place to cell (0, 0). */
		private double[][] atOrigin(final DMatrixRMaj centred) {
			final DMatrixRMaj move = CommonOps_DDRM.identity(6), product = new DMatrixRMaj(6, 6), result =
				new DMatrixRMaj(6, 6);
			for (int k = 0; k < 6; k += 3) {
				move.set(k, k + 1, -meanM);
				move.set(k, k + 2, -meanN);
			}
			CommonOps_DDRM.mult(move, centred, product);
			CommonOps_DDRM.multTransB(product, move, result);
			final double[][] covariance = new double[6][6];
			for (int k = 0; k < 6; k++)
				for (int l = 0; l < 6; l++)
					covariance[k][l] = result.get(k, l);
			return covariance;
		}
	}
}
