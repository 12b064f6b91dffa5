package sc.fiji.rewardanalysis.core.workflow.windows;

import java.util.List;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;

/** Keeps what was found of each window, so that a search can be resumed. */
public interface WindowLog extends AutoCloseable {

	/** Keeps nothing. */
	WindowLog NONE = new WindowLog() {

		@Override
		public Optional<Searched> known(final int window, final SearchSpace space) {
			return Optional.empty();
		}

		@Override
		public void done(final int window, final SearchSpace space, final Searched searched) {}
	};

	/**
	 * A window's search.
	 *
	 * @param evaluations all of them, in order
	 * @param story how it went, sentences
	 * @param seconds how long it took
	 */
	record Searched(List<Evaluation> evaluations, String story, double seconds) {

		public Searched {
			evaluations = List.copyOf(evaluations);
		}
	}

	/** What an earlier run found of a window; empty if it didn't come to it. */
	Optional<Searched> known(int window, SearchSpace space);

	/** A window's search has ended. */
	void done(int window, SearchSpace space, Searched searched);

	/** Nothing more is coming. */
	@Override
	default void close() {}
}
