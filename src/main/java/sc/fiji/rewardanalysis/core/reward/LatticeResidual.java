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
