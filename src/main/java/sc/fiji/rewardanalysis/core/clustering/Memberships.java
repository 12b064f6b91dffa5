package sc.fiji.rewardanalysis.core.clustering;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * How probably each point belongs to each component.
 *
 * @param size number of points
 * @param components number of components
 * @param probabilities point by point, 0 to 1, each point's sum is 1; shared, not to be
 *          changed
 */
public record Memberships(int size, int components, double[] probabilities) {

	public Memberships {
		Checks.atLeast("number of points", size, 0);
		Checks.atLeast("number of components", components, 1);
		Checks.given("probabilities", probabilities);
	}

	/** How probably a point belongs to a component. */
	public double probability(final int point, final int component) {
		return probabilities[point * components + component];
	}

	/** The component that a point belongs to most probably, the first one of equals. */
	public int label(final int point) {
		int best = 0;
		for (int c = 1; c < components; c++)
			if (probability(point, c) > probability(point, best)) best = c;
		return best;
	}
}
