package sc.fiji.rewardanalysis.ui.pareto;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Work off the event thread, one after the other: the latest wins, and cancels what was
 * begun before. Its thread ends when it is idle or closed.
 */
final class Background implements AutoCloseable {

	private final ExecutorService executor;
	private final Consumer<String> errors;
	private volatile Job latest;

	/** Something to do. */
	interface Work {

		void run(Progress progress);
	}

	/** @param errors is told what went wrong, a sentence, on the worker's thread */
	Background(final String name, final Consumer<String> errors) {
		this.errors = errors;
		final ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), task -> {
				final Thread thread = new Thread(task, name);
				thread.setDaemon(true);
				return thread;
			});
		pool.allowCoreThreadTimeOut(true);
		executor = pool;
	}

	/** Does this next, and cancels whatever hasn't ended. */
	void run(final Work work) {
		cancel();
		if (executor.isShutdown()) return;
		final Job job = new Job(work);
		latest = job;
		executor.execute(job);
	}

	/** Cancels whatever hasn't ended. */
	void cancel() {
		final Job job = latest;
		if (job != null) job.canceled = true;
	}

	/** Cancels, and takes no more work. */
	@Override
	public void close() {
		cancel();
		executor.shutdown();
	}

	private final class Job implements Runnable, Progress {

		private final Work work;
		private volatile boolean canceled;

		Job(final Work work) {
			this.work = work;
		}

		@Override
		public void run() {
			if (canceled) return;
			try {
				work.run(this);
			}
			catch (final CancellationException exc) {
				// Something else is wanted meanwhile.
				return;
			}
			catch (final RewardAnalysisException exc) {
				fail(exc.getMessage());
			}
			catch (final OutOfMemoryError exc) {
				fail("There is not enough memory; close other images or give Fiji more in Edit > Options > " +
					"Memory & Threads.");
			}
			catch (final RuntimeException exc) {
				fail("That failed: " + exc + ".");
			}
		}

		private void fail(final String reason) {
			if (!canceled) errors.accept(reason);
		}

		@Override
		public void update(final double fraction, final String message) {
			// What takes long says so once, in the window's status line.
		}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	}
}
