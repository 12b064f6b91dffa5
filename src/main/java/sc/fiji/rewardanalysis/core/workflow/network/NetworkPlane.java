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

package sc.fiji.rewardanalysis.core.workflow.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.ParetoFront;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.SpacingLevels;
import sc.fiji.rewardanalysis.core.reward.SpacingNeighbours;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.atoms.PlaneOutcome;
import sc.fiji.rewardanalysis.core.workflow.atoms.ThresholdLevels;

/**
 * The Pareto front of count error and spacing error over all thresholds and least distances
 * of one network's maxima. Which maxima remain at a distance doesn't depend on the
 * threshold, for only a more probable one takes another's place; and it changes only where
 * the distance passes that of a pair. So finitely many cells are all there is.
 */
final class NetworkPlane {

	/** More distances than these are thinned out. */
	static final int MOST_DISTANCES = 4000;

	/** Distances whose difference is smaller are equal but for rounding, px. */
	private static final double RESOLUTION = 1e-6;

	private static final int POLL = 16;

	private final List<Blob> candidates;
	private final AtomPhysics physics;
	private final Range distances;
	private final IntToDoubleFunction countError;
	private final ThresholdLevels levels;

	/** Of each candidate the more probable ones that may be too close, and how close, px. */
	private final int[][] stronger;
	private final double[][] apart;

	/** Ends of the stretches of distances at which nothing changes, ascending, px. */
	private final double[] ends;
	private final long allEnds;

	/** By count: the fewest errors, and the largest cell with so many. */
	private final PlaneOutcome[] best;
	private long outcomes;

	/**
	 * @param candidates in the analysed area, the most probable first
	 * @param countError the first objective by the number of atoms
	 */
	NetworkPlane(final List<Blob> candidates, final AtomPhysics physics, final Range thresholds,
		final Range distances, final IntToDoubleFunction countError)
	{
		this.candidates = candidates;
		this.physics = physics;
		this.distances = distances;
		this.countError = countError;
		levels = new ThresholdLevels(candidates, thresholds);
		final int n = candidates.size();
		best = new PlaneOutcome[n + 1];
		stronger = new int[n][];
		apart = new double[n][];
		findPairs();
		final double[] all = Arrays.stream(apart).flatMapToDouble(Arrays::stream).filter(d -> d >= distances
			.low()).sorted().toArray();
		final List<Double> distinct = new ArrayList<>();
		for (final double d : all)
			if (distinct.isEmpty() || d - distinct.get(distinct.size() - 1) > RESOLUTION) distinct.add(d);
		allEnds = distinct.size() + 1;
		ends = thinned(distinct);
	}

	private void findPairs() {
		final double most = distances.high();
		final PointGrid grid = new PointGrid(candidates, Math.max(1, most));
		for (int i = 0; i < candidates.size(); i++) {
			final Blob b = candidates.get(i);
			final int self = i;
			final List<Integer> near = new ArrayList<>();
			grid.forEachNear(b, most, j -> {
				if (j < self && distance(b, candidates.get(j)) < most) near.add(j);
			});
			stronger[i] = near.stream().sorted().mapToInt(j -> j).toArray();
			apart[i] = Arrays.stream(stronger[i]).mapToDouble(j -> distance(b, candidates.get(j))).toArray();
		}
	}

	private static double distance(final Blob a, final Blob b) {
		return Math.hypot(a.x() - b.x(), a.y() - b.y());
	}

	private double[] thinned(final List<Double> distinct) {
		final int n = Math.min(distinct.size(), MOST_DISTANCES - 1);
		final double[] chosen = new double[n + 1];
		for (int i = 0; i < n; i++)
			chosen[i] = distinct.get((int) ((long) i * distinct.size() / n));
		chosen[n] = distances.high();
		return chosen;
	}

