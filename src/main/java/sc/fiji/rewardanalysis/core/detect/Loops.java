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

package sc.fiji.rewardanalysis.core.detect;

/**
 * The innermost loops of {@link PlaneFilter}, each a method of its own so that the
 * compiler optimises it by itself. All arrays of a call are at least as long as the
 * last one; none of the inputs is an output.
 */
final class Loops {

	private Loops() {}

	/** out0 = w0·a, out2 = w2·a. */
	static void scale(final float[] a, final float w0, final float w2, final float[] out0,
		final float[] out2)
	{
		for (int i = 0; i < out2.length; i++) {
			out0[i] = w0 * a[i];
			out2[i] = w2 * a[i];
		}
	}

	/** out0 += w0·(a + b), out2 += w2·(a + b). */
	static void addPair(final float[] a, final float[] b, final float w0, final float w2,
		final float[] out0, final float[] out2)
	{
		for (int i = 0; i < out2.length; i++) {
			final float pair = a[i] + b[i];
			out0[i] += w0 * pair;
			out2[i] += w2 * pair;
		}
	}

	/** Two pairs of {@link #addPair} at once, which halves the stores. */
	static void addPairs(final float[] a, final float[] b, final float[] c, final float[] d,
		final float w0, final float w2, final float v0, final float v2, final float[] out0,
		final float[] out2)
	{
		for (int i = 0; i < out2.length; i++) {
			final float outer = a[i] + b[i], inner = c[i] + d[i];
			out0[i] += w0 * outer + v0 * inner;
			out2[i] += w2 * outer + v2 * inner;
		}
	}

	/** out = w·a + v·b + offset. */
	static void combine(final float[] a, final float[] b, final float w, final float v,
		final float offset, final float[] out)
	{
		for (int i = 0; i < out.length; i++)
			out[i] = w * a[i] + v * b[i] + offset;
	}

	/** out += w·(a + b) + v·(c + d). */
	static void addPairs(final float[] a, final float[] b, final float[] c, final float[] d,
		final float w, final float v, final float[] out)
	{
		for (int i = 0; i < out.length; i++)
			out[i] += w * (a[i] + b[i]) + v * (c[i] + d[i]);
	}

	/** into[y][at + i] = lines[first + i][y] for i = 0 … 7 and y = from … to. */
	static void transposeEight(final float[][] lines, final int first, final float[][] into,
		final int at, final int from, final int to)
	{
		final float[] a = lines[first], b = lines[first + 1], c = lines[first + 2], d = lines[first +
			3], e = lines[first + 4], f = lines[first + 5], g = lines[first + 6], h = lines[first + 7];
		for (int y = from; y < to; y++) {
			final float[] row = into[y];
			row[at] = a[y];
			row[at + 1] = b[y];
			row[at + 2] = c[y];
			row[at + 3] = d[y];
			row[at + 4] = e[y];
			row[at + 5] = f[y];
			row[at + 6] = g[y];
			row[at + 7] = h[y];
		}
	}
}
