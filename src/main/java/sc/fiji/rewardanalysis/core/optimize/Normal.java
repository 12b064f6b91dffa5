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

	private Normal() {}

	/** φ(z), the density. */
	static double density(final double z) {
		return Math.exp(-0.5 * z * z) / SQRT_2_PI;
	}

	/** Φ(z), the probability of a value below z. */
	static double cdf(final double z) {
		final double upper = density(z) * mills(Math.abs(z));
		return z < 0 ? upper : 1 - upper;
	}

	/** ∫ Φ from −∞ to z, that is zΦ(z) + φ(z). */
	static double integral(final double z) {
		final double x = Math.abs(z);
		final double lower = density(x) * lessOne(x);
		return z < 0 ? lower : z + lower;
	}

	/** ∫∫ Φ from −∞ to z, that is ½[(z² + 1)Φ(z) + zφ(z)]. */
	static double doubleIntegral(final double z) {
		final double x = Math.abs(z);
		final double lower;
		if (x > TAIL) {
			final double r2 = ratio(x, 2);
			final double r1 = 1 / (x + 2 * r2);
			lower = density(x) / (x + r1) * r1 * r2;
		}
		else lower = 0.5 * density(x) * ((x * x + 1) * mills(x) - x);
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
