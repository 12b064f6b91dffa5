package sc.fiji.rewardanalysis.core.workflow;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * Watches a search. It hears of what happens on the threads of the search, one thing after
 * the other, and shall return at once.
 */
public interface SearchListener {

	/** Doesn't care. */
	SearchListener NONE = new SearchListener() {};

	/**
	 * An exact search has covered another setting of the scales.
	 *
	 * @param study whose space and objectives it has, without evaluations yet
	 * @param front of the settings covered until now
	 * @param settings how many there are in all
	 */
	default void covered(final Study study, final ExactFront front, final int settings) {}

	/**
	 * A search begins that evaluates one parameter set after the other.
	 *
	 * @param study with the evaluations of earlier runs, if it is resumed
	 */
	default void begun(final Study study) {}

	/** The study has learnt what came of a parameter set. */
	default void evaluated(final Study study, final Evaluation evaluation) {}
}
