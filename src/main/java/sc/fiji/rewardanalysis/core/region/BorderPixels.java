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

package sc.fiji.rewardanalysis.core.region;

/** The perimeter along the centres of a region's outermost pixels. */
final class BorderPixels {

	/** By 2 · neighbours at edges + 10 · neighbours at corners, both among the outermost pixels. */
	private static final double[] STEPS = steps();

	private final Labels labels;
	private final Mask analysed;
	private final boolean corners;

	private BorderPixels(final Labels labels, final Mask analysed, final boolean corners) {
		this.labels = labels;
		this.analysed = analysed;
		this.corners = corners;
	}

	private static double[] steps() {
		final double[] steps = new double[49];
		for (final int straight : new int[] { 4, 6, 14, 16, 24, 26 })
			steps[straight] = 1;
		steps[20] = steps[32] = Math.sqrt(2);
		steps[12] = steps[22] = (1 + Math.sqrt(2)) / 2;
		return steps;
	}

	/**
	 * Each region's perimeter, px.
	 *
	 * @param analysed outermost are pixels beside one of it; null: also those at the border
	 * @param corners whether beside includes the corners
	 */
	static double[] lengths(final Labels labels, final Mask analysed, final boolean corners) {
		final BorderPixels pixels = new BorderPixels(labels, analysed, corners);
		final int[] border = pixels.border();
		final long[][] kinds = new long[labels.count() + 1][];
		final int stride = labels.width() + 2;
		for (int i = stride; i < border.length - stride; i++) {
			final int own = border[i];
			if (own == 0) continue;
			if (kinds[own] == null) kinds[own] = new long[STEPS.length];
			kinds[own][2 * (is(own, border[i - 1]) + is(own, border[i + 1]) + is(own, border[i -
				stride]) + is(own, border[i + stride])) + 10 * (is(own, border[i - stride - 1]) + is(own,
					border[i - stride + 1]) + is(own, border[i + stride - 1]) + is(own, border[i + stride +
						1]))]++;
		}
		final double[] lengths = new double[kinds.length];
		for (int k = 0; k < kinds.length; k++)
			if (kinds[k] != null) for (int kind = 0; kind < STEPS.length; kind++)
				lengths[k] += kinds[k][kind] * STEPS[kind];
		return lengths;
	}

	private static int is(final int own, final int other) {
		return own == other ? 1 : 0;
	}

	/** The outermost pixels' numbers, 0 elsewhere, with a rim of one pixel. */
	private int[] border() {
		final int w = labels.width(), h = labels.height(), stride = w + 2;
		final int[] border = new int[stride * (h + 2)], p = labels.pixels();
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final int own = p[y * w + x];
				if (own != 0 && isOutermost(own, x, y)) border[(y + 1) * stride + x + 1] = own;
			}
		return border;
	}

	private boolean isOutermost(final int own, final int x, final int y) {
		return isOther(own, x - 1, y) || isOther(own, x + 1, y) || isOther(own, x, y - 1) || isOther(own,
			x, y + 1) || corners && (isOther(own, x - 1, y - 1) || isOther(own, x + 1, y - 1) || isOther(
				own, x - 1, y + 1) || isOther(own, x + 1, y + 1));
	}

	private boolean isOther(final int own, final int x, final int y) {
		if (x < 0 || y < 0 || x >= labels.width() || y >= labels.height()) return analysed == null;
		return labels.pixels()[y * labels.width() + x] != own && (analysed == null || analysed.get(x, y));
	}
}
