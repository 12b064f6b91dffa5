package sc.fiji.rewardanalysis.core.optimize;

/**
 * Y = Z. The integral is s·(zΦ(z) + φ(z)) with z = (c − mean)/s, the expected
 * improvement of Jones, Schonlau &amp; Welch 1998 (J. Glob. Optim. 13:455,
 * doi:10.1023/A:1008306431147).
 */
enum IdentityLink implements Link {

		INSTANCE;

	@Override
	public double value(final double signal) {
		return signal;
	}

	@Override
	public double latent(final double signal) {
		return signal;
	}

	@Override
	public double ofLatent(final double z) {
		return z;
	}

	@Override
	public Improvement improvement(final double c, final double mean, final double sd) {
		final double z = (c - mean) / sd;
		final double lift = Normal.lift(z);
		return new Improvement(sd * Normal.integral(z, lift), -Normal.cdf(z, lift), Normal.density(z,
			lift), lift);
	}

	@Override
	public String toString() {
		return "IdentityLink";
	}
}
