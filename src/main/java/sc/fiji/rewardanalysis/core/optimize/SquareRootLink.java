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

/**
 * Y = max(0, Z)².
 * <p>
 * I(c) = ∫ 2z Φ((z − mean)/s) dz from 0 to k = √c, which in terms of
 * H(t) = ∫ Φ((a − mean)/s) da and J(t) = ∫ H, both from −∞ to t, is
 * 2kH(k) − 2[J(k) − J(0)].
 */
enum SquareRootLink implements Link {

		INSTANCE;

	@Override
	public double value(final double signal) {
		return signal;
	}

	@Override
	public double least() {
		return 0;
	}

	@Override
	public double latent(final double signal) {
		return Math.sqrt(signal);
	}

	@Override
	public double ofLatent(final double z) {
		return z > 0 ? z * z : 0;
	}

	@Override
	public Improvement improvement(final double c, final double mean, final double sd) {
		if (c <= 0) return Improvement.NONE;
		final double k = Math.sqrt(c), top = (k - mean) / sd, bottom = -mean / sd;
		final double lift = Normal.lift(top);
		final double h = sd * Normal.integral(top, lift), h0 = sd * Normal.integral(bottom, lift);
		final double j = sd * sd * (Normal.doubleIntegral(top, lift) - Normal.doubleIntegral(bottom,
			lift));
		final double p = Normal.cdf(top, lift), p0 = Normal.cdf(bottom, lift);
		return new Improvement(Math.max(0, 2 * (k * h - j)), 2 * (h - h0 - k * p), //
			2 * (k * Normal.density(top, lift) - sd * (p - p0)), lift);
	}

	@Override
	public String toString() {
		return "SquareRootLink";
	}
}
