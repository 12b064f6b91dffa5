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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * scikit-image's {@code blob_log} from its documentation, in double precision and by loops
 * that anyone can check: scipy's {@code gaussian_laplace} (kernels cut off at 4σ, the image
 * mirrored at its edges with the edge pixel repeated), {@code peak_local_max} in (y, x, σ),
 * and the rule by which blobs that overlap are dropped. It shares no line with what it is
 * to check.
 */
final class BlobLogByDefinition {

	final int width, height;
	private final double[] sigmas;

	/** By scale, then row by row. */
	final double[][] responses;

	/** What sums of this length in another order may differ by. */
	final double rounding;

	BlobLogByDefinition(final double[] pixels, final int width, final int height,
		final double[] sigmas)
	{
		this.width = width;
		this.height = height;
		this.sigmas = sigmas.clone();
		responses = new double[sigmas.length][];
		for (int s = 0; s < sigmas.length; s++)
			responses[s] = response(pixels, sigmas[s]);
		rounding = 1e-13 * Math.max(1e-300, Arrays.stream(pixels).map(Math::abs).max().orElse(0));
	}

	private double[] response(final double[] pixels, final double sigma) {
		final int radius = (int) (4 * sigma + 0.5);
		final double[] smooth = new double[2 * radius + 1], curved = new double[2 * radius + 1];
		double sum = 0;
		for (int i = -radius; i <= radius; i++)
			sum += smooth[radius + i] = Math.exp(-0.5 * i * i / (sigma * sigma));
		for (int i = -radius; i <= radius; i++) {
			smooth[radius + i] /= sum;
			curved[radius + i] = (i * i / Math.pow(sigma, 4) - 1 / (sigma * sigma)) * smooth[radius + i];
		}
		final double[] across = alongY(alongX(pixels, curved), smooth);
		final double[] down = alongY(alongX(pixels, smooth), curved);
		final double[] response = new double[pixels.length];
		for (int i = 0; i < response.length; i++)
			response[i] = -sigma * sigma * (across[i] + down[i]);
		return response;
	}

	private double[] alongX(final double[] pixels, final double[] kernel) {
		final double[] result = new double[pixels.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				for (int k = 0; k < kernel.length; k++)
					result[y * width + x] += kernel[k] * pixels[y * width + mirrored(x + k - kernel.length / 2,
						width)];
		return result;
	}

	private double[] alongY(final double[] pixels, final double[] kernel) {
		final double[] result = new double[pixels.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				for (int k = 0; k < kernel.length; k++)
					result[y * width + x] += kernel[k] * pixels[mirrored(y + k - kernel.length / 2, height) *
						width + x];
		return result;
	}

	/** d c b a | a b c d | d c b a, as often as is needed. */
	private static int mirrored(final int i, final int n) {
		final int j = Math.floorMod(i, 2 * n);
		return j < n ? j : 2 * n - 1 - j;
	}

	double largest() {
		return Arrays.stream(responses).flatMapToDouble(Arrays::stream).max().getAsDouble();
	}

	/**
	 * The peaks as (scale, row, column).
	 *
	 * @param margin by how much a peak must exceed its neighbours and the threshold; below
	 *          0: may fall short of them
	 */
	List<List<Integer>> peaks(final LogParameters p, final double margin) {
		double threshold = 0;
		if (!Double.isNaN(p.threshold())) threshold = p.threshold();
		if (!Double.isNaN(p.thresholdRel())) threshold = Math.max(threshold, p.thresholdRel() * largest());
		final List<List<Integer>> peaks = new ArrayList<>();
		for (int s = 0; s < sigmas.length; s++)
			for (int y = p.borderY(); y < height - p.borderY(); y++)
				for (int x = p.borderX(); x < width - p.borderX(); x++) {
					final double v = responses[s][y * width + x];
					if (v > threshold + margin && v >= highestNeighbour(s, y, x) + margin) peaks.add(List.of(s,
						y, x));
				}
		return peaks;
	}

	private double highestNeighbour(final int scale, final int row, final int column) {
		double highest = Double.NEGATIVE_INFINITY;
		for (int s = scale - 1; s <= scale + 1; s++)
			for (int y = row - 1; y <= row + 1; y++)
				for (int x = column - 1; x <= column + 1; x++) {
					if (s == scale && y == row && x == column) continue;
					if (s < 0 || y < 0 || x < 0 || s >= sigmas.length || y >= height || x >= width) continue;
					highest = Math.max(highest, responses[s][y * width + x]);
				}
		return highest;
	}

	/** Pairs in ascending order; the smaller goes, of equal ones the first. */
	static List<Blob> pruned(final List<Blob> blobs, final double overlap) {
		final List<Blob> left = new ArrayList<>(blobs);
		for (int i = 0; i < blobs.size(); i++)
			for (int j = i + 1; j < blobs.size(); j++) {
				final Blob a = blobs.get(i), b = blobs.get(j);
				if (left.get(i) == null || left.get(j) == null || !(overlap(a, b) > overlap)) continue;
				left.set(a.sigma() > b.sigma() ? j : i, null);
			}
		left.removeIf(b -> b == null);
		return left;
	}

	/** The part of the smaller disc, of radius σ√2, that lies in the other one. */
	static double overlap(final Blob a, final Blob b) {
		final double r = a.sigma() * Math.sqrt(2), q = b.sigma() * Math.sqrt(2);
		final double d = Math.hypot(a.x() - b.x(), a.y() - b.y());
		if (d >= r + q) return 0;
		final double smaller = Math.min(r, q);
		if (d <= Math.abs(r - q)) return 1;
		// Two circular segments, each a sector without its triangle.
		final double x = (d * d + r * r - q * q) / (2 * d), u = Math.acos(x / r), v = Math.acos((d - x) / q);
		final double lens = r * r * (u - Math.sin(u) * Math.cos(u)) + q * q * (v - Math.sin(v) * Math.cos(v));
		return lens / (Math.PI * smaller * smaller);
	}
}
