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

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * What a user says before atoms are searched.
 *
 * @param lattice the crystal
 * @param pixelSize nm per px
 * @param preparation what is done to the image before, and whether atoms are bright
 * @param normalization the unit of thresholds
 * @param countRule how the number of atoms is judged
 * @param dsFraction DS relative to the smallest ideal sum of four
 *          nearest-neighbour distances
 * @param pixelTolerance by which fraction the pixel size may be wrong
 * @param numSigma number of scales
 * @param minSigma range to search, px; null to derive it
 * @param maxSigma range to search, px; null to derive it
 * @param threshold range to search; null to derive it
 * @param overlap range to search; null to derive it
 */
public record AtomFindingSettings(Lattice lattice, double pixelSize,
	PreparationOptions preparation, Normalization normalization, CountRule countRule,
	double dsFraction, double pixelTolerance, int numSigma, Range minSigma, Range maxSigma,
	Range threshold, Range overlap)
{

	/** How the number of atoms is judged. */
	public enum CountRule {
			/**
			 * Within a rim-free area, against the band of counts that are possible there.
			 */
			BAND,
			/** In the whole area, against the expected number: the paper's QC. */
			PAPER
	}

	public AtomFindingSettings {
		Checks.given("lattice", lattice);
		Checks.positive("pixel_size", pixelSize);
		Checks.given("preparation", preparation);
		Checks.given("normalization", normalization);
		Checks.given("count rule", countRule);
		Checks.within("ds_fraction", dsFraction, 0, 1);
		Checks.within("pixel_tolerance", pixelTolerance, 0, 0.5);
		Checks.atLeast("num_sigma", numSigma, 1);
	}

	/** What can be expected of an area, as it shall be counted. */
	AtomPhysics physics(final Area area) {
		return countRule == CountRule.BAND ? ExpectedPhysics.of(lattice, pixelSize, area, dsFraction,
			pixelTolerance) : ExpectedPhysics.ofPaper(lattice, pixelSize, area, dsFraction, pixelTolerance);
	}

	/** Everything derived: bright atoms, no filter, min–max normalisation, count band. */
	public static AtomFindingSettings of(final Lattice lattice, final double pixelSize) {
		return new AtomFindingSettings(lattice, pixelSize, PreparationOptions.of(Contrast.BRIGHT),
			Normalization.MIN_MAX, CountRule.BAND, ExpectedPhysics.DS_FRACTION,
			ExpectedPhysics.PIXEL_TOLERANCE, LogRanges.NUM_SIGMA, null, null, null, null);
	}
}
