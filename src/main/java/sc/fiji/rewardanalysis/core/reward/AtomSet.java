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

package sc.fiji.rewardanalysis.core.reward;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

import net.imglib2.KDTree;
import net.imglib2.RealPoint;
import net.imglib2.neighborsearch.KNearestNeighborSearchOnKDTree;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;

/**
 * The atoms of one analysis, with what was expected of them.
 */
public final class AtomSet {

	private final List<Blob> atoms;
	private final AtomPhysics physics;
	private final DoubleFunction<AtomSet> thresholdTimes;

	/** Of each atom's nearest neighbours: distances, nm, and indices. */
	private double[][] distances;
	private int[][] nearest;

	/**
	 * @param atoms px, in the coordinates of the physics' areas
	 * @param physics what was expected
	 */
	public AtomSet(final List<Blob> atoms, final AtomPhysics physics) {
		this(atoms, physics, factor -> null);
	}

	/**
	 * @param atoms px, in the coordinates of the physics' areas
	 * @param physics what was expected
	 * @param thresholdTimes what the same analysis finds if its threshold is
	 *          multiplied by a factor; may give null if it has none
	 */
	public AtomSet(final List<Blob> atoms, final AtomPhysics physics,
		final DoubleFunction<AtomSet> thresholdTimes)
	{
		this.atoms = List.copyOf(Checks.given("atoms", atoms));
		this.physics = Checks.given("physics", physics);
		this.thresholdTimes = thresholdTimes;
	}

	/**
	 * What the same analysis finds if its threshold is multiplied by a factor; empty
	 * for atoms that no threshold made.
	 */
	Optional<AtomSet> withThresholdTimes(final double factor) {
		return Optional.ofNullable(thresholdTimes.apply(factor));
	}

	/** All atoms, those of the rim included. */
	public List<Blob> atoms() {
		return atoms;
	}

	/** What was expected. */
	public AtomPhysics physics() {
		return physics;
	}

	/** Indices of the atoms in the counted area. */
	public int[] counted() {
		return IntStream.range(0, atoms.size()).filter(i -> physics.counted().contains(atoms.get(i)))
			.toArray();
	}

	/** Indices of the atoms in the judged area. */
	public int[] judged() {
		return IntStream.range(0, atoms.size()).filter(i -> physics.judged().contains(atoms.get(i)))
			.toArray();
	}

	/**
	 * Whether there are enough atoms for any reward to mean something. Zero or one
	 * atom would have a count error of 1 and no spacing error: a Pareto point, and
	 * nonsense.
	 */
	public boolean isFeasible() {
		return counted().length >= AtomPhysics.FEWEST_ATOMS;
	}

	/**
	 * The sum of an atom's distances to its four nearest neighbours (fewer if there
	 * are fewer atoms), nm.
	 */
	public double neighbourSum(final int atom) {
		double sum = 0;
		for (final double d : found()[atom])
			sum += d;
		return sum;
	}

	/** An atom's distances to its four nearest neighbours, ascending, nm. */
	public double[] nearestDistances(final int atom) {
		return found()[atom].clone();
	}

	/** The indices of an atom's four nearest neighbours (fewer if there are fewer), nearest first. */
	public int[] nearestNeighbours(final int atom) {
		found();
		return nearest[atom].clone();
	}

	/** Distances; looked for when they are first asked for. */
	private synchronized double[][] found() {
		if (distances == null) distances = findNeighbours(4);
		return distances;
	}

	private double[][] findNeighbours(final int k) {
		final double[][] distances = new double[atoms.size()][];
		nearest = new int[atoms.size()][0];
		final int found = Math.min(k, atoms.size() - 1);
		if (found < 1) return atoms.stream().map(a -> new double[0]).toArray(double[][]::new);
		// One more than asked: the nearest atom to an atom is itself.
		final var search = new KNearestNeighborSearchOnKDTree<>(tree(), found + 1);
		for (int i = 0; i < distances.length; i++) {
			search.search(point(atoms.get(i)));
			distances[i] = new double[found];
			nearest[i] = new int[found];
			for (int j = 0; j < found; j++) {
				distances[i][j] = search.getDistance(j + 1) * physics.pixelSize();
				nearest[i][j] = search.getSampler(j + 1).get();
			}
		}
		return distances;
	}

	/** The atoms as a k-d tree of their indices, px. */
	KDTree<Integer> tree() {
		return new KDTree<>(IntStream.range(0, atoms.size()).boxed().toList(), atoms.stream().map(
			AtomSet::point).toList());
	}

	private static RealPoint point(final Blob b) {
		return new RealPoint(b.x(), b.y());
	}
}
