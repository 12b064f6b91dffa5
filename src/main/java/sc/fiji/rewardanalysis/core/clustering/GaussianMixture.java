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
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A mixture of normal distributions, fitted by expectation–maximisation in the logarithmic
 * domain. Immutable; the same bit for bit on any number of threads.
 * <p>
 * Each start spreads centres by k-means++, goes ten steps of k-means and up to twenty of
 * expectation–maximisation; the likeliest goes on (Biernacki, Celeux &amp; Govaert, 2003).
 * Components come in the order of their weights, the largest first. A component that dies (left
 * with fewer points than its shape needs, or flat) starts again at the worst explained point,
 * and is dropped the fourth time: then there are fewer than were asked for.
 */
public final class GaussianMixture implements ClusterModel {

	private static final int CLUSTER_STEPS = 10, SHORT_RUN = 20;

	private final Gaussians gaussians;
	private final double[] center;
	private final double lowerBound;
	private final int iterations, dropped;
	private final boolean converged;

	private GaussianMixture(final Gaussians gaussians, final double[] center,
		final ExpectationMaximization run)
	{
		this.gaussians = gaussians;
		this.center = center;
		lowerBound = run.lowerBound();
		iterations = run.iterations();
		converged = run.converged();
		dropped = run.dropped();
	}

	/**
	 * @throws RewardAnalysisException for fewer points than the model needs, points that aren't
	 *           finite, too few that differ
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static GaussianMixture fit(final Points points, final MixtureOptions options,
		final Progress progress)
	{
		checkSize(points, options.components(), options.covariance());
		final PointBlocks blocks = PointBlocks.of(points, progress);
		final double[][] scatter = blocks.scatter(progress);
		final double raise = options.regularization() * meanVariance(blocks, scatter);
		final long[] seeds = new Random(options.seed()).longs(options.starts()).toArray();
		final ExpectationMaximization[] runs = new ExpectationMaximization[seeds.length];
		Chunks.starts(blocks.number(), seeds.length, start -> {
			progress.checkCanceled();
			runs[start] = new ExpectationMaximization(blocks, options.covariance(), scatter, raise,
				progress).fromClusters(options.components(), CLUSTER_STEPS, new Random(seeds[start])).run(Math
					.min(SHORT_RUN, options.maxIterations()), options.tolerance());
		});
		ExpectationMaximization best = runs[0];
		for (final ExpectationMaximization run : runs)
			if (isBetter(run, best)) best = run;
		progress.update(0.5, "Gaussian mixture");
		best.run(options.maxIterations(), options.tolerance());
		progress.update(1, "Gaussian mixture");
		return new GaussianMixture(byWeight(best.gaussians()), blocks.center(), best);
	}

	/**
	 * Goes on from given components, in their order.
	 *
	 * @param covariances of each component a matrix; what the type doesn't have is left out, and
	 *          tied components take the mean of them
	 * @param raise what is added to every variance, in the square of the points' unit
	 * @param steps how many at most
	 * @param tolerance it ends after a step that changes the mean log-likelihood of a point by
	 *          less
	 */
	public static GaussianMixture from(final Points points, final CovarianceType type,
		final double[] weights, final double[][] means, final double[][][] covariances,
		final double raise, final int steps, final double tolerance, final Progress progress)
	{
		final PointBlocks blocks = PointBlocks.of(points, progress);
		final double[][] shifted = Arrays.stream(means).map(m -> plus(m, -1, blocks.center())).toArray(
			double[][]::new);
		final ExpectationMaximization run = new ExpectationMaximization(blocks, type, blocks.scatter(
			progress), raise, progress).from(new Gaussians(type, weights.clone(), shifted, stored(type,
				covariances))).run(steps, tolerance);
		return new GaussianMixture(run.gaussians(), blocks.center(), run);
	}

	/** How many points a mixture needs at least. */
	public static int pointsNeeded(final int components, final CovarianceType type,
		final int dimension)
	{
		final long needed = type == CovarianceType.TIED ? (long) dimension + components : Math.max(2, (long) components *
			ExpectationMaximization.needed(type, dimension));
		return (int) Math.min(Integer.MAX_VALUE, needed);
	}

	private static void checkSize(final Points points, final int components,
		final CovarianceType type)
	{
		final int needed = pointsNeeded(components, type, points.dimension());
		if (points.size() < needed) throw new RewardAnalysisException(
			"A mixture of %d components with %s covariance in %d dimensions needs at least %d points, and there are %d; " +
				"ask for fewer components or dimensions, or another covariance.", components, type.name()
					.toLowerCase(Locale.ROOT), points.dimension(), needed, points.size());
	}

	private static double meanVariance(final PointBlocks points, final double[][] scatter) {
		double trace = 0;
		for (int i = 0; i < scatter.length; i++)
			trace += scatter[i][i];
		if (!(trace > 0)) throw new RewardAnalysisException(
			"All %d points are identical, so there are no clusters; give points that differ.", points
				.size());
		if (Double.isInfinite(trace)) throw new RewardAnalysisException(
			"The points lie too far apart to compute with; change their unit.");
		return trace / points.size() / scatter.length;
	}

	/** Those that dropped fewer components, then the likelier ones. */
	private static boolean isBetter(final ExpectationMaximization a,
		final ExpectationMaximization b)
	{
		return a.dropped() < b.dropped() || a.dropped() == b.dropped() && a.lowerBound() > b
			.lowerBound();
	}

