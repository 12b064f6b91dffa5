package sc.fiji.rewardanalysis.core.clustering;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * How a {@link GaussianMixture} is fitted.
 *
 * @param components how many
 * @param covariance what shapes they may have
 * @param starts random starts; each goes a few steps, the likeliest goes on
 * @param maxIterations most steps of the one that goes on
 * @param tolerance it has converged once a step changes the mean log-likelihood of a point by
 *          less than this
 * @param regularization what every variance is raised by, as a share of the points' mean
 *          variance along an axis, so that a change of units changes nothing
 * @param seed of the random starts
 */
public record MixtureOptions(int components, CovarianceType covariance, int starts,
	int maxIterations, double tolerance, double regularization, long seed)
{

	public MixtureOptions {
		Checks.atLeast("number of components", components, 1);
		Checks.given("covariance type", covariance);
		Checks.atLeast("number of starts", starts, 1);
		Checks.atLeast("number of iterations", maxIterations, 1);
		Checks.atLeast("tolerance", tolerance, 0);
		Checks.atLeast("regularization", regularization, 0);
	}

	/** Five starts, 500 steps at most, to 10⁻⁵ of log-likelihood, a regularization of 10⁻⁶. */
	public static MixtureOptions of(final int components, final CovarianceType covariance,
		final long seed)
	{
		return new MixtureOptions(components, covariance, 5, 500, 1e-5, 1e-6, seed);
	}

	/** The same with another number of components. */
	public MixtureOptions withComponents(final int number) {
		return new MixtureOptions(number, covariance, starts, maxIterations, tolerance,
			regularization, seed);
	}
}
