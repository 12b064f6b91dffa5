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

/**
 * What the 2 × 2 squares of pixels tell about each region: how often lines along x, y
 * and both diagonals cross its outline, and its Euler number (S. B. Gray 1971, IEEE
 * Trans. Comput. 20:551). The image is surrounded by pixels that belong to nothing.
 */
final class Outlines {

	/** Of pixels that are not analysed. */
	private static final int UNKNOWN = -1;

	private final Labels labels;
	private final boolean[] analysed;
	private final boolean open;

	/** By region: crossings along x and y, along the diagonals; squares with 1, 3, 2 opposite pixels. */
	private final long[] straight, diagonal, ones, threes, opposite;

	/** Corners of a square: upper left, upper right, lower left, lower right. */
	private final int[] corner = new int[4];

	/**
	 * @param analysed crossings from one of its pixels to another one count; null: all
	 *          crossings, also those of the image's border
	 */
	Outlines(final Labels labels, final Mask analysed) {
		this.labels = labels;
		this.open = analysed != null;
		this.analysed = open ? analysed.pixels() : null;
		final int n = labels.count() + 1;
		straight = new long[n];
		diagonal = new long[n];
		ones = new long[n];
		threes = new long[n];
		opposite = new long[n];
		for (int y = 0; y <= labels.height(); y++)
			scan(y);
	}

	private void scan(final int y) {
		final int w = labels.width(), h = labels.height(), upper = (y - 1) * w, lower = y * w;
		final int[] p = labels.pixels();
		int a = 0, c = 0;
		for (int x = 0; x < w; x++) {
			final int b = y > 0 ? p[upper + x] : 0, d = y < h ? p[lower + x] : 0;
			if ((a ^ b | a ^ c | a ^ d) != 0) square(a, b, c, d, x, y);
			a = b;
			c = d;
		}
		if ((a | c) != 0) square(a, 0, c, 0, w, y);
	}

	private void square(final int a, final int b, final int c, final int d, final int x,
		final int y)
	{
		corner[0] = a;
		corner[1] = b;
		corner[2] = c;
		corner[3] = d;
		for (int k = 0; k < 4; k++)
			if (corner[k] > 0 && isFirst(k)) topology(corner[k]);
		if (open) for (int k = 0; k < 4; k++)
			if (!isKnown(x - 1 + k % 2, y - 1 + k / 2)) corner[k] = UNKNOWN;
		// The upper and the left edge belong to the squares before this one.
		cross(corner[2], corner[3], straight);
		cross(corner[1], corner[3], straight);
		cross(corner[0], corner[3], diagonal);
		cross(corner[1], corner[2], diagonal);
	}

	private boolean isKnown(final int x, final int y) {
		return x >= 0 && y >= 0 && x < labels.width() && y < labels.height() && analysed[y * labels
			.width() + x];
	}

	private boolean isFirst(final int k) {
		for (int j = 0; j < k; j++)
			if (corner[j] == corner[k]) return false;
		return true;
	}

	private void topology(final int label) {
		int n = 0;
		for (final int c : corner)
			if (c == label) n++;
		if (n == 1) ones[label]++;
		else if (n == 3) threes[label]++;
		else if (n == 2 && (corner[0] == label) == (corner[3] == label)) opposite[label]++;
	}

	private static void cross(final int from, final int to, final long[] crossings) {
		if (from == to || from == UNKNOWN || to == UNKNOWN) return;
		if (from > 0) crossings[from]++;
		if (to > 0) crossings[to]++;
	}

	/** Lines a pixel apart, each direction with the weight π/4; half as many enter as cross. */
	double crofton4(final int label) {
		return Math.PI / 8 * (straight[label] + diagonal[label] / Math.sqrt(2));
	}

	double crofton2(final int label) {
		return Math.PI / 4 * straight[label];
	}

	/** Number of holes; those of a region whose pixels touch at corners don't leak there. */
	int holes(final int label) {
		final long sign = labels.connectivity() == Connectivity.EIGHT ? -2 : 2;
		return (int) (1 - (ones[label] - threes[label] + sign * opposite[label]) / 4);
	}
}
