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
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;

/**
 * Principal components: the directions along which samples vary most. Samples are read block
 * by block, so memory doesn't grow with their number; the result is the same bit for bit on
 * any number of threads.
 * <p>
 * With up to 256 features the covariance matrix is computed and its eigenvectors are exact to
 * single precision of the products. With more, a block Krylov method with a random start reads
 * the samples once a step until no explained variance grows by more than 10⁻⁴ of its value in
 * a step, at most 24 times.
 * <p>
 * Signs: the sample that reaches farthest along a component does so in its positive
 * direction, as in scikit-learn's full decomposition. Immutable.
 */
public final class Pca {

	/** With so many features, the covariance matrix costs about as much as products with it. */
	private static final int FEW_FEATURES = 256;

	/** How little the explained variances still grow when the iteration ends. */
	private static final double STREAMED = 1e-4, EXACT = 1e-14;

	private final double[] mean;
	private final double[][] components;
	private final double[] variance;
	private final double meanSquare, totalVariance;
	private final int size;

	private Pca(final CenteredSamples centered, final BlockLanczos.Eigen eigen, final int size) {
		mean = centered.mean();
		meanSquare = centered.meanSquare();
		this.size = size;
		final double perSample = meanSquare * size / (size - 1.0);
		totalVariance = perSample * mean.length;
		components = eigen.vectors();
		variance = eigen.values();
		for (int i = 0; i < variance.length; i++)
			variance[i] = Math.max(0, variance[i]) * perSample;
	}

	/**
	 * @param components how many to find, at most as many as there are samples or features
	 * @param seed of the random start, with many features
	 * @throws RewardAnalysisException for too few samples or features, values that aren't
	 *           finite, identical samples
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static Pca fit(final Samples samples, final int components, final long seed,
		final Progress progress)
	{
		return fit(samples, components, seed, samples.dimension() <= FEW_FEATURES, progress);
	}

	/** @param exactly whether to make the covariance matrix */
	static Pca fit(final Samples samples, final int components, final long seed,
		final boolean exactly, final Progress progress)
	{
		check(samples, components);
		progress.update(0, "Principal components");
		final CenteredSamples centered = new CenteredSamples(samples, progress);
		progress.update(0.1, "Principal components");
		final BlockLanczos.Eigen eigen = exactly ? exact(centered.covariance(), components, seed,
			progress) : BlockLanczos.largest(centered::covarianceTimes, samples.dimension(), components,
				STREAMED, seed, progress);
		progress.update(0.9, "Principal components");
		final Pca pca = new Pca(centered, eigen, samples.size());
		orient(pca.components, centered.scores(pca.components));
		progress.update(1, "Principal components");
		return pca;
	}

	private static void check(final Samples samples, final int components) {
		Checks.atLeast("number of principal components", components, 1);
		if (samples.size() < 2) throw new RewardAnalysisException(
			"Principal components need at least 2 samples, and there %s %d; give more.", samples
				.size() == 1 ? "is" : "are", samples.size());
		final int most = Math.min(samples.size(), samples.dimension());
		if (components > most) throw new RewardAnalysisException(
			"%d samples of %d features have at most %d principal components; ask for fewer than %d.",
			samples.size(), samples.dimension(), most, components);
	}

	/** All eigenvectors if many of them are wanted, else those that are. */
	private static BlockLanczos.Eigen exact(final double[][] covariance, final int components,
		final long seed, final Progress progress)
	{
		final int n = covariance.length;
		return 6 * components > n || n <= 64 ? Waiting.unlessCancelled(() -> BlockLanczos.eigen(
			covariance, true).first(components), progress) : BlockLanczos.largest(vectors -> times(covariance,
				vectors), n, components, EXACT, seed, progress);
	}

	private static double[][] times(final double[][] matrix, final double[][] vectors) {
		final double[][] products = new double[vectors.length][matrix.length];
		for (int j = 0; j < vectors.length; j++)
			for (int i = 0; i < matrix.length; i++)
				Vectors.add(matrix[i], vectors[j][i], products[j]);
		return products;
	}

	/** Turns components so that the largest score of each is positive. */
	private static void orient(final double[][] components, final double[] scores) {
		for (int j = 0; j < components.length; j++) {
			double farthest = 0;
			for (int i = j; i < scores.length; i += components.length)
				if (Math.abs(scores[i]) > Math.abs(farthest)) farthest = scores[i];
			if (farthest < 0) Vectors.scale(components[j], -1);
		}
	}

	/** How many components there are. */
	public int components() {
		return components.length;
	}

	/**
	 * Scores along the components.
	 *
	 * @param samples of as many features as those that the components are from
	 * @return a point a sample, an axis a component
	 * @throws RewardAnalysisException for another number of features
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public Points project(final Samples samples, final Progress progress) {
		if (samples.dimension() != mean.length) throw new RewardAnalysisException(
			"The principal components are of %d features, and these samples have %d; give samples alike.",
			mean.length, samples.dimension());
		return new Points(samples.size(), components.length, CenteredSamples.about(mean, meanSquare,
			samples, progress).scores(components));
	}

	/** A component's direction: a vector of norm 1, a value a feature. */
	public double[] component(final int i) {
		return components[i].clone();
	}

	/** The mean sample. */
	public double[] mean() {
		return mean.clone();
	}

	/** The variance of the scores along each component, over n − 1; descending. */
	public double[] explainedVariance() {
		return variance.clone();
	}

	/** The same as shares of all features' variance. */
	public double[] explainedVarianceRatio() {
		final double[] ratio = variance.clone();
		Vectors.scale(ratio, 1 / totalVariance);
		return ratio;
	}

	/** Singular values of the samples less their mean. */
	public double[] singularValues() {
		final double[] values = new double[variance.length];
		for (int i = 0; i < values.length; i++)
			values[i] = Math.sqrt(variance[i] * (size - 1.0));
		return values;
	}
}
