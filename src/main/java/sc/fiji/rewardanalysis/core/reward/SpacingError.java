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
 * ER: the number of atoms which sit closer to their neighbours than the crystal
 * allows, relative to the number expected.
 * <p>
 * An atom is an error if the sum of the distances to its four nearest neighbours
 * is below DS. Atoms closer to the border than one nearest-neighbour distance may
 * lack neighbours and are never errors; so that they don't dilute the others'
 * errors either, the count is relative to the columns expected in the remaining
 * area. Their own false neighbours still count as neighbours. Source: Barakati et
 * al. 2024, eq. 2 (strict "&lt;" as in the authors' code).
 */
public final class SpacingError extends AtomReward {

	/** DS follows from the crystal, see {@link AtomPhysics#neighbourSumLimit}. */
	public SpacingError() {
		super("ER", "1", Direction.MINIMIZE,
			"Spacing error: atoms whose four nearest neighbours are closer together than DS, relative to the expected number.");
	}

	/** Blames the atoms that are too close; NaN below two atoms. */
	@Override
	public Score score(final AtomSet set) {
		if (set.atoms().size() < 2) return Score.of(Double.NaN);
		final AtomPhysics p = set.physics();
		final int[] blamed = Arrays.stream(set.judged()).filter(i -> set.neighbourSum(i) < p
			.neighbourSumLimit()).toArray();
		return Score.of(blamed.length / p.expectedJudged(), blamed);
	}
}
