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

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Y = max(0, low − n, n − high)/E for a count n, whose V = n + 1 is log-normal:
 * log V ~ N(m, s²) with m = mean + log(E + 1).
 * <p>
 * P(Y ≤ a) = P(L − aE ≤ V ≤ U + aE) with L = low + 1 and U = high + 1. Integrated, with
 * the put P(t) = E[max(0, t − V)],
 * <p>
 * I(c) = ([P(U + cE) − P(U)] − [P(L) − P(L − cE)])/E.
 * <p>
 * P is the formula of Black &amp; Scholes 1973 (J. Polit. Econ. 81:637,
 * doi:10.1086/260062) without interest. Put and call differ by t − E[V], which
 * drops out of I; the one that is small, and so does not cancel, is taken.
 */
record CountBandLink(double expected, double low, double high) implements Link {

	CountBandLink {
		Checks.positive("The expected count", expected);
		Checks.atLeast("The lower end of the band of counts", low, 0);
		if (!(low <= high) || Double.isInfinite(high)) throw new RewardAnalysisException(
			"The band of counts goes from %s to %s; its ends must be in order.", low, high);
	}

	@Override
	public double value(final double signal) {
		return Math.max(0, Math.max(low - signal, signal - high)) / expected;
	}

	@Override
	public double least() {
		return 0;
	}

	@Override
	public double latent(final double signal) {
		return Math.log((signal + 1) / (expected + 1));
	}

	@Override
	public double ofLatent(final double z) {
		return value((expected + 1) * Math.exp(z) - 1);
	}

	@Override
	public Improvement improvement(final double c, final double mean, final double sd) {
		if (c <= 0) return Improvement.NONE;
		final double m = mean + Math.log(expected + 1);
		final double lower = low + 1, upper = high + 1, reach = c * expected;
		final boolean put = m > 0.5 * Math.log(lower * upper);
		// The option that is worth most of the four, so what lifts it suits all.
		final double lift = put ? lift(upper + reach, m, sd, true) : lift(lower - reach, m, sd, false);
		final Options o = new Options(m, sd, put, lift);
		final Improvement a = o.at(upper + reach), b = o.at(upper);
		final Improvement x = o.at(lower), y = o.at(lower - reach);
		return new Improvement(
			Math.max(0, a.value() - b.value() - (x.value() - y.value())) / expected,
			(a.byMean() - b.byMean() - (x.byMean() - y.byMean())) / expected,
			(a.bySd() - b.bySd() - (x.bySd() - y.bySd())) / expected, lift);
	}

	private static double lift(final double t, final double m, final double s, final boolean put) {
		if (t <= 0) return 0;
		final double d = (Math.log(t) - m) / s;
		if (put) return Normal.lift(d);
		// In the tail on both counts.
		return Normal.lift(s - d) > 0 ? 0.5 * d * d : 0;
	}

	/** E[max(0, ±(t − V))] for log V ~ N(m, s²), + for a put, − for a call, lifted. */
	private record Options(double m, double s, boolean put, double lift) {

		Improvement at(final double t) {
			final double sign = put ? 1 : -1;
			final double forward = Math.exp(m + 0.5 * s * s);
			if (t <= 0) return put ? Improvement.NONE : new Improvement(forward - t, forward, s * forward,
				0);
			// Distances into the tail that the option pays for; x1 − x2 = ∓s.
			final double d = (Math.log(t) - m) / s;
			final double x1 = -sign * d, x2 = -sign * (d - s);
			final double density = t * Normal.density(d, lift);
			final boolean inTail = Math.min(x1, x2) >= 0;
			// M φ(d − s) = t φ(d) for the forward M, which saves dividing by what underflows.
			final double exercised = inTail ? density * Normal.mills(x2) : forward * Normal.cdf(-x2);
			final double value = inTail ? density * sign * millsDrop(x1, x2) //
				: sign * (t * Normal.cdf(-x1) - exercised);
			// The forward, too, grows with s.
			return new Improvement(Math.max(0, value), -sign * exercised, density - sign * s * exercised,
				lift);
		}
	}

	/** Mills' ratio at x1 less that at x2. */
	private static double millsDrop(final double x1, final double x2) {
		final double step = x2 - x1;
		// A difference of near equal numbers: its first derivative is more precise.
		if (Math.abs(step) < 1e-4) return step * Normal.lessOne(0.5 * (x1 + x2));
		return Normal.mills(x1) - Normal.mills(x2);
	}
}
