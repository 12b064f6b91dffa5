package sc.fiji.rewardanalysis.core.workflow;

import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/**
 * Keeps what happens to a study, so that it can be resumed. Called on the thread that
 * runs the study, in the order in which things happen.
 */
public interface StudyLog extends AutoCloseable {

	/** Keeps nothing. */
	StudyLog NONE = new StudyLog() {

		@Override
		public void queued(final List<Study.Queued> waiting) {}

		@Override
		public void asked(final Trial trial) {}

		@Override
		public void told(final Evaluation evaluation) {}
	};

	/** Begins the log of a study that nothing has happened to yet. */
	interface Opener {

		/**
		 * @param study to which whatever is known of it already is restored
		 */
		StudyLog open(Study study);
	}

	/**
	 * Before each question: all that waits to be tried before the engine proposes, in
	 * order.
	 */
	void queued(List<Study.Queued> waiting);

	/** A trial was asked for; its evaluation hasn't begun. */
	void asked(Trial trial);

	/** The study learnt what came of a trial. */
	void told(Evaluation evaluation);

	/** What the study began with, a sentence; empty if there is nothing to say of that. */
	default String note() {
		return "";
	}

	/** Nothing more is coming. */
	@Override
	default void close() {}
}
