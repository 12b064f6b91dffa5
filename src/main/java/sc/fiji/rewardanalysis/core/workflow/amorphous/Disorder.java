package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.feature.GeometryFeature;
import sc.fiji.rewardanalysis.core.feature.LatticeDisplacement;
import sc.fiji.rewardanalysis.core.feature.NeighbourhoodGeometry;
import sc.fiji.rewardanalysis.core.feature.Robust;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * How disordered the crystal is at each atom: with a known lattice its distance from the
 * nearest site of the lattice as it lies there ({@link LatticeDisplacement}); without one, but
 * with translations found, its displacement from where its partners one cell away want it;
 * else the relative spread of the distances to its neighbours. It judges regions however they
 * were found. Immutable.
 */
final class Disorder {

	/** An atom with the nearest four: as many as average out chance, and no more than a cell. */
	private static final int AVERAGED = 4;

	/** Neighbours that make up the surroundings. */
	private static final int AROUND = 8;

	private final double[] averaged, around;
	private final boolean isDisplacement;
	private final double spacing;

	/**
	 * @param geometry of each atom by itself
	 * @param lattice null if it isn't known
	 * @param pixelSize nm
	 */
	Disorder(final List<? extends Position> atoms, final NeighbourhoodGeometry geometry,
		final Lattice lattice, final double pixelSize, final Progress progress)
	{
		isDisplacement = !geometry.grains().isEmpty();
		final double[] own = own(atoms, geometry, lattice, pixelSize, progress);
		averaged = new double[own.length];
		around = new double[own.length];
		final double[] nearest = new double[own.length];
		final Neighbours neighbours = new Neighbours(atoms);
		for (int i = 0; i < own.length; i++) {
			if (i % 1000 == 0) progress.checkCanceled();
			final Neighbours.Neighbour[] found = neighbours.of(i, AROUND);
			final double[] others = Arrays.stream(found).mapToDouble(n -> own[n.atom()]).toArray();
			nearest[i] = found[0].distance() * pixelSize;
			averaged[i] = (own[i] + Arrays.stream(others).limit(AVERAGED).sum()) / (1 + Math.min(AVERAGED,
				others.length));
			around[i] = Robust.median(others);
		}
		spacing = Robust.median(nearest);
	}

	private static double[] own(final List<? extends Position> atoms,
		final NeighbourhoodGeometry geometry, final Lattice lattice, final double pixelSize,
		final Progress progress)
	{
		if (geometry.grains().isEmpty()) return geometry.values(GeometryFeature.DISTANCE_SPREAD);
		if (lattice == null) return geometry.values(GeometryFeature.DISPLACEMENT);
		return Arrays.stream(LatticeDisplacement.of(atoms, lattice, pixelSize, geometry.grains(), progress)
			.values()).map(d -> d * pixelSize).toArray();
	}

	/** Mean over an atom and its nearest four, by atom. */
	double[] averaged() {
		return averaged;
	}

	/** Whether it is a displacement in nm, not a spread. */
	boolean isDisplacement() {
		return isDisplacement;
	}

	/** Median distance of an atom to its nearest one, nm. */
	double spacing() {
		return spacing;
	}

	/**
	 * How many times as disordered the surroundings of some atoms are as those of others: the
	 * ratio of the medians, over atoms, of the median of its eight neighbours. The atom itself
	 * doesn't count, so that a cluster of atoms that were chosen for their own displacement
	 * has no contrast in a perfect crystal.
	 *
	 * @param atoms whether it is one of them, by atom
	 * @param others likewise; none of them may be among the first
	 * @return infinite if the others have no disorder at all, 0 if there are no others
	 */
	double contrast(final boolean[] atoms, final boolean[] others) {
		final double inside = Robust.median(of(atoms)), outside = Robust.median(of(others));
		if (Double.isNaN(outside) || Double.isNaN(inside)) return 0;
		return inside / outside;
	}

	/**
	 * How disordered the surroundings of some atoms are, by themselves: the median, over atoms,
	 * of the median of its eight neighbours, as a share of the distance between atoms. It is
	 * Lindemann's ratio (1910, Phys. Z. 11:609), at about a tenth of which crystals melt.
	 *
	 * @return NaN without atoms
	 */
	double lindemann(final boolean[] atoms) {
		return Robust.median(of(atoms)) / (isDisplacement ? spacing : 1);
	}

	private double[] of(final boolean[] atoms) {
		return IntStream.range(0, atoms.length).filter(i -> atoms[i]).mapToDouble(i -> around[i])
			.toArray();
	}

	/**
	 * Which share of the variance of the disorder, over atoms, is between the amorphous and the
	 * crystalline ones, and not within: η² of an analysis of variance, 0 to 1. Otsu's criterion
	 * (1979, IEEE Trans. Syst. Man Cybern. 9:62) with the regions in place of a threshold.
	 */
	double separation(final boolean[] amorphous) {
		double mean = 0, inside = 0;
		int n = 0;
		for (int i = 0; i < averaged.length; i++) {
			mean += averaged[i] / averaged.length;
			if (!amorphous[i]) continue;
			inside += averaged[i];
			n++;
		}
		if (n == 0 || n == averaged.length) return 0;
		double total = 0;
		for (final double v : averaged)
			total += (v - mean) * (v - mean);
		final double in = inside / n, out = (mean * averaged.length - inside) / (averaged.length - n);
		final double between = n * (in - mean) * (in - mean) + (averaged.length - n) * (out - mean) *
			(out - mean);
		return total > 0 ? Math.min(1, between / total) : 0;
	}
}
