package sc.fiji.rewardanalysis.core.optimize;

/**
 * Decides where a study looks next.
 * <p>
 * A proposal depends on nothing but the study: its space, objectives, seed,
 * evaluations and pending trials. So a study that is resumed from its evaluations
 * goes on as if it had never stopped. Engines keep no state that changes a result.
 */
public interface Engine {

	/** The next point to try. */
	Proposal propose(Study study);

	/**
	 * Its name, with whatever makes its proposals differ from those of another one of its
	 * kind: a study is resumed only with an engine of the same name.
	 */
	default String name() {
		return getClass().getSimpleName();
	}

	/** Whether it tries a point again on purpose, for evaluations differ from one time to the other. */
	default boolean repeats() {
		return false;
	}
}
