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

package sc.fiji.rewardanalysis.core.feature;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.crystal.LatticeSearch;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * How regular the surroundings of each atom are, from positions only.
 * <dl>
 * <dt>{@link GeometryFeature#DISPLACEMENT}</dt>
 * <dd>With t₁, t₂ the translations of the crystal, found in the image (up to three grains,
 * the best one counts for each atom), and p<sub>±k</sub> the atom nearest to x ± t<sub>k</sub>
 * within the tolerance, |x − med(p<sub>±k</sub> ∓ t<sub>k</sub>)|, the median by coordinate;
 * the tolerance if fewer than two partners are found.</dd>
 * <dt>{@link GeometryFeature#MISSING_PARTNERS}</dt>
 * <dd>1 − found / places.</dd>
 * <dt>{@link GeometryFeature#BOND_ORDER}</dt>
 * <dd>|ψₙ| = |Σ exp(i n θ<sub>k</sub>)| / n over the n nearest neighbours, each with the same
 * weight (Nelson &amp; Halperin 1979). n is 3, 4 or 6, what the crystal has: the one whose
 * median exceeds √(π / 4n), the mean of random angles, by the largest share of what is left
 * to 1.</dd>
 * <dt>{@link GeometryFeature#DISTANCE_SPREAD}</dt>
 * <dd>Relative standard deviation of the distances to the same n neighbours.</dd>
 * </dl>
 * Each is the mean over the atom and its nearest neighbours, as Lechner &amp; Dellago (2008,
 * J. Chem. Phys. 129:114707) do with bond-order parameters: disorder reaches beyond one
 * atom, chance doesn't.
 * <p>
 * The tolerance is {@value #TOLERANCE} of the median distance of nearest neighbours, at
 * least 1 px.
 * <p>
 * Rim: where the n nearest neighbours reach beyond the area, ψₙ and the spread are of those
 * on the one side only that are as near as neighbours inside are. Partners' places outside
 * the area, or at its border up to the tolerance, aren't missed. Where nothing can be said
 * (fewer than two neighbours or places) the value is that of the neighbours, or else the median
 * of all.
 * <p>
 * Immutable. The result doesn't depend on the number of threads.
 */
public final class NeighbourhoodGeometry {

	/** Neighbours to average over that served well. */
	public static final int AVERAGED = 6;

	static final double TOLERANCE = 0.2;

	private static final int[] ORDERS = { 3, 4, 6 };
	private static final int MOST_AVERAGED = 30;

	/** Fewer have no surroundings worth the name. */
	private static final int FEWEST = 8;
	private static final int BLOCK = 512;

	private final int size, order;
	private final List<LatticeVectors> grains;

	/** By feature and atom. */
	private final double[][] values;

	private NeighbourhoodGeometry(final int size, final int order,
		final List<LatticeVectors> grains, final double[][] values)
	{
		this.size = size;
		this.order = order;
		this.grains = List.copyOf(grains);
		this.values = values;
	}

	/**
	 * @param atoms px
	 * @param area where atoms were looked for
	 * @param lattice the crystal, for its translations; null if unknown: then the two shortest
	 *          independent ones that the positions have
	 * @param pixelSize nm
	 * @param averaged nearest neighbours to average over, 0 for the atom by itself, at most 30
	 * @throws RewardAnalysisException if there are fewer than eight atoms, or most have the
	 *           same place
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static NeighbourhoodGeometry of(final List<? extends Position> atoms, final Area area,
		final Lattice lattice, final double pixelSize, final int averaged, final Progress progress)
	{
		return of(atoms, area, lattice, pixelSize, new int[] { averaged }, progress).get(0);
	}

	/**
	 * The same atoms, measured once, averaged over several numbers of neighbours.
	 *
	 * @param averaged as for the other method
	 * @return as many, in the same order
	 */
	public static List<NeighbourhoodGeometry> of(final List<? extends Position> atoms,
		final Area area, final Lattice lattice, final double pixelSize, final int[] averaged,
		final Progress progress)
	{
		Checks.given("area", area);
		Checks.positive("pixel size (nm)", pixelSize);
		for (final int k : averaged)
			Checks.within("neighbours to average over", k, 0, MOST_AVERAGED);
		if (Checks.given("atoms", atoms).size() < FEWEST) throw new RewardAnalysisException(
			"There are %d atoms; the geometry of neighbourhoods needs at least %d, so find more or choose a larger area.",
			atoms.size(), FEWEST);
		final Neighbours grid = new Neighbours(atoms);
		final int most = Math.max(Arrays.stream(averaged).max().orElse(0), ORDERS[ORDERS.length - 1]);
		final Neighbours.Neighbour[][] nearest = new Neighbours.Neighbour[atoms.size()][];
		forEach(nearest.length, i -> nearest[i] = grid.of(i, most), progress);
		final double spacing = Robust.median(Arrays.stream(nearest).mapToDouble(n -> n[0].distance())
			.toArray());
		if (!(spacing > 0)) throw new RewardAnalysisException(
			"Half of the %d atoms lie exactly on another one; remove the duplicates.", atoms.size());
		final double tolerance = Math.max(1, TOLERANCE * spacing);
		final Area inside = area.inset(tolerance);
		final List<LatticeVectors> grains = new LatticeSearch(atoms, grid, inside, lattice, pixelSize,
			spacing, tolerance, progress).run();
		final LatticePlaces places = new LatticePlaces(atoms, grid, inside, tolerance, grains);
		final double[][] own = new double[GeometryFeature.values().length][];
		final double[] displacement = own[GeometryFeature.DISPLACEMENT.ordinal()] =
			new double[nearest.length];
		final double[] missing = own[GeometryFeature.MISSING_PARTNERS.ordinal()] =
			new double[nearest.length];
		forEach(nearest.length, i -> {
			final LatticePlaces.Place place = places.of(i);
			displacement[i] = place.displacement() * pixelSize;
			missing[i] = place.missing();
		}, progress);
		final int order = bondOrders(atoms, nearest, area, own, progress);
		return Arrays.stream(averaged).mapToObj(k -> new NeighbourhoodGeometry(nearest.length, order,
			grains, Arrays.stream(own).map(values -> filled(averaged(values, nearest, k))).toArray(
				double[][]::new))).toList();
	}

	/** Fills in bond order and spread. */
	private static int bondOrders(final List<? extends Position> atoms,
		final Neighbours.Neighbour[][] nearest, final Area area, final double[][] own,
		final Progress progress)
	{
		int best = 0;
		double largest = Double.NEGATIVE_INFINITY;
		for (final int n : ORDERS) {
			final Shell shell = new Shell(atoms, nearest, area, n);
			final double[] order = new double[nearest.length], spread = new double[nearest.length];
			forEach(nearest.length, i -> {
				order[i] = shell.bondOrder(i);
				spread[i] = shell.spread(i);
			}, progress);
			final double chance = Math.sqrt(Math.PI / (4 * n));
			final double excess = (Robust.median(order) - chance) / (1 - chance);
			if (!(excess > largest)) continue;
			largest = excess;
			best = n;
			own[GeometryFeature.BOND_ORDER.ordinal()] = order;
			own[GeometryFeature.DISTANCE_SPREAD.ordinal()] = spread;
		}
		return best;
	}

	/** Mean over each atom and its neighbours, of those that have a value. */
	private static double[] averaged(final double[] own, final Neighbours.Neighbour[][] nearest,
		final int k)
	{
		final double[] means = new double[own.length];
		for (int i = 0; i < own.length; i++) {
			double sum = 0;
			int count = 0;
			for (int n = -1; n < Math.min(k, nearest[i].length); n++) {
				final double value = own[n < 0 ? i : nearest[i][n].atom()];
				if (Double.isNaN(value)) continue;
				sum += value;
				count++;
			}
			means[i] = sum / count;
		}
		return means;
	}

	/** The median in place of what isn't known; 0 if nothing is. */
	private static double[] filled(final double[] values) {
		final double median = Robust.median(values);
		return Arrays.stream(values).map(v -> !Double.isNaN(v) ? v : Double.isNaN(median) ? 0 : median)
			.toArray();
	}

	private interface Atom {

		void measure(int atom);
	}

	private static void forEach(final int size, final Atom task, final Progress progress) {
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, (size + BLOCK - 1) / BLOCK).boxed()
			.toList(), block -> {
				progress.checkCanceled();
				for (int i = block * BLOCK; i < Math.min(size, (block + 1) * BLOCK); i++)
					task.measure(i);
			});
	}

	/** How many atoms there are. */
	public int size() {
		return size;
	}

	/** n of |ψₙ|: 3, 4 or 6. */
	public int order() {
		return order;
	}

	/**
	 * The translations of each grain, px; empty if none were found, such as of the wrong
	 * crystal: then displacement and missing partners are 0 and tell nothing.
	 */
	public List<LatticeVectors> grains() {
		return grains;
	}

	/** A feature of an atom, in its unit. */
	public double value(final GeometryFeature feature, final int atom) {
		return values[feature.ordinal()][atom];
	}

	/** A feature of all atoms, in its unit. */
	public double[] values(final GeometryFeature feature) {
		return values[feature.ordinal()].clone();
	}

	/**
	 * All features in the order of {@link GeometryFeature}, each standardised over the atoms:
	 * (v − median) / max(1.4826 MAD, ½ sd), MAD being the median absolute deviation. So the
	 * scale is that of the ordered majority, but no standard deviation exceeds 2. A feature
	 * that is the same for all is 0.
	 */
	public Points standardized() {
		final double[] all = new double[size * values.length];
		for (int f = 0; f < values.length; f++) {
			final double[] scores = Robust.standardized(values[f]);
			for (int i = 0; i < size; i++)
				all[i * values.length + f] = scores[i];
		}
		return new Points(size, values.length, all);
	}
}
