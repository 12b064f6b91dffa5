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

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.MaximaFinder.Maximum;

/**
 * The maxima of the scale space in a part of an image that no machine holds as a whole. A part
 * is seen with a {@linkplain #rim(double) rim}; then its maxima are those of the whole image, bit
 * for bit, and the parts' {@linkplain #joined scale space} is that of the whole. The arrays are as
 * long as there are maxima and must not be changed.
 *
 * @param x columns in the whole image, px
 * @param y rows in the whole image, px
 * @param scale indices of their scales
 * @param response in units of the image
 */
public record PartMaxima(int[] x, int[] y, int[] scale, double[] response) implements
	Serializable
{

	/**
	 * A part of an image, px of the whole image.
	 *
	 * @param fromX its left column
	 * @param fromY its upper row
	 * @param toX the column after its last one
	 * @param toY the row after its last one
	 */
	public record Part(int fromX, int fromY, int toX, int toY) implements Serializable {

		/** This part and a rim around it, as far as the image goes. */
		public Part withRim(final int rim, final int imageWidth, final int imageHeight) {
			return new Part(Math.max(0, fromX - rim), Math.max(0, fromY - rim), (int) Math.min(imageWidth,
				(long) toX + rim), (int) Math.min(imageHeight, (long) toY + rim));
		}

		/** px. */
		public int width() {
			return toX - fromX;
		}

		/** px. */
		public int height() {
			return toY - fromY;
		}
	}

	/** Cuts an image into parts of nearly equal size whose sides are no longer than asked, px. */
	public static List<Part> parts(final int width, final int height, final int longest) {
		return Tile.of(width, height, longest).stream().map(t -> new Part(t.fromX(), t.fromY(), t.toX(), t
			.toY())).toList();
	}

	/** How wide a rim scales up to {@code maxSigma} (px) look at and compare with, px. */
	public static int rim(final double maxSigma) {
		return GaussianKernel.radius(maxSigma) + 1;
	}

	/**
	 * @throws RewardAnalysisException if the whole image is smaller than the kernel of
	 *           {@code maxSigma}
	 */
	public static void checkKernelFits(final int width, final int height, final double maxSigma) {
		LogDetector.checkKernelFits(width, height, maxSigma);
	}

	/**
	 * Finds a part's maxima.
	 *
	 * @param seen the part with its rim, normalised, atoms bright, finite everywhere
	 * @param at where that is in the whole image
	 * @param part whose maxima are wanted
	 * @param sigmas the scales, px, in the order in which they are neighbours
	 * @param floor maxima whose response isn't above are left out, 0 or more
	 * @throws RewardAnalysisException if there are too many maxima to be atoms
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static PartMaxima find(final RandomAccessibleInterval<? extends RealType<?>> seen,
		final Part at, final Part part, final double[] sigmas, final double floor,
		final Progress progress)
	{
		if (seen.dimension(0) != at.width() || seen.dimension(1) != at.height())
			throw new RewardAnalysisException("The part has %d x %d px, but %d x %d were announced.", seen
				.dimension(0), seen.dimension(1), at.width(), at.height());
		final Maximum[] own = Arrays.stream(LogDetector.once(seen, seen).scaleSpace(sigmas, floor, progress)
			.candidates()).map(m -> new Maximum(at.fromX() + m.x(), at.fromY() + m.y(), m.scale(), m
				.response())).filter(m -> m.x() >= part.fromX && m.x() < part.toX && m.y() >= part.fromY && m
					.y() < part.toY).toArray(Maximum[]::new);
		return new PartMaxima(Arrays.stream(own).mapToInt(Maximum::x).toArray(), Arrays.stream(own)
			.mapToInt(Maximum::y).toArray(), Arrays.stream(own).mapToInt(Maximum::scale).toArray(), Arrays
				.stream(own).mapToDouble(Maximum::response).toArray());
	}

	/**
	 * The scale space of the whole image.
	 *
	 * @param width of the whole image, px
	 * @param height of the whole image, px
	 * @param sigmas the scales, px, of all parts
	 * @param floor of all parts
	 * @param parts which cover the image without overlap, in any order
	 * @throws RewardAnalysisException if there are too many maxima to be atoms
	 */
	public static ScaleSpace joined(final int width, final int height, final double[] sigmas,
		final double floor, final List<PartMaxima> parts)
	{
		LogDetector.checkNumber(parts.stream().mapToLong(PartMaxima::size).sum(),
			LogDetector.MAX_CANDIDATES, floor);
		final Maximum[] all = parts.stream().flatMap(p -> IntStream.range(0, p.size()).mapToObj(
			i -> new Maximum(p.x[i], p.y[i], p.scale[i], p.response[i]))).toArray(Maximum[]::new);
		Arrays.parallelSort(all);
		return new ScaleSpace(width, height, sigmas, floor, all);
	}

	/** How many there are. */
	public int size() {
		return x.length;
	}
}
