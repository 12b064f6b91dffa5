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

package sc.fiji.rewardanalysis.core.crystal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;

/** Gives atoms the numbers of their sites, of which each has one atom at most. */
final class Indexing {

	/** Neighbours that have a say where grains meet. */
	private static final int NEIGHBOURS = 8;

	private final List<? extends Position> atoms;
	private final Neighbours nearest;
	private final List<Motif> motifs;
	private final List<LocalFits> local;
	private final List<int[]> squares;
	private final double tolerance;

	/** Of each atom. */
	private final int[] square;

	/**
	 * What atoms have, several of which may have the same site.
	 *
	 * @param islands part of its grain in which each atom is
	 */
	record Numbers(IndexedAtom[] atoms, int[] islands) {}

	/** @param tolerance from an atom to its site, px */
	Indexing(final List<? extends Position> atoms, final Neighbours nearest,
		final List<Motif> motifs, final List<LocalFits> local, final List<int[]> squares,
		final double tolerance)
	{
		this.atoms = atoms;
		this.nearest = nearest;
		this.motifs = motifs;
		this.local = local;
		this.squares = squares;
		this.tolerance = tolerance;
		square = new int[atoms.size()];
		for (int s = 0; s < squares.size(); s++)
			for (final int i : squares.get(s))
				square[i] = s;
	}

	LocalFits local(final int grain) {
		return local.get(grain);
	}

	Numbers run(final Progress progress) {
		final boolean[][] own = new boolean[local.size()][squares.size()];
		for (int g = 0; g < own.length; g++) {
			// The fits of the grains before have become better where they went on from their neighbours'.
			final double[] rivals = rivals(g);
			for (int s = 0; s < rivals.length; s++)
				own[g][s] = LatticeFit.isCandidate(local.get(g).support(s), rivals[s]);
			local.get(g).number(own[g], rivals, progress);
		}
		final IndexedAtom[] first = new IndexedAtom[atoms.size()];
		for (int i = 0; i < first.length; i++)
			first[i] = best(i, own, null);
		final IndexedAtom[] second = first.clone();
		if (local.size() > 1) for (int i = 0; i < second.length; i++) {
			if (i % 1024 == 0) progress.checkCanceled();
			if (first[i].isIndexed()) second[i] = best(i, own, votes(i, first));
		}
		final int[] islands = new int[atoms.size()];
		for (int i = 0; i < islands.length; i++)
			if (second[i].grain() >= 0) islands[i] = local.get(second[i].grain()).island[square[i]];
		return new Numbers(second, islands);
	}

	/** The best support that another grain has in each square. */
	private double[] rivals(final int grain) {
		final double[] rivals = new double[squares.size()];
		for (int s = 0; s < rivals.length; s++)
			for (int g = 0; g < local.size(); g++)
				if (g != grain) rivals[s] = Math.max(rivals[s], local.get(g).support(s));
		return rivals;
	}

	/** How many atoms around have each grain. */
	private int[] votes(final int atom, final IndexedAtom[] indices) {
		final int[] votes = new int[motifs.size()];
		for (final Neighbours.Neighbour n : nearest.of(atom, NEIGHBOURS))
			if (indices[n.atom()].isIndexed()) votes[indices[n.atom()].grain()]++;
		return votes;
	}

	/**
	 * The nearest site.
	 *
	 * @param votes for the grains, the most of which counts first; null if nobody has one
	 */
	private IndexedAtom best(final int atom, final boolean[][] own, final int[] votes) {
		IndexedAtom best = IndexedAtom.NONE;
		for (int g = 0; g < own.length; g++) {
			if (!own[g][square[atom]]) continue;
			final LocalFits.SiteNumber near = local.get(g).nearest(square[atom], atoms.get(atom).x(), atoms
				.get(atom).y());
			final boolean fits = near.distance() <= tolerance;
			final IndexedAtom next = new IndexedAtom(fits ? IndexedAtom.Status.INDEXED
				: IndexedAtom.Status.OFF_SITE, fits ? g : -1, near.h(), near.k(), near.site(), near.distance());
			if (isBetter(next, best, votes)) best = next;
		}
		return best;
	}

	private static boolean isBetter(final IndexedAtom a, final IndexedAtom b, final int[] votes) {
		if (a.isIndexed() != b.isIndexed()) return a.isIndexed();
		if (b.status() == IndexedAtom.Status.OUTSIDE) return true;
		if (votes != null && a.isIndexed() && votes[a.grain()] != votes[b.grain()]) return votes[a
			.grain()] > votes[b.grain()];
		return a.residual() < b.residual();
	}

	private record Place(int grain, int h, int k, int site) {}

	/** Of several atoms on one site the nearest one keeps it, of equals the first one. */
	static IndexedAtom[] oneToOne(final IndexedAtom[] indices) {
		final Map<Place, Integer> taken = new HashMap<>();
		final IndexedAtom[] single = Arrays.copyOf(indices, indices.length);
		for (int i = 0; i < indices.length; i++) {
			final IndexedAtom a = indices[i];
			if (!a.isIndexed()) continue;
			final Integer other = taken.get(new Place(a.grain(), a.h(), a.k(), a.site()));
			final boolean first = other == null || a.residual() < indices[other].residual();
			if (first) taken.put(new Place(a.grain(), a.h(), a.k(), a.site()), i);
			if (other != null) single[first ? other : i] = single[first ? other : i].with(
				IndexedAtom.Status.DOUBLE);
		}
		return single;
	}
}
