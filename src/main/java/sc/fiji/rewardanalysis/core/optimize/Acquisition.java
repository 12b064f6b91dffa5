package sc.fiji.rewardanalysis.core.optimize;

import java.util.Optional;

/**
 * What a point of the unit cube promises: the logarithm of the expected hypervolume
 * improvement, plus that of the probability to be feasible where a model of it is
 * given. −∞ where a double cannot hold the promise any more.
 */
final class Acquisition {

	private final SearchSpace space;
	private final GaussianProcess first, second;
	private final Optional<GaussianProcess> feasibility;
	private final ExpectedHypervolumeImprovement improvement;

	/** Feasible evaluations are 1 to the model, infeasible ones 0. */
	private static final double BOUNDARY = 0.5;

	Acquisition(final SearchSpace space, final GaussianProcess first,
		final GaussianProcess second, final Optional<GaussianProcess> feasibility,
		final ExpectedHypervolumeImprovement improvement)
	{
		this.space = space;
		this.first = first;
		this.second = second;
		this.feasibility = feasibility;
		this.improvement = improvement;
	}

	/** The promise of a point. */
	double at(final double[] unit) {
		final double[] x = space.snapped(unit);
		final GaussianProcess.Belief a = first.predict(x), b = second.predict(x);
		final double gain = Math.log(improvement.value(a.mean(), a.sd(), b.mean(), b.sd()));
		return gain + feasibility.map(f -> Math.log(probability(f.predict(x)))).orElse(0.0);
	}

	/**
	 * The promise of a point, with its derivatives by the coordinates; these are 0
	 * along integer and categorical axes.
	 */
	double at(final double[] unit, final double[] gradient) {
		final double[] x = space.snapped(unit);
		final GaussianProcess.Slope a = first.slope(x), b = second.slope(x);
		final ExpectedHypervolumeImprovement.Gain gain = improvement.gain(a.belief().mean(), a
			.belief().sd(), b.belief().mean(), b.belief().sd());
		for (int i = 0; i < gradient.length; i++)
			gradient[i] = (gain.byFirstMean() * a.ofMean()[i] + gain.byFirstSd() * a.ofSd()[i] + gain
				.bySecondMean() * b.ofMean()[i] + gain.bySecondSd() * b.ofSd()[i]) / gain.value();
		final double feasible = feasibility.map(f -> addFeasibility(f.slope(x), gradient)).orElse(
			0.0);
		final boolean[] smooth = space.smooth(unit);
		for (int i = 0; i < gradient.length; i++)
			if (!smooth[i]) gradient[i] = 0;
		return Math.log(gain.value()) + feasible;
	}

	/** How much of each objective is unknown at a point: the sum of parts from 0 to 1. */
	double uncertainty(final double[] unit) {
		final double[] x = space.snapped(unit);
		return first.relativeVariance(x) + second.relativeVariance(x);
	}

	private static double addFeasibility(final GaussianProcess.Slope s, final double[] gradient) {
		final double sd = s.belief().sd(), z = (s.belief().mean() - BOUNDARY) / sd;
		final double ratio = Normal.density(z) / Normal.cdf(z);
		for (int i = 0; i < gradient.length; i++)
			gradient[i] += ratio * (s.ofMean()[i] - z * s.ofSd()[i]) / sd;
		return Math.log(Normal.cdf(z));
	}

	private static double probability(final GaussianProcess.Belief belief) {
		return Normal.cdf((belief.mean() - BOUNDARY) / belief.sd());
	}
}
