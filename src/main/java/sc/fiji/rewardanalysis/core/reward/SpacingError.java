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
