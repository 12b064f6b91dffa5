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
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/** The detector's responses at single places, for those who look closer at a blob. */
public final class LogResponses {

	private LogResponses() {}

	/**
	 * The scale-normalised negative Laplacians of Gaussian, at the blob's own σ, of the
	 * 3 × 3 pixels around it. Reads about (8σ + 3)² pixels.
	 *
	 * @param image two-dimensional, origin (0, 0), atoms bright; mirrored at its border,
	 *          the edge pixel repeated
	 * @return nine values row by row, those at the blob's pixel in the middle, in units of
	 *         the image; NaN if a pixel that counts is NaN
	 */
	public static <T extends RealType<T>> double[] around(final RandomAccessibleInterval<T> image,
		final Blob blob)
	{
		final int x = (int) Math.rint(blob.x()) - 1, y = (int) Math.rint(blob.y()) - 1;
		final int rim = GaussianKernel.radius(blob.sigma());
		// Blobs are what is shared among threads, not the few rows of one.
		final ImageTile tile = Parallelization.runSingleThreaded(() -> ImageTile.read(image, x, y, 3, 3,
			rim, new Buffers(), Progress.NONE));
		return new LogFilter(blob.sigma()).responses(tile, x, y, 3, 3);
	}
}
