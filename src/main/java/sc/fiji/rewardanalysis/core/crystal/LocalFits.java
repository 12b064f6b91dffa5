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
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * The lattice of one grain, square by square of the image, and how the squares' cells are
 * numbered alike.
 * <p>
 * In each square a lattice is fitted to the atoms around ({@link LocalLattice}). Two squares
 * side by side differ by the whole number of cells next to T⁻¹(o₂ − o₁), with the mean T of
 * both. Numbers spread from the best square over the best links first, as phases are
 * unwrapped by quality, so they are right wherever the distortion changes little from one
 * square to the next, however large it gets over the image. A link is none if what is left
 * to a whole number of cells exceeds a share {@value #MISFIT} of the tolerance's four-fold.
 * Where a cell's sites can't be told by their places ({@link Relabelling}), neighbouring
 * squares take the same of the ways in which the lattice may lie.
 */
final class LocalFits {

	/** Share of the atoms around that must fit. */
	static final double LEAST_SUPPORT = 0.35;
	private static final double MISFIT = 0.35;

	/** What a neighbour's translations must gain. */
	private static final double BETTER = 1.02;

	private final List<? extends Position> atoms;
	private final List<int[]> squares;
	private final LatticeFrame frame;
	private final Motif motif;
	private final Surroundings surroundings;
	private final double tolerance, side;

	/** Of each square: where its lattice's origin is, px, its translations, its quality. */
	private final double[] ox, oy, support;
	private final LatticeVectors[] vectors;
	private final List<Relabelling> ways;

	/** Of each square: which one after the other it was reached with, and its cell's number. */
	final int[] island, cellA, cellB;
	private int islands, contradictions;

	/** Whether a square was tried with the translations of its neighbour. */
	private final boolean[] again;

	/**
	 * @param squares the atoms of each
	 * @param ways translations, by which a square's lattice may lie differently from its
	 *          neighbour's
	 * @param tolerance of {@link LocalLattice}, px
	 */
	LocalFits(final List<? extends Position> atoms, final Surroundings surroundings,
		final List<int[]> squares, final LatticeFrame frame, final Motif motif, final List<Relabelling> ways,
		final double tolerance, final double side, final Progress progress)
	{
		this.atoms = atoms;
		this.squares = squares;
		this.frame = frame;
		this.motif = motif;
		this.surroundings = surroundings;
		this.ways = ways.stream().filter(w -> w.sign() > 0).toList();
		this.tolerance = tolerance;
		this.side = side;
		final int n = squares.size();
		ox = new double[n];
		oy = new double[n];
		support = new double[n];
		vectors = new LatticeVectors[n];
		island = new int[n];
		cellA = new int[n];
		cellB = new int[n];
		again = new boolean[n];
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, n).boxed().toList(), i -> {
			progress.checkCanceled();
			fit(i, frame);
		});
	}

	/** Fits with some translations, and takes the result if it is better. */
	private void fit(final int square, final LatticeFrame start) {
		final int[] members = squares.get(square);
		final double x = Arrays.stream(members).mapToDouble(i -> atoms.get(i).x()).average().orElseThrow();
		final double y = Arrays.stream(members).mapToDouble(i -> atoms.get(i).y()).average().orElseThrow();
		final Surroundings.Around around = surroundings.around();
		around.gather(x, y);
		final LocalLattice fit = new LocalLattice(start, tolerance);
		around.fit(fit);
		if (vectors[square] != null && fit.support() < BETTER * support[square]) return;
		ox[square] = x + fit.originX();
		oy[square] = y + fit.originY();
		vectors[square] = fit.vectors();
		support[square] = fit.support();
	}

	double support(final int square) {
		return support[square];
	}

	/** How many parts of the grain there are that no link joins. */
	int islands() {
		return islands;
	}

	/** The support that the best tenth of its numbered squares has at least; 0 without any. */
	double quality() {
		final double[] own = IntStream.range(0, island.length).filter(s -> island[s] >= 0).mapToDouble(s -> support[s])
			.sorted().toArray();
		return own.length == 0 ? 0 : own[(int) (0.9 * (own.length - 1))];
	}

	/** Links whose cells would be others on another way, as around a dislocation. */
	int contradictions() {
		return contradictions;
	}

	/** A way from one square to the next. */
	private record Link(int from, int to, double cost) {}

	/**
	 * Numbers the cells of those squares that belong to the grain.
	 *
	 * @param own whether a square does; others that do with translations of their neighbours' are
	 *          marked too
	 * @param rivals the best support in each square that another grain has
	 */
	void number(final boolean[] own, final double[] rivals, final Progress progress) {
		Arrays.fill(island, -1);
		final Map<Long, Integer> places = new HashMap<>();
		for (int s = 0; s < squares.size(); s++)
			places.put(place(s, 0, 0), s);
		final List<Integer> bestFirst = IntStream.range(0, squares.size()).filter(s -> own[s]).boxed().sorted(
			(a, b) -> support[a] != support[b] ? Double.compare(support[b], support[a]) : a - b).toList();
		for (final int start : bestFirst) {
			if (island[start] >= 0) continue;
			progress.checkCanceled();
			spread(start, own, rivals, places);
			islands++;
		}
		// A neighbour's translations fitted, but no link led there.
		for (int s = 0; s < own.length; s++)
			own[s] &= island[s] >= 0;
	}

	private long place(final int square, final int right, final int down) {
		final Position atom = atoms.get(squares.get(square)[0]);
		return (long) Math.floor(atom.y() / side) + down << 32 | (long) Math.floor(atom.x() / side) + right &
			0xffffffffL;
	}

	private void spread(final int start, final boolean[] own, final double[] rivals,
		final Map<Long, Integer> places)
	{
		final PriorityQueue<Link> open = new PriorityQueue<>((a, b) -> a.cost != b.cost ? Double.compare(a.cost,
			b.cost) : a.to != b.to ? a.to - b.to : a.from - b.from);
		island[start] = islands;
		extend(start, own, rivals, places, open);
		while (!open.isEmpty()) {
			final Link link = open.poll();
			final Step step = step(link.from, link.to);
			final int a = cellA[link.from] + step.a, b = cellB[link.from] + step.b;
			if (island[link.to] >= 0) {
				if (a != cellA[link.to] || b != cellB[link.to] || step.way.du() != 0 || step.way.dv() != 0)
					contradictions++;
				continue;
			}
			island[link.to] = islands;
			cellA[link.to] = a;
			cellB[link.to] = b;
			ox[link.to] -= vectors[link.to].x(step.way.du(), step.way.dv());
			oy[link.to] -= vectors[link.to].y(step.way.du(), step.way.dv());
			extend(link.to, own, rivals, places, open);
		}
	}

	private void extend(final int from, final boolean[] own, final double[] rivals,
		final Map<Long, Integer> places, final PriorityQueue<Link> open)
	{
		for (int down = -1; down <= 1; down++)
			for (int right = -1; right <= 1; right++) {
				final int to = places.getOrDefault(place(from, right, down), -1);
				if (to < 0 || to == from) continue;
				// Translations change from place to place, but little from one square to the next.
				if (island[to] < 0 && !again[to]) {
					again[to] = true;
					fit(to, LatticeFrame.of(vectors[from], motif));
					own[to] |= LatticeFit.isCandidate(support[to], rivals[to]);
				}
				if (!own[to]) continue;
				final double misfit = step(from, to).misfit;
				if (misfit <= 4 * MISFIT * tolerance) open.add(new Link(from, to, misfit / tolerance + 1 - Math.min(
					support[from], support[to])));
			}
	}

	private LatticeVectors mean(final int from, final int to) {
		final LatticeVectors a = vectors[from], b = vectors[to];
		return new LatticeVectors(0.5 * (a.ax() + b.ax()), 0.5 * (a.ay() + b.ay()), 0.5 * (a.bx() + b.bx()),
			0.5 * (a.by() + b.by()));
	}

	/**
	 * From one square's origin to the next one's: whole cells and the rest.
	 *
	 * @param misfit px
	 */
	private record Step(int a, int b, Relabelling way, double misfit) {}

	private Step step(final int from, final int to) {
		final LatticeVectors t = mean(from, to);
		final double dx = ox[to] - ox[from], dy = oy[to] - oy[from];
		Step best = null;
		for (final Relabelling way : ways) {
			final double a = t.fractionA(dx, dy) - way.du(), b = t.fractionB(dx, dy) - way.dv();
			final double ra = a - Math.rint(a), rb = b - Math.rint(b);
			final double misfit = Math.hypot(t.x(ra, rb), t.y(ra, rb));
			if (best == null || misfit < best.misfit) best = new Step((int) Math.rint(a), (int) Math.rint(b), way,
				misfit);
		}
		return best;
	}

	/**
	 * The site of a square's lattice that is nearest to a place, px.
	 *
	 * @return which cell, which site, and how far the place is from it
	 */
	SiteNumber nearest(final int square, final double x, final double y) {
		final LatticeVectors t = vectors[square];
		final double a = t.fractionA(x - ox[square], y - oy[square]), b = t.fractionB(x - ox[square], y -
			oy[square]);
		SiteNumber best = null;
		for (int s = 0; s < frame.sites(); s++) {
			final double h = Math.rint(a - frame.siteA(s)), k = Math.rint(b - frame.siteB(s));
			final double da = a - frame.siteA(s) - h, db = b - frame.siteB(s) - k;
			final double distance = Math.hypot(t.x(da, db), t.y(da, db));
			if (best == null || distance < best.distance()) best = new SiteNumber((int) h + cellA[square],
				(int) k + cellB[square], s, distance);
		}
		return best;
	}

	/**
	 * A site of a lattice.
	 *
	 * @param h cells along the first translation
	 * @param k along the second one
	 * @param site of the cell, from 0
	 * @param distance of what was asked for, px
	 */
	record SiteNumber(int h, int k, int site, double distance) {}
}
