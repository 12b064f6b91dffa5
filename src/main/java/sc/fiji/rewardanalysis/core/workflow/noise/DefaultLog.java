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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;

/**
 * What {@code skimage.feature.blob_log(image)} finds with its default parameters (version 0.26)
 * in the noisy image from 0 to 1: its smallest value of the analysed area becomes 0, its largest
 * 1. Of the ten scales those are left out whose kernel is larger than the image.
 */
public final class DefaultLog implements NoiseMethod {

	private static final LogParameters DEFAULTS = new LogParameters(1, 50, 10, 0.2, 0.5);

	@Override
	public String name() {
		return "LoG default";
	}

	@Override
	public String description() {
		return "scikit-image's blob_log as it comes (min_sigma 1, max_sigma 50, num_sigma 10, threshold 0.2, overlap 0.5) on the noisy image from 0 to 1.";
	}

	@Override
	public Detected detect(final RandomAccessibleInterval<DoubleType> image, final NoiseScene scene,
		final Progress progress)
	{
		return new Detected(LogBlobs.of(LogBlobs.normalized(image, scene, Normalization.MIN_MAX,
			progress), DEFAULTS, progress), LogBlobs.table(DEFAULTS));
	}
}
