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
