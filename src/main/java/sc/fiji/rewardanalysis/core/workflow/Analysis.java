package sc.fiji.rewardanalysis.core.workflow;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;

/**
 * Something with parameters that turns the image it holds into a result. With a
 * {@link sc.fiji.rewardanalysis.core.reward.Reward} or two it can be optimised.
 *
 * @param <R> its result
 */
public interface Analysis<R> {

	/** The parameters and their ranges. */
	SearchSpace searchSpace();

	/**
	 * Analyses the image. The result depends on the parameters alone.
	 *
	 * @param parameters a point of the search space
	 * @param progress polled for cancellation
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	R analyse(Configuration parameters, Progress progress);
}
