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
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A normal belief about a function at every point, from noisy values at some of
 * them: Gaussian-process regression with a constant mean (outputs are standardised)
 * and the covariance of {@link Hyperparameters}.
 * <p>
 * mean(x) = kᵀK⁻¹y and variance(x) = c − kᵀK⁻¹k with k the covariances of x and the
 * data (Rasmussen &amp; Williams 2006, algorithm 2.1). The variance is that of the
 * latent function: noise of a further measurement is left out. Conditioning is
 * O(n³), a prediction O(n²). Immutable.
 */
public final class GaussianProcess {

	/** Least variance, of the constant: what rounding leaves at a data point. */
	private static final double VARIANCE_FLOOR = 1e-12;

	private final Hyperparameters hyperparameters;
	private final double mean, scale;

	/** Inputs over length scales, one row an axis; of a categorical axis as they are. */
	private final double[][] scaled;
	private final double[] lengths;
	private final boolean[] categorical;

	private final double[][] inputs;
	private final double[] outputs;
	private final CholeskyFactor factor;

	/** K⁻¹y. */
	private final double[] alpha;

	/** What is believed at a point, in units of the outputs. */
	public record Belief(double mean, double sd) {}

	/**
	 * A belief and the derivatives of its two numbers by the point's coordinates, 0 along
	 * categorical axes.
	 */
	public record Slope(Belief belief, double[] ofMean, double[] ofSd) {}

	/**
	 * Conditions on data with given hyperparameters, outputs standardised as
	 * (y − mean)/scale.
	 *
	 * @throws RewardAnalysisException if the covariance is not positive definite: two
	 *           inputs (nearly) coincide and there is no noise
	 */
	GaussianProcess(final double[][] inputs, final double[] outputs, final double mean,
		final double scale, final Hyperparameters hyperparameters)
	{
		this(inputs, outputs, mean, scale, hyperparameters, CholeskyFactor.EMPTY);
	}

	/** @param known the factor of the first inputs' covariances */
	private GaussianProcess(final double[][] inputs, final double[] outputs, final double mean,
		final double scale, final Hyperparameters hyperparameters, final CholeskyFactor known)
	{
		check(inputs, outputs, hyperparameters.dimension());
		this.hyperparameters = hyperparameters;
		this.mean = mean;
		this.scale = Checks.positive("The scale of the outputs", scale);
		this.inputs = inputs.clone();
		this.outputs = outputs.clone();
		final int n = inputs.length;
		lengths = hyperparameters.lengthScales();
		categorical = hyperparameters.categorical();
		scaled = new double[lengths.length][n];
		for (int axis = 0; axis < lengths.length; axis++)
			for (int i = 0; i < n; i++)
				scaled[axis][i] = categorical[axis] ? inputs[i][axis] : inputs[i][axis] / lengths[axis];
		factor = known.with(covariances(known.size())).orElseThrow(() -> new RewardAnalysisException(
			"The Gaussian process cannot tell its %d points apart; give it more noise than %s.", n,
			hyperparameters.noise()));
		alpha = factor.solveUpper(factor.solveLower(standardised(outputs, mean, scale)));
	}

	/** Conditions on data with given hyperparameters, standardising the outputs. */
	public static GaussianProcess of(final double[][] inputs, final double[] outputs,
		final Hyperparameters hyperparameters)
	{
		final double mean = mean(outputs);
		return new GaussianProcess(inputs, outputs, mean, scale(outputs, mean), hyperparameters);
	}

	/**
	 * Conditions on the same data and more, with the same hyperparameters, standardising
	 * all outputs anew: what {@link #of} gives, at O(n²) a further point.
	 *
	 * @param moreInputs one row a further point
	 * @param moreOutputs their values
	 */
	public GaussianProcess with(final double[][] moreInputs, final double[] moreOutputs) {
		final double[] y = joined(outputs, moreOutputs);
		final double m = mean(y);
		return new GaussianProcess(joined(inputs, moreInputs), y, m, scale(y, m), hyperparameters, factor);
	}

