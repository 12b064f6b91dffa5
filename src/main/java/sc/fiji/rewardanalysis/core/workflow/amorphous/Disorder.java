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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.feature.GeometryFeature;
import sc.fiji.rewardanalysis.core.feature.LatticeDisplacement;
import sc.fiji.rewardanalysis.core.feature.NeighbourhoodGeometry;
import sc.fiji.rewardanalysis.core.Robust;
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

	private static final double RIM = 0.75;

	/**
	 * Of the distance between atoms: who is displaced so far is no more amorphous than that, or
	 * the few farthest would outweigh the outline. Of 0.15, 0.2, 0.3 and 0.5 it gave the regions
	 * closest to the true ones.
	 */
	private static final double FULL = 0.2;

	private final double[] averaged, around;
	private final boolean isDisplacement;
	private final double spacing;

	/**
	 * @param geometry of each atom by itself
	 * @param image what the image covers: atoms that its border may cut through, up to
	 *          {@value #RIM} of the distance between atoms from it, seem displaced; they are as
	 *          their neighbours inside
	 * @param lattice null if it isn't known
	 * @param pixelSize nm
	 */
	Disorder(final List<? extends Position> atoms, final NeighbourhoodGeometry geometry,
		final Area image, final Lattice lattice, final double pixelSize, final Progress progress)
	{
		isDisplacement = !geometry.grains().isEmpty();
		final Neighbours neighbours = new Neighbours(atoms);
		final double[] nearest = IntStream.range(0, atoms.size()).mapToDouble(i -> neighbours.of(i, 1)[0]
			.distance() * pixelSize).toArray();
		spacing = Robust.median(nearest);
		final double[] own = inside(own(atoms, geometry, lattice, pixelSize, progress), atoms, image.inset(
			RIM * spacing / pixelSize), neighbours);
		averaged = new double[own.length];
		around = new double[own.length];
		final double most = isDisplacement ? FULL * spacing : Double.POSITIVE_INFINITY;
		for (int i = 0; i < own.length; i++) {
			if (i % 1000 == 0) progress.checkCanceled();
			final double[] others = Arrays.stream(neighbours.of(i, AROUND)).mapToDouble(n -> own[n.atom()])
				.toArray();
			averaged[i] = (Math.min(most, own[i]) + Arrays.stream(others).limit(AVERAGED).map(d -> Math.min(
				most, d)).sum()) / (1 + Math.min(AVERAGED, others.length));
			around[i] = Robust.median(others);
		}
	}

	/** The same with atoms outside as the median of their neighbours inside. */
	private static double[] inside(final double[] own, final List<? extends Position> atoms,
		final Area inside, final Neighbours neighbours)
	{
		final double[] values = own.clone();
		for (int i = 0; i < own.length; i++) {
			if (inside.contains(atoms.get(i).x(), atoms.get(i).y())) continue;
			final double median = Robust.median(Arrays.stream(neighbours.of(i, AROUND)).mapToInt(n -> n
				.atom()).filter(j -> inside.contains(atoms.get(j).x(), atoms.get(j).y())).mapToDouble(
					j -> own[j]).toArray());
			if (!Double.isNaN(median)) values[i] = median;
		}
		return values;
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

	/** Mean over an atom and its nearest four, each up to a fifth of the atoms' distance. */
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
		return ratio(Robust.median(of(atoms)), Robust.median(of(others)));
	}

	/**
	 * {@link #contrast} of each of some regions with the atoms of none.
	 *
	 * @param region of each atom, 0 for none
	 * @return by region; 0 for those without atoms
	 */
	double[] contrasts(final int[] region, final int regions) {
		final int[] size = new int[regions + 1];
		for (final int r : region)
			size[r]++;
		final double[][] values = Arrays.stream(size).mapToObj(double[]::new).toArray(double[][]::new);
		for (int i = 0; i < region.length; i++)
			values[region[i]][--size[region[i]]] = around[i];
		final double outside = Robust.median(values[0]);
		return Arrays.stream(values).mapToDouble(v -> ratio(Robust.median(v), outside)).toArray();
	}

	private static double ratio(final double inside, final double outside) {
		return Double.isNaN(inside) || Double.isNaN(outside) ? 0 : inside / outside;
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
		return separation(averaged, amorphous);
	}

	static double separation(final double[] disorder, final boolean[] amorphous) {
		double mean = 0, inside = 0;
		int n = 0;
		for (int i = 0; i < disorder.length; i++) {
			mean += disorder[i] / disorder.length;
			if (!amorphous[i]) continue;
			inside += disorder[i];
			n++;
		}
		if (n == 0 || n == disorder.length) return 0;
		double total = 0;
		for (final double v : disorder)
			total += (v - mean) * (v - mean);
		final double in = inside / n, out = (mean * disorder.length - inside) / (disorder.length - n);
		final double between = n * (in - mean) * (in - mean) + (disorder.length - n) * (out - mean) *
			(out - mean);
		return total > 0 ? Math.min(1, between / total) : 0;
	}
}
