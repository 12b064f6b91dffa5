package sc.fiji.rewardanalysis.core.io;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * How a run was asked for that maps phases.
 *
 * @param image where it looked
 * @param atoms where the atoms come from; empty for a raster
 * @param earlier the file of a network that was trained on; empty for none
 */
public record PhaseRun(ImageRun image, String atoms, String earlier) {

	public PhaseRun {
		Checks.given("image", image);
		Checks.given("origin of the atoms", atoms);
		Checks.given("file of the earlier network", earlier);
	}
}
