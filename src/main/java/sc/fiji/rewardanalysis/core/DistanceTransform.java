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

package sc.fiji.rewardanalysis.core;

import java.util.Arrays;

/**
 * The exact Euclidean distance of every pixel's centre to the nearest one of some
 * pixels, in time proportional to the image: down the columns, then along the rows
 * by the lower envelope of parabolas (Felzenszwalb &amp; Huttenlocher 2012, Theory
 * of Computing 8:415), in whole numbers (Meijster et al. 2000, Mathematical
 * Morphology and its Applications, 331).
 */
public final class DistanceTransform {

	/** What is further away than asked for, or if there is nothing. */
	public static final int FAR = Integer.MAX_VALUE;

	/** Longer than any column; its square is still far from overflow as a long. */
	private static final int NEVER = 1 << 30;

	/** Sides up to this keep squared distances within an int. */
	private static final int SMALL = 32767;

	private final int width;
	private final boolean small;
	private final int[] nearest, begin;

	private DistanceTransform(final int width, final int height) {
		this.width = width;
		small = Math.max(width, height) <= SMALL;
		nearest = new int[width];
		begin = new int[width];
	}

	/**
	 * Squared distances, px²: 0 on the pixels themselves.
	 *
	 * @param sites row by row, true for those to which distances are measured; what
	 *          lies outside the image is none
	 * @param reach px; distances above it are of no interest, their squares are
	 *          anything above reach² or {@link #FAR}
	 * @return row by row
	 */
	public static int[] squared(final boolean[] sites, final int width, final int height,
		final int reach)
	{
		if (sites.length != (long) width * height) throw new RewardAnalysisException(
			"The mask has %d pixels, the image %d x %d.", sites.length, width, height);
		final int[] d = columns(sites, width, height);
		final DistanceTransform rows = new DistanceTransform(width, height);
		final int[] line = new int[width];
		for (int y = 0; y < height; y++) {
			System.arraycopy(d, y * width, line, 0, width);
			rows.row(line, reach, d, y * width);
		}
		return d;
	}

	/** Squared distances, px², exact below {@link #FAR}, which stands for all above. */
	public static int[] squared(final boolean[] sites, final int width, final int height) {
		return squared(sites, width, height, NEVER - 1);
	}

	/** Distance to the nearest site of the same column, at least {@link #NEVER} if none. */
	private static int[] columns(final boolean[] sites, final int width, final int height) {
		final int[] d = new int[width * height];
		for (int x = 0; x < width; x++)
			d[x] = sites[x] ? 0 : NEVER;
		for (int i = width; i < d.length; i++)
			d[i] = sites[i] ? 0 : d[i - width] + 1;
		for (int i = d.length - width - 1; i >= 0; i--)
			d[i] = Math.min(d[i], d[i + width] + 1);
		return d;
	}

	/** Turns a row's distances along the columns into squared ones of the plane. */
	private void row(final int[] line, final int reach, final int[] out, final int offset) {
		int last = -1;
		for (int u = 0; u < width; u++) {
			if (line[u] > reach || line[u] >= NEVER) continue;
			int from = 0;
			while (last >= 0) {
				from = lead(line, nearest[last], u);
				if (from > begin[last]) break;
				last--;
			}
			if (last < 0) from = 0;
			if (from >= width) continue;
			nearest[++last] = u;
			begin[last] = from;
		}
		if (last < 0) {
			Arrays.fill(out, offset, offset + width, FAR);
			return;
		}
		for (int k = 0; k <= last; k++) {
			final int site = nearest[k], end = k < last ? begin[k + 1] : width;
			if (small) {
				final int height = line[site] * line[site];
				for (int x = begin[k]; x < end; x++)
					out[offset + x] = (x - site) * (x - site) + height;
			}
			else for (int x = begin[k]; x < end; x++)
				out[offset + x] = (int) Math.min(FAR, (long) (x - site) * (x - site) + (long) line[site] *
					line[site]);
		}
	}

	/** The first place at which the later column's parabola is below the earlier one's. */
	private static int lead(final int[] line, final int i, final int u) {
		// Most of the time, and without a division.
		if (line[u] == line[i]) return (u + i) / 2 + 1;
		final long sum = (long) (u - i) * (u + i) + (long) (line[u] - line[i]) * (line[u] + line[i]);
		return sum < 0 ? 0 : (int) Math.min(NEVER, sum / (2 * (u - i)) + 1);
	}
}
