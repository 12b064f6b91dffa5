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
 * The scale-normalised negative Laplacian of Gaussian, −σ²(∂²/∂x² + ∂²/∂y²)G∗f, in
 * double precision, at a few points: the judge of what {@link PlaneFilter} proposes.
 * <p>
 * Both second derivatives share their passes along y. Summation runs from the
 * kernel's ends to its centre and along y before x, so that results equal
 * {@code scipy.ndimage.gaussian_laplace} to the last bits.
 */
final class LogFilter {

	private final double[] g0, g2;
	private final int radius;
	private final double factor;

	/** @param sigma scale, px */
	LogFilter(final double sigma) {
		g0 = GaussianKernel.gaussian(sigma);
		g2 = GaussianKernel.secondDerivative(sigma);
		radius = g0.length - 1;
		factor = -sigma * sigma;
	}

	/** The response at a point of the tile. */
	double response(final ImageTile tile, final int x, final int y) {
		return responses(tile, x, y, 1, 1)[0];
	}

	/**
	 * The responses of a rectangle, row by row. Its distance to the tile's rim's outer
	 * edge must not be below the kernel's radius.
	 *
	 * @param x its left edge in the image's coordinates, px
	 * @param y its upper edge, px
	 */
	double[] responses(final ImageTile tile, final int x, final int y, final int width,
		final int height)
	{
		final double[] out = new double[width * height];
		final int span = width + 2 * radius;
		final double[] smooth = new double[span], curved = new double[span];
		for (int row = 0; row < height; row++) {
			alongY(tile, tile.index(x - radius, y + row), smooth, curved);
			for (int i = 0; i < width; i++)
				out[row * width + i] = (alongX(curved, g0, i) + alongX(smooth, g2, i)) * factor;
		}
		return out;
	}

	private void alongY(final ImageTile tile, final int start, final double[] smooth,
		final double[] curved)
	{
		final double[] f = tile.pixels;
		final int span = smooth.length;
		for (int i = 0; i < span; i++) {
			smooth[i] = g0[0] * f[start + i];
			curved[i] = g2[0] * f[start + i];
		}
		for (int k = radius; k > 0; k--) {
			final int above = start - k * tile.stride, below = start + k * tile.stride;
			final double w0 = g0[k], w2 = g2[k];
			for (int i = 0; i < span; i++) {
				final double pair = f[above + i] + f[below + i];
				smooth[i] += w0 * pair;
				curved[i] += w2 * pair;
			}
		}
	}

	private double alongX(final double[] line, final double[] g, final int i) {
		final int centre = i + radius;
		double sum = g[0] * line[centre];
		for (int k = radius; k > 0; k--)
			sum += g[k] * (line[centre - k] + line[centre + k]);
		return sum;
	}
}
