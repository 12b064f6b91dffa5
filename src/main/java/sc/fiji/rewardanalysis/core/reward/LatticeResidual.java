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

/**
 * How far each atom's surroundings are from those of the site of the crystal that
 * they resemble most: the root mean square, over atoms and their four nearest
 * neighbours, of the difference between observed and ideal distance, nm.
 * <p>
 * It is a fit of the lattice atom by atom, free of rotation and phase, so that
 * drift, strain over long ranges and several grains don't count as errors, which a
 * single global fit would call them. Unlike {@link SpacingError} it sees missing
 * neighbours as well as false ones.
 */
public final class LatticeResidual extends AtomReward {

	/** The distances follow from the crystal, see {@link AtomPhysics#siteDistances}. */
	public LatticeResidual() {
		super("lattice_residual", "nm", Direction.MINIMIZE,
			"Root-mean-square difference between an atom's distances to its four nearest neighbours and those of the best-fitting site of the crystal.");
	}

	@Override
	public Score score(final AtomSet set) {
		final double[][] sites = set.physics().siteDistances();
		double sum = 0;
		long n = 0;
		for (final int atom : set.judged()) {
			final double[] observed = set.nearestDistances(atom);
			if (observed.length == 0) return Score.of(Double.NaN);
			double best = Double.POSITIVE_INFINITY;
			for (final double[] ideal : sites)
				best = Math.min(best, squares(observed, ideal));
			sum += best;
			n += observed.length;
		}
		return Score.of(n == 0 ? Double.NaN : Math.sqrt(sum / n));
	}

	private static double squares(final double[] observed, final double[] ideal) {
		double sum = 0;
		for (int k = 0; k < Math.min(observed.length, ideal.length); k++)
			sum += (observed[k] - ideal[k]) * (observed[k] - ideal[k]);
		return sum;
	}
}
