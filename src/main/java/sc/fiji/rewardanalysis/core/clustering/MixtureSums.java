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
import java.util.List;
import java.util.function.IntFunction;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * What an expectation step adds up over the points: shares, first and second moments of each
 * component about its mean so far, and the log-likelihood.
 */
final class MixtureSums {

	private final CovarianceType type;
	private final double[][] means;
	final double[] shares;
	final double[][] first;
	final double[][][] second;
	double logLikelihood;

	private MixtureSums(final CovarianceType type, final double[][] means) {
		this.type = type;
		this.means = means;
		final int k = means.length, d = means[0].length;
		shares = new double[k];
		first = new double[k][d];
		second = switch (type) {
			case FULL -> new double[k][d][d];
			case TIED -> new double[0][][];
			case DIAGONAL, SPHERICAL -> new double[k][1][d];
		};
	}

	/** The expectation step of given components. */
	static MixtureSums of(final PointBlocks points, final Gaussians gaussians,
		final Progress progress)
	{
		return sum(Chunks.ofPoints(points.number(), (from, to) -> {
			final MixtureSums sums = new MixtureSums(gaussians.type(), gaussians.means());
			final Workspace work = new Workspace(points.dimension());
			final Responsibilities share = new Responsibilities(gaussians);
			for (int b = from; b < to; b++) {
				progress.checkCanceled();
				share.compute(points.block(b), points.count(b));
				sums.logLikelihood += share.logLikelihood();
				sums.add(points.block(b), share.shares(), work);
			}
			return sums;
		}, progress));
	}

	/**
	 * With shares that are known.
	 *
	 * @param shares by block: a line for each component
	 */
	static MixtureSums of(final PointBlocks points, final CovarianceType type,
		final int components, final IntFunction<double[][]> shares, final Progress progress)
	{
		return sum(Chunks.ofPoints(points.number(), (from, to) -> {
			final MixtureSums sums = new MixtureSums(type, new double[components][points.dimension()]);
			final Workspace work = new Workspace(points.dimension());
			for (int b = from; b < to; b++) {
				progress.checkCanceled();
				sums.add(points.block(b), shares.apply(b), work);
			}
			return sums;
		}, progress));
	}

	private static MixtureSums sum(final List<MixtureSums> parts) {
		final MixtureSums sum = parts.get(0);
		for (final MixtureSums part : parts.subList(1, parts.size())) {
			sum.logLikelihood += part.logLikelihood;
			Vectors.add(part.shares, sum.shares);
			for (int c = 0; c < sum.first.length; c++)
				Vectors.add(part.first[c], sum.first[c]);
			for (int c = 0; c < sum.second.length; c++)
				for (int i = 0; i < sum.second[c].length; i++)
					Vectors.add(part.second[c][i], sum.second[c][i]);
		}
		return sum;
	}

	/** Lines for each axis. */
	private static final class Workspace {

		private final double[][] difference, weighted;

		Workspace(final int dimension) {
			difference = new double[dimension][PointBlocks.LENGTH];
			weighted = new double[dimension][PointBlocks.LENGTH];
		}
	}

	private void add(final double[][] block, final double[][] share, final Workspace work) {
		for (int c = 0; c < shares.length; c++) {
			shares[c] += MixtureLoops.sum(share[c]);
			for (int a = 0; a < block.length; a++) {
				MixtureLoops.subtract(block[a], means[c][a], work.difference[a]);
				MixtureLoops.multiply(work.difference[a], share[c], work.weighted[a]);
				first[c][a] += MixtureLoops.sum(work.weighted[a]);
				if (type == CovarianceType.DIAGONAL || type == CovarianceType.SPHERICAL)
					second[c][0][a] += MixtureLoops.dot(work.weighted[a], work.difference[a]);
			}
			if (type == CovarianceType.FULL) MixtureLoops.products(work.weighted, work.difference,
				second[c]);
		}
	}

	/**
	 * The maximisation step.
	 *
	 * @param scatter of all points about their centre, for tied components
	 * @param raise what is added to every variance
	 */
	Gaussians maximize(final int size, final double[][] scatter, final double raise) {
		final int k = shares.length, d = means[0].length;
		final double[] weights = new double[k], least = new double[k];
		final double[][] moved = new double[k][d], shift = new double[k][d];
		for (int c = 0; c < k; c++) {
			// Beside nothing it is nothing, and keeps a component of no points from a division by 0.
			least[c] = shares[c] + 10 * Math.ulp(1.0);
			weights[c] = shares[c] / size;
			for (int a = 0; a < d; a++) {
				shift[c][a] = first[c][a] / least[c];
				moved[c][a] = means[c][a] + shift[c][a];
			}
		}
		Vectors.scale(weights, 1 / Vectors.sum(weights));
		if (type == CovarianceType.TIED) return new Gaussians(type, weights, moved, new double[][][] {
			tied(size, scatter, moved, raise) });
		final double[][][] covariances = new double[k][][];
		for (int c = 0; c < k; c++)
			covariances[c] = covariance(second[c], shift[c], least[c], raise);
		return new Gaussians(type, weights, moved, covariances);
	}

	private double[][] covariance(final double[][] moments, final double[] shift,
		final double share, final double raise)
	{
		final int d = shift.length;
		if (type == CovarianceType.FULL) {
			final double[][] covariance = new double[d][d];
			for (int i = 0; i < d; i++)
				for (int j = 0; j <= i; j++)
					covariance[i][j] = covariance[j][i] = moments[i][j] / share - shift[i] * shift[j] + (i == j
						? raise : 0);
			return covariance;
		}
		final double[] variances = new double[d];
		for (int a = 0; a < d; a++)
			variances[a] = Math.max(0, moments[0][a] / share - shift[a] * shift[a]) + raise;
		return new double[][] { type == CovarianceType.DIAGONAL ? variances : new double[] { Arrays
			.stream(variances).sum() / d } };
	}

	private double[][] tied(final int size, final double[][] scatter, final double[][] moved,
		final double raise)
	{
		final int d = scatter.length;
		final double[][] covariance = new double[d][d];
		for (int i = 0; i < d; i++)
			for (int j = 0; j <= i; j++) {
				double sum = scatter[i][j];
				for (int c = 0; c < moved.length; c++)
					sum -= shares[c] * moved[c][i] * moved[c][j];
				covariance[i][j] = covariance[j][i] = sum / size + (i == j ? raise : 0);
			}
		return covariance;
	}
}
