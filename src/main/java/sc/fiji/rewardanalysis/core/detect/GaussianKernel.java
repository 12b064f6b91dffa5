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

package sc.fiji.rewardanalysis.core.detect;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One half of a symmetric kernel: a sampled Gaussian or its second derivative,
 * cut off at {@code (int) (4σ + 0.5)} pixels as in {@code scipy.ndimage}.
 */
final class GaussianKernel {

	private static final double TRUNCATE = 4;

	/** Of σ, px. */
	private static final double LARGEST = 1e6;

	private GaussianKernel() {}

	/** Where the kernel of this σ ends, px from its centre. */
	static int radius(final double sigma) {
		return (int) (TRUNCATE * sigma + 0.5);
	}

	/** Weights at 0 … radius; the whole kernel sums to 1. */
	static double[] gaussian(final double sigma) {
		if (sigma > LARGEST) throw new RewardAnalysisException(
			"A sigma is %s px, which is more than any image has; lower it.", sigma);
		final int radius = radius(sigma);
		final double[] half = new double[radius + 1];
		double sum = 0;
		for (int i = radius; i >= 0; i--) {
			half[i] = Math.exp(-0.5 / (sigma * sigma) * i * i);
			sum += i == 0 ? half[i] : 2 * half[i];
		}
		for (int i = 0; i <= radius; i++)
			half[i] /= sum;
		return half;
	}

	/** Weights at 0 … radius of the second derivative: (x²/σ⁴ − 1/σ²)·g(x). */
	static double[] secondDerivative(final double sigma) {
		final double[] half = gaussian(sigma);
		final double variance = sigma * sigma;
		for (int i = 0; i < half.length; i++)
			half[i] *= (double) i * i / (variance * variance) - 1 / variance;
		return half;
	}
}
