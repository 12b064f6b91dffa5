package sc.fiji.rewardanalysis.core.workflow.series;

import java.util.List;

/** Keeps frames that are done, so that a series that was interrupted goes on after them. */
public interface SeriesLog extends AutoCloseable {

	/** Keeps nothing. */
	SeriesLog NONE = new SeriesLog() {

		@Override
		public List<SeriesFrame> known() {
			return List.of();
		}

		@Override
		public void done(final SeriesFrame frame) {}
	};

	/** The frames that were done before; of one that was done twice the last is meant. */
	List<SeriesFrame> known();

	/** One more is done. */
	void done(SeriesFrame frame);

	/** Nothing more is coming. */
	@Override
	default void close() {}
}
