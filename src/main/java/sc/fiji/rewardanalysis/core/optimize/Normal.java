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
 * The standard normal distribution Φ and its repeated integrals, with full
 * relative accuracy in the lower tail, where the text-book forms cancel.
 * <p>
 * With I₋₁ = φ, I₀(x) = 1 − Φ(x) and Iₙ(x) = ∫ₓ^∞ Iₙ₋₁, the recurrence
 * n Iₙ = Iₙ₋₂ − x Iₙ₋₁ (Abramowitz &amp; Stegun 7.2.5, rescaled) gives the ratios
 * rₙ = Iₙ/Iₙ₋₁ = 1/(x + (n+1) rₙ₊₁), a continued fraction of positive terms.
 */
final class Normal {

	private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

	/** From here on the continued fraction is better than differences. */
	private static final double TAIL = 2.5;

	/** Where a product of three integrals is still far from what a double can't hold. */
	private static final double FAR = -20.5;

	private Normal() {}

	/**
	 * The logarithm of a factor that brings φ(z), Φ(z) and their integrals back to the
	 * order of 1 where z lies so far below 0 that a double can't hold them, or soon won't;
	 * 0 elsewhere.
	 */
	static double lift(final double z) {
		return z < FAR ? 0.5 * z * z : 0;
	}

	/** φ(z), the density. */
	static double density(final double z) {
		return Math.exp(-0.5 * z * z) / SQRT_2_PI;
	}

	/** φ(z) times e to the power of {@code lift}. */
	static double density(final double z, final double lift) {
		return Math.exp(lift - 0.5 * z * z) / SQRT_2_PI;
	}

	/** Φ(z), the probability of a value below z. */
	static double cdf(final double z) {
		return cdf(z, 0);
	}

	/** Φ(z) times e to the power of {@code lift}, which is 0 unless z is negative. */
	static double cdf(final double z, final double lift) {
		final double upper = density(z, lift) * mills(Math.abs(z));
		return z < 0 ? upper : 1 - upper;
	}

	/** log Φ(z). */
	static double logCdf(final double z) {
		return z < 0 ? Math.log(mills(-z) / SQRT_2_PI) - 0.5 * z * z : Math.log1p(-cdf(-z));
	}

	/** d log Φ/dz = φ(z)/Φ(z). */
	static double logCdfSlope(final double z) {
		return z < 0 ? 1 / mills(-z) : density(z) / cdf(z);
	}

	/** ∫ Φ from −∞ to z, that is zΦ(z) + φ(z). */
	static double integral(final double z) {
		return integral(z, 0);
	}

	/** The same times e to the power of {@code lift}, which is 0 unless z is negative. */
	static double integral(final double z, final double lift) {
		final double x = Math.abs(z);
		final double lower = density(x, lift) * lessOne(x);
		return z < 0 ? lower : z + lower;
	}

	/** ∫∫ Φ from −∞ to z, that is ½[(z² + 1)Φ(z) + zφ(z)]. */
	static double doubleIntegral(final double z) {
		return doubleIntegral(z, 0);
	}

	/** The same times e to the power of {@code lift}, which is 0 unless z is negative. */
	static double doubleIntegral(final double z, final double lift) {
		final double x = Math.abs(z);
		final double lower;
		if (x > TAIL) {
			final double r2 = ratio(x, 2);
			final double r1 = 1 / (x + 2 * r2);
			lower = density(x, lift) / (x + r1) * r1 * r2;
		}
		else lower = 0.5 * density(x, lift) * ((x * x + 1) * mills(x) - x);
		return z < 0 ? lower : 0.5 * (z * z + 1) - lower;
	}

	/**
	 * Mills' ratio (1 − Φ(x))/φ(x) for x ≥ 0: near 0 Hart's rational function
	 * (Hart et al. 1968, Computer Approximations, no. 5666, with the coefficients
	 * of West 2005, Wilmott Magazine, May, p. 70).
	 */
	static double mills(final double x) {
		if (x > TAIL) return ratio(x, 0);
		final double p = (((((3.52624965998911e-2 * x + 0.700383064443688) * x + 6.37396220353165) *
			x + 33.912866078383) * x + 112.079291497871) * x + 221.213596169931) * x +
			220.206867912376;
		final double q = ((((((8.83883476483184e-2 * x + 1.75566716318264) * x + 16.064177579207) *
			x + 86.7807322029461) * x + 296.564248779674) * x + 637.333633378831) * x +
			793.826512519948) * x + 440.413735824752;
		return SQRT_2_PI * p / q;
	}

	/** 1 − x·mills(x), which is also minus the derivative of Mills' ratio, for x ≥ 0. */
	static double lessOne(final double x) {
		if (x <= TAIL) return 1 - x * mills(x);
		final double r1 = ratio(x, 1);
		return r1 / (x + r1);
	}

	private static double ratio(final double x, final int n) {
		// Enough terms for 15 digits; the fraction converges as exp(-2x√(2k)).
		final int terms = (int) (8 + 400 / (x * x));
		double r = 0;
		for (int k = n + terms; k > n; k--)
			r = 1 / (x + k * r);
		return r;
	}
}
