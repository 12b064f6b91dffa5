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

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Gaussian blur in double precision, mirrored at the border (scipy's
 * {@code reflect}), whose time grows with √σ only.
 * <p>
 * Below σ = {@value #WIDE} px it is {@code scipy.ndimage.gaussian_filter}. A wider
 * kernel is the convolution of two: a narrow one, and one whose taps are as far apart
 * as the narrow one can bridge (the à trous algorithm, Holschneider et al. 1989,
 * doi:10.1007/978-3-642-75988-8_28). Both variances add up to σ². The gaps leave
 * 3·10⁻⁶ of what has their wavelength, the ends of both kernels at four standard
 * deviations 1.3·10⁻⁴ of the image's range at most.
 */
public final class GaussianBlur {

	/** From this σ on two narrow kernels are cheaper than one. */
	static final double WIDE = 8;

	/** σ of the narrow kernel over the distance of the other one's taps. */
	private static final double BRIDGE = 0.8;

	private final int width, height;
	private final Pass[] passes;

	/** Symmetric weights at 0, step, 2 step, …, px. */
	private record Pass(double[] half, int step) {

		int reach() {
			return (half.length - 1) * step;
		}
	}

	/** @param sigma above 0, px */
	public GaussianBlur(final int width, final int height, final double sigma) {
		this.width = width;
		this.height = height;
		if (sigma < WIDE) passes = new Pass[] { new Pass(GaussianKernel.gaussian(sigma), 1) };
		else {
			// Balances the numbers of taps.
			final int step = (int) Math.round(Math.sqrt(sigma / BRIDGE));
			final double narrow = BRIDGE * step;
			final double rest = Math.sqrt(sigma * sigma - narrow * narrow);
			passes = new Pass[] { new Pass(GaussianKernel.gaussian(narrow), 1), new Pass(GaussianKernel
				.gaussian(rest / step), step) };
		}
	}

	/**
	 * Blurs in place.
	 *
	 * @param pixels row by row, finite
	 * @throws java.util.concurrent.CancellationException if cancelled, within a few rows
	 */
	public void apply(final double[] pixels, final Progress progress) {
		final double[] other = new double[pixels.length];
		for (int i = 0; i < passes.length; i++) {
			final Pass pass = passes[i];
			progress.update((double) i / passes.length, "Gaussian filter");
			Bands.run(height, (from, to) -> alongX(pass, pixels, other, from, to, progress));
			progress.checkCanceled();
			Bands.run(height, (from, to) -> alongY(pass, other, pixels, from, to, progress));
			progress.checkCanceled();
		}
	}

	private void alongX(final Pass pass, final double[] in, final double[] out, final int from,
		final int to, final Progress progress)
	{
		final int reach = pass.reach();
		final double[] line = new double[width + 2 * reach], sum = new double[width];
		for (int y = from; y < to && !progress.isCanceled(); y++) {
			System.arraycopy(in, y * width, line, reach, width);
			for (int k = 1; k <= reach; k++) {
				line[reach - k] = in[y * width + ImageTile.reflect(-k, width)];
				line[reach + width - 1 + k] = in[y * width + ImageTile.reflect(width - 1 + k, width)];
			}
			Arrays.fill(sum, 0);
			for (int k = pass.half.length - 1; k > 0; k--)
				addPair(line, reach - k * pass.step, reach + k * pass.step, pass.half[k], sum);
			for (int x = 0; x < width; x++)
				out[y * width + x] = sum[x] + pass.half[0] * line[reach + x];
		}
	}

	private void alongY(final Pass pass, final double[] in, final double[] out, final int from,
		final int to, final Progress progress)
	{
		final double[] sum = new double[width];
		for (int y = from; y < to && !progress.isCanceled(); y++) {
			Arrays.fill(sum, 0);
			for (int k = pass.half.length - 1; k > 0; k--)
				addPair(in, ImageTile.reflect(y - k * pass.step, height) * width, ImageTile.reflect(y + k *
					pass.step, height) * width, pass.half[k], sum);
			for (int x = 0; x < width; x++)
				out[y * width + x] = sum[x] + pass.half[0] * in[y * width + x];
		}
	}

	private static void addPair(final double[] in, final int a, final int b, final double weight,
		final double[] sum)
	{
		for (int x = 0; x < sum.length; x++)
			sum[x] += weight * (in[a + x] + in[b + x]);
	}
}
