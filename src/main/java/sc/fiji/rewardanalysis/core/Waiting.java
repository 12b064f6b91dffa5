package sc.fiji.rewardanalysis.core;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for work that can't hear of a cancel itself. */
public final class Waiting {

	/** How often it is asked whether the user cancelled, ms. */
	private static final long POLL = 20;

	private Waiting() {}

	/**
	 * Does the work on a thread of its own. Once the user cancels it is left alone: it goes on
	 * to its end, but nobody waits for it. So it must not change anything that others use.
	 *
	 * @return what the work gives
	 * @throws CancellationException if cancelled before it was done
	 */
	public static <T> T unlessCancelled(final Supplier<T> work, final Progress progress) {
		progress.checkCanceled();
		final FutureTask<T> task = new FutureTask<>(work::get);
		final Thread thread = new Thread(task, "Reward Analysis");
		thread.setDaemon(true);
		thread.start();
		return unlessCancelled(task, progress);
	}

	/**
	 * Waits for work that was begun elsewhere.
	 *
	 * @return what the work gives
	 * @throws CancellationException if cancelled before it was done
	 */
	public static <T> T unlessCancelled(final Future<T> task, final Progress progress) {
		for (;;)
			try {
				return task.get(POLL, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException exc) {
				progress.checkCanceled();
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				throw new CancellationException("Interrupted.");
			}
			catch (final ExecutionException exc) {
				if (exc.getCause() instanceof final Error error) throw error;
				throw (RuntimeException) exc.getCause();
			}
	}
}
