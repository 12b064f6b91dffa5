package sc.fiji.rewardanalysis.core.reward;

import net.imglib2.KDTree;
import net.imglib2.RealPoint;
import net.imglib2.neighborsearch.NearestNeighborSearchOnKDTree;

/**
 * The fraction of the area that is farther from any atom than a point of the
 * ideal crystal can be: where atoms are missing. The area is sampled on a grid of
 * a quarter of the covering radius; 15 % are allowed for distortions.
 */
public final class CoverageGap extends AtomReward {

	private static final double TOLERANCE = 1.15;

	public CoverageGap() {
		super("coverage_gap", "1", Direction.MINIMIZE,
			"Fraction of the area in which an atom seems to be missing.");
	}

	@Override
	public Score score(final AtomSet set) {
		if (set.atoms().isEmpty()) return Score.of(1);
		final AtomPhysics p = set.physics();
		final double limit = TOLERANCE * p.coveringRadius() / p.pixelSize();
		final double step = Math.max(1, limit / 4);
		final KDTree<Integer> tree = set.tree();
		final var search = new NearestNeighborSearchOnKDTree<>(tree);
		final RealPoint point = new RealPoint(2);
		long empty = 0, all = 0;
		for (double y = p.judged().minY() + step / 2; y < p.judged().maxY(); y += step)
			for (double x = p.judged().minX() + step / 2; x < p.judged().maxX(); x += step) {
				if (!p.judged().contains(x, y)) continue;
				all++;
				point.setPosition(x, 0);
				point.setPosition(y, 1);
				search.search(point);
				if (search.getSquareDistance() > limit * limit) empty++;
			}
		return Score.of(all == 0 ? Double.NaN : (double) empty / all);
	}
}
