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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What is done to an image before blobs are searched in it, in this order:
 * <ol>
 * <li>background: v − G<sub>b</sub>∗v takes away what changes over much more than b;
 * <li>denoising: G<sub>d</sub>∗v, which leaves 1/(4πd²) of the variance of white noise;
 * <li>{@link Normalizer}: the unit in which thresholds are given;
 * <li>inversion, if atoms are dark.
 * </ol>
 * G<sub>σ</sub> is a normalised Gaussian of standard deviation σ; the image is mirrored
 * at its border, edge pixels repeated. All steps but the normalisation are linear and
 * commute, so only the place of the normalisation matters: min and max, or the noise,
 * are those of the filtered image. A column A·exp(−r²/2s²) keeps its centre; the
 * background step leaves A·b²/(s² + b²) of its height where it stands alone, the
 * denoising step A·s²/(s² + d²) and the width √(s² + d²).
 * <p>
 * Pixels that are not finite take no part and stay as they are; the others are
 * averages over the finite ones under the kernel (normalised convolution, Knutsson
 * &amp; Westin 1993, doi:10.1109/CVPR.1993.341081). Immutable.
 *
 * @param backgroundSigma b, px; 0 leaves the background in
 * @param denoiseSigma d, px; 0 leaves the noise in
 * @param contrast whether atoms are bright or dark
 */
public record Preparation(double backgroundSigma, double denoiseSigma, Contrast contrast) {

	public Preparation {
		Checks.atLeast("background_sigma", backgroundSigma, 0);
		Checks.atLeast("denoise_sigma", denoiseSigma, 0);
		Checks.given("contrast", contrast);
		if (backgroundSigma > 0 && backgroundSigma <= denoiseSigma) throw new RewardAnalysisException(
			"background_sigma is %s px and denoise_sigma is %s px; what is background must be smoother " +
				"than what is denoised: raise the one or lower the other.", backgroundSigma, denoiseSigma);
	}

	/** No filter at all. */
	public static Preparation of(final Contrast contrast) {
		return new Preparation(0, 0, contrast);
	}

	/** The same for atoms of the opposite contrast. */
	public Preparation inverse() {
		return new Preparation(backgroundSigma, denoiseSigma, contrast == Contrast.BRIGHT
			? Contrast.DARK : Contrast.BRIGHT);
	}

	/** Whether there is a filter to apply. */
	public boolean isFiltering() {
		return backgroundSigma > 0 || denoiseSigma > 0;
	}

	/**
	 * All steps.
	 *
	 * @param image two-dimensional, as recorded; not changed
	 * @param area where the statistics of the normalisation are taken
	 * @return atoms bright, origin at (0, 0)
	 * @throws RewardAnalysisException as {@link Normalizer} does, or if a sigma is longer
	 *           than the image
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public <T extends RealType<T>> RandomAccessibleInterval<DoubleType> normalized(
		final RandomAccessibleInterval<T> image, final Area area, final Normalization unit,
		final Progress progress)
	{
		// The normaliser says what is wrong with an image.
		return isFiltering() && image.numDimensions() == 2 ? Normalizer.normalize(filtered(image,
			progress), area, unit, contrast, progress) : Normalizer.normalize(image, area, unit, contrast,
				progress);
	}

	/**
	 * The first two steps, in the image's own unit and contrast.
	 *
	 * @param image two-dimensional; not changed
	 * @return a copy with its origin at (0, 0)
	 * @throws RewardAnalysisException if a sigma is longer than the image, or the image
	 *           has over 2³¹ pixels
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public <T extends RealType<T>> Img<DoubleType> filtered(
		final RandomAccessibleInterval<T> image, final Progress progress)
	{
		final long size = image.dimension(0) * image.dimension(1);
		if (size > Integer.MAX_VALUE - 8) throw new RewardAnalysisException(
			"The image has %d pixels, more than a filter takes; choose an area below 2^31 or leave the " +
				"background in and the noise, too.", size);
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		Checks.within("background_sigma", backgroundSigma, 0, Math.max(width, height));
		Checks.within("denoise_sigma", denoiseSigma, 0, Math.max(width, height));
		final double[] pixels = new double[width * height];
		rows(height, progress, (from, to) -> {
			final PixelRows rows = new PixelRows(image);
			final double[] row = new double[width];
			for (int y = from; y < to && !progress.isCanceled(); y++) {
				rows.read(y, row);
				System.arraycopy(row, 0, pixels, y * width, width);
			}
		});
		if (backgroundSigma > 0) {
			final double[] background = blurred(pixels, width, height, backgroundSigma, progress.part(0,
				0.6));
			rows(height, progress, (from, to) -> {
				for (int i = from * width; i < to * width; i++)
					if (Double.isFinite(pixels[i])) pixels[i] -= background[i];
			});
		}
		return ArrayImgs.doubles(denoiseSigma > 0 ? blurred(pixels, width, height, denoiseSigma,
			progress.part(0.6, 1)) : pixels, width, height);
	}

	private static void rows(final int height, final Progress progress, final Bands.Task task) {
		Bands.run(height, task);
		progress.checkCanceled();
	}

	/** Normalised convolution; a copy. */
	private static double[] blurred(final double[] pixels, final int width, final int height,
		final double sigma, final Progress progress)
	{
		final PixelStatistics.Extent extent = new PixelStatistics(ArrayImgs.doubles(pixels, width,
			height), Area.image(width, height), progress).extent();
		if (extent.finite() == 0) return pixels.clone();
		final boolean whole = extent.invalid() == 0;
		// A large offset would cost digits; this way a constant image stays exactly that.
		final double centre = extent.min() + (extent.max() - extent.min()) / 2;
		final GaussianBlur blur = new GaussianBlur(width, height, sigma);
		final double[] values = new double[pixels.length];
		rows(height, progress, (from, to) -> {
			for (int i = from * width; i < to * width; i++)
				if (Double.isFinite(pixels[i])) values[i] = pixels[i] - centre;
		});
		blur.apply(values, progress.part(0, whole ? 1 : 0.5));
		final double[] weights = whole ? null : weights(pixels, width, height, blur, progress.part(0.5,
			1));
		rows(height, progress, (from, to) -> {
			for (int i = from * width; i < to * width; i++)
				if (!Double.isFinite(pixels[i])) values[i] = pixels[i];
				else values[i] = centre + (whole ? values[i] : values[i] / weights[i]);
		});
		return values;
	}

	/** Which part of the kernel about each pixel lies on finite ones. */
	private static double[] weights(final double[] pixels, final int width, final int height,
		final GaussianBlur blur, final Progress progress)
	{
		final double[] weights = new double[pixels.length];
		rows(height, progress, (from, to) -> {
			for (int i = from * width; i < to * width; i++)
				weights[i] = Double.isFinite(pixels[i]) ? 1 : 0;
		});
		blur.apply(weights, progress);
		return weights;
	}
}
