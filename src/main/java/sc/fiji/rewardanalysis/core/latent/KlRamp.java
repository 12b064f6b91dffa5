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

package sc.fiji.rewardanalysis.core.latent;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Weight of the Kullback–Leibler divergence, epoch by epoch: from {@code start} to
 * {@code end} along a line, then {@code end}.
 *
 * @param start at the first epoch, at least 0
 * @param end from epoch {@code epochs} on, at least 0
 * @param epochs how many the way takes; 0: {@code end} from the first one on
 */
public record KlRamp(double start, double end, int epochs) {

	/** The evidence lower bound itself: weight 1 always. */
	public static final KlRamp NONE = new KlRamp(1, 1, 0);

	public KlRamp {
		Checks.atLeast("The KL weight at the start", start, 0);
		Checks.atLeast("The KL weight at the end", end, 0);
		Checks.atLeast("The number of epochs of the KL ramp", epochs, 0);
	}

	/** The weight in an epoch, the first one being 0. */
	public double at(final int epoch) {
		return epoch >= epochs ? end : start + (end - start) * epoch / epochs;
	}
}
