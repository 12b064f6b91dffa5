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

package sc.fiji.rewardanalysis.core.simulate;

import java.util.random.RandomGenerator;

/**
 * Poisson random numbers: multiplication of uniforms for small means, transformed
 * rejection (PTRS; Hörmann 1993, Insurance: Mathematics and Economics 12:39) above
 * 10.
 */
public final class Poisson {

	private static final double SMALL = 10;

	private Poisson() {}

	/** A number with the given mean; 0 for a mean of 0 or below. */
	public static double sample(final RandomGenerator random, final double mean) {
		if (!(mean > 0)) return 0;
		return mean < SMALL ? multiplied(random, mean) : rejected(random, mean);
	}

	private static double multiplied(final RandomGenerator random, final double mean) {
		final double limit = Math.exp(-mean);
		int n = 0;
		for (double p = random.nextDouble(); p > limit; p *= random.nextDouble())
			n++;
		return n;
	}

	private static double rejected(final RandomGenerator random, final double mean) {
		final double log = Math.log(mean);
		final double b = 0.931 + 2.53 * Math.sqrt(mean), a = -0.059 + 0.02483 * b;
		final double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
		final double squeeze = 0.9277 - 3.6224 / (b - 2);
		while (true) {
			final double u = random.nextDouble() - 0.5, v = random.nextDouble();
			final double us = 0.5 - Math.abs(u);
			final double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
			if (us >= 0.07 && v <= squeeze) return k;
			if (k < 0 || us < 0.013 && v > us) continue;
			if (Math.log(v * inverseAlpha / (a / (us * us) + b)) <= k * log - mean - logFactorial(
				k)) return k;
		}
	}

	/** ln k!: Stirling's series for large k, the sum itself for small. */
	private static double logFactorial(final double k) {
		if (k < 10) {
			double sum = 0;
			for (int i = 2; i <= k; i++)
				sum += Math.log(i);
			return sum;
		}
		final double n = k + 1;
		return (n - 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 *
			n * n * n);
	}
}
