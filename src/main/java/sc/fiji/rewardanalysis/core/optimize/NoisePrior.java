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

package sc.fiji.rewardanalysis.core.optimize;

/**
 * How probable noise of variance ν is held to be, relative to the variance of the outputs,
 * before anything was seen: ν<sup>p</sup>e<sup>−30ν</sup>, of log ν.
 */
enum NoisePrior {

		/**
		 * For evaluations that repeat. Below a few dozen points there is next to none unless
		 * the data leave no other way out, such as steps and plateaus.
		 */
		LITTLE(-1),

		/** For evaluations with random errors: Optuna's, nearly flat up to a tenth. */
		SOME(0.1);

	private static final double RATE = 30;

	private final double power;

	NoisePrior(final double power) {
		this.power = power;
	}

	/** The logarithm of the density of log ν, less a constant. */
	double log(final double logNoise) {
		return power * logNoise - RATE * Math.exp(logNoise);
	}

	/** Its derivative. */
	double slope(final double logNoise) {
		return power - RATE * Math.exp(logNoise);
	}
}
