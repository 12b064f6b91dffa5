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

/** Sums over vectors. */
final class Vectors {

	private Vectors() {}

	/** Four sums, for one would wait for itself at each product. */
	static double dot(final double[] a, final double[] b) {
		double s = 0, t = 0, u = 0, v = 0;
		int i = 0;
		for (; i + 3 < a.length; i += 4) {
			s += a[i] * b[i];
			t += a[i + 1] * b[i + 1];
			u += a[i + 2] * b[i + 2];
			v += a[i + 3] * b[i + 3];
		}
		for (; i < a.length; i++)
			s += a[i] * b[i];
		return (s + t) + (u + v);
	}

	static double norm(final double[] a) {
		return Math.sqrt(dot(a, a));
	}

	/** to += a. */
	static void add(final double[] a, final double[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] += a[i];
	}

	/** to += factor · a. */
	static void add(final double[] a, final double factor, final double[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] += factor * a[i];
	}

	static void scale(final double[] a, final double factor) {
		for (int i = 0; i < a.length; i++)
			a[i] *= factor;
	}

	static double sum(final double[] a) {
		double sum = 0;
		for (final double v : a)
			sum += v;
		return sum;
	}
}
