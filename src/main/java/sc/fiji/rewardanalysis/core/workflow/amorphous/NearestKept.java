package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.Arrays;
import java.util.List;

import net.imglib2.KDTree;
import net.imglib2.RealPoint;
import net.imglib2.neighborsearch.NearestNeighborSearchOnKDTree;

import sc.fiji.rewardanalysis.core.Position;

/** For each atom the nearest one of some. */
final class NearestKept {

	private NearestKept() {}

	/** @param kept which ones, at least one */
	static int[] of(final List<? extends Position> atoms, final int[] kept) {
		final var search = new NearestNeighborSearchOnKDTree<>(new KDTree<>(Arrays.stream(kept).boxed()
			.toList(), Arrays.stream(kept).mapToObj(i -> point(atoms.get(i))).toList()));
		return atoms.stream().mapToInt(a -> {
			search.search(point(a));
			return search.getSampler().get();
		}).toArray();
	}

	private static RealPoint point(final Position p) {
		return new RealPoint(p.x(), p.y());
	}
}
