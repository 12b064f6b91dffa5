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

package sc.fiji.rewardanalysis.core.detect;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What pruning leaves of the first k blobs of a list, for every k and every overlap.
 * <p>
 * Let a list of blobs grow by one, b. The pairs of b come last in the row of each
 * blob before it, and a blob that has got through its row is never erased by a later
 * row. So b meets the survivors of the shorter list in ascending order: each that
 * overlaps b by more than allowed either erases it, which ends the matter, or is
 * erased by it. Nothing else changes. Hence, at a given overlap, each blob lives from
 * the list in which it is the last one until the list whose last one erases it:
 * one interval of k, and a single pass over all pairs finds them for all k.
 * <p>
 * As the overlap falls, further pairs count, one at a time. Only the later blob of
 * such a pair has to meet its predecessors anew; if that changes somebody's life, so
 * have those whom the changed one meets, in ascending order. Everything else stays.
 * <p>
 * Overlaps nearer to each other than {@value #RESOLUTION} are taken as one: what lies
 * between them is rounding, not a difference between images.
 */
public final class PruningSweep {

	/** Overlaps that differ by less are equal. */
	public static final double RESOLUTION = 1e-9;

	private final OverlapPairs pairs;
	private final int n;
	private final double lowest;

	/** Pairs of the first n blobs by falling overlap, and how many of them count. */
	private final int[] order;
	private int counting;

	/** The overlaps at which things are as they are: from (inclusive) to (exclusive). */
	private double from, to;

	/** Pairs count if they overlap by this much or more. */
	private double least;

	/** Per blob: it lives in lists of more than its index and up to this many blobs. */
	private final int[] end;

	/** The pairs in which a blob is the earlier one, by the later one. */
	private final int[] startOfEarlier, byEarlier;

	/** Who is to meet his predecessors anew. */
	private final BitSet waiting = new BitSet();

	/** Whose end the latest step moved, and from where. */
	private int[] changed = new int[16], formerEnds = new int[16];
	private int changes;

	/** The step in which a blob's end was moved last, from 1. */
	private final int[] moved;
	private int step;

	/**
	 * Begins at the highest overlap.
	 *
	 * @param n how many of the blobs to look at, the first ones
	 * @param lowest overlap, not below the one above which the pairs were collected
	 * @param highest overlap, up to 1
	 */
	public PruningSweep(final OverlapPairs pairs, final int n, final double lowest,
		final double highest)
	{
		this.pairs = pairs;
		this.n = n;
		this.lowest = lowest;
		end = new int[n];
		moved = new int[n];
		startOfEarlier = new int[n + 1];
		byEarlier = byEarlier();
		order = byFallingOverlap();
		least = Math.nextUp(highest);
		while (counting < order.length && pairs.overlap(order[counting]) >= least)
			counting++;
		to = highest;
		from = nextBreak();
		Arrays.fill(end, n);
		for (int b = 0; b < n; b++)
			meet(b);
	}

	private int[] byEarlier() {
		final int size = pairs.size(n);
		for (int p = 0; p < size; p++)
			startOfEarlier[pairs.earlier(p) + 1]++;
		for (int b = 0; b < n; b++)
			startOfEarlier[b + 1] += startOfEarlier[b];
		final int[] next = startOfEarlier.clone(), sorted = new int[size];
		for (int p = 0; p < size; p++)
			sorted[next[pairs.earlier(p)]++] = p;
		return sorted;
	}

	private int[] byFallingOverlap() {
		// Sorted to half the resolution: what is nearer is taken together anyway.
		final long[] keys = new long[pairs.size(n)];
		int m = 0;
		for (int p = 0; p < keys.length; p++)
			if (pairs.overlap(p) > lowest) keys[m++] = (long) ((1 - pairs.overlap(p)) * (2 /
				RESOLUTION)) << 32 | p;
		Arrays.sort(keys, 0, m);
		final int[] sorted = new int[m];
		for (int i = 0; i < m; i++)
			sorted[i] = (int) keys[i];
		return sorted;
	}

	/** The end of the pairs, from those that count on, whose overlaps are taken as one. */
	private int nextGroup() {
		int i = counting;
		do
			i++;
		while (i < order.length && pairs.overlap(order[i - 1]) - pairs.overlap(order[i]) < RESOLUTION);
		return i;
	}

	private double nextBreak() {
		if (counting == order.length) return lowest;
		return Arrays.stream(order, counting, nextGroup()).mapToDouble(pairs::overlap).max()
			.getAsDouble();
	}

	/**
	 * Goes on to the next lower overlaps at which something may be different.
	 *
	 * @return false if there are none above the lowest
	 */
	public boolean next() {
		if (counting == order.length) return false;
		changes = 0;
		step++;
		for (final int last = nextGroup(); counting < last; counting++) {
			final int pair = order[counting];
			least = Math.min(least, pairs.overlap(pair));
			// Only if both ever meet.
			if (end[pairs.earlier(pair)] >= pairs.later(pair)) waiting.set(pairs.later(pair));
		}
		to = least;
		from = nextBreak();
		for (int b = waiting.nextSetBit(0); b >= 0; b = waiting.nextSetBit(b + 1)) {
			waiting.clear(b);
			meet(b);
		}
		return true;
	}

	/** Blob b meets those before it, whose lives until then are settled. */
	private void meet(final int b) {
		boolean dies = false;
		for (int p = pairs.first(b); p < pairs.first(b + 1); p++) {
			final int a = pairs.earlier(p);
			// Alive, or so far erased by b.
			if (end[a] < b) continue;
			final boolean conflict = !dies && pairs.overlap(p) >= least;
			dies |= conflict && pairs.laterGoes(a, b);
			if (conflict && !dies) move(a, b);
			else if (end[a] == b) move(a, n);
		}
		if (dies) move(b, b);
		else if (end[b] == b) move(b, n);
	}

	private void move(final int b, final int newEnd) {
		final int former = end[b];
		if (former == newEnd) return;
		end[b] = newEnd;
		if (step == 0) return;
		if (moved[b] != step) remember(b, former);
		// Those who now meet b and didn't, or did and no longer do.
		final int first = Math.min(former, newEnd), last = Math.max(former, newEnd);
		for (int i = startOfEarlier[b]; i < startOfEarlier[b + 1]; i++) {
			final int later = pairs.later(byEarlier[i]);
			if (later > first && later <= last && pairs.overlap(byEarlier[i]) >= least) waiting.set(
				later);
		}
	}

	private void remember(final int b, final int former) {
		moved[b] = step;
		if (changes == changed.length) {
			changed = Arrays.copyOf(changed, 2 * changes);
			formerEnds = Arrays.copyOf(formerEnds, 2 * changes);
		}
		changed[changes] = b;
		formerEnds[changes++] = former;
	}

	/** How many blobs are looked at. */
	public int size() {
		return n;
	}

	/** The lowest overlap with this result, inclusive. */
	public double from() {
		return from;
	}

	/** The highest overlap with this result; exclusive but before the first step. */
	public double to() {
		return to;
	}

	/**
	 * The longest list in which blob b survives; it does in all from b + 1 blobs on. b if
	 * it survives in none.
	 */
	public int end(final int b) {
		return end[b];
	}

	/** Of how many blobs the latest step touched the {@link #end}. */
	public int changes() {
		return changes;
	}

	/** The blob of such a change. */
	public int changed(final int change) {
		return changed[change];
	}

	/** Its end before; it may be the same as now. */
	public int formerEnd(final int change) {
		return formerEnds[change];
	}
}
