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

/**
 * The innermost loops of {@link CenteredSamples}. Each runs over whole arrays from index 0,
 * which is what Java 17 makes vector instructions of; no input is an output.
 */
final class FloatLoops {

	private FloatLoops() {}

	/** out += Σ weights[at + r] · lines[first + r] for r = 0 … 3; with more it is too long. */
	static void addFour(final float[][] lines, final int first, final float[] weights, final int at,
		final float[] out)
	{
		addFour(lines[first], lines[first + 1], lines[first + 2], lines[first + 3], weights[at],
			weights[at + 1], weights[at + 2], weights[at + 3], out);
	}

	private static void addFour(final float[] a, final float[] b, final float[] c, final float[] d,
		final float wa, final float wb, final float wc, final float wd, final float[] out)
	{
		for (int i = 0; i < out.length; i++)
			out[i] += (wa * a[i] + wb * b[i]) + (wc * c[i] + wd * d[i]);
	}

	/** row = (row − mean) · scale. */
	static void standardize(final float[] row, final float[] mean, final float scale) {
		for (int i = 0; i < row.length; i++)
			row[i] = (row[i] - mean[i]) * scale;
	}

	/** sum += row − origin, squares += (row − origin)². */
	static void moments(final float[] row, final double[] origin, final double[] sum,
		final double[] squares)
	{
		for (int i = 0; i < row.length; i++) {
			final double v = row[i] - origin[i];
			sum[i] += v;
			squares[i] += v * v;
		}
	}

	/** to += from. */
	static void add(final float[] from, final double[] to) {
		for (int i = 0; i < to.length; i++)
			to[i] += from[i];
	}

	/** into[r][i] = rows[i][from + r] for all of into's lines, eight rows at a time. */
	static void transpose(final float[][] rows, final int from, final float[][] into) {
		for (int i = 0; i < rows.length; i += 8) {
			final float[] a = rows[i], b = rows[i + 1], c = rows[i + 2], d = rows[i + 3], e = rows[i + 4],
					f = rows[i + 5], g = rows[i + 6], h = rows[i + 7];
			for (int r = 0; r < into.length; r++) {
				final float[] line = into[r];
				final int x = from + r;
				line[i] = a[x];
				line[i + 1] = b[x];
				line[i + 2] = c[x];
				line[i + 3] = d[x];
				line[i + 4] = e[x];
				line[i + 5] = f[x];
				line[i + 6] = g[x];
				line[i + 7] = h[x];
			}
		}
	}
}
