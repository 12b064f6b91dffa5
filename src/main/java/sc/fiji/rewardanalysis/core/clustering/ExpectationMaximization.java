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
import java.util.Random;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Expectation–maximisation of a Gaussian mixture (Dempster, Laird &amp; Rubin, 1977). A
 * component that is left with fewer points than its shape needs, or flat, starts again at the
 * point that the others explain worst, with the covariance of all points, thrice at most; then
 * it is dropped.
 */
final class ExpectationMaximization {

	private static final int RESEEDS = 3;

	private final PointBlocks points;
	private final CovarianceType type;
	private final double raise;
	private final Progress progress;
	private final double[][] scatter;

	private Gaussians gaussians;
	private int[] reseeds;
	private double lowerBound = Double.NEGATIVE_INFINITY;
	private int iterations, dropped;
	private boolean converged;

	/**
	 * @param scatter of all points, see {@link PointBlocks#scatter}
	 * @param raise what is added to every variance
	 */
	ExpectationMaximization(final PointBlocks points, final CovarianceType type,
		final double[][] scatter, final double raise, final Progress progress)
	{
		this.points = points;
		this.type = type;
		this.scatter = scatter;
		this.raise = raise;
		this.progress = progress;
	}

	/** Begins with given components. */
	ExpectationMaximization from(final Gaussians start) {
		gaussians = start;
		reseeds = new int[start.components()];
		mend();
		return this;
	}

	/** Begins with the clusters of a few steps of k-means. */
	ExpectationMaximization fromClusters(final int components, final int steps,
		final Random random)
	{
		final Lloyd clusters = Lloyd.run(points, components, steps, random, progress);
		return from(MixtureSums.of(points, type, components, clusters::shares, progress).maximize(points
			.size(), scatter, raise));
	}

	/** Goes until a step changes the likelihood by less than the tolerance, or so many steps. */
	ExpectationMaximization run(final int most, final double tolerance) {
		while (iterations < most && !converged) {
			progress.checkCanceled();
			final MixtureSums sums = MixtureSums.of(points, gaussians, progress);
			final double before = lowerBound;
			lowerBound = sums.logLikelihood / points.size();
			gaussians = sums.maximize(points.size(), scatter, raise);
			iterations++;
			if (mend()) lowerBound = Double.NEGATIVE_INFINITY;
			else converged = Math.abs(lowerBound - before) < tolerance;
		}
		return this;
	}

	Gaussians gaussians() {
		return gaussians;
	}

	/** The mean log-likelihood of a point before the last step. */
	double lowerBound() {
		return lowerBound;
	}

	int iterations() {
		return iterations;
	}

	boolean converged() {
		return converged;
	}

	int dropped() {
		return dropped;
	}

	/** How many points a component needs lest its likelihood grow without bound. */
	static int needed(final CovarianceType type, final int dimension) {
		return switch (type) {
			case FULL -> dimension + 1;
			case TIED -> 1;
			case DIAGONAL, SPHERICAL -> 2;
		};
	}

	/** @return whether a component had to start again or was dropped */
	private boolean mend() {
		final int k = gaussians.components();
		final double least = needed(type, points.dimension()) * (1 - 1e-9);
		final boolean[] dying = new boolean[k];
		boolean any = false;
		for (int c = 0; c < k; c++) {
			dying[c] = gaussians.isSingular(c) || k > 1 && gaussians.weights()[c] * points.size() < least;
			any |= dying[c];
		}
		if (!any) return false;
		if (k == 1 || type == CovarianceType.TIED && gaussians.isSingular(0))
			throw new RewardAnalysisException(
				"The %d points lie in fewer than %d dimensions; use fewer dimensions or more regularization.",
				points.size(), points.dimension());
		final boolean[] dropping = new boolean[k];
		for (int c = 0; c < k; c++)
			dropping[c] = dying[c] && reseeds[c] >= RESEEDS;
		if (all(dying)) {
			// At least one stays, as it was when all of them were one.
			dying[0] = dropping[0] = false;
			gaussians = replaced(0, new double[points.dimension()], 1);
		}
		reseed(dying, dropping);
		if (all(dropping, false)) return true;
		dropped += (int) IntStream.range(0, k).filter(c -> dropping[c]).count();
		reseeds = IntStream.range(0, k).filter(c -> !dropping[c]).map(c -> reseeds[c]).toArray();
		gaussians = gaussians.without(dropping);
		return true;
	}

	private void reseed(final boolean[] dying, final boolean[] dropping) {
		for (int c = 0; c < dying.length; c++)
			if (dying[c] && !dropping[c]) {
				reseeds[c]++;
				gaussians = replaced(c, points.point(worst(gaussians.without(dying))), 1.0 / dying.length);
				dying[c] = false;
			}
	}

	/** With another component, of the covariance of all points. */
	private Gaussians replaced(final int component, final double[] mean, final double weight) {
		final double[] weights = gaussians.weights().clone();
		final double[][] means = gaussians.means().clone();
		weights[component] = 0;
		Vectors.scale(weights, (1 - weight) / Math.max(Vectors.sum(weights), Double.MIN_NORMAL));
		weights[component] = weight;
		means[component] = mean;
		if (type == CovarianceType.TIED) return new Gaussians(type, weights, means,
			new double[][][] { gaussians.stored(0) });
		final double[][][] covariances = IntStream.range(0, means.length).mapToObj(gaussians::stored)
			.toArray(double[][][]::new);
		covariances[component] = overall();
		return new Gaussians(type, weights, means, covariances);
	}

	private double[][] overall() {
		final int d = points.dimension();
		final double[][] covariance = new double[d][d];
		final double[] variances = new double[d];
		for (int i = 0; i < d; i++) {
			for (int j = 0; j < d; j++)
				covariance[i][j] = scatter[i][j] / points.size() + (i == j ? raise : 0);
			variances[i] = covariance[i][i];
		}
		return switch (type) {
			case FULL, TIED -> covariance;
			case DIAGONAL -> new double[][] { variances };
			case SPHERICAL -> new double[][] { { Arrays.stream(variances).sum() / d } };
		};
	}

	/** The point that is least likely, the first one of equals. */
	private int worst(final Gaussians others) {
		final double[] each = new double[points.number() * PointBlocks.LENGTH];
		Chunks.ofPoints(points.number(), (from, to) -> {
			final Responsibilities share = new Responsibilities(others);
			for (int b = from; b < to; b++) {
				progress.checkCanceled();
				share.compute(points.block(b), points.count(b));
				System.arraycopy(share.logLikelihoods(), 0, each, b * PointBlocks.LENGTH, points.count(b));
			}
			return null;
		}, progress);
		int worst = 0;
		for (int i = 1; i < points.size(); i++)
			if (each[i] < each[worst]) worst = i;
		return worst;
	}

	private static boolean all(final boolean[] flags) {
		return all(flags, true);
	}

	private static boolean all(final boolean[] flags, final boolean value) {
		for (final boolean flag : flags)
			if (flag != value) return false;
		return true;
	}
}
