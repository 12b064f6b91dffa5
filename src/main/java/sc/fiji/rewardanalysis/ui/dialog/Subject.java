package sc.fiji.rewardanalysis.ui.dialog;

import java.util.Map;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

/** What a dialog is about: tells what its values lead to. Called on a background thread. */
public interface Subject {

	/**
	 * @param image what is analysed; null for a command that takes no image
	 * @param values by name: the inputs and what is asked besides
	 * @param preview whether to find atoms
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException which says why the command
	 *           can't run with these values on this image
	 * @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
	 */
	Outlook outlook(AnalysedImage image, Map<String, Object> values, boolean preview,
		Progress progress);

	/**
	 * Values that suit the image and the crystal, by name of the input.
	 *
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException which says what is missing
	 * @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
	 */
	Map<String, Object> suggested(AnalysedImage image, Map<String, Object> values,
		Progress progress);
}