	/** The front's outcomes, an outcome's overlap being the distance, px: for each count the largest cell. */
	List<PlaneOutcome> front(final Progress progress) {
		final int n = candidates.size();
		boolean[] kept = kept(middle(0));
		final int[] end = IntStream.range(0, n).map(i -> n).toArray();
		for (int i = 0; i < n; i++)
			end[i] = kept[i] ? n : i;
		final boolean[] all = new boolean[n];
		Arrays.fill(all, true);
		final SpacingLevels spacing = new SpacingLevels(new SpacingNeighbours(candidates, all, physics,
			progress), end, Math.max(1, levels.first()), n);
		final int[] count = counts(kept), errors = new int[n + 1];
		final double[] since = new double[n + 1];
		Arrays.fill(since, distances.low());
		for (int k = Math.max(1, levels.first()); k <= n; k++)
			errors[k] = spacing.errors(k);
		for (int s = 1; s < ends.length; s++) {
			if (s % POLL == 0) {
				progress.update((double) s / ends.length, "Thresholds and distances");
				progress.checkCanceled();
			}
			final boolean[] now = kept(middle(s));
			for (int i = 0; i < n; i++)
				if (now[i] != kept[i]) spacing.moveEnd(i, now[i] ? n : i);
			kept = now;
			final int[] counts = counts(kept);
			for (int k = Math.max(1, levels.first()); k <= n; k++) {
				if (count[k] == counts[k] && errors[k] == spacing.errors(k)) continue;
				close(k, count[k], errors[k], since[k], ends[s - 1]);
				count[k] = counts[k];
				errors[k] = spacing.errors(k);
				since[k] = ends[s - 1];
			}
		}
		for (int k = Math.max(1, levels.first()); k <= n; k++)
			close(k, count[k], errors[k], since[k], distances.high());
		return nonDominated();
	}

	/** In the middle of a stretch. */
	private double middle(final int stretch) {
		return ((stretch == 0 ? distances.low() : ends[stretch - 1]) + ends[stretch]) / 2;
	}

	/** As {@link NetworkFinding#atoms} does it. */
	private boolean[] kept(final double distance) {
		final boolean[] kept = new boolean[candidates.size()];
		for (int i = 0; i < kept.length; i++) {
			boolean free = true;
			for (int j = 0; j < stronger[i].length && free; j++)
				free = !kept[stronger[i][j]] || apart[i][j] >= distance;
			kept[i] = free;
		}
		return kept;
	}

	/** By level the atoms in the counted area. */
	private int[] counts(final boolean[] kept) {
		final int[] counts = new int[kept.length + 1];
		for (int i = 0; i < kept.length; i++)
			counts[i + 1] = counts[i] + (kept[i] && physics.counted().contains(candidates.get(i)) ? 1 : 0);
		return counts;
	}

	private void close(final int k, final int count, final int errors, final double from,
		final double to)
	{
		outcomes++;
		final double share = levels.share(k);
		final boolean fixed = distances.low() == distances.high();
		if (share == 0 || count < AtomPhysics.FEWEST_ATOMS || !fixed && to - from < RESOLUTION) return;
		final PlaneOutcome known = best[count];
		if (known != null && errors > known.errors()) return;
		final double size = share * (fixed ? 1 : (to - from) / (distances.high() - distances.low()));
		if (known == null || errors < known.errors() || size > known.size()) best[count] =
			new PlaneOutcome(count, errors, levels.threshold(k), (from + to) / 2, size);
	}

	private List<PlaneOutcome> nonDominated() {
		final List<PlaneOutcome> all = Arrays.stream(best).filter(Objects::nonNull).toList();
		final boolean[] onFront = ParetoFront.nonDominated(all.stream().map(p -> new double[] { countError
			.applyAsDouble(p.count()), p.errors() }).toArray(double[][]::new));
		return IntStream.range(0, onFront.length).filter(i -> onFront[i]).mapToObj(all::get).sorted(
			Comparator.comparingInt(PlaneOutcome::count)).toList();
	}

	/** How many cells there are, equal or not. */
	long cells() {
		return allEnds * IntStream.rangeClosed(levels.first(), levels.last()).filter(k -> levels.share(
			k) > 0).count();
	}

	/** How many stretches of a level were told apart. */
	long outcomes() {
		return outcomes;
	}

	/** Whether all distances that differ were looked at. */
	boolean isExact() {
		return allEnds <= ends.length;
	}
}
