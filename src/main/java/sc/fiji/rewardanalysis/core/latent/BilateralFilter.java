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

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Bilateral filter (Tomasi and Manduchi, ICCV 1998): a mean of the pixels around, weighted by
 * how near and how alike they are. As scikit-image's {@code denoise_bilateral}: a window of
 * 3σ to each side, likeness from a table of 10 000 entries, zeros outside of the image. Only
 * its weights of distance are other ones: scikit-image (up to 0.19 at least) reads a table of
 * (n + 1)² of them as one of n², which moves the image by a few pixels; {@link #skewed} does
 * that too.
 */
public final class BilateralFilter {

	private static final int BINS = 10_000;

	private final double sigmaColor;
	private final int reach;
	private final double[] near;

	private BilateralFilter(final double sigmaColor, final int reach, final double[] near) {
		this.sigmaColor = sigmaColor;
		this.reach = reach;
		this.near = near;
	}

	/**
	 * @param sigmaColor width of the likeness; 0: the image's standard deviation
	 * @param sigmaSpatial width of the nearness, px
	 */
	public static BilateralFilter of(final double sigmaColor, final double sigmaSpatial) {
		final int reach = reach(sigmaSpatial), side = 2 * reach + 1;
		return new BilateralFilter(Checks.atLeast("The filter's range", sigmaColor, 0), reach, weights(
			side, reach, sigmaSpatial));
	}

	/** The same with the weights of distance as scikit-image reads them. */
	static BilateralFilter skewed(final double sigmaColor, final double sigmaSpatial) {
		final int reach = reach(sigmaSpatial), side = 2 * reach + 1;
		return new BilateralFilter(sigmaColor, reach, Arrays.copyOf(weights(side + 1, reach + 1,
			sigmaSpatial), side * side));
	}

	private static int reach(final double sigma) {
		return Math.max(2, (int) Math.ceil(3 * Checks.within("The filter's width", sigma, 1e-3, 100)));
	}

	private static double[] weights(final int side, final int centre, final double sigma) {
		final double[] weights = new double[side * side];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				final double distance = Math.hypot(x - centre, y - centre) / sigma;
				weights[y * side + x] = Math.exp(-0.5 * distance * distance);
			}
		return weights;
	}

	/**
	 * Filters an image.
	 *
	 * @param image row by row, finite and not negative; not changed
	 */
	public double[] apply(final double[] image, final int width, final int height,
		final Progress progress)
	{
		if (image.length != width * height) throw new RewardAnalysisException(
			"An image of %d x %d has no %d pixels.", width, height, image.length);
		final double most = Arrays.stream(image).max().orElse(0), least = Arrays.stream(image).min()
			.orElse(0);
		if (!(least >= 0) || Double.isInfinite(most)) throw new RewardAnalysisException(
			"The bilateral filter needs values that are finite and not negative; scale them to 0 ... 1.");
		if (most == least) return image.clone();
		final double[] alike = alike(most, sigmaColor > 0 ? sigmaColor : deviation(image));
		final double[] padded = padded(image, width, height);
		final double[] filtered = new double[image.length];
		for (int y = 0; y < height; y++) {
			progress.checkCanceled();
			for (int x = 0; x < width; x++)
				filtered[y * width + x] = mean(padded, width + 2 * reach, x, y, alike, BINS / most);
		}
		return filtered;
	}

	private static double[] alike(final double most, final double sigma) {
		final double[] weights = new double[BINS];
		for (int i = 0; i < BINS; i++) {
			final double distance = i * most / BINS / sigma;
			weights[i] = Math.exp(-0.5 * distance * distance);
		}
		return weights;
	}

	private double[] padded(final double[] image, final int width, final int height) {
		final int wide = width + 2 * reach;
		final double[] padded = new double[wide * (height + 2 * reach)];
		for (int y = 0; y < height; y++)
			System.arraycopy(image, y * width, padded, (y + reach) * wide + reach, width);
		return padded;
	}

	private double mean(final double[] padded, final int wide, final int x, final int y,
		final double[] alike, final double scale)
	{
		final int side = 2 * reach + 1;
		final double centre = padded[(y + reach) * wide + x + reach];
		double sum = 0, weights = 0;
		for (int row = 0; row < side; row++)
			for (int column = 0; column < side; column++) {
				final double value = padded[(y + row) * wide + x + column];
				final int bin = Math.min((int) (Math.abs(centre - value) * scale), BINS - 1);
				final double weight = near[row * side + column] * alike[bin];
				sum += weight * value;
				weights += weight;
			}
		return sum / weights;
	}

	private static double deviation(final double[] image) {
		final double mean = Arrays.stream(image).sum() / image.length;
		return Math.sqrt(Arrays.stream(image).map(v -> (v - mean) * (v - mean)).sum() / image.length);
	}
}
