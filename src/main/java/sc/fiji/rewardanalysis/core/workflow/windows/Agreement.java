package sc.fiji.rewardanalysis.core.workflow.windows;

import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;

/** Whether overlapping windows find the same atoms. */
final class Agreement {

	private final WindowGrid grid;
	private final double rim, tolerance;

	/**
	 * @param rim at the edge of a window that doesn't count, px
	 * @param tolerance largest distance of the same atom, px
	 */
	Agreement(final WindowGrid grid, final double rim, final double tolerance) {
		this.grid = grid;
		this.rim = rim;
		this.tolerance = tolerance;
	}

	/**
	 * For each window 2m / (n₁ + n₂) over all its neighbours: m pairs among n₁ atoms of its own
	 * and n₂ of the neighbour's where both can see them. NaN without a neighbour, or without an
	 * atom of either.
	 */
	double[] of(final List<List<Blob>> atoms, final Progress progress) {
		final double[] pairs = new double[atoms.size()], all = new double[atoms.size()];
		for (final Window a : grid.windows())
			for (final Window b : grid.neighbours(a)) {
				progress.checkCanceled();
				if (b.index() < a.index()) continue;
				final Area common = a.area().within(b.area().minX(), b.area().minY(), b.area().maxX(), b
					.area().maxY()).inset(rim);
				if (common.size() == 0) continue;
				final Match match = Matching.match(atoms.get(a.index()), atoms.get(b.index()), tolerance, common);
				for (final int i : new int[] { a.index(), b.index() }) {
					pairs[i] += 2 * match.truePositives();
					all[i] += 2 * match.truePositives() + match.falsePositives() + match.falseNegatives();
				}
			}
		Arrays.setAll(pairs, i -> pairs[i] / all[i]);
		return pairs;
	}
}
