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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * Where the parameters of a Laplacian-of-Gaussian detection are searched.
 *
 * @param minSigma px
 * @param maxSigma px
 * @param numSigma number of scales, not searched
 * @param threshold in units of the normalised image
 * @param overlap fraction
 */
public record LogRanges(Range minSigma, Range maxSigma, int numSigma, Range threshold,
	Range overlap)
{

	/** Scales unless told otherwise: enough for σ within 8 % over a factor of 4. */
	public static final int NUM_SIGMA = 10;

	/** Below this σ a sampled Gaussian is no Gaussian any more. */
	private static final double SMALLEST_SIGMA = 0.7;

	public LogRanges {
		Checks.positive("lower end of min_sigma", minSigma.low());
		Checks.positive("lower end of max_sigma", maxSigma.low());
		Checks.atLeast("num_sigma", numSigma, 1);
		Checks.atLeast("lower end of threshold", threshold.low(), 0);
		Checks.within("lower end of overlap", overlap.low(), 0, 1);
		Checks.within("upper end of overlap", overlap.high(), 0, 1);
		if (minSigma.high() > maxSigma.high()) throw new RewardAnalysisException(
			"min_sigma may be up to %s px, above the largest max_sigma of %s px; lower the one or raise " +
				"the other.", minSigma.high(), maxSigma.high());
	}

	/**
	 * Ranges that follow from the crystal and the image.
	 * <p>
	 * A column's σ is a fraction of the distance d to its nearest neighbour: below
	 * 0.1 d columns would be points, above 0.35 d neighbours would merge into one blob
	 * (two Gaussians are resolved if d &gt; 2σ√2). The largest scale may be up to 0.5 d,
	 * as far as its kernel fits into the area. The threshold lies between the
	 * responses of the maxima which rank 4 times and a quarter of the expected count
	 * at σ = 0.2 d, with a factor of two to spare on either side. Any overlap is
	 * possible below full containment.
	 *
	 * @param detector of the normalised image, atoms bright
	 */
	public static LogRanges derived(final LogDetector detector, final AtomPhysics physics,
		final Progress progress)
	{
		final double nearest = physics.nearestDistance() / physics.pixelSize();
		return derivedSigmas(detector, physics).withThreshold(thresholds(probe(detector, nearest,
			progress), physics));
	}

	/**
	 * The maxima by which the thresholds are chosen.
	 *
	 * @param nearest distance of neighbouring columns, px
	 */
	static ScaleSpace probe(final LogDetector detector, final double nearest,
		final Progress progress)
	{
		return detector.scaleSpace(new double[] { 0.2 * nearest }, 0, progress);
	}

	/**
	 * The same without looking at the image: any threshold.
	 *
	 * @param detector of the image; its size counts
	 */
	public static LogRanges derivedSigmas(final LogDetector detector, final AtomPhysics physics) {
		final double nearest = physics.nearestDistance() / physics.pixelSize();
		final double largest = detector.largestSigma();
		final double low = Math.max(SMALLEST_SIGMA, 0.1 * nearest);
		if (largest < 1.5 * low) throw new RewardAnalysisException(
			"The analysed area (%d x %d px) is smaller than the kernel that atoms %.1f px apart need; " +
				"choose a larger area or check the pixel size.", detector.width(), detector.height(),
			nearest);
		final double minHigh = Math.min(0.35 * nearest, largest / 1.2);
		final double maxHigh = Math.min(0.5 * nearest, largest);
		return new LogRanges(new Range(low, minHigh), new Range(1.2 * low, maxHigh), NUM_SIGMA,
			new Range(0, Double.MAX_VALUE), new Range(0, 0.95));
	}

	/**
	 * Where to search the threshold.
	 *
	 * @param probe of the area that the physics are about
	 */
	static Range thresholds(final ScaleSpace probe, final AtomPhysics physics) {
		final double[] responses = probe.responses();
		if (responses.length == 0) throw new RewardAnalysisException(
			"The image has no bright blob of sigma %.2f px at all; check contrast, lattice and pixel size.",
			probe.sigmas()[0]);
		final double low = 0.5 * ranked(responses, 4 * physics.expected());
		final double high = 2 * ranked(responses, physics.expected() / 4);
		return new Range(Math.max(low, 1e-3 * high), high);
	}

	private static double ranked(final double[] descending, final double rank) {
		return descending[(int) Math.min(descending.length - 1, Math.max(0, rank))];
	}

	/** The same with what the user set in place of what was derived, but for the threshold. */
	LogRanges given(final AtomFindingSettings settings) {
		final Range min = settings.minSigma() == null ? minSigma : settings.minSigma();
		final Range max = settings.maxSigma() == null ? new Range(Math.max(maxSigma.low(), min.low()), Math
			.max(maxSigma.high(), min.high())) : settings.maxSigma();
		// A derived range gives way to one that the user set.
		final Range below = settings.minSigma() != null ? min : new Range(Math.min(min.low(), max.high()),
			Math.min(min.high(), max.high()));
		final LogRanges ranges = withNumSigma(settings.numSigma()).withSigmas(below, max);
		return settings.overlap() == null ? ranges : ranges.withOverlap(settings.overlap());
	}

	/** The same with other ranges of both scales. */
	public LogRanges withSigmas(final Range min, final Range max) {
		return new LogRanges(min, max, numSigma, threshold, overlap);
	}

	/** The same with another number of scales. */
	public LogRanges withNumSigma(final int number) {
		return new LogRanges(minSigma, maxSigma, number, threshold, overlap);
	}

	/** The same with another range of the threshold. */
	public LogRanges withThreshold(final Range range) {
		return new LogRanges(minSigma, maxSigma, numSigma, range, overlap);
	}

	/** The same with another range of the overlap. */
	public LogRanges withOverlap(final Range range) {
		return new LogRanges(minSigma, maxSigma, numSigma, threshold, range);
	}
}
