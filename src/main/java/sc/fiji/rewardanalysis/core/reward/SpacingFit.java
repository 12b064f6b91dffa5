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

package sc.fiji.rewardanalysis.core.reward;

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How the distances of neighbouring atoms agree with the crystal, in size and in shape.
 * <p>
 * An atom's four nearest distances are compared with those of each site of the crystal.
 * A site times a factor fits best with the factor that least squares give; of the sites
 * the one with the smallest remainder is the atom's.
 *
 * @param residual root mean square of the differences between observed and ideal
 *          distances, as {@link LatticeResidual}, but in parts of the crystal's nearest
 *          distance; what a wrong crystal, a wrong pixel size and false or missing atoms all
 *          raise
 * @param scale median factor by which observed distances are longer than ideal ones; what
 *          the pixel size is wrong by, if the crystal is right
 * @param remainder mean over atoms of what no factor explains: the sine of the angle
 *          between the vectors of observed and ideal distances, 0 if they are proportional
 */
public record SpacingFit(double residual, double scale, double remainder) {

	/**
	 * Of the atoms in the judged area.
	 *
	 * @throws RewardAnalysisException if none of them lies there or there are fewer than five
	 */
	public static SpacingFit of(final AtomSet atoms) {
		final int[] judged = atoms.judged();
		if (judged.length == 0 || atoms.atoms().size() < AtomPhysics.FEWEST_ATOMS)
			throw new RewardAnalysisException(
				"There are %d atoms, %d of them away from the border: too few to compare their distances with the crystal.",
				atoms.atoms().size(), judged.length);
		final double[][] sites = atoms.physics().siteDistances();
		final double[] scales = new double[judged.length];
		double remainders = 0;
		for (int i = 0; i < judged.length; i++) {
			final double[] observed = atoms.nearestDistances(judged[i]);
			double least = Double.POSITIVE_INFINITY;
			for (final double[] ideal : sites) {
				final double od = product(observed, ideal), dd = product(observed, observed), oo = product(
					ideal, ideal);
				// Atoms in one place have no direction.
				final double remainder = dd == 0 ? 1 : Math.sqrt(Math.max(0, 1 - od * od / (oo * dd)));
				if (remainder < least) {
					least = remainder;
					scales[i] = od / oo;
				}
			}
			remainders += least;
		}
		Arrays.sort(scales);
		final int n = scales.length;
		return new SpacingFit(new LatticeResidual().score(atoms).value() / atoms.physics()
			.nearestDistance(), (scales[(n - 1) / 2] + scales[n / 2]) / 2, remainders / n);
	}

	private static double product(final double[] a, final double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += a[k] * b[k];
		return sum;
	}
}
