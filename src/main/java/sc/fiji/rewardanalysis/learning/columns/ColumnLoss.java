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

package sc.fiji.rewardanalysis.learning.columns;

import static sc.fiji.rewardanalysis.learning.Constant.number;

import ai.djl.ndarray.NDArray;

/**
 * How far a network's answer is from its target: the mean binary cross entropy of the pixels, which
 * makes answers probabilities, and half of the soft Dice loss (Milletari et al. 2016, 3DV), which
 * asks for whole discs where columns are few:
 *
 * <pre>
 * mean(max(z, 0) − z t + log(1 + exp(−|z|))) + ½ (1 − (2 Σ p t + 1) / (Σ p + Σ t + 1))
 * </pre>
 *
 * with logits z, p = 1 / (1 + exp(−z)), targets t; sums over the batch.
 */
final class ColumnLoss {

	private static final double DICE = 0.5;

	private ColumnLoss() {}

	/** A single number. */
	static NDArray of(final NDArray logits, final NDArray target) {
		final NDArray one = number(logits, 1);
		final NDArray entropy = logits.getNDArrayInternal().relu().sub(logits.mul(target)).add(logits
			.abs().neg().exp().add(one).log()).mean();
		final NDArray p = logits.getNDArrayInternal().sigmoid();
		final NDArray common = p.mul(target).sum();
		final NDArray overlap = common.add(common).add(one).div(p.sum().add(target.sum()).add(one));
		return entropy.add(overlap.neg().add(one).mul(number(logits, DICE)));
	}
}
