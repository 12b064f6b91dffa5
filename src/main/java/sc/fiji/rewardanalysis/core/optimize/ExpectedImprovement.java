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
