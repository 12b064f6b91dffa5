package sc.fiji.rewardanalysis.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * Work off the event thread that must be done, such as writing files: one after the other in
 * the order of asking. Nothing supersedes it. Its thread ends when it is idle.
 */
public final class WorkQueue {

	private final ExecutorService executor;

	/** @param name of its thread, which keeps Java running until its work is done */
	public WorkQueue(final String name) {
		executor = Background.thread(name, false);
	}

	/**
	 * Does this after what was asked for before. One of the two is told on the worker's
	 * thread.
	 *
	 * @param failed is told what went wrong, a sentence
	 */
	public void run(final Runnable work, final Runnable done, final Consumer<String> failed) {
		executor.execute(() -> {
			try {
				Failures.of(work).ifPresentOrElse(failed, done);
			}
			catch (final CancellationException exc) {
				failed.accept("That was cancelled before its end; do it again to have all of it.");
			}
		});
	}
}