	private static Gaussians byWeight(final Gaussians gaussians) {
		final double[] weights = gaussians.weights();
		return gaussians.ordered(IntStream.range(0, weights.length).boxed().sorted(Comparator
			.comparingDouble(c -> -weights[c])).mapToInt(c -> c).toArray());
	}

	private static double[][][] stored(final CovarianceType type, final double[][][] covariances) {
		final int k = covariances.length, d = covariances[0].length;
		if (type == CovarianceType.FULL) return covariances.clone();
		if (type == CovarianceType.TIED) {
			final double[][] mean = new double[d][d];
			for (final double[][] covariance : covariances)
				for (int i = 0; i < d; i++)
					Vectors.add(covariance[i], 1.0 / k, mean[i]);
			return new double[][][] { mean };
		}
		return Arrays.stream(covariances).map(covariance -> {
			final double[] variances = IntStream.range(0, d).mapToDouble(i -> covariance[i][i]).toArray();
			return new double[][] { type == CovarianceType.DIAGONAL ? variances : new double[] { Vectors
				.sum(variances) / d } };
		}).toArray(double[][][]::new);
	}

	private static double[] plus(final double[] a, final double sign, final double[] b) {
		final double[] sum = a.clone();
		Vectors.add(b, sign, sum);
		return sum;
	}

	@Override
	public int components() {
		return gaussians.components();
	}

	@Override
	public int dimension() {
		return gaussians.dimension();
	}

	@Override
	public double[] weights() {
		return gaussians.weights().clone();
	}

	@Override
	public double[] mean(final int component) {
		return plus(gaussians.means()[component], 1, center);
	}

	@Override
	public double[][] covariance(final int component) {
		return gaussians.covariance(component);
	}

	/** What shapes the components may have. */
	public CovarianceType covarianceType() {
		return gaussians.type();
	}

	/** The mean log-likelihood of a point before the last step; what the tolerance is about. */
	public double lowerBound() {
		return lowerBound;
	}

	/** How many steps led here, from the best start on. */
	public int iterations() {
		return iterations;
	}

	/** Whether the tolerance was reached. */
	public boolean converged() {
		return converged;
	}

	/** How many components died and were left out. */
	public int dropped() {
		return dropped;
	}

	/** How many numbers the mixture has that are free. */
	public int parameters() {
		final int k = components(), d = dimension();
		return k - 1 + k * d + switch (covarianceType()) {
			case FULL -> k * d * (d + 1) / 2;
			case TIED -> d * (d + 1) / 2;
			case DIAGONAL -> k * d;
			case SPHERICAL -> k;
		};
	}

	@Override
	public Memberships memberships(final Points points, final Progress progress) {
		return evaluate(points, progress).memberships();
	}

	/** The natural logarithm of the density at each point. */
	public double[] logLikelihood(final Points points, final Progress progress) {
		return evaluate(points, progress).logLikelihoods();
	}

	/** See {@link Evaluation#aic}. */
	public double aic(final Points points, final Progress progress) {
		return evaluate(points, progress).aic();
	}

	/** See {@link Evaluation#bic}. */
	public double bic(final Points points, final Progress progress) {
		return evaluate(points, progress).bic();
	}

	/** See {@link Evaluation#icl}. */
	public double icl(final Points points, final Progress progress) {
		return evaluate(points, progress).icl();
	}

	/** Memberships, log-likelihoods and criteria in one go. */
	public Evaluation evaluate(final Points points, final Progress progress) {
		final PointBlocks blocks = PointBlocks.about(center, points, progress);
		final int k = components();
		final double[] probabilities = new double[Math.multiplyExact(points.size(), k)], each =
			new double[points.size()];
		if (points.size() > 0) Chunks.ofPoints(blocks.number(), (from, to) -> {
			final Responsibilities share = new Responsibilities(gaussians);
			for (int b = from; b < to; b++) {
				progress.checkCanceled();
				final int count = blocks.count(b), first = b * PointBlocks.LENGTH;
				share.compute(blocks.block(b), count);
				System.arraycopy(share.logLikelihoods(), 0, each, first, count);
				for (int c = 0; c < k; c++)
					for (int n = 0; n < count; n++)
						probabilities[(first + n) * k + c] = share.shares()[c][n];
			}
			return null;
		}, progress);
		return new Evaluation(new Memberships(points.size(), k, probabilities), each, parameters());
	}

	/**
	 * A mixture beside points. Of the criteria the smaller is the better.
	 *
	 * @param logLikelihoods of each point; shared, not to be changed
	 * @param parameters see {@link GaussianMixture#parameters}
	 */
	public record Evaluation(Memberships memberships, double[] logLikelihoods, int parameters) {

		public Evaluation {
			Checks.given("memberships", memberships);
			Checks.given("log-likelihoods", logLikelihoods);
		}

		/** Of all points. */
		public double logLikelihood() {
			return Vectors.sum(logLikelihoods);
		}

		/** Akaike's information criterion, −2 log L + 2 p. */
		public double aic() {
			return -2 * logLikelihood() + 2.0 * parameters;
		}

		/** Schwarz's Bayesian information criterion, −2 log L + p log n. */
		public double bic() {
			return -2 * logLikelihood() + parameters * Math.log(logLikelihoods.length);
		}

		/**
		 * The integrated completed likelihood: BIC plus twice the entropy of the memberships, so
		 * that components which overlap count less (Biernacki, Celeux &amp; Govaert, 2000).
		 */
		public double icl() {
			double entropy = 0;
			for (final double p : memberships.probabilities())
				if (p > 0) entropy -= p * Math.log(p);
			return bic() + 2 * entropy;
		}
	}
}
