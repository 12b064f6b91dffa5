package sc.fiji.rewardanalysis.core.workflow.macro;

import sc.fiji.rewardanalysis.core.Progress;

/** Runs macros on a copy of the image. One at a time. */
public interface MacroRunner {

	/**
	 * Runs a macro from its begin to its end.
	 *
	 * @param macro as ImageJ's interpreter can run it
	 * @return what it has left
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if it fails, with the reason and
	 *           the line
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	MacroOutcome run(String macro, Progress progress);
}
