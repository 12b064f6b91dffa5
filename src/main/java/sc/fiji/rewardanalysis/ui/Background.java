/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.rewardanalysis.ui;

import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Work off the event thread, one after the other: the latest wins, and cancels what was
 * begun before. Its thread ends when it is idle or closed.
 */
public final class Background implements AutoCloseable {

	private final ExecutorService executor;
	private volatile Job latest;

	/** Something to do. */
	public interface Work {

		/** @param progress hears that something else is wanted meanwhile */
		void run(Progress progress);
	}

	/** @param name of its thread */
	public Background(final String name) {
		executor = thread(name, true);
	}

	/** One thread, which ends when it is idle. */
	static ExecutorService thread(final String name, final boolean daemon) {
		final ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), task -> {
				final Thread thread = new Thread(task, name);
				thread.setDaemon(daemon);
				return thread;
			});
		pool.allowCoreThreadTimeOut(true);
		return pool;
	}

	/**
	 * Does this next, and cancels whatever hasn't ended.
	 *
	 * @param failed is told what went wrong, a sentence, on the worker's thread
	 */
	public void run(final Work work, final Consumer<String> failed) {
		start(new Job(work, failed));
	}

	/**
	 * Computes this next, and cancels whatever hasn't ended.
	 *
	 * @param done is told the result on the event thread, unless something else is wanted by
	 *          then
	 * @param failed the same of the reason, a sentence, why there is no result
	 */
	public <T> void run(final Function<Progress, T> task, final Consumer<T> done,
		final Consumer<String> failed)
	{
		start(new Job(progress -> {
			final T result = task.apply(progress);
			tell(progress, () -> done.accept(result));
		}, null) {

			@Override
			void fail(final String reason) {
				tell(this, () -> failed.accept(reason));
			}
		});
	}

	private static void tell(final Progress progress, final Runnable what) {
		EventQueue.invokeLater(() -> {
			if (!progress.isCanceled()) what.run();
		});
	}

	private void start(final Job job) {
		cancel();
		if (executor.isShutdown()) return;
		latest = job;
		executor.execute(job);
	}

	/** Cancels whatever hasn't ended. */
	public void cancel() {
		final Job job = latest;
		if (job != null) job.canceled = true;
	}

	/** Cancels, and takes no more work. */
	@Override
	public void close() {
		cancel();
		executor.shutdown();
	}

	private static class Job implements Runnable, Progress {

		private final Work work;
		private final Consumer<String> failed;
		private volatile boolean canceled;

		Job(final Work work, final Consumer<String> failed) {
			this.work = work;
			this.failed = failed;
		}

		@Override
		public void run() {
			if (canceled) return;
			try {
				Failures.of(() -> work.run(this)).ifPresent(this::fail);
			}
			catch (final CancellationException exc) {
				// Something else is wanted meanwhile.
				return;
			}
		}

		void fail(final String reason) {
			if (!canceled) failed.accept(reason);
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
