package sc.fiji.rewardanalysis.core.track;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The drift to a frame of a series.
 *
 * @param frame its index, from 0
 * @param reference the earlier frame from which on it counts; −1 for the first one
 * @param drift from there
 */
public record FrameDrift(int frame, int reference, Drift drift) {

	public FrameDrift {
		Checks.atLeast("index of a frame", frame, 0);
		Checks.given("drift", drift);
		if (reference < -1 || reference >= frame) throw new RewardAnalysisException(
			"The drift to frame %d counts from frame %d; it must be an earlier one.", frame + 1, reference + 1);
	}
}
