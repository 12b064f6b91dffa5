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

package sc.fiji.rewardanalysis.core.feature;

/**
 * Cuts one patch after the other: along x first, then along y, on all rows at once. Java 17
 * vectorises loops over whole, long arrays from index 0, so what is shifted is copied first.
 * For one thread.
 */
final class PatchCut {

	private static final int TAPS = 4;

	private final PatchImage image;
	private final boolean wholeSteps;
	private final int n;
	private final CubicTaps columns, rows;

	private final float[] patch;

	/** Inputs of the passes along x and y where all steps are 1 px. */
	private final float[][] shiftedX, shiftedY;

	/** What the pass along x gives: rows of n. */
	private final float[] lines;

	PatchCut(final PatchImage image, final PatchWindow window) {
		this.image = image;
		n = window.points();
		wholeSteps = window.step() == 1;
		columns = new CubicTaps(window);
		rows = new CubicTaps(window);
		patch = new float[n * n];
		final int height = wholeSteps ? n + TAPS - 1 : (int) Math.ceil(window.size()) + TAPS + 1;
		lines = new float[height * n];
		shiftedX = new float[wholeSteps ? TAPS : 0][lines.length];
		shiftedY = new float[wholeSteps ? TAPS : 0][n * n];
	}

	/** The patch around a place; overwritten by the next one. */
	float[] at(final double x, final double y) {
		columns.set(x);
		rows.set(y);
		final int top = rows.first[0], height = rows.first[n - 1] + TAPS - top;
		if (wholeSteps) {
			for (int row = 0; row < height; row++)
				for (int k = 0; k < TAPS; k++)
					System.arraycopy(image.pixels, (top + row) * image.width + columns.first[0] + k,
						shiftedX[k], row * n, n);
			mix(shiftedX, columns.weights, lines);
			for (int k = 0; k < TAPS; k++)
				System.arraycopy(lines, k * n, shiftedY[k], 0, n * n);
			mix(shiftedY, rows.weights, patch);
		}
		else {
			for (int row = 0; row < height; row++)
				gather((top + row) * image.width, row * n);
			for (int row = 0; row < n; row++)
				mixLines((rows.first[row] - top) * n, row);
		}
		return patch;
	}

	/** All points have the same weights. */
	private static void mix(final float[][] in, final float[] weights, final float[] out) {
		mix(in[0], in[1], in[2], in[3], weights[0], weights[1], weights[2], weights[3], out);
	}

	private static void mix(final float[] a, final float[] b, final float[] c, final float[] d,
		final float p, final float q, final float r, final float s, final float[] out)
	{
		for (int i = 0; i < out.length; i++)
			out[i] = p * a[i] + q * b[i] + r * c[i] + s * d[i];
	}

	private void gather(final int line, final int start) {
		final float[] pixels = image.pixels, w = columns.weights;
		for (int i = 0; i < n; i++) {
			final int at = line + columns.first[i], k = TAPS * i;
			lines[start + i] = w[k] * pixels[at] + w[k + 1] * pixels[at + 1] + w[k + 2] * pixels[at + 2] +
				w[k + 3] * pixels[at + 3];
		}
	}

	private void mixLines(final int from, final int row) {
		final float[] w = rows.weights;
		final int k = TAPS * row, start = row * n;
		for (int i = 0; i < n; i++)
			patch[start + i] = w[k] * lines[from + i] + w[k + 1] * lines[from + n + i] + w[k + 2] *
				lines[from + 2 * n + i] + w[k + 3] * lines[from + 3 * n + i];
	}
}
