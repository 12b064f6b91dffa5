package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.List;

/**
 * The logarithm of the expected hypervolume improvement, plus that of the probability to
 * be feasible.
 */
final class HypervolumeAcquisition implements Acquisition {

	private final List<GaussianProcess> objectives;
	private final Feasibility feasibility;
	private final ExpectedHypervolumeImprovement improvement;

	HypervolumeAcquisition(final List<GaussianProcess> objectives, final Feasibility feasibility,
		final ExpectedHypervolumeImprovement improvement)
	{
		this.objectives = objectives;
		this.feasibility = feasibility;
		this.improvement = improvement;
	}

	@Override
	public double at(final double[] unit) {
		final double[] means = new double[objectives.size()], sds = means.clone();
		for (int j = 0; j < means.length; j++) {
			final GaussianProcess.Belief belief = objectives.get(j).predict(unit);
			means[j] = belief.mean();
			sds[j] = belief.sd();
		}
		return improvement.log(means, sds) + feasibility.at(unit);
	}

	@Override
	public double at(final double[] unit, final double[] gradient) {
		final int m = objectives.size();
		final double[] means = new double[m], sds = new double[m];
		final GaussianProcess.Slope[] slopes = new GaussianProcess.Slope[m];
		for (int j = 0; j < m; j++) {
			slopes[j] = objectives.get(j).slope(unit);
			means[j] = slopes[j].belief().mean();
			sds[j] = slopes[j].belief().sd();
		}
		final ExpectedHypervolumeImprovement.Gain gain = improvement.gain(means, sds);
		Arrays.fill(gradient, 0);
		for (int j = 0; j < m; j++)
			for (int i = 0; i < gradient.length; i++)
				gradient[i] += gain.byMean()[j] * slopes[j].ofMean()[i] + gain.bySd()[j] * slopes[j].ofSd()[i];
		return gain.log() + feasibility.addTo(gradient, unit);
	}

	@Override
	public double uncertainty(final double[] unit) {
		return objectives.stream().mapToDouble(m -> m.relativeVariance(unit)).sum();
	}
}
