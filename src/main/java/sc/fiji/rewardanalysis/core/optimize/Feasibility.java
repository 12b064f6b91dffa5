package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.List;

/**
 * The logarithm of the probability that all constraints are met, from a model of each,
 * taken for independent of each other (Gelbart, Snoek &amp; Adams 2014, arXiv:1403.5607).
 * As an acquisition it looks for the first feasible point.
 */
final class Feasibility implements Acquisition {

	private final List<Limited> constraints;

	/**
	 * A model of a constraint.
	 *
	 * @param model of its values
	 * @param limit the largest that is allowed
	 */
	record Limited(GaussianProcess model, double limit) {}

	Feasibility(final List<Limited> constraints) {
		this.constraints = constraints;
	}

	/** The same once the models believe what they expect at some points. */
	Feasibility believing(final double[][] points) {
		return new Feasibility(constraints.stream().map(c -> new Limited(c.model.believing(points),
			c.limit)).toList());
	}

	/** 0 without constraints. */
	@Override
	public double at(final double[] unit) {
		double sum = 0;
		for (final Limited c : constraints) {
			final GaussianProcess.Belief belief = c.model.predict(unit);
			sum += Normal.logCdf((c.limit - belief.mean()) / belief.sd());
		}
		return sum;
	}

	@Override
	public double at(final double[] unit, final double[] gradient) {
		Arrays.fill(gradient, 0);
		return addTo(gradient, unit);
	}

	@Override
	public double uncertainty(final double[] unit) {
		return constraints.stream().mapToDouble(c -> c.model.relativeVariance(unit)).sum();
	}

	/** The promise, its derivatives added to the gradient. */
	double addTo(final double[] gradient, final double[] unit) {
		double sum = 0;
		for (final Limited c : constraints) {
			final GaussianProcess.Slope s = c.model.slope(unit);
			final double sd = s.belief().sd(), z = (c.limit - s.belief().mean()) / sd;
			final double ratio = Normal.logCdfSlope(z);
			for (int i = 0; i < gradient.length; i++)
				gradient[i] -= ratio * (s.ofMean()[i] + z * s.ofSd()[i]) / sd;
			sum += Normal.logCdf(z);
		}
		return sum;
	}
}
