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

package sc.fiji.rewardanalysis.core.compare;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Where a share lies with a confidence of 95 %.
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
public record Interval(double low, double high) {

	/** The 97.5 % quantile of the normal distribution. */
	private static final double Z = 1.959963984540054;

	/**
	 * Of the probability of an event that happened in some of several independent trials, by
	 * Wilson's score. Source: E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927).
	 *
	 * @param trials 0 or more; without any nothing is known
	 */
	public static Interval wilson(final int events, final int trials) {
		Checks.atLeast("events", events, 0);
		if (events > trials) throw new RewardAnalysisException("%d of %d trials can't be.", events,
			trials);
		if (trials == 0) return new Interval(0, 1);
		final double n = trials, p = events / n, z = Z * Z / n;
		final double middle = (p + z / 2) / (1 + z), half = Z / (1 + z) * Math.sqrt(p * (1 - p) / n + z /
			(4 * n));
		return new Interval(events == 0 ? 0 : Math.max(0, middle - half), events == trials ? 1 : Math.min(
			1, middle + half));
	}

	/**
	 * Of F1: with N = TP + FP + FN it is 2 p / (1 + p) of p = TP / N, which grows with p, so that
	 * the ends of p's interval are those of F1.
	 */
	static Interval ofF1(final Match match) {
		final Interval p = wilson(match.truePositives(), match.truePositives() + match.falsePositives() +
			match.falseNegatives());
		return new Interval(2 * p.low / (1 + p.low), 2 * p.high / (1 + p.high));
	}
}
