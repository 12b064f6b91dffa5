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
