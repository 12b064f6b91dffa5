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

/**
 * Y = max(0, |Z − centre| − halfWidth).
 * <p>
 * P(Y ≤ a) = Φ((u + a − mean)/s) − Φ((l − a − mean)/s) for a ≥ 0, where u and l are
 * the band's edges, so with H(t) = ∫ Φ((a − mean)/s) da from −∞ to t
 * <p>
 * I(c) = [H(u + c) − H(u)] − [H(l) − H(l − c)].
 * <p>
 * The problem is symmetric about the centre. It is solved for means above it,
 * where all the terms that could cancel are small.
 */
record FoldedLink(double centre, double halfWidth) implements Link {

	FoldedLink {
		Checks.finite("The centre of the band", centre);
		Checks.atLeast("The half-width of the band", halfWidth, 0);
	}

	@Override
	public double value(final double signal) {
		return Math.max(0, Math.abs(signal - centre) - halfWidth);
	}

	@Override
	public double least() {
		return 0;
	}

	@Override
	public double latent(final double signal) {
		return signal;
	}

	@Override
	public double ofLatent(final double z) {
		return value(z);
	}

	@Override
	public Improvement improvement(final double c, final double mean, final double sd) {
		if (c <= 0) return Improvement.NONE;
		final double side = mean < centre ? -1 : 1;
		final double offset = Math.abs(mean - centre);
		final double u = (halfWidth - offset) / sd, l = (-halfWidth - offset) / sd, w = c / sd;
		// The largest of the four, so what lifts it suits all.
		final double lift = Normal.lift(u + w);
		final double value = sd * (Normal.integral(u + w, lift) - Normal.integral(u, lift) -
			(Normal.integral(l, lift) - Normal.integral(l - w, lift)));
		final double byMean = -(Normal.cdf(u + w, lift) - Normal.cdf(u, lift)) + Normal.cdf(l, lift) -
			Normal.cdf(l - w, lift);
		final double bySd = Normal.density(u + w, lift) - Normal.density(u, lift) - Normal.density(l,
			lift) + Normal.density(l - w, lift);
		return new Improvement(Math.max(0, value), side * byMean, bySd, lift);
	}
}
