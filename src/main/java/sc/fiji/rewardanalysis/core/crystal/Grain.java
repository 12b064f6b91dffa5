package sc.fiji.rewardanalysis.core.crystal;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * One crystal of an image.
 *
 * @param motif the sites of its cell
 * @param fit the affine lattice through all of its atoms
 * @param islands parts that no chain of neighbouring squares joins; their cells were numbered by the
 *          fit to the largest one
 * @param contradictions whether cells would be numbered differently on different ways, as
 *          around dislocations: how many links say so
 */
public record Grain(Motif motif, AffineFit fit, int islands, int contradictions) {

	public Grain {
		Checks.given("motif", motif);
		Checks.given("fit", fit);
	}

	/** The shortest distance of two sites, px. */
	double nearestDistance() {
		return nearestDistance(motif, fit.vectors());
	}

	static double nearestDistance(final Motif motif, final LatticeVectors t) {
		double least = Double.POSITIVE_INFINITY;
		for (int s = 0; s < motif.size(); s++)
			for (int o = 0; o < motif.size(); o++)
				for (int i = -2; i <= 2; i++)
					for (int j = -2; j <= 2; j++) {
						if (s == o && i == 0 && j == 0) continue;
						final double a = i + motif.u(o) - motif.u(s), b = j + motif.v(o) - motif.v(s);
						least = Math.min(least, Math.hypot(t.x(a, b), t.y(a, b)));
					}
		return least;
	}
}
