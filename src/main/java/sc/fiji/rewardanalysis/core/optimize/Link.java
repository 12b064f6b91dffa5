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

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How an objective Y, which is minimised, hangs on the quantity Z that a Gaussian
 * process models.
 * <p>
 * A reward such as |n − 200|/200 has a kink where it is best and hides on which
 * side of it a setting lies; the count n, or its logarithm, is smooth and tells.
 * So a reward reports a raw <em>signal</em> (n), the model sees a smooth
 * <em>latent</em> of it (a logarithm), and the link knows, exactly, what a normal
 * belief about the latent says of the objective.
 * <p>
 * Implementations are immutable. Their {@code toString} tells them apart, with all of
 * their numbers: a study is resumed only with the same links.
 */
public interface Link {

	/**
	 * The value of the objective, to be minimised, for a signal.
	 *
	 * @param signal what a reward reports, such as a count
	 */
	double value(double signal);

	/** A bound below which no value can lie; minus infinity if there is none. */
	default double least() {
		return Double.NEGATIVE_INFINITY;
	}

	/** What the model sees of that signal. */
	double latent(double signal);

	/** The value of the objective where the latent is z. */
	double ofLatent(double z);

	/**
	 * The integral I(c) = ∫ P(Y ≤ a) da from −∞ to c = E[max(0, c − Y)], the expected
	 * improvement over c, for Z ~ N(mean, sd²), in closed form. It never decreases
	 * with c, and is never negative.
	 *
	 * @param c level of the objective, in the objective's unit
	 * @param mean of the latent, in the latent's unit
	 * @param sd standard deviation of the latent, above 0
	 */
	Improvement improvement(double c, double mean, double sd);

	/** The integral itself; 0 where it is less than a double can hold. */
	default double integral(final double c, final double mean, final double sd) {
		final Improvement improvement = improvement(c, mean, sd);
		return improvement.value() * Math.exp(-improvement.lift());
	}

	/**
	 * An expected improvement and how it changes with the belief. All three numbers are
	 * multiplied by e to the power of {@code lift}, so that they neither vanish nor lose
	 * digits where an improvement is out of question by hundreds of standard deviations.
	 *
	 * @param value in the objective's unit
	 * @param byMean its derivative with respect to the latent's mean
	 * @param bySd its derivative with respect to the latent's standard deviation
	 * @param lift at least 0; it never grows with c
	 */
	record Improvement(double value, double byMean, double bySd, double lift) {

		/** Certain not to improve. */
		static final Improvement NONE = new Improvement(0, 0, 0, 0);
	}

	/** Y = Z = the signal. */
	static Link identity() {
		return IdentityLink.INSTANCE;
	}

	/**
	 * Y = max(0, |Z − centre| − halfWidth), Z = the signal: the distance to a band.
	 *
	 * @param halfWidth half the band's width; 0 for the distance to its centre
	 */
	static Link folded(final double centre, final double halfWidth) {
		return new FoldedLink(centre, halfWidth);
	}

	/**
	 * Y = max(0, low − n, n − high)/expected for a count n: the relative distance to
	 * the band of counts that would be right. Z = log((n + 1)/(expected + 1)).
	 *
	 * @throws RewardAnalysisException unless 0 ≤ low ≤ high and expected is positive
	 */
	static Link countBand(final double expected, final double low, final double high) {
		return new CountBandLink(expected, low, high);
	}

	/** Y = the signal, which is at least 0; Z = √Y, so that Y = max(0, Z)². */
	static Link squareRoot() {
		return SquareRootLink.INSTANCE;
	}
}
