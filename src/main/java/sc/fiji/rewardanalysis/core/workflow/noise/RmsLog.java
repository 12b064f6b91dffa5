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

package sc.fiji.rewardanalysis.core.workflow.noise;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;

/**
 * The threshold is the root-mean-square contrast, the standard deviation of the noisy image from
 * 0 to 1: the rule of pyTEMlib's {@code find_atoms} if no threshold is given, which asks
 * scikit-image's {@code blob_log} for blobs of up to 0.1 nm, the rest at its defaults.
 */
public final class RmsLog implements NoiseMethod {

	/** pyTEMlib's {@code atom_size}, nm, its largest sigma. */
	private static final double LARGEST = 0.1;

	@Override
	public String name() {
		return "LoG RMS";
	}

	@Override
	public String description() {
		return "blob_log with the image's root-mean-square contrast as the threshold and a max_sigma of 0.1 nm, as pyTEMlib does it, on the noisy image from 0 to 1.";
	}

	@Override
	public Detected detect(final RandomAccessibleInterval<DoubleType> image, final NoiseScene scene,
		final Progress progress)
	{
		final RandomAccessibleInterval<DoubleType> normalized = LogBlobs.normalized(image, scene,
			Normalization.MIN_MAX, progress);
		final LogParameters parameters = new LogParameters(1, Math.max(1, LARGEST / scene.settings()
			.pixelSize()), 10, contrast(normalized, scene.area(), progress), 0.5);
		return new Detected(LogBlobs.of(normalized, parameters, progress), LogBlobs.table(parameters));
	}

	/** The standard deviation of all pixels of the area. */
	static double contrast(final RandomAccessibleInterval<DoubleType> image, final Area area,
		final Progress progress)
	{
		double sum = 0, squares = 0;
		long n = 0;
		final Cursor<DoubleType> cursor = Views.flatIterable(image).cursor();
		final long width = image.dimension(0);
		for (long i = 0; cursor.hasNext(); i++) {
			if (i % width == 0) progress.checkCanceled();
			final double v = cursor.next().get();
			if (!area.contains(i % width, i / width)) continue;
			sum += v;
			squares += v * v;
			n++;
		}
		final double mean = sum / n;
		return Math.sqrt(Math.max(0, squares / n - mean * mean));
	}
}
