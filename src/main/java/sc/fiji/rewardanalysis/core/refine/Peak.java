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

package sc.fiji.rewardanalysis.core.refine;

/**
 * A two-dimensional Gaussian on a constant background,
 *
 * <pre>
 * background + amplitude · exp(−½ (xx·Δx² + 2·xy·Δx·Δy + yy·Δy²)),
 * </pre>
 *
 * sampled at pixel centres. xx, xy, yy form the inverse of its covariance, px⁻²;
 * round peaks have xx = yy = 1/σ² and xy = 0.
 */
record Peak(double background, double amplitude, double x, double y, double xx, double xy,
	double yy)
{

	/** Parameters of a round and of an elliptic peak. */
	static final int ROUND = 5, ELLIPTIC = 7;

	/** From the order of the components, xy and yy left out if the peak is round. */
	static Peak of(final double[] p) {
		return p.length == ROUND ? new Peak(p[0], p[1], p[2], p[3], p[4], 0, p[4]) : new Peak(p[0], p[1],
			p[2], p[3], p[4], p[5], p[6]);
	}

	double[] parameters(final boolean elliptic) {
		return elliptic ? new double[] { background, amplitude, x, y, xx, xy, yy } : new double[] {
			background, amplitude, x, y, xx };
	}

	/** Its height above the background at a point. */
	double height(final double px, final double py) {
		final double dx = px - x, dy = py - y;
		return amplitude * Math.exp(-0.5 * (xx * dx * dx + 2 * xy * dx * dy + yy * dy * dy));
	}

	/** The covariance's larger standard deviation, px. */
	double sigmaMajor() {
		return 1 / Math.sqrt((xx + yy) / 2 - split());
	}

	double sigmaMinor() {
		return 1 / Math.sqrt((xx + yy) / 2 + split());
	}

	/** Of the major axis, degrees from +x towards +y, [0, 180). */
	double angle() {
		final double degrees = Math.toDegrees(0.5 * Math.atan2(-2 * xy, yy - xx));
		return degrees < 0 ? degrees + 180 : degrees;
	}

	private double split() {
		return Math.hypot((xx - yy) / 2, xy);
	}
}
