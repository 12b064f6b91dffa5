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
import java.util.Random;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Clusters by k-means: each point belongs to the nearest centre, and to no other. Starts are
 * spread by k-means++ (Arthur &amp; Vassilvitskii, 2007), the one with the smallest inertia is
 * taken; a cluster that loses all its points takes the one farthest from its centre. Clusters
 * come in the order of their sizes, the largest first. Immutable; the same bit for bit on any
 * number of threads.
 */
public final class KMeans implements ClusterModel {

	private static final int MOST_STEPS = 300;

	private final double[] center, weights;
	private final double[][] means;
	private final double[][][] covariances;
	private final double inertia;
	private final int iterations;
	private final boolean converged;

	private KMeans(final PointBlocks points, final Lloyd lloyd, final Progress progress) {
		final int k = lloyd.centers().length;
		final MixtureSums sums = MixtureSums.of(points, CovarianceType.FULL, k, lloyd::shares, progress);
		final Gaussians all = sums.maximize(points.size(), null, 0);
		final Gaussians clusters = all.ordered(IntStream.range(0, k).boxed().sorted(Comparator
			.comparingDouble(c -> -all.weights()[c])).mapToInt(c -> c).toArray());
		center = points.center();
		weights = clusters.weights();
		means = clusters.means();
		covariances = IntStream.range(0, k).mapToObj(clusters::covariance).toArray(double[][][]::new);
		double within = 0;
		for (int c = 0; c < k; c++)
			for (int i = 0; i < points.dimension(); i++)
				within += weights[c] * points.size() * covariances[c][i][i];
		inertia = within;
		iterations = lloyd.steps();
		converged = lloyd.converged();
	}

	/**
	 * @param components how many clusters
	 * @param starts how many random starts
	 * @param seed of the starts
	 * @throws RewardAnalysisException for fewer points than clusters, points that aren't finite,
	 *           too few that differ
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static KMeans fit(final Points points, final int components, final int starts,
		final long seed, final Progress progress)
	{
		Checks.atLeast("number of clusters", components, 1);
		Checks.atLeast("number of starts", starts, 1);
		if (points.size() < components) throw new RewardAnalysisException(
			"%d clusters need at least %d points, and there are %d; ask for fewer clusters.", components,
			components, points.size());
		final PointBlocks blocks = PointBlocks.of(points, progress);
		final Random random = new Random(seed);
		Lloyd best = null;
		for (int start = 0; start < starts; start++) {
			progress.update((double) start / starts, "k-means");
			final Lloyd run = Lloyd.run(blocks, components, MOST_STEPS, random, progress);
			if (best == null || run.inertia() < best.inertia()) best = run;
		}
		progress.update(1, "k-means");
		return new KMeans(blocks, best, progress);
	}

	@Override
	public int components() {
		return means.length;
	}

	@Override
	public int dimension() {
		return center.length;
	}

	/** The share of the points in each cluster. */
	@Override
	public double[] weights() {
		return weights.clone();
	}

	@Override
	public double[] mean(final int component) {
		final double[] mean = means[component].clone();
		Vectors.add(center, mean);
		return mean;
	}

	/** The scatter within a cluster, over the number of its points. */
	@Override
	public double[][] covariance(final int component) {
		return Arrays.stream(covariances[component]).map(double[]::clone).toArray(double[][]::new);
	}

	/** The sum of all points' squared distances from their centres. */
	public double inertia() {
		return inertia;
	}

	/** How many steps led here. */
	public int iterations() {
		return iterations;
	}

	/** Whether no point changed its cluster in the last step. */
	public boolean converged() {
		return converged;
	}

	/** 1 for the nearest centre, the first one of equals, 0 for the others. */
	@Override
	public Memberships memberships(final Points points, final Progress progress) {
		final PointBlocks blocks = PointBlocks.about(center, points, progress);
		final int k = components();
		final double[] probabilities = new double[Math.multiplyExact(points.size(), k)];
		if (points.size() > 0) Chunks.ofPoints(blocks.number(), (from, to) -> {
			final int[] labels = new int[PointBlocks.LENGTH];
			final double[] distances = new double[PointBlocks.LENGTH];
			for (int b = from; b < to; b++) {
				progress.checkCanceled();
				Lloyd.nearest(blocks.block(b), means, labels, distances, 0);
				for (int n = 0; n < blocks.count(b); n++)
					probabilities[(b * PointBlocks.LENGTH + n) * k + labels[n]] = 1;
			}
			return null;
		}, progress);
		return new Memberships(points.size(), k, probabilities);
	}
}
