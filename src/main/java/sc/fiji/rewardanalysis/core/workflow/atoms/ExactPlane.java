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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.OverlapPairs;
import sc.fiji.rewardanalysis.core.detect.PruningSweep;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.SpacingLevels;
import sc.fiji.rewardanalysis.core.reward.SpacingNeighbours;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * The Pareto front of count error and spacing error over all thresholds and overlaps
 * of one scale space, exactly.
 */
final class ExactPlane {

	/** Overlaps at which the bound is looked for, over the range. */
	private static final int COLUMNS = 4;

	private static final int POLL = 64;

	private final List<Blob> candidates;
	private final AtomPhysics physics;
	private final Range overlaps;
	private final IntToDoubleFunction countError;
	private final ThresholdLevels levels;
	private final boolean[] isAtom, isCounted;
	private final OverlapPairs pairs;

	/** By count: the fewest errors, and the largest cell with so many. */
	private final PlaneOutcome[] best;
	private long stretches, columns = 1;

	ExactPlane(final List<Blob> candidates, final Area area, final AtomPhysics physics,
		final Range thresholds, final Range overlaps, final IntToDoubleFunction countError,
		final OverlapPairs pairs)
	{
		this.candidates = candidates;
		this.physics = physics;
		this.overlaps = overlaps;
		this.countError = countError;
		levels = new ThresholdLevels(candidates, thresholds);
		final int n = candidates.size();
		isAtom = new boolean[n];
		isCounted = new boolean[n];
		for (int i = 0; i < n; i++) {
			isAtom[i] = area.contains(candidates.get(i));
			isCounted[i] = isAtom[i] && physics.counted().contains(candidates.get(i));
		}
		best = new PlaneOutcome[n + 1];
		this.pairs = pairs;
	}

	/** A count error that no point of the front exceeds, as far as a few columns tell. */
	double bound(final Progress progress) {
		final int last = Math.min(candidates.size(), 2 * physics.high());
		final SpacingNeighbours neighbours = neighbours(last, progress);
		double bound = Double.POSITIVE_INFINITY;
		for (int i = 0; i < COLUMNS; i++) {
			final double t = overlaps.low() + (overlaps.high() - overlaps.low()) * (i + 0.5) / COLUMNS;
			final PruningSweep sweep = new PruningSweep(pairs, last, t, t);
			final CountLevels counts = new CountLevels(sweep, isCounted);
			final SpacingLevels errors = new SpacingLevels(neighbours, counts.ends(), 1, last);
			for (int k = levels.first(); k <= last; k++)
				if (counts.count(k) >= AtomPhysics.FEWEST_ATOMS && levels.share(k) > 0 && errors.errors(k) == 0)
					bound = Math.min(bound, countError.applyAsDouble(counts.count(k)));
		}
		return bound;
	}

	private SpacingNeighbours neighbours(final int n, final Progress progress) {
		return new SpacingNeighbours(candidates.subList(0, n), isAtom, physics, progress);
	}

	/** The front's outcomes: for each count on it the largest cell. */
	List<PlaneOutcome> front(final double bound, final Progress progress) {
		final int[] range = interesting(bound, progress);
		if (range == null) return List.of();
		final int first = range[0], last = range[1];
		final PruningSweep sweep = new PruningSweep(pairs, last, overlaps.low(), overlaps.high());
		final CountLevels counts = new CountLevels(sweep, isCounted);
		final SpacingLevels spacing = new SpacingLevels(neighbours(last, progress), counts.ends(), first,
			last);
		final int[] count = new int[last + 1], errors = new int[last + 1];
		final double[] since = new double[last + 1], share = new double[last + 1];
		for (int k = first; k <= last; k++) {
			count[k] = counts.count(k);
			errors[k] = spacing.errors(k);
			since[k] = overlaps.high();
			share[k] = levels.share(k);
		}
		double from = sweep.from();
		for (int step = 0; sweep.next(); step++) {
			if (step % POLL == 0) progress.checkCanceled();
			int low = Integer.MAX_VALUE, high = 0;
			for (int c = 0; c < sweep.changes(); c++) {
				final int b = sweep.changed(c), end = sweep.end(b);
				low = Math.min(low, Math.min(end, sweep.formerEnd(c)) + 1);
				high = Math.max(high, Math.max(end, sweep.formerEnd(c)));
				counts.moveEnd(b, end);
				spacing.moveEnd(b, end);
			}
			for (int k = Math.max(first, low); k <= Math.min(last, high); k++) {
				if (count[k] == counts.count(k) && errors[k] == spacing.errors(k)) continue;
				close(k, count[k], errors[k], share[k], from, since[k]);
				count[k] = counts.count(k);
				errors[k] = spacing.errors(k);
				since[k] = sweep.to();
			}
			from = sweep.from();
		}
		for (int k = first; k <= last; k++)
			close(k, count[k], errors[k], share[k], overlaps.low(), since[k]);
		return nonDominated();
	}

