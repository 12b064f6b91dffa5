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

package sc.fiji.rewardanalysis.core.workflow.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import net.imglib2.KDTree;
import net.imglib2.RealPoint;
import net.imglib2.neighborsearch.RadiusNeighborSearchOnKDTree;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.compare.Matching;

/**
 * One list of atoms from those of overlapping windows.
 * <p>
 * Each atom is taken from the window to whose cell it belongs. Two windows may put an atom at
 * a seam a little to either side of it, and it would be there twice or not at all; so first it
 * is found out which atoms are the same:
 * <ol>
 * <li>Of each window those atoms take part that are in its cell or at most the tolerance
 * outside.
 * <li>Atoms of two neighbouring windows are paired one to one ({@link Matching}), up to the
 * tolerance.
 * <li>Pairs are joined to groups, nearest first, as long as no group has two atoms of one
 * window.
 * <li>The mean position of a group tells to which cell it belongs. If that window is in the
 * group its atom is taken; otherwise it sees none there, and none is taken.
 * <li>Should atoms of two windows still be within the tolerance, the one that lies farther
 * towards the outside of its cell goes.
 * </ol>
 * So an atom that all windows see up to half the tolerance from its place is taken exactly
 * once, and no two atoms of different windows are within the tolerance. The result is a
 * function of the atoms, whatever their order in the lists but for equal distances.
 */
public final class AtomMerger {

	private final WindowGrid grid;
	private final double tolerance;
	private final List<Candidate> candidates = new ArrayList<>();

	private record Candidate(int window, Blob blob, double outside) {}

	private record Pair(int a, int b, double distance) {}

	private static final Comparator<Pair> NEAREST_FIRST = Comparator.comparingDouble(Pair::distance)
		.thenComparingInt(Pair::a).thenComparingInt(Pair::b);

	private AtomMerger(final WindowGrid grid, final double tolerance) {
		this.grid = grid;
		this.tolerance = tolerance;
	}

	/**
	 * @param atoms of each window by number, in the coordinates of the grid, those up to the
	 *          tolerance outside included
	 * @param tolerance atoms of two windows up to this far apart may be the same, px; half the
	 *          stride counts where that is less
	 * @return by y, then x
	 */
	public static List<MergedAtom> merge(final WindowGrid grid, final List<List<Blob>> atoms,
		final double tolerance)
	{
		Checks.positive("tolerance (px)", tolerance);
		Checks.given("grid of windows", grid);
		return new AtomMerger(grid, Math.min(tolerance, grid.stride() / 2.0)).merge(atoms);
	}

	private List<MergedAtom> merge(final List<List<Blob>> atoms) {
		final int[] from = new int[atoms.size() + 1];
		for (int w = 0; w < atoms.size(); w++) {
			final Window window = grid.windows().get(w);
			for (final Blob b : atoms.get(w)) {
				final double outside = grid.outside(window, b.x(), b.y());
				if (outside <= tolerance) candidates.add(new Candidate(w, b, outside));
			}
			from[w + 1] = candidates.size();
		}
		final List<Integer> taken = new ArrayList<>();
		for (final List<Integer> group : groups(pairs(from)))
			owned(group, taken);
		return withoutDoubles(taken).stream().map(candidates::get).map(c -> new MergedAtom(c.blob,
			c.window)).sorted(Comparator.<MergedAtom> comparingDouble(m -> m.blob().y())
				.thenComparingDouble(m -> m.blob().x()).thenComparingInt(MergedAtom::window)).toList();
	}

	private List<Pair> pairs(final int[] from) {
		final List<Pair> pairs = new ArrayList<>();
		for (final Window a : grid.windows())
			for (final Window b : grid.neighbours(a))
				if (b.index() > a.index()) pair(from[a.index()], from[a.index() + 1], from[b.index()],
					from[b.index() + 1], pairs);
		pairs.sort(NEAREST_FIRST);
		return pairs;
	}

	private void pair(final int fromA, final int toA, final int fromB, final int toB,
		final List<Pair> pairs)
	{
		if (fromA == toA || fromB == toB) return;
		final int[] partner = Matching.match(blobs(fromA, toA), blobs(fromB, toB), tolerance, Area.image(1,
			1)).partner();
		for (int i = 0; i < partner.length; i++)
			if (partner[i] >= 0) pairs.add(new Pair(fromA + i, fromB + partner[i], distance(fromA + i,
				fromB + partner[i])));
	}

	private List<Blob> blobs(final int from, final int to) {
		return candidates.subList(from, to).stream().map(Candidate::blob).toList();
	}

	private double distance(final int a, final int b) {
		final Blob p = candidates.get(a).blob, q = candidates.get(b).blob;
		return Math.hypot(p.x() - q.x(), p.y() - q.y());
	}

	/** Each atom in one group, each group with one atom of a window at most. */
	private Iterable<List<Integer>> groups(final List<Pair> pairs) {
		final Map<Integer, List<Integer>> byAtom = new HashMap<>();
		for (int i = 0; i < candidates.size(); i++)
			byAtom.put(i, new ArrayList<>(List.of(i)));
		for (final Pair p : pairs) {
			final List<Integer> a = byAtom.get(p.a), b = byAtom.get(p.b);
			if (a == b || sharesWindow(a, b)) continue;
			a.addAll(b);
			b.forEach(i -> byAtom.put(i, a));
		}
		final List<List<Integer>> groups = new ArrayList<>();
		for (int i = 0; i < candidates.size(); i++)
			if (byAtom.get(i).stream().mapToInt(Integer::intValue).min().getAsInt() == i) groups.add(byAtom
				.get(i));
		return groups;
	}

	private boolean sharesWindow(final List<Integer> a, final List<Integer> b) {
		return a.stream().anyMatch(i -> b.stream().anyMatch(j -> candidates.get(i).window == candidates
			.get(j).window));
	}

	private void owned(final List<Integer> group, final List<Integer> taken) {
		final double x = group.stream().mapToDouble(i -> candidates.get(i).blob.x()).sorted().sum();
		final double y = group.stream().mapToDouble(i -> candidates.get(i).blob.y()).sorted().sum();
		final Window owner = grid.owner(x / group.size(), y / group.size());
		if (owner == null) return;
		group.stream().filter(i -> candidates.get(i).window == owner.index()).forEach(taken::add);
	}

	/** Of two of different windows one goes, the nearest pair first. */
	private List<Integer> withoutDoubles(final List<Integer> taken) {
		if (taken.isEmpty()) return taken;
		final RadiusNeighborSearchOnKDTree<Integer> search = new RadiusNeighborSearchOnKDTree<>(new KDTree<>(
			taken, taken.stream().map(this::point).toList()));
		final List<Pair> close = new ArrayList<>();
		for (final int i : taken) {
			search.search(point(i), tolerance * (1 + 1e-9), false);
			IntStream.range(0, search.numNeighbors()).map(k -> search.getSampler(k).get()).filter(j -> j > i &&
				candidates.get(j).window != candidates.get(i).window && distance(i, j) <= tolerance).forEach(
					j -> close.add(new Pair(i, j, distance(i, j))));
		}
		close.sort(NEAREST_FIRST);
		final Set<Integer> gone = new HashSet<>();
		for (final Pair p : close)
			if (!gone.contains(p.a) && !gone.contains(p.b)) gone.add(candidates.get(p.a).outside > candidates
				.get(p.b).outside ? p.a : p.b);
		return taken.stream().filter(i -> !gone.contains(i)).toList();
	}

	private RealPoint point(final int i) {
		return new RealPoint(candidates.get(i).blob.x(), candidates.get(i).blob.y());
	}
}
