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

import sc.fiji.rewardanalysis.core.detect.PruningSweep;

/** The number of counted atoms in each of many nested results: see {@link PruningSweep}. */
final class CountLevels {

	private final boolean[] isCounted;
	private final int[] end, count;

	/** @param sweep where it begins */
	CountLevels(final PruningSweep sweep, final boolean[] isCounted) {
		this.isCounted = isCounted;
		final int n = sweep.size();
		end = new int[n];
		count = new int[n + 2];
		for (int b = 0; b < n; b++) {
			end[b] = sweep.end(b);
			if (!isCounted[b]) continue;
			count[b + 1]++;
			count[end[b] + 1]--;
		}
		for (int k = 1; k < count.length; k++)
			count[k] += count[k - 1];
	}

	int[] ends() {
		return end.clone();
	}

	int count(final int k) {
		return count[k];
	}

	void moveEnd(final int b, final int newEnd) {
		if (isCounted[b]) {
			for (int k = end[b] + 1; k <= newEnd; k++)
				count[k]++;
			for (int k = newEnd + 1; k <= end[b]; k++)
				count[k]--;
		}
		end[b] = newEnd;
	}
}
