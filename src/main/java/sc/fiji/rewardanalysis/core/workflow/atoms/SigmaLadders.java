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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * The scales at which the exact search looks: about {@value #LADDERS} ladders, whose
 * smallest scales lie evenly in the range of min_sigma.
 * <p>
 * The smallest scale decides over what is found. The width of a ladder matters little,
 * but a narrow one keeps neighbouring atoms from merging at large scales; all have half
 * the width that fits above the largest min_sigma. So all have the same step between
 * scales, and they begin a whole number of steps apart: they share scales, and with
 * them planes and maxima, which are most of the work. With ten scales each and derived
 * ranges that makes 40 planes instead of 160.
 */
final class SigmaLadders {

	private static final int LADDERS = 15;

	/** Largest scales that are tried if the smallest one is given. */
	private static final int ENDS = 5;

	/** Steps are multiples of 1 / 2^16 px, whose sums have no rounding errors. */
	private static final double GRAIN = 1 << 16;

	private SigmaLadders() {}

	/** Smallest and largest scale of a few ladders that cover the ranges, px. */
	static List<Range> of(final LogRanges ranges) {
		final Range min = ranges.minSigma(), max = ranges.maxSigma();
		final int n = ranges.numSigma();
		final List<Range> ladders = new ArrayList<>();
		if (min.low() == min.high()) {
			if (n == 1 || max.low() == max.high()) add(ladders, ranges, min.low(), max.high());
			else for (int i = 0; i < ENDS; i++)
				add(ladders, ranges, min.low(), max.low() + i * (max.high() - max.low()) / (ENDS - 1));
			return ladders;
		}
		final double room = min.high() - min.low();
		final double width = Math.max((max.high() - min.high()) / 2, room / LADDERS);
		// Steps and distances of ladders are multiples of each other.
		final double gap = room / (LADDERS - 1), rung = n == 1 ? gap : width / (n - 1);
		final double unit = Math.max(1, Math.floor(GRAIN * Math.min(gap, rung))) / GRAIN;
		final double apart = rung < gap ? unit * Math.round(gap / unit) : unit;
		final double step = rung < gap ? unit : unit * Math.round(rung / unit);
		for (double s = Math.ceil(GRAIN * min.low()) / GRAIN; s <= min.high(); s += apart)
			add(ladders, ranges, s, s + (n - 1) * step);
		if (ladders.isEmpty()) add(ladders, ranges, min.low(), min.low() + width);
		return ladders;
	}

	/** The ladders whose smallest scales are next to one, below and above, px. */
	static List<Range> around(final LogRanges ranges, final double minSigma) {
		final Comparator<Range> byLow = Comparator.comparingDouble(Range::low);
		final List<Range> all = of(ranges);
		return Stream.concat(all.stream().filter(l -> l.low() < minSigma).max(byLow).stream(), all.stream()
			.filter(l -> l.low() > minSigma).min(byLow).stream()).toList();
	}

	private static void add(final List<Range> ladders, final LogRanges ranges,
		final double from, final double to)
	{
		final Range max = ranges.maxSigma();
		ladders.add(new Range(from, Math.max(from, Math.min(max.high(), Math.max(max.low(), to)))));
	}
}
