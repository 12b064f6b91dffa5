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

import java.util.HashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How well two labelings of the same items agree on which belong together, corrected
 * for chance (Hubert &amp; Arabie 1985, J. Classif. 2:193, eq. 5): 1 if they are the
 * same up to the names of the labels, 0 on average for random ones, down to below 0.
 */
public final class AdjustedRandIndex {

	private AdjustedRandIndex() {}

	/**
	 * The index of two labelings.
	 *
	 * @param a any numbers
	 * @param b as many
	 * @return 1 also if both put everything together, or everything apart, or are empty
	 */
	public static double of(final int[] a, final int[] b) {
		Checks.given("first labeling", a);
		Checks.given("second labeling", b);
		if (a.length != b.length) throw new RewardAnalysisException(
			"The labelings have %d and %d items; they must be of the same items.", a.length, b.length);
		final Map<Long, Integer> both = new HashMap<>(), ofA = new HashMap<>(), ofB = new HashMap<>();
		for (int i = 0; i < a.length; i++) {
			both.merge((long) a[i] << 32 | b[i] & 0xffffffffL, 1, Integer::sum);
			ofA.merge((long) a[i], 1, Integer::sum);
			ofB.merge((long) b[i], 1, Integer::sum);
		}
		final double together = pairs(both), inA = pairs(ofA), inB = pairs(ofB);
		final double expected = a.length < 2 ? 0 : inA * inB / (0.5 * a.length * (a.length - 1.0));
		final double most = (inA + inB) / 2;
		return most == expected ? 1 : (together - expected) / (most - expected);
	}

	/** Number of pairs within the groups. */
	private static double pairs(final Map<Long, Integer> groups) {
		// Whole numbers as doubles, so their sum has no order.
		return groups.values().stream().mapToDouble(n -> 0.5 * n * (n - 1.0)).sum();
	}
}
