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

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The parameters of a Laplacian-of-Gaussian detection, with the meaning that
 * scikit-image's {@code skimage.feature.blob_log} gives them.
 *
 * @param minSigma smallest standard deviation of the Gaussian, px
 * @param maxSigma largest standard deviation, px
 * @param numSigma number of scales between them, both included
 * @param threshold smallest response of a blob (exclusive), in units of the
 *          normalised image; NaN for none
 * @param thresholdRel the same as a fraction of the largest response; NaN for
 *          none. The larger of the two counts.
 * @param overlap of two blobs whose discs (radius σ√2) share more than this
 *          fraction of the smaller one, the one of smaller σ is dropped; 0 to 1
 * @param logScale whether the scales are spaced logarithmically
 * @param borderX blobs closer to the left or right edge are dropped, px
 * @param borderY blobs closer to the upper or lower edge are dropped, px
 */
public record LogParameters(double minSigma, double maxSigma, int numSigma, double threshold,
	double thresholdRel, double overlap, boolean logScale, int borderX, int borderY)
{

	/** More scales are no finer search, but one without end. */
	private static final int MOST_SIGMAS = 10_000;

	public LogParameters {
		Checks.positive("min_sigma", minSigma);
		Checks.positive("max_sigma", maxSigma);
		if (minSigma > maxSigma) throw new RewardAnalysisException(
			"min_sigma is %s and max_sigma is %s; min_sigma must not be above max_sigma.", minSigma,
			maxSigma);
		Checks.atLeast("num_sigma", numSigma, 1);
		Checks.within("num_sigma", numSigma, 1, MOST_SIGMAS);
		if (!Double.isNaN(threshold)) Checks.atLeast("threshold", threshold, 0);
		if (!Double.isNaN(thresholdRel)) Checks.within("threshold_rel", thresholdRel, 0, 1);
		if (Double.isNaN(threshold) && Double.isNaN(thresholdRel)) throw new RewardAnalysisException(
			"Neither threshold nor threshold_rel is given; without one every speck of noise is a blob.");
		Checks.within("overlap", overlap, 0, 1);
		Checks.atLeast("exclude_border", borderX, 0);
		Checks.atLeast("exclude_border", borderY, 0);
	}

	/** Linear scales, an absolute threshold, nothing excluded at the border. */
	public LogParameters(final double minSigma, final double maxSigma, final int numSigma,
		final double threshold, final double overlap)
	{
		this(minSigma, maxSigma, numSigma, threshold, Double.NaN, overlap, false, 0, 0);
	}

	/** The same with another absolute threshold. */
	public LogParameters withThreshold(final double value) {
		return new LogParameters(minSigma, maxSigma, numSigma, value, thresholdRel, overlap, logScale,
			borderX, borderY);
	}

	/**
	 * The response that a blob must exceed: the larger of both thresholds.
	 *
	 * @param largestResponse what the relative one is a fraction of
	 */
	double threshold(final double largestResponse) {
		return Math.max(absoluteThreshold(), Double.isNaN(thresholdRel) ? 0 : thresholdRel *
			largestResponse);
	}

	/** The absolute threshold, 0 if there is none. */
	public double absoluteThreshold() {
		return Double.isNaN(threshold) ? 0 : threshold;
	}

	/** The scales, ascending, px. */
	public double[] sigmas() {
		final double[] sigmas = new double[numSigma];
		final double from = logScale ? Math.log10(minSigma) : minSigma;
		final double to = logScale ? Math.log10(maxSigma) : maxSigma;
		for (int i = 0; i < numSigma; i++) {
			final double s = numSigma == 1 ? from : from + i * ((to - from) / (numSigma - 1));
			sigmas[i] = logScale ? Math.pow(10, s) : s;
		}
		// The last one exactly, whatever the rounding.
		if (numSigma > 1) sigmas[numSigma - 1] = maxSigma;
		return sigmas;
	}
}
