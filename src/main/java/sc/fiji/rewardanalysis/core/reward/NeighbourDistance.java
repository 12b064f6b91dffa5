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

/**
 * Distance between the histogram of nearest-neighbour distances and the one of the
 * ideal crystal: the first Wasserstein distance, i.e. the mean shift that turns one
 * into the other, nm. Needs no bins.
 */
public final class NeighbourDistance extends AtomReward {

	/** The distances follow from the crystal, see {@link AtomPhysics#siteDistances}. */
	public NeighbourDistance() {
		super("neighbour_histogram_distance", "nm", Direction.MINIMIZE,
			"Mean shift between the observed nearest-neighbour distances and those of the ideal crystal.");
	}

	@Override
	public Score score(final AtomSet set) {
		final int[] atoms = set.judged();
		if (atoms.length == 0 || set.atoms().size() < 2) return Score.of(Double.NaN);
		final double[] observed = Arrays.stream(atoms).mapToDouble(i -> set.nearestDistances(i)[0])
			.sorted().toArray();
		final double[] ideal = Arrays.stream(set.physics().siteDistances()).mapToDouble(d -> d[0])
			.sorted().toArray();
		// Quantile by quantile: each ideal value stands for an equal share of atoms.
		final long n = observed.length, m = ideal.length;
		double sum = 0, from = 0;
		for (int i = 0, j = 0; i < n && j < m;) {
			final double endObserved = (double) (i + 1) / n, endIdeal = (double) (j + 1) / m;
			final double to = Math.min(endObserved, endIdeal);
			sum += (to - from) * Math.abs(observed[i] - ideal[j]);
			from = to;
			// Compared as integers: (i+1)/n against (j+1)/m.
			final long left = (i + 1) * m, right = (j + 1) * n;
			if (left <= right) i++;
			if (right <= left) j++;
		}
		return Score.of(sum);
	}
}
