package sc.fiji.rewardanalysis.core.workflow.many;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;

/** What became of each image of a folder, for the next run to go on from. Thread-safe. */
public interface FolderLog extends AutoCloseable {

	/**
	 * An image that was analysed, or failed.
	 *
	 * @param outcome what became of it
	 * @param state of its file at that time; null if it couldn't be read
	 * @param options of this image alone, as a macro has them
	 */
	record Entry(ImageOutcome outcome, FileState state, String options) {

		public Entry {
			Checks.given("outcome", outcome);
			Checks.given("options", options);
		}

		/** Whether the same analysis of this image would give the same. */
		public boolean isOf(final ImageFile image, final String given) {
			return outcome.isDone() && options.equals(given) && state != null && outcome.folder().equals(
				image.folder()) && state.isOf(image.file());
		}
	}

	/** What was done before, in order; the last one of an image counts. */
	List<Entry> known();

	/** One more is done. */
	void done(Entry entry);

	/** Nothing more is coming. */
	@Override
	void close();
}
