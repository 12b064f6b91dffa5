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

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What shapes a {@link GaussianProcess}: the covariance of two outputs is
 * <p>
 * c (1 + q + q²/3) exp(−q − Σ δⱼ/lⱼ) + ν [same measurement], q² = 5 Σ (Δᵢ/lᵢ)²,
 * <p>
 * Matérn's with ν = 5/2 and one length scale an axis (Rasmussen &amp; Williams 2006,
 * Gaussian Processes for Machine Learning, eq. 4.17) over the numerical axes i, plus
 * white noise. Over the categorical axes j, δ is 0 where both points have the same
 * value and 1 where they have not: the exponential of the Hamming distance, under
 * which no choice is nearer to another than a third (Hutter, Hoos &amp; Leyton-Brown
 * 2011, doi:10.1007/978-3-642-25566-3_40). With l → ∞ the choice doesn't matter, with
 * l → 0 each one has a function of its own.
 *
 * @param constant c, variance of the latent function, of standardised outputs
 * @param lengthScales l, over which the function changes along each axis, in units of
 *          the inputs; of a categorical axis, in differing choices
 * @param noise ν, variance of a measurement about the function, of standardised
 *          outputs
 * @param categorical which axes are categorical: equal inputs are equal choices
 */
public record Hyperparameters(double constant, double[] lengthScales, double noise,
	boolean[] categorical)
{

	/**
	 * Copies arrays.
	 *
	 * @throws RewardAnalysisException if there is no axis, arrays differ in length, or a number isn't
	 *          positive
	 */
	public Hyperparameters {
		Checks.positive("The variance of a Gaussian process", constant);
		Checks.atLeast("The noise of a Gaussian process", noise, 0);
		lengthScales = lengthScales.clone();
		categorical = categorical.clone();
		if (lengthScales.length == 0) throw new RewardAnalysisException(
			"A Gaussian process needs at least one axis.");
		if (categorical.length != lengthScales.length) throw new RewardAnalysisException(
			"A Gaussian process has %d length scales and %d axes.", lengthScales.length,
			categorical.length);
		for (final double l : lengthScales)
			Checks.positive("A length scale", l);
	}

	/** All axes numerical. */
	public Hyperparameters(final double constant, final double[] lengthScales,
		final double noise)
	{
		this(constant, lengthScales, noise, new boolean[lengthScales.length]);
	}

	/** A copy. */
	@Override
	public boolean[] categorical() {
		return categorical.clone();
	}

	/** A copy. */
	@Override
	public double[] lengthScales() {
		return lengthScales.clone();
	}

	/** Number of axes. */
	public int dimension() {
		return lengthScales.length;
	}

	/** The logarithms of c, all l and ν, in this order. */
	double[] toLogarithms() {
		final double[] theta = new double[lengthScales.length + 2];
		theta[0] = Math.log(constant);
		for (int i = 0; i < lengthScales.length; i++)
			theta[i + 1] = Math.log(lengthScales[i]);
		theta[theta.length - 1] = Math.log(noise);
		return theta;
	}

	static Hyperparameters ofLogarithms(final double[] theta, final boolean[] categorical) {
		final double[] values = Arrays.stream(theta).map(Math::exp).toArray();
		return new Hyperparameters(values[0], Arrays.copyOfRange(values, 1, values.length - 1),
			values[values.length - 1], categorical);
	}
}
