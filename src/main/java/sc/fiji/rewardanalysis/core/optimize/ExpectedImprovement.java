package sc.fiji.rewardanalysis.core.optimize;

/**
 * The logarithm of the expected improvement of one objective (Jones, Schonlau &amp; Welch
 * 1998, J. Glob. Optim. 13:455), plus that of the probability to be feasible. Accurate
 * also where a double could not hold the improvement itself (Ament et al. 2023,
 * arXiv:2310.20708).
 */
final class ExpectedImprovement implements Acquisition {

	private final GaussianProcess model;
	private final double best;
	private final Feasibility feasibility;

	/**
	 * @param model of the objective
	 * @param best its least value so far
	 */
	ExpectedImprovement(final GaussianProcess model, final double best,
		final Feasibility feasibility)
	{
		this.model = model;
		this.best = best;
		this.feasibility = feasibility;
	}

	@Override
	public double at(final double[] unit) {
		final GaussianProcess.Belief belief = model.predict(unit);
		return log(belief) + feasibility.at(unit);
	}

	@Override
	public double at(final double[] unit, final double[] gradient) {
		final GaussianProcess.Slope slope = model.slope(unit);
		final double sd = slope.belief().sd(), z = z(slope.belief());
		final double lift = Normal.lift(z), integral = Normal.integral(z, lift);
		// Of E = sd ∫Φ, dE/dmean = -Φ(z) and dE/dsd = φ(z).
		final double byMean = -Normal.cdf(z, lift) / (sd * integral);
		final double bySd = Normal.density(z, lift) / (sd * integral);
		for (int i = 0; i < gradient.length; i++)
			gradient[i] = byMean * slope.ofMean()[i] + bySd * slope.ofSd()[i];
		return log(slope.belief()) + feasibility.addTo(gradient, unit);
	}

	@Override
	public double uncertainty(final double[] unit) {
		return model.relativeVariance(unit);
	}

	private double z(final GaussianProcess.Belief belief) {
		return (best - belief.mean()) / belief.sd();
	}

	private double log(final GaussianProcess.Belief belief) {
		final double z = z(belief), lift = Normal.lift(z);
		return Math.log(belief.sd()) + Math.log(Normal.integral(z, lift)) - lift;
	}
}
