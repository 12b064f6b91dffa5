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

package sc.fiji.rewardanalysis.core.latent;

/**
 * Magnitude of the gradient by Scharr's kernels: smoothing [3, 10, 3]/16, difference
 * [1, 0, −1], √((gx² + gy²)/2), the image mirrored at its border with the outermost pixels
 * twice. As scikit-image's {@code filters.scharr}.
 */
public final class Scharr {

	private Scharr() {}

	/** @param image row by row */
	public static double[] magnitude(final double[] image, final int width, final int height) {
		final double[] magnitude = new double[image.length];
		for (int y = 0; y < height; y++) {
			final int above = Math.max(0, y - 1) * width, here = y * width, below = Math.min(height - 1, y +
				1) * width;
			for (int x = 0; x < width; x++) {
				final int left = Math.max(0, x - 1), right = Math.min(width - 1, x + 1);
				final double gx = (3 * (image[above + right] - image[above + left]) + 10 * (image[here +
					right] - image[here + left]) + 3 * (image[below + right] - image[below + left])) / 16;
				final double gy = (3 * (image[below + left] - image[above + left]) + 10 * (image[below + x] -
					image[above + x]) + 3 * (image[below + right] - image[above + right])) / 16;
				magnitude[here + x] = Math.sqrt((gx * gx + gy * gy) / 2);
			}
		}
		return magnitude;
	}
}
