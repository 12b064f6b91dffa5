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

package sc.fiji.rewardanalysis.core.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * The place of an objective's value on one image among those of a fixed set of parameters
 * there: 0 is ideal, 1 the last place.
 * <p>
 * Of m values the k-th has the place k/m, equal ones the mean of theirs; in between it is
 * interpolated, and below the least it goes on linearly, to 0 at 0. What is worse than the
 * last keeps its place 1. A value of 0 is ideal, so its place is 0 however many have it. If
 * all are 0, others have the place value/bound, at most 1.
 * <p>
 * The set never grows, so a value's place never changes. Immutable.
 */
final class Places {

	/** Ascending, the first 0; the place of each. */
	private final double[] values, places;

	/**
	 * @param set at least 0; NaN doesn't count
	 * @param bound the objective's natural bound, above 0
	 */
	Places(final double[] set, final double bound) {
		Checks.positive("The bound of an objective", bound);
		final double[] sorted = Arrays.stream(set).filter(Double::isFinite).sorted().toArray();
		final List<double[]> knots = new ArrayList<>(List.of(new double[2]));
		for (int from = 0, to; from < sorted.length; from = to) {
			to = from + 1;
			while (to < sorted.length && sorted[to] == sorted[from])
				to++;
			final boolean last = to == sorted.length;
			// Places from + 1 … to; the last ones are as bad as can be.
			final double place = last ? 1 : (from + 1.0 + to) / 2 / sorted.length;
			if (sorted[from] > 0) knots.add(new double[] { sorted[from], place });
		}
		if (knots.size() == 1) knots.add(new double[] { bound, 1 });
		values = knots.stream().mapToDouble(k -> k[0]).toArray();
		places = knots.stream().mapToDouble(k -> k[1]).toArray();
	}

	/** NaN for NaN. */
	double of(final double value) {
		if (!(value > 0)) return value <= 0 ? 0 : Double.NaN;
		final int last = values.length - 1;
		if (value >= values[last]) return 1;
		final int at = Arrays.binarySearch(values, value);
		if (at >= 0) return places[at];
		final int above = -at - 1, below = above - 1;
		return places[below] + (places[above] - places[below]) * (value - values[below]) /
			(values[above] - values[below]);
	}
}
