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
