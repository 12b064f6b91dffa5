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

package sc.fiji.rewardanalysis.core.lattice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Atoms of a projected cell that no microscope tells apart, as columns.
 * <p>
 * The strongest scatterer begins a column; each of the others joins the nearest one within the
 * distance, or begins its own. Then the two nearest columns become one until none are within
 * the distance. A column lies in the mean of its atoms, weighted by what they scatter.
 */
final class ColumnMerging {

	private final ProjectedPlane plane;
	private final double distance;
	private final List<Group> groups = new ArrayList<>();

	/** Atoms of a column; coordinates may leave the cell. */
	private static final class Group {

		private double u, v, weight;
		private final Map<Integer, Double> elements = new TreeMap<>();

		private void add(final double atU, final double atV, final double more) {
			u = (weight * u + more * atU) / (weight + more);
			v = (weight * v + more * atV) / (weight + more);
			weight += more;
		}
	}

	/** @param distance nm, less than half of the plane's shortest translation */
	ColumnMerging(final ProjectedPlane plane, final double distance) {
		this.plane = plane;
		this.distance = distance;
	}

	/**
	 * @param atoms of the cell, fractions of which are taken by {@code places}
	 * @param places of each atom, two fractions of the plane's cell
	 */
	List<AtomColumn> of(final List<CrystalAtom> atoms, final List<double[]> places, final Progress progress) {
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < atoms.size(); i++)
			order.add(i);
		order.sort(Comparator.comparingDouble((Integer i) -> -atoms.get(i).scattering()).thenComparingDouble(
			i -> places.get(i)[1]).thenComparingDouble(i -> places.get(i)[0]));
		for (int n = 0; n < order.size(); n++) {
			if (n % 64 == 0) {
				progress.checkCanceled();
				progress.update((double) n / order.size(), "Projecting the crystal");
			}
			add(atoms.get(order.get(n)), places.get(order.get(n)));
		}
		while (mergeNearest())
			progress.checkCanceled();
		return groups.stream().map(g -> new AtomColumn(ProjectedPlane.fraction(g.u), ProjectedPlane.fraction(g.v),
			g.elements)).toList();
	}

	private void add(final CrystalAtom atom, final double[] place) {
		Group nearest = null;
		double least = distance;
		for (final Group g : groups) {
			final double d = distance(place[0] - g.u, place[1] - g.v);
			if (d >= least) continue;
			least = d;
			nearest = g;
		}
		if (nearest == null) {
			nearest = new Group();
			nearest.u = place[0];
			nearest.v = place[1];
			groups.add(nearest);
		}
		final double[] near = plane.image(place[0] - nearest.u, place[1] - nearest.v);
		nearest.add(nearest.u + near[0], nearest.v + near[1], atom.scattering());
		nearest.elements.merge(atom.atomicNumber(), atom.occupancy(), Double::sum);
	}

	private boolean mergeNearest() {
		Group first = null, second = null;
		double least = distance;
		for (int i = 0; i < groups.size(); i++)
			for (int j = 0; j < i; j++) {
				final double d = distance(groups.get(i).u - groups.get(j).u, groups.get(i).v - groups.get(j).v);
				if (d >= least) continue;
				least = d;
				first = groups.get(j);
				second = groups.get(i);
			}
		if (first == null) return false;
		final double[] near = plane.image(second.u - first.u, second.v - first.v);
		first.add(first.u + near[0], first.v + near[1], second.weight);
		for (final Map.Entry<Integer, Double> e : second.elements.entrySet())
			first.elements.merge(e.getKey(), e.getValue(), Double::sum);
		groups.remove(second);
		return true;
	}

	private double distance(final double u, final double v) {
		if (!plane.mayBeWithin(u, v, distance)) return Double.POSITIVE_INFINITY;
		final double[] near = plane.image(u, v);
		return plane.length(near[0], near[1]);
	}
}
