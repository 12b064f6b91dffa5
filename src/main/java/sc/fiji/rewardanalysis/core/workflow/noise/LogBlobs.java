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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;

/** Blobs of the Laplacian of Gaussian with parameters that are known. */
final class LogBlobs {

	private LogBlobs() {}

	/** The image in the unit of thresholds, atoms bright. */
	static RandomAccessibleInterval<DoubleType> normalized(
		final RandomAccessibleInterval<DoubleType> image, final NoiseScene scene,
		final Normalization unit, final Progress progress)
	{
		return Preparation.of(scene.contrast()).normalized(image, scene.area(), unit, progress);
	}

	/** Scales whose kernels are larger than the image are left out. */
	static List<Blob> of(final RandomAccessibleInterval<DoubleType> normalized,
		final LogParameters parameters, final Progress progress)
	{
		final LogDetector detector = LogDetector.once(normalized);
		final double largest = detector.largestSigma();
		final double[] sigmas = Arrays.stream(parameters.sigmas()).filter(s -> s <= largest).toArray();
		if (sigmas.length == 0) throw new RewardAnalysisException(
			"The analysed area is too small for blobs of sigma %s px.", parameters.minSigma());
		return detector.scaleSpace(sigmas, parameters.absoluteThreshold(), progress).blobs(parameters,
			progress);
	}

	/** As tables have them. */
	static Map<String, Double> table(final LogParameters p) {
		final Map<String, Double> values = new LinkedHashMap<>();
		values.put("min_sigma_px", p.minSigma());
		values.put("max_sigma_px", p.maxSigma());
		values.put("threshold", p.threshold());
		values.put("overlap", p.overlap());
		return values;
	}
}
