package sc.fiji.rewardanalysis.core.workflow.latent;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;

/**
 * How phases are mapped.
 *
 * @param patches how the image is cut
 * @param network what learns from them
 * @param segmentation how latents become phases
 */
public record PhaseSettings(PatchOptions patches, VaeSettings network,
	SegmentationOptions segmentation)
{

	public PhaseSettings {
		Checks.given("patches", patches);
		Checks.given("settings of the network", network);
		Checks.given("segmentation", segmentation);
	}
}
