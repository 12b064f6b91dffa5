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

import java.util.Arrays;

/** How probably the points of a block belong to each component, and how likely they are. */
final class Responsibilities {

	/** The exponential of less is 0. */
	private static final double UNDERFLOW = -745.2;

	private final Gaussians gaussians;
	private final double[][] shares;
	private final double[] line = new double[PointBlocks.LENGTH], logLikelihoods =
		new double[PointBlocks.LENGTH];
	private double sum;

	Responsibilities(final Gaussians gaussians) {
		this.gaussians = gaussians;
		shares = new double[gaussians.components()][PointBlocks.LENGTH];
	}

	/** A line for each component; 0 behind the last point. */
	double[][] shares() {
		return shares;
	}

	/** Of each point. */
	double[] logLikelihoods() {
		return logLikelihoods;
	}

	/** Of all points of the block. */
	double logLikelihood() {
		return sum;
	}

	/** By the log-sum-exp of the logarithms, so that nothing underflows. */
	void compute(final double[][] block, final int count) {
		gaussians.logDensities(block, line, shares);
		sum = 0;
		if (shares.length == 1) one(count);
		else if (shares.length == 2) two(shares[0], shares[1], count);
		else many(count);
		for (final double[] share : shares)
			Arrays.fill(share, count, share.length, 0);
	}

	private void one(final int count) {
		for (int n = 0; n < count; n++) {
			logLikelihoods[n] = shares[0][n];
			sum += shares[0][n];
			shares[0][n] = 1;
		}
	}

	private void two(final double[] a, final double[] b, final int count) {
		for (int n = 0; n < count; n++) {
			final double difference = a[n] - b[n], less = exp(-Math.abs(difference));
			final double most = Math.max(a[n], b[n]) + Math.log(1 + less), share = 1 / (1 + less);
			logLikelihoods[n] = most;
			sum += most;
			a[n] = difference >= 0 ? share : less * share;
			b[n] = difference >= 0 ? less * share : share;
		}
	}

	private void many(final int count) {
		for (int n = 0; n < count; n++) {
			double most = Double.NEGATIVE_INFINITY;
			for (final double[] share : shares)
				most = Math.max(most, share[n]);
			double total = 0;
			for (final double[] share : shares)
				total += share[n] = exp(share[n] - most);
			for (final double[] share : shares)
				share[n] /= total;
			logLikelihoods[n] = most + Math.log(total);
			sum += logLikelihoods[n];
		}
	}

	private static double exp(final double x) {
		return x == 0 ? 1 : x < UNDERFLOW ? 0 : Math.exp(x);
	}
}
