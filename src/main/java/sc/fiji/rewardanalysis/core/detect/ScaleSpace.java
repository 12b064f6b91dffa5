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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.MaximaFinder.Maximum;

/**
 * The local maxima of an image's Laplacian-of-Gaussian scale space.
 * <p>
 * They depend on the scales alone: once found, any threshold and overlap is a
 * matter of filtering and pruning. A maximum is a point that none of its 26
 * neighbours in (x, y, σ) exceeds; beyond the image and beyond the first and last
 * scale there is nothing to compare with, and only positive maxima are kept
 * (Lindeberg 1998, IJCV 30:79, with the conventions of
 * {@code skimage.feature.blob_log}). Immutable.
 */
public final class ScaleSpace {

	/** Whether to go on is asked once for so many blobs. */
	private static final int POLLED = 4096;

	private final int width, height;
	private final double[] sigmas;
	private final double floor;

	/** In their natural order: by falling response. */
	private final Maximum[] candidates;

	ScaleSpace(final int width, final int height, final double[] sigmas, final double floor,
		final Maximum[] candidates)
	{
		this.width = width;
		this.height = height;
		this.sigmas = sigmas.clone();
		this.floor = floor;
		this.candidates = candidates;
	}

	/**
	 * All maxima of an image that is analysed once. {@link LogDetector} shares work
	 * between several scale spaces.
	 *
	 * @param image two-dimensional, normalised, atoms bright, finite everywhere
	 * @param sigmas the scales, px, in the order in which they are neighbours
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> ScaleSpace of(final RandomAccessibleInterval<T> image,
		final double[] sigmas, final Progress progress)
	{
		return LogDetector.once(image).scaleSpace(sigmas, 0, progress);
	}

	/**
	 * The blobs that {@code blob_log} finds with these parameters, by falling
	 * response. Their σ must be those of this scale space.
	 */
	public List<Blob> blobs(final LogParameters parameters) {
		return blobs(parameters, Progress.NONE);
	}

	/**
	 * The same for very many blobs.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public List<Blob> blobs(final LogParameters parameters, final Progress progress) {
		progress.checkCanceled();
		return Pruning.prune(peaks(parameters, progress), parameters.overlap(), progress);
	}

	/**
	 * The maxima above the threshold before pruning, by falling response.
	 *
	 * @throws RewardAnalysisException if the threshold is below this scale space's floor
	 */
	public List<Blob> peaks(final LogParameters p) {
		return peaks(p, Progress.NONE);
	}

	private List<Blob> peaks(final LogParameters p, final Progress progress) {
		if (candidates.length == 0) return List.of();
		final double threshold = p.threshold(candidates[0].response());
		if (threshold < floor) throw new RewardAnalysisException(
			"The threshold is %s, but maxima up to %s were not kept.", threshold, floor);
		final List<Blob> peaks = new ArrayList<>();
		for (final Maximum c : candidates) {
			if (peaks.size() % POLLED == 0) progress.checkCanceled();
			if (!(c.response() > threshold)) break;
			if (c.x() >= p.borderX() && c.x() < width - p.borderX() && c.y() >= p.borderY() && c
				.y() < height - p.borderY()) peaks.add(new Blob(c.x(), c.y(), sigmas[c.scale()], c
					.response()));
		}
		return peaks;
	}

	/**
	 * The maxima in a rectangle alone, edges included. They are those of the whole image: at
	 * the rectangle's edge nothing is cut off.
	 *
	 * @param fromX left edge, px
	 * @param fromY upper edge, px
	 * @param toX right edge, px
	 * @param toY lower edge, px
	 */
	public ScaleSpace within(final double fromX, final double fromY, final double toX,
		final double toY)
	{
		return new ScaleSpace(width, height, sigmas, floor, Arrays.stream(candidates).filter(c -> c
			.x() >= fromX && c.x() <= toX && c.y() >= fromY && c.y() <= toY).toArray(Maximum[]::new));
	}

	/** The maxima, in their natural order; not to be changed. */
	Maximum[] candidates() {
		return candidates;
	}

	/** The responses of all maxima, descending, in units of the image. */
	public double[] responses() {
		return Arrays.stream(candidates).mapToDouble(Maximum::response).toArray();
	}

	/** The scales, px. */
	public double[] sigmas() {
		return sigmas.clone();
	}
}
