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
import java.util.stream.IntStream;

/**
 * Weighted normal distributions about the centre of {@link PointBlocks}, and their densities.
 * Immutable.
 */
final class Gaussians {

	private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

	/** A variance that is this share of what it was before earlier axes were taken off is none. */
	private static final double FLAT = 1e-14;

	private final CovarianceType type;
	private final double[] weights;
	private final double[][] means;
	private final double[][][] covariances, roots;
	private final double[] offsets;

	/**
	 * @param covariances for each component, or one for all if tied: a matrix; its diagonal as
	 *          a row; or the single variance
	 */
	Gaussians(final CovarianceType type, final double[] weights, final double[][] means,
		final double[][][] covariances)
	{
		this.type = type;
		this.weights = weights;
		this.means = means;
		this.covariances = covariances;
		roots = Arrays.stream(covariances).map(c -> root(type, c)).toArray(double[][][]::new);
		offsets = IntStream.range(0, weights.length).mapToDouble(this::offset).toArray();
	}

	CovarianceType type() {
		return type;
	}

	int components() {
		return weights.length;
	}

	int dimension() {
		return means[0].length;
	}

	double[] weights() {
		return weights;
	}

	double[][] means() {
		return means;
	}

	double[][] stored(final int component) {
		return covariances[tied(component)];
	}

	/** As a full matrix. */
	double[][] covariance(final int component) {
		final double[][] stored = stored(component);
		final double[][] full = new double[dimension()][dimension()];
		for (int i = 0; i < full.length; i++)
			switch (type) {
				case FULL, TIED -> full[i] = stored[i].clone();
				case DIAGONAL -> full[i][i] = stored[0][i];
				case SPHERICAL -> full[i][i] = stored[0][0];
			}
		return full;
	}

	/** Whether a component is flat in some direction, so that it has no density. */
	boolean isSingular(final int component) {
		return roots[tied(component)] == null;
	}

	/** The same without some components. */
	Gaussians without(final boolean[] left) {
		final int[] kept = IntStream.range(0, components()).filter(c -> !left[c]).toArray();
		final double[] shares = Arrays.stream(kept).mapToDouble(c -> weights[c]).toArray();
		Vectors.scale(shares, 1 / Vectors.sum(shares));
		return new Gaussians(type, shares, Arrays.stream(kept).mapToObj(c -> means[c]).toArray(
			double[][]::new), type == CovarianceType.TIED ? covariances : Arrays.stream(kept).mapToObj(
				c -> covariances[c]).toArray(double[][][]::new));
	}

	/** The same in the order given. */
	Gaussians ordered(final int[] order) {
		return new Gaussians(type, Arrays.stream(order).mapToDouble(c -> weights[c]).toArray(), Arrays
			.stream(order).mapToObj(c -> means[c]).toArray(double[][]::new),
			type == CovarianceType.TIED ? covariances : Arrays.stream(order).mapToObj(c -> covariances[c])
				.toArray(double[][][]::new));
	}

	/**
	 * The logarithm of weight times density.
	 *
	 * @param block a line for each axis
	 * @param line is overwritten
	 * @param densities takes a line for each component
	 */
	void logDensities(final double[][] block, final double[] line, final double[][] densities) {
		for (final double[] density : densities)
			Arrays.fill(density, 0);
		if (type == CovarianceType.TIED) addWhitened(block, roots[0], line, densities, 0, components());
		else for (int c = 0; c < components(); c++)
			if (type == CovarianceType.FULL) addWhitened(block, roots[c], line, densities, c, c + 1);
			else for (int a = 0; a < block.length; a++)
				MixtureLoops.addSquare(block[a], means[c][a], roots[c][0][a], densities[c]);
		for (int c = 0; c < components(); c++)
			MixtureLoops.halve(densities[c], offsets[c]);
	}

	/** Squared distances in units of the covariance, of components that share one. */
	private void addWhitened(final double[][] block, final double[][] root, final double[] line,
		final double[][] densities, final int from, final int to)
	{
		for (int j = 0; j < block.length; j++) {
			MixtureLoops.combine(block, root[j], j + 1, line);
			for (int c = from; c < to; c++) {
				double shift = 0;
				for (int i = 0; i <= j; i++)
					shift += root[j][i] * means[c][i];
				MixtureLoops.addSquare(line, shift, densities[c]);
			}
		}
	}

	private int tied(final int component) {
		return type == CovarianceType.TIED ? 0 : component;
	}

	private double offset(final int component) {
		final double[][] root = roots[tied(component)];
		if (root == null) return Double.NaN;
		double sum = Math.log(weights[component]) - dimension() * LOG_TWO_PI / 2;
		for (int i = 0; i < dimension(); i++)
			sum += switch (type) {
				case FULL, TIED -> Math.log(root[i][i]);
				case DIAGONAL, SPHERICAL -> Math.log(root[0][i]) / 2;
			};
		return sum;
	}

	/** The inverse of the Cholesky factor, or one over the variance of each axis; or null. */
	private double[][] root(final CovarianceType kind, final double[][] covariance) {
		return switch (kind) {
			case FULL, TIED -> inverseFactor(covariance);
			case DIAGONAL -> inverse(covariance[0]);
			case SPHERICAL -> {
				final double[] same = new double[dimension()];
				Arrays.fill(same, covariance[0][0]);
				yield inverse(same);
			}
		};
	}

	private static double[][] inverse(final double[] variances) {
		final double[] inverse = new double[variances.length];
		for (int i = 0; i < inverse.length; i++) {
			inverse[i] = 1 / variances[i];
			if (!(variances[i] > 0) || Double.isInfinite(inverse[i])) return null;
		}
		return new double[][] { inverse };
	}

	/** L⁻¹ of a matrix L·Lᵀ, or null if it isn't one. */
	static double[][] inverseFactor(final double[][] matrix) {
		final int n = matrix.length;
		final double[][] factor = new double[n][n], inverse = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++)
				factor[i][j] = (matrix[i][j] - dot(factor[i], factor[j], j)) / factor[j][j];
			final double rest = matrix[i][i] - dot(factor[i], factor[i], i);
			if (!(rest > FLAT * matrix[i][i]) || Double.isInfinite(rest)) return null;
			factor[i][i] = Math.sqrt(rest);
		}
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++)
				Vectors.add(inverse[j], -factor[i][j], inverse[i]);
			inverse[i][i] = 1;
			Vectors.scale(inverse[i], 1 / factor[i][i]);
		}
		return inverse;
	}

	private static double dot(final double[] a, final double[] b, final int length) {
		double sum = 0;
		for (int i = 0; i < length; i++)
			sum += a[i] * b[i];
		return sum;
	}
}
