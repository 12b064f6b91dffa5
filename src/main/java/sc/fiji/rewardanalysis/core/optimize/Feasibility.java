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
