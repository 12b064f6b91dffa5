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

import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * For each of many candidates the others that may take part in making it a
 * {@link SpacingError}, by distance. Whatever is left of the candidates, its nearest
 * neighbours are no nearer than the nearest candidates; so if δ₁, δ₂, δ₃ are the
 * distances of these, the fourth neighbour of an error is nearer than DS − δ₁ − δ₂ − δ₃.
 * Immutable.
 */
public final class SpacingNeighbours {

	private static final int POLL = 256;

	/** Room for rounding where a sum is bounded instead of computed. */
	static final double SAFE = 1 + 1e-12;

	final double limit;
	private final int[][] near;
	private final double[][] distance;

	/** Per candidate those that have it among theirs: farther ones than its own may be. */
	private final int[][] noticing;
	private final double[][] noticingDistance;
	private final boolean[] isJudged;

	/**
	 * @param candidates of them all that is left after pruning will be atoms
	 * @param isAtom which of them lie in the analysed area; the others are nobody's
	 *          neighbours
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public SpacingNeighbours(final List<Blob> candidates, final boolean[] isAtom,
		final AtomPhysics physics, final Progress progress)
	{
		final int n = candidates.size();
		limit = physics.neighbourSumLimit();
		near = new int[n][];
		distance = new double[n][];
		isJudged = new boolean[n];
		final double reach = limit / physics.pixelSize();
		final Finder finder = new Finder(candidates, isAtom, reach);
		for (int b = 0; b < n; b++) {
			if (b % POLL == 0) progress.checkCanceled();
			isJudged[b] = isAtom[b] && physics.judged().contains(candidates.get(b));
			// δ₁ to δ₃ as far as they are below a third of DS, which bounds the rest.
			finder.find(b, reach / 3);
			double others = reach;
			for (int i = 0; i < 3; i++)
				others -= i < finder.found ? Math.sqrt(finder.square(i)) : reach / 3;
			finder.find(b, Math.max(0, others) * SAFE);
			near[b] = new int[finder.found];
			distance[b] = new double[finder.found];
			for (int i = 0; i < finder.found; i++) {
				near[b][i] = finder.member(i);
				// As a reward computes it.
				distance[b][i] = Math.sqrt(finder.square(i)) * physics.pixelSize();
			}
		}
		noticing = new int[n][];
		noticingDistance = new double[n][];
		turnRound(progress);
	}

	/** Fills in who notices a candidate; only who is judged can. */
	private void turnRound(final Progress progress) {
		final int[] found = new int[size()];
		for (int a = 0; a < size(); a++)
			if (isJudged[a]) for (final int c : near[a])
				found[c]++;
		for (int c = 0; c < size(); c++) {
			noticing[c] = new int[found[c]];
			noticingDistance[c] = new double[found[c]];
		}
		for (int a = 0; a < size(); a++) {
			if (a % POLL == 0) progress.checkCanceled();
			if (isJudged[a]) for (int i = 0; i < near[a].length; i++) {
				final int c = near[a][i];
				noticing[c][--found[c]] = a;
				noticingDistance[c][found[c]] = distance[a][i];
			}
		}
	}

	/** Those within a distance of a candidate, nearest first. */
	private static final class Finder {

		private final List<Blob> candidates;
		private final boolean[] isAtom;
		private final PointGrid grid;
		private final double[] x, y;
		private long[] sorted = new long[64];
		private int found, self;

		private Finder(final List<Blob> candidates, final boolean[] isAtom, final double reach) {
			this.candidates = candidates;
			this.isAtom = isAtom;
			grid = new PointGrid(candidates, reach / 4);
			x = candidates.stream().mapToDouble(Blob::x).toArray();
			y = candidates.stream().mapToDouble(Blob::y).toArray();
		}

		private void find(final int b, final double reach) {
			found = 0;
			self = b;
			if (!isAtom[b]) return;
			grid.forEachNear(candidates.get(b), reach, c -> {
				final double d = square(b, c);
				if (d > reach * reach || c == b || !isAtom[c]) return;
				if (found == sorted.length) sorted = Arrays.copyOf(sorted, 2 * found);
				// Positive floats sort as their bits do. Candidates sit on whole pixels: no rounding.
				sorted[found++] = (long) Float.floatToIntBits((float) d) << 32 | c;
			});
			Arrays.sort(sorted, 0, found);
		}

		private double square(final int b, final int c) {
			final double dx = x[c] - x[b], dy = y[c] - y[b];
			return dx * dx + dy * dy;
		}

		private int member(final int i) {
			return (int) sorted[i];
		}

		private double square(final int i) {
			return square(self, member(i));
		}
	}

	/** How many candidates there are. */
	int size() {
		return near.length;
	}

	/** Whether a candidate can be an error. */
	boolean isJudged(final int b) {
		return isJudged[b];
	}

	/** Those near b; not to be changed. */
	int[] near(final int b) {
		return near[b];
	}

	/** Their distances, ascending, nm; not to be changed. */
	double[] distance(final int b) {
		return distance[b];
	}

	/** Those that b is near to; not to be changed. */
	int[] noticing(final int b) {
		return noticing[b];
	}

	/** Their distances, nm; not to be changed. */
	double[] noticingDistance(final int b) {
		return noticingDistance[b];
	}
}