	/**
	 * Conditions on further points as if what is expected there had been measured: the
	 * kriging believer (Ginsbourger, Le Riche &amp; Carraro 2010,
	 * doi:10.1007/978-3-642-10701-6_6). The outputs' standardisation stays.
	 */
	GaussianProcess believing(final double[][] points) {
		final double[] expected = Arrays.stream(points).mapToDouble(p -> predict(p).mean).toArray();
		return points.length == 0 ? this : new GaussianProcess(joined(inputs, points), joined(outputs,
			expected), mean, scale, hyperparameters, factor);
	}

	private static double[][] joined(final double[][] some, final double[][] more) {
		return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(double[][]::new);
	}

	private static double[] joined(final double[] some, final double[] more) {
		return DoubleStream.concat(Arrays.stream(some), Arrays.stream(more)).toArray();
	}

	/** The most probable hyperparameters for data with numerical axes. */
	static Hyperparameters fit(final double[][] inputs, final double[] outputs,
		final SplittableRandom random)
	{
		return fit(inputs, outputs, inputs.length == 0 ? new boolean[0]
			: new boolean[inputs[0].length], random);
	}

	/**
	 * The most probable hyperparameters for data; see the priors there.
	 *
	 * @param categorical which axes are
	 * @param random where the search for them starts from
	 */
	public static Hyperparameters fit(final double[][] inputs, final double[] outputs,
		final boolean[] categorical, final SplittableRandom random)
	{
		return fit(inputs, outputs, categorical, NoisePrior.LITTLE, random);
	}

	/** The same with a choice of how much noise is expected. */
	static Hyperparameters fit(final double[][] inputs, final double[] outputs,
		final boolean[] categorical, final NoisePrior prior, final SplittableRandom random)
	{
		if (inputs.length == 0) throw new RewardAnalysisException(
			"A Gaussian process needs at least one point.");
		check(inputs, outputs, categorical.length);
		final double mean = mean(outputs);
		return HyperparameterFit.mostProbable(inputs, standardised(outputs, mean, scale(outputs,
			mean)), categorical, prior, random);
	}

	/**
	 * The most probable hyperparameters near others.
	 *
	 * @param start such as what was most probable for less data
	 */
	static Hyperparameters fit(final double[][] inputs, final double[] outputs,
		final NoisePrior prior, final Hyperparameters start)
	{
		check(inputs, outputs, start.dimension());
		final double mean = mean(outputs);
		return HyperparameterFit.mostProbable(inputs, standardised(outputs, mean, scale(outputs, mean)),
			prior, start);
	}

	/** What shapes it. */
	public Hyperparameters hyperparameters() {
		return hyperparameters;
	}

	/** The belief at a point. */
	public Belief predict(final double[] point) {
		final double[] k = new double[alpha.length];
		covariances(point, k, null);
		final double m = dot(k, alpha);
		return belief(m, factor.solveLower(k));
	}

	/** The belief at a point with its gradient. */
	public Slope slope(final double[] point) {
		final int n = alpha.length;
		final double[] k = new double[n], s = new double[n];
		covariances(point, k, s);
		final double m = dot(k, alpha);
		final double[] v = factor.solveLower(k);
		final Belief belief = belief(m, v);
		final boolean floored = belief.sd == floor();
		final double[] w = factor.solveUpper(v);
		final double[] ofMean = new double[lengths.length], ofSd = new double[lengths.length];
		for (int axis = 0; axis < lengths.length; axis++) {
			if (categorical[axis]) continue;
			final double x = point[axis] / lengths[axis];
			double a = 0, b = 0;
			for (int i = 0; i < n; i++) {
				final double change = -s[i] * (x - scaled[axis][i]);
				a += change * alpha[i];
				b += change * w[i];
			}
			ofMean[axis] = scale * a / lengths[axis];
			// d sd = d variance / (2 sd), and the variance is c − kᵀK⁻¹k.
			ofSd[axis] = floored ? 0 : -scale * scale * b / (belief.sd * lengths[axis]);
		}
		return new Slope(belief, ofMean, ofSd);
	}

