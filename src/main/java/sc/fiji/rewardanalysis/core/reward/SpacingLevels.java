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

/**
 * The number of atoms that {@link SpacingError} blames in each of many nested
 * results: in result k, blob b is an atom if b &lt; k ≤ end(b). When an end moves, only
 * the results and atoms that notice are judged anew.
 * <p>
 * Equal to {@link SpacingError} of each result with at least five atoms, to the last
 * bit of the sums.
 */
public final class SpacingLevels {

	private final SpacingNeighbours neighbours;

	/** Results that are looked at: first to last, both included. */
	private final int first, last;
	private final int[] end, errors;

	/** Per blob up to where its neighbours were ever looked at, nm. */
	private final double[] looked;

	/** The result up to which the latest judgement holds. */
	private int until;

	/**
	 * @param neighbours of the blobs, in the order in which the results grow
	 * @param end per blob the last result in which it is an atom; for the first ones, if
	 *          there are fewer ends than blobs
	 * @param first result of interest
	 * @param last result of interest, no more than there are ends
	 */
	public SpacingLevels(final SpacingNeighbours neighbours, final int[] end, final int first,
		final int last)
	{
		this.neighbours = neighbours;
		this.first = first;
		this.last = last;
		// What is beyond never becomes an atom.
		this.end = Arrays.copyOf(end, neighbours.size());
		looked = new double[end.length];
		errors = new int[last + 2];
		for (int b = 0; b < end.length; b++)
			add(b, b + 1, end[b], 1);
	}

	/** The number of errors in result k. */
	public int errors(final int k) {
		return errors[k];
	}

	/** Moves the end of a blob. */
	public void moveEnd(final int b, final int newEnd) {
		final int former = end[b];
		final int from = Math.min(former, newEnd) + 1, to = Math.max(former, newEnd);
		if (from > to || from > last || to < first) {
			end[b] = newEnd;
			return;
		}
		around(b, from, to, -1);
		end[b] = newEnd;
		around(b, from, to, 1);
	}

	private void around(final int b, final int from, final int to, final int sign) {
		add(b, from, Math.min(to, end[b]), sign);
		final int[] others = neighbours.noticing(b);
		final double[] d = neighbours.noticingDistance(b);
		for (int i = 0; i < others.length; i++) {
			final int a = others[i];
			if (a < looked.length && d[i] <= looked[a]) add(a, Math.max(from, a + 1), Math.min(to, end[a]),
				sign);
		}
	}

	/** Adds an atom's errors in results from … to, in which it is an atom. */
	private void add(final int atom, final int from, final int to, final int sign) {
		if (!neighbours.isJudged(atom)) return;
		int k = Math.max(from, first);
		final int stop = Math.min(to, last);
		while (k <= stop) {
			final boolean error = isError(atom, k);
			final int next = Math.min(stop, until);
			if (error) for (; k <= next; k++)
				errors[k] += sign;
			k = next + 1;
		}
	}

	/** Whether an atom is an error in result k, and until which one it certainly stays so. */
	private boolean isError(final int atom, final int k) {
		final int[] others = neighbours.near(atom);
		final double[] d = neighbours.distance(atom);
		until = Integer.MAX_VALUE;
		double sum = 0;
		int found = 0;
		for (int i = 0; i < others.length; i++) {
			final int c = others[i];
			if (sum + (4 - found) * d[i] > neighbours.limit * SpacingNeighbours.SAFE) {
				looked[atom] = Math.max(looked[atom], d[i]);
				return false;
			}
			if (c >= k) until = Math.min(until, c);
			else if (k <= end[c]) {
				until = Math.min(until, end[c]);
				sum += d[i];
				if (++found == 4) {
					looked[atom] = Math.max(looked[atom], d[i]);
					return sum < neighbours.limit;
				}
			}
		}
		looked[atom] = Double.POSITIVE_INFINITY;
		return false;
	}
}
