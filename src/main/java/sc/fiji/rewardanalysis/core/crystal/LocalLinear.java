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

package sc.fiji.rewardanalysis.core.crystal;

/**
 * Weighted least squares of a vector that changes linearly around a point, with a constant
 * for each of several groups. Not thread-safe.
 */
final class LocalLinear {

	/** By group: Σw, Σwx, Σwy, Σwf, Σwg, then the sums of squares of all. */
	private final double[][] sums;
	private int count;

	/** Pooled within the groups. */
	private double xx, xy, yy, fx, fy, gx, gy;

	LocalLinear(final int groups) {
		sums = new double[groups][10];
	}

	/**
	 * One more value.
	 *
	 * @param x from the point, px
	 * @param y from the point, px
	 * @param w its weight, above 0
	 * @param f the vector's first component
	 * @param g the second one
	 */
	void add(final int group, final double x, final double y, final double w, final double f,
		final double g)
	{
		final double[] s = sums[group];
		s[0] += w;
		s[1] += w * x;
		s[2] += w * y;
		s[3] += w * f;
		s[4] += w * g;
		xx += w * x * x;
		xy += w * x * y;
		yy += w * y * y;
		fx += w * f * x;
		fy += w * f * y;
		gx += w * g * x;
		gy += w * g * y;
		count++;
	}

	int count() {
		return count;
	}

	/** How many groups have a value. */
	int groups() {
		int n = 0;
		for (final double[] s : sums)
			if (s[0] > 0) n++;
		return n;
	}

	/**
	 * What fits best.
	 *
	 * @return (∂f/∂x, ∂f/∂y, ∂g/∂x, ∂g/∂y), and the inverse of the matrix of second moments:
	 *         (xx, xy, yy); null if the values lie in a row
	 */
	double[] gradient() {
		double cxx = xx, cxy = xy, cyy = yy, ax = fx, ay = fy, bx = gx, by = gy;
		for (final double[] s : sums) {
			if (s[0] == 0) continue;
			cxx -= s[1] * s[1] / s[0];
			cxy -= s[1] * s[2] / s[0];
			cyy -= s[2] * s[2] / s[0];
			ax -= s[1] * s[3] / s[0];
			ay -= s[2] * s[3] / s[0];
			bx -= s[1] * s[4] / s[0];
			by -= s[2] * s[4] / s[0];
		}
		final double det = cxx * cyy - cxy * cxy;
		if (!(det > 0.01 * cxx * cyy)) return null;
		return new double[] { (ax * cyy - ay * cxy) / det, (ay * cxx - ax * cxy) / det, (bx * cyy - by *
			cxy) / det, (by * cxx - bx * cxy) / det, cyy / det, -cxy / det, cxx / det };
	}

	/** The means of a group: x, y, f, g. */
	double[] means(final int group) {
		final double[] s = sums[group];
		return new double[] { s[1] / s[0], s[2] / s[0], s[3] / s[0], s[4] / s[0] };
	}

	/** The vector at the point, of the first group; its mean where there is no gradient. */
	double[] value() {
		final double[] d = gradient(), m = means(0);
		if (d == null) return new double[] { m[2], m[3] };
		return new double[] { m[2] - d[0] * m[0] - d[1] * m[1], m[3] - d[2] * m[0] - d[3] * m[1] };
	}
}