	/** The variance at a point, as a part of what it is far from all data. */
	double relativeVariance(final double[] point) {
		final double sd = predict(point).sd / scale;
		return sd * sd / hyperparameters.constant();
	}

	private Belief belief(final double m, final double[] v) {
		final double variance = hyperparameters.constant() - dot(v, v);
		final double sd = variance > 0 ? scale * Math.sqrt(variance) : 0;
		return new Belief(mean + scale * m, Math.max(sd, floor()));
	}

	private double floor() {
		return scale * Math.sqrt(VARIANCE_FLOOR * hyperparameters.constant());
	}

	/**
	 * Covariances of a point with the first data, as many as {@code k} holds, and, unless
	 * {@code s} is null, what minus the scaled difference along an axis is to be multiplied
	 * by to give the derivative.
	 */
	private void covariances(final double[] point, final double[] k, final double[] s) {
		if (point.length != lengths.length) throw new RewardAnalysisException(
			"The point has %d coordinates, the Gaussian process %d.", point.length, lengths.length);
		final double[] apart = new double[k.length];
		for (int axis = 0; axis < lengths.length; axis++) {
			final double[] data = scaled[axis];
			if (categorical[axis]) {
				for (int i = 0; i < k.length; i++)
					if (point[axis] != data[i]) apart[i] += 1 / lengths[axis];
				continue;
			}
			final double x = point[axis] / lengths[axis];
			for (int i = 0; i < k.length; i++)
				k[i] += (x - data[i]) * (x - data[i]);
		}
		final double c = hyperparameters.constant();
		for (int i = 0; i < k.length; i++) {
			final double q = Math.sqrt(5 * k[i]), e = c * Math.exp(-q - apart[i]);
			k[i] = (1 + q + q * q / 3) * e;
			if (s != null) s[i] = 5 / 3.0 * (1 + q) * e;
		}
	}

	/** Rows of the covariance of the outputs from that one on, each up to its diagonal. */
	private double[][] covariances(final int from) {
		final double[][] covariances = new double[inputs.length - from][];
		for (int i = from; i < inputs.length; i++) {
			final double[] row = new double[i + 1];
			covariances(inputs[i], row, null);
			row[i] += hyperparameters.noise();
			covariances[i - from] = row;
		}
		return covariances;
	}

	private static double mean(final double[] y) {
		return Arrays.stream(y).sum() / y.length;
	}

	/** Standard deviation; 1 for outputs that are all the same but for rounding. */
	private static double scale(final double[] y, final double mean) {
		final double sd = Math.sqrt(Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() /
			y.length);
		return sd > 1e-12 * Math.abs(mean) && sd > Double.MIN_NORMAL ? sd : 1;
	}

	private static double[] standardised(final double[] y, final double mean,
		final double scale)
	{
		return Arrays.stream(y).map(v -> (v - mean) / scale).toArray();
	}

	private static double dot(final double[] x, final double[] y) {
		double sum = 0;
		for (int i = 0; i < x.length; i++)
			sum += x[i] * y[i];
		return sum;
	}

	private static void check(final double[][] inputs, final double[] outputs, final int d) {
		if (inputs.length == 0 || inputs.length != outputs.length)
			throw new RewardAnalysisException(
				"A Gaussian process was given %d points and %d values.", inputs.length, outputs.length);
		for (final double[] x : inputs)
			if (x.length != d) throw new RewardAnalysisException(
				"A Gaussian process of %d axes was given a point of %d.", d, x.length);
		for (final double y : outputs)
			Checks.finite("A value for the Gaussian process", y);
	}
}
