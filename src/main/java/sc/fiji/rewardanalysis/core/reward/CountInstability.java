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

import java.util.Optional;

/**
 * How much the count changes if the threshold is 10 % lower or higher, relative to
 * the expected number: half the difference. Near 0 on the plateau between noise and
 * atoms, large where the threshold just happens to give the right number. NaN for atoms
 * that no threshold made.
 */
public final class CountInstability extends AtomReward {

	/** The relative change of the threshold on either side. */
	public static final double JITTER = 0.1;

	/** The threshold is changed by 10 %; that isn't to be chosen. */
	public CountInstability() {
		super("count_instability", "1", Direction.MINIMIZE,
			"Change of the count when the threshold changes by 10 %, relative to the expected number.");
	}

	@Override
	public Score score(final AtomSet set) {
		final Optional<AtomSet> low = set.withThresholdTimes(1 - JITTER);
		final Optional<AtomSet> high = set.withThresholdTimes(1 + JITTER);
		if (low.isEmpty() || high.isEmpty()) return Score.of(Double.NaN);
		return Score.of(0.5 * Math.abs(low.get().counted().length - high.get().counted().length) / set
			.physics().expected());
	}
}
