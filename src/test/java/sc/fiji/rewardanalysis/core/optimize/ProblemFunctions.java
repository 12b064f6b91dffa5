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

/** The functions of the {@link Problems}: objectives to minimise, constraints' values. */
final class ProblemFunctions {

	private ProblemFunctions() {}

	/** How the second objective of a ZDT problem hangs on the first. */
	interface Shape {

		double of(double f, double g);
	}

	/** Branin's function on [-5, 10] x [0, 15] and Currin's, both scaled to the unit square. */
	static double[] braninCurrin(final double[] u) {
		final double x = 15 * u[0] - 5, y = 15 * u[1];
		final double t = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
		final double branin = t * t + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
		final double a = u[0], b = u[1];
		final double front = b == 0 ? 1 : 1 - Math.exp(-1 / (2 * b));
		final double currin = front * (2300 * a * a * a + 1900 * a * a + 2092 * a + 60) / (100 * a *
			a * a + 500 * a * a + 4 * a + 20);
		return new double[] { branin, currin };
	}

	/** The squared distance from the middle of Branin's square, at most 50. */
	static double[] disk(final double[] u) {
		return new double[] { square(15 * u[0] - 7.5) + square(15 * u[1] - 7.5) };
	}

	/** {@code x[0]} is one of 21 levels, {@code x[2]} one of four choices. */
	static double[] mixed(final double[] x) {
		final double[][] offsets = { { 0, 0 }, { 3, -0.2 }, { -2, 0.5 }, { 6, 0 } };
		final double[] values = braninCurrin(new double[] { x[0] / 20, x[1] });
		final double[] offset = offsets[(int) x[2]];
		return new double[] { values[0] + offset[0], values[1] + offset[1] };
	}

	static double[] zdt(final double[] x, final Shape shape) {
		final double rest = Arrays.stream(x).skip(1).sum();
		final double g = 1 + 9 * rest / (x.length - 1);
		return new double[] { x[0], g * shape.of(x[0], g) };
	}

	/** Of m objectives. */
	static double[] dtlz2(final double[] x, final int m) {
		final double g = Arrays.stream(x).skip(m - 1).map(v -> square(v - 0.5)).sum();
		final double[] f = new double[m];
		double radius = 1 + g;
		for (int i = 0; i < m - 1; i++) {
			f[m - 1 - i] = radius * Math.sin(0.5 * Math.PI * x[i]);
			radius *= Math.cos(0.5 * Math.PI * x[i]);
		}
		f[0] = radius;
		return f;
	}

	/**
	 * Of two objectives. BoTorch's radius about the middle of the front, r√2, where Jain
	 * &amp; Deb 2014 have r.
	 */
	static double[] c2(final double[] f) {
		final double r = 0.2 * 0.2, middle = 1 / Math.sqrt(2);
		final double ends = Math.min(square(f[0] - 1) + square(f[1]) - r, square(f[1] - 1) + square(
			f[0]) - r);
		return new double[] { Math.min(ends, square(f[0] - middle) + square(f[1] - middle) - 2 * r) };
	}

	/** Mass, acceleration at the crash, intrusion at the toe board. */
	static double[] vehicleSafety(final double[] x) {
		final double a = x[0], b = x[1], c = x[2], d = x[3], e = x[4];
		return new double[] { //
			1640.2823 + 2.3573285 * a + 2.3220035 * b + 4.5688768 * c + 7.7213633 * d + 4.4559504 * e,
			6.5856 + 1.15 * a - 1.0427 * b + 0.9738 * c + 0.8364 * d - 0.3695 * a * d + 0.0861 * a * e +
				0.3628 * b * d - 0.1106 * a * a - 0.3437 * c * c + 0.1764 * d * d, //
			-0.0551 + 0.0181 * a + 0.1024 * b + 0.0421 * c - 0.0073 * a * b + 0.024 * b * c - 0.0118 *
				b * d - 0.0204 * c * d - 0.008 * c * e - 0.0241 * b * b + 0.0109 * d * d };
	}

	static double[] bnh(final double[] x) {
		return new double[] { 4 * (square(x[0]) + square(x[1])), square(x[0] - 5) + square(x[1] - 5) };
	}

	/** At most 25, and at most -7.7. */
	static double[] bnhConstraints(final double[] x) {
		return new double[] { square(x[0] - 5) + square(x[1]), -square(x[0] - 8) - square(x[1] + 3) };
	}

	private static double square(final double x) {
		return x * x;
	}
}
