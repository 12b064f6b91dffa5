package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.List;

/** Keeps runs that are done, so that a study that was interrupted goes on after them. */
public interface NoiseLog extends AutoCloseable {

	/** Keeps nothing. */
	NoiseLog NONE = new NoiseLog() {

		@Override
		public List<NoiseRun> known() {
			return List.of();
		}

		@Override
		public void done(final NoiseRun run) {}
	};

	/** The runs that were done before, of these levels and others: their value tells. */
	List<NoiseRun> known();

	/** One more is done. */
	void done(NoiseRun run);

	/** Nothing more is coming. */
	@Override
	default void close() {}
}