	/** The first and the last level that may be on the front. */
	private int[] interesting(final double bound, final Progress progress) {
		final int n = candidates.size();
		final PruningSweep sweep = new PruningSweep(pairs, n, overlaps.low(), overlaps.high());
		final CountLevels counts = new CountLevels(sweep, isCounted);
		final boolean[] worth = new boolean[n + 1];
		final double[] error = new double[n + 1];
		for (int c = 0; c <= n; c++)
			error[c] = c < AtomPhysics.FEWEST_ATOMS ? Double.POSITIVE_INFINITY : countError.applyAsDouble(c);
		for (int k = 0; k <= n; k++)
			worth[k] = error[counts.count(k)] <= bound;
		for (int step = 0; sweep.next(); step++) {
			if (step % POLL == 0) progress.checkCanceled();
			columns++;
			int low = Integer.MAX_VALUE, high = 0;
			for (int c = 0; c < sweep.changes(); c++) {
				final int b = sweep.changed(c), end = sweep.end(b);
				if (!isCounted[b]) continue;
				low = Math.min(low, Math.min(end, sweep.formerEnd(c)) + 1);
				high = Math.max(high, Math.max(end, sweep.formerEnd(c)));
				counts.moveEnd(b, end);
			}
			for (int k = low; k <= high; k++)
				worth[k] |= error[counts.count(k)] <= bound;
		}
		int first = Integer.MAX_VALUE, last = -1;
		for (int k = levels.first(); k <= n; k++)
			if (worth[k] && levels.share(k) > 0) {
				first = Math.min(first, k);
				last = k;
			}
		return last < 0 ? null : new int[] { first, last };
	}

	private void close(final int k, final int count, final int errors, final double share,
		final double from, final double to)
	{
		stretches++;
		if (share == 0 || count < AtomPhysics.FEWEST_ATOMS) return;
		final boolean fixed = overlaps.low() == overlaps.high();
		if (!fixed && to - from < PruningSweep.RESOLUTION) return;
		final PlaneOutcome known = best[count];
		if (known != null && errors > known.errors()) return;
		final double size = share * (fixed ? 1 : (to - from) / (overlaps.high() - overlaps.low()));
		if (known == null || errors < known.errors() || size > known.size()) best[count] =
			new PlaneOutcome(count, errors, levels.threshold(k), (from + to) / 2, size);
	}

	/** By count error, then spacing errors: who has fewer of these than all before him stays. */
	private List<PlaneOutcome> nonDominated() {
		record Judged(double error, PlaneOutcome outcome) {}
		final List<Judged> judged = Arrays.stream(best).filter(Objects::nonNull).map(p -> new Judged(
			countError.applyAsDouble(p.count()), p)).sorted(Comparator.comparingDouble(Judged::error)
				.thenComparingInt(j -> j.outcome().errors())).toList();
		final List<PlaneOutcome> front = new ArrayList<>();
		double error = Double.NaN;
		int fewest = Integer.MAX_VALUE;
		for (final Judged j : judged) {
			// Equals don't dominate each other.
			final boolean equal = j.error() == error && j.outcome().errors() == fewest;
			if (!equal && j.outcome().errors() >= fewest) continue;
			front.add(j.outcome());
			error = j.error();
			fewest = j.outcome().errors();
		}
		front.sort(Comparator.comparingInt(PlaneOutcome::count));
		return front;
	}

	/** An upper bound of the sweeps' steps: each pair may change the result of each level. */
	long work() {
		return (long) candidates.size() * (pairs.size() + 1);
	}

	long candidates() {
		return candidates.size();
	}

	long pairs() {
		return pairs.size();
	}

	/** How many cells the plane has, equal or not. */
	long cells() {
		final long rows = IntStream.rangeClosed(levels.first(), levels.last()).filter(k -> levels.share(
			k) > 0).count();
		return rows * columns;
	}

	/** How many stretches of a level were told apart. */
	long outcomes() {
		return stretches;
	}
}
