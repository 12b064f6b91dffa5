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

package sc.fiji.rewardanalysis.core.workflow.classes;

import sc.fiji.rewardanalysis.core.clustering.Samples;

/**
 * The mean of each square patch and itself turned by 180 degrees, which is the patch read
 * from its end: columns that differ by such a turn alone become the same. Exact, for no
 * pixel is interpolated. As thread-safe as the patches.
 */
final class TwoFold implements Samples {

	private final Samples patches;

	TwoFold(final Samples patches) {
		this.patches = patches;
	}

	@Override
	public int size() {
		return patches.size();
	}

	@Override
	public int dimension() {
		return patches.dimension();
	}

	@Override
	public void read(final int from, final int to, final float[] into) {
		patches.read(from, to, into);
		final int d = dimension();
		for (int start = 0; start < (to - from) * d; start += d)
			for (int i = start, j = start + d - 1; i < j; i++, j--) {
				final float mean = 0.5f * (into[i] + into[j]);
				into[i] = mean;
				into[j] = mean;
			}
	}
}
