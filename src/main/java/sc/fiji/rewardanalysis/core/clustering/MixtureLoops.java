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

package sc.fiji.rewardanalysis.core.clustering;

import java.util.Arrays;

/**
 * The innermost loops of mixtures. Those that write a line have one output and few inputs,
 * which is what Java 17 makes vector instructions of; those that add up have eight sums at a
 * time, for it doesn't.
 */
final class MixtureLoops {

	private MixtureLoops() {}

	/** out = a − value. */
	static void subtract(final double[] a, final double value, final double[] out) {
		for (int i = 0; i < out.length; i++)
			out[i] = a[i] - value;
	}

	/** out = a · b. */
	static void multiply(final double[] a, final double[] b, final double[] out) {
		for (int i = 0; i < out.length; i++)
			out[i] = a[i] * b[i];
	}

	/** out = Σ weights[i] · lines[i]. */
	static void combine(final double[][] lines, final double[] weights, final int number,
		final double[] out)
	{
		int i = number % 4;
		if (i == 0) Arrays.fill(out, 0);
		else if (i == 1) set(lines[0], weights[0], out);
		else if (i == 2) set(lines[0], lines[1], weights[0], weights[1], out);
		else set(lines[0], lines[1], lines[2], weights[0], weights[1], weights[2], out);
		for (; i < number; i += 4)
			add(lines[i], lines[i + 1], lines[i + 2], lines[i + 3], weights[i], weights[i + 1], weights[i +
				2], weights[i + 3], out);
	}

	private static void set(final double[] a, final double wa, final double[] out) {
		for (int i = 0; i < out.length; i++)
			out[i] = wa * a[i];
	}

	private static void set(final double[] a, final double[] b, final double wa, final double wb,
		final double[] out)
	{
		for (int i = 0; i < out.length; i++)
			out[i] = wa * a[i] + wb * b[i];
	}

	private static void set(final double[] a, final double[] b, final double[] c, final double wa,
		final double wb, final double wc, final double[] out)
	{
		for (int i = 0; i < out.length; i++)
			out[i] = wa * a[i] + wb * b[i] + wc * c[i];
	}

	private static void add(final double[] a, final double[] b, final double[] c, final double[] d,
		final double wa, final double wb, final double wc, final double wd, final double[] out)
	{
		for (int i = 0; i < out.length; i++)
			out[i] += (wa * a[i] + wb * b[i]) + (wc * c[i] + wd * d[i]);
	}

	/** out += (a − shift)². */
	static void addSquare(final double[] a, final double shift, final double[] out) {
		for (int i = 0; i < out.length; i++)
			out[i] += (a[i] - shift) * (a[i] - shift);
	}

	/** out += (a − shift)² · factor. */
	static void addSquare(final double[] a, final double shift, final double factor,
		final double[] out)
	{
		for (int i = 0; i < out.length; i++)
			out[i] += (a[i] - shift) * (a[i] - shift) * factor;
	}

	/** out = offset − out / 2. */
	static void halve(final double[] out, final double offset) {
		for (int i = 0; i < out.length; i++)
			out[i] = offset - 0.5 * out[i];
	}

	/** Σ a. */
	static double sum(final double[] a) {
		double s = 0, t = 0, u = 0, v = 0;
		for (int i = 0; i < a.length; i += 4) {
			s += a[i];
			t += a[i + 1];
			u += a[i + 2];
			v += a[i + 3];
		}
		return (s + t) + (u + v);
	}

	/** Σ a · b. */
	static double dot(final double[] a, final double[] b) {
		double s = 0, t = 0, u = 0, v = 0;
		for (int i = 0; i < a.length; i += 4) {
			s += a[i] * b[i];
			t += a[i + 1] * b[i + 1];
			u += a[i + 2] * b[i + 2];
			v += a[i + 3] * b[i + 3];
		}
		return (s + t) + (u + v);
	}

	/** sums[i][j] += Σ a[i] · b[j] for j ≤ i. */
	static void products(final double[][] a, final double[][] b, final double[][] sums) {
		for (int i = 0; i < a.length; i += 4)
			for (int j = 0; j <= Math.min(i + 3, a.length - 1); j += 2)
				products(a, i, b, j, sums);
	}

	/** Four by two of them; what lies outside is computed twice and left out. */
	private static void products(final double[][] a, final int i, final double[][] b, final int j,
		final double[][] sums)
	{
		final int last = a.length - 1;
		final double[] c = a[i], d = a[Math.min(i + 1, last)], e = a[Math.min(i + 2, last)], f = a[Math
			.min(i + 3, last)], g = b[j], h = b[Math.min(j + 1, last)];
		double cg = 0, ch = 0, dg = 0, dh = 0, eg = 0, eh = 0, fg = 0, fh = 0;
		for (int n = 0; n < h.length; n++) {
			final double x = g[n], y = h[n];
			cg += c[n] * x;
			ch += c[n] * y;
			dg += d[n] * x;
			dh += d[n] * y;
			eg += e[n] * x;
			eh += e[n] * y;
			fg += f[n] * x;
			fh += f[n] * y;
		}
		add(cg, ch, i, j, sums);
		add(dg, dh, i + 1, j, sums);
		add(eg, eh, i + 2, j, sums);
		add(fg, fh, i + 3, j, sums);
	}

	private static void add(final double left, final double right, final int i, final int j,
		final double[][] sums)
	{
		if (i >= sums.length) return;
		if (j <= i) sums[i][j] += left;
		if (j + 1 <= i) sums[i][j + 1] += right;
	}
}
