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
import java.util.SplittableRandom;

/**
 * Finds the hyperparameters that are most probable given data: the maximum of
 * likelihood × prior, by {@link LimitedMemoryBfgs} from several starts.
 * <p>
 * Priors, of logarithms: length scales normal(0.6 + ½ log d, 0.5), so that a function is
 * taken for smooth, and about equally along all axes, until the data say otherwise (that
 * lengths grow with the square root of the dimension d: Hvarfner, Hellsten &amp; Nardi 2024,
 * arXiv:2402.02229); the variance flat; the noise that of {@link NoisePrior}. Widths and powers are those that served best on the published
 * problems of docs/optimizer-figures.md. The logarithm of a categorical axis' l is
 * normal(log 2, 1.5): two choices have most likely e<sup>−½</sup> = 0.6 in common, but
 * anything from nothing to 98 % is within two standard deviations. d counts the numerical
 * axes.
 */
final class HyperparameterFit {

	/** Of the variance of the outputs: keeps repeated points apart. */
	private static final double NOISE_FLOOR = 1e-8;

	/** Much more, and rounding would hide the least noise. */
	private static final double[] CONSTANT_BOUNDS = { 0.01, 1e4 };
	private static final double[] LENGTH_BOUNDS = { 0.01, 100 };
	private static final double[] NOISE_BOUNDS = { NOISE_FLOOR, 2 };

	/** Of the logarithm of a length scale, in one dimension. */
	private static final double LENGTH_MEAN = 0.6, LENGTH_SD = 0.5;

	/** Of the logarithm of a categorical axis' length scale. */
	private static final double CHOICE_MEAN = Math.log(2), CHOICE_SD = 1.5;

	private static final int MAX_EVALUATIONS = 100;

	/** A gain of log-posterior that changes no decision. */
	private static final double TOLERANCE = 1e-3;

	private HyperparameterFit() {}

	/**
	 * @param inputs one row a point of the unit cube
	 * @param outputs their standardised values
	 * @param categorical which axes are
	 * @param random where the further starts come from
	 */
	static Hyperparameters mostProbable(final double[][] inputs, final double[] outputs,
		final boolean[] categorical, final NoisePrior prior, final SplittableRandom random)
	{
		return search(inputs, outputs, categorical, starts(categorical, random), prior);
	}

	/**
	 * The nearest local maximum of what is probable.
	 *
	 * @param start from where to climb, such as what was most probable for less data
	 */
	static Hyperparameters mostProbable(final double[][] inputs, final double[] outputs,
		final NoisePrior prior, final Hyperparameters start)
	{
		return search(inputs, outputs, start.categorical(), List.of(start), prior);
	}

	/** As {@link #mostProbable} with flat priors and numerical axes. */
	static Hyperparameters mostLikely(final double[][] inputs, final double[] outputs,
		final SplittableRandom random)
	{
		final boolean[] categorical = new boolean[inputs[0].length];
		return search(inputs, outputs, categorical, starts(categorical, random), null);
	}

	private static List<Hyperparameters> starts(final boolean[] categorical,
		final SplittableRandom random)
	{
		return List.of(medium(categorical), noisy(categorical), drawn(categorical, random));
	}

	private static Hyperparameters search(final double[][] inputs, final double[] outputs,
		final boolean[] categorical, final List<Hyperparameters> starts, final NoisePrior prior)
	{
		final int d = inputs[0].length;
		final MarginalLikelihood likelihood = new MarginalLikelihood(inputs, outputs, categorical);
		final LimitedMemoryBfgs optimiser = new LimitedMemoryBfgs(bounds(d, 0), bounds(d, 1),
			MAX_EVALUATIONS, TOLERANCE);
		final LimitedMemoryBfgs.Differentiable loss = (theta, gradient) -> {
			final double fit = likelihood.at(Hyperparameters.ofLogarithms(theta, categorical), gradient);
			final double sum = fit + (prior == null ? 0 : addPriors(theta, categorical, prior, gradient));
			for (int i = 0; i < gradient.length; i++)
				gradient[i] = -gradient[i];
			return -sum;
		};
		// The fall-back where nothing can be factorised.
		Hyperparameters best = medium(categorical);
		double least = Double.POSITIVE_INFINITY;
		for (final Hyperparameters start : starts) {
			final LimitedMemoryBfgs.Minimum minimum = optimiser.minimise(loss, start.toLogarithms());
			if (minimum.value() < least) {
				least = minimum.value();
				best = Hyperparameters.ofLogarithms(minimum.point(), categorical);
			}
		}
		return best;
	}

	/** Adds the priors' derivatives to the gradient and returns their log-density less a constant. */
	private static double addPriors(final double[] theta, final boolean[] categorical,
		final NoisePrior prior, final double[] gradient)
	{
		final int d = theta.length - 2;
		double sum = prior.log(theta[d + 1]);
		gradient[d + 1] += prior.slope(theta[d + 1]);
		final double centre = LENGTH_MEAN + 0.5 * Math.log(numerical(categorical));
		for (int i = 0; i < d; i++) {
			final double sd = categorical[i] ? CHOICE_SD : LENGTH_SD;
			final double off = (theta[i + 1] - (categorical[i] ? CHOICE_MEAN : centre)) / sd;
			sum -= 0.5 * off * off;
			gradient[i + 1] -= off / sd;
		}
		return sum;
	}

	private static int numerical(final boolean[] categorical) {
		int n = 0;
		for (final boolean c : categorical)
			if (!c) n++;
		return Math.max(1, n);
	}

	private static Hyperparameters medium(final boolean[] categorical) {
		final double[] lengths = new double[categorical.length];
		for (int i = 0; i < lengths.length; i++)
			lengths[i] = categorical[i] ? Math.exp(CHOICE_MEAN) : 0.5;
		return new Hyperparameters(1, lengths, 1e-3, categorical);
	}

	/** From where the noise finds its place before length scales make up for it. */
	private static Hyperparameters noisy(final boolean[] categorical) {
		final double[] lengths = new double[categorical.length];
		Arrays.fill(lengths, 1);
		return new Hyperparameters(1, lengths, 0.1, categorical);
	}

	private static Hyperparameters drawn(final boolean[] categorical,
		final SplittableRandom random)
	{
		final double[] lengths = new double[categorical.length];
		for (int i = 0; i < lengths.length; i++)
			lengths[i] = between(0.1, 3, random);
		return new Hyperparameters(between(0.3, 5, random), lengths, between(1e-5, 1e-1, random),
			categorical);
	}

	/** Uniform in the logarithm. */
	private static double between(final double min, final double max,
		final SplittableRandom random)
	{
		return min * Math.exp(random.nextDouble() * Math.log(max / min));
	}

	private static double[] bounds(final int d, final int end) {
		final double[] bounds = new double[d + 2];
		Arrays.fill(bounds, Math.log(LENGTH_BOUNDS[end]));
		bounds[0] = Math.log(CONSTANT_BOUNDS[end]);
		bounds[d + 1] = Math.log(NOISE_BOUNDS[end]);
		return bounds;
	}
}
