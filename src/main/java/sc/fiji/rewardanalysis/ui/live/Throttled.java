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

package sc.fiji.rewardanalysis.ui.live;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.ui.Failures;

/**
 * Does tasks on a background thread, rarely enough that the work that they report on is not
 * slowed: of those that come in between, only the latest.
 */
final class Throttled implements AutoCloseable {

	/** A task may take this part of the time. */
	private static final double SHARE = 0.1;

	private final Consumer<String> failure;
	private final long interval;
	private final Thread thread;

	/** The following are guarded by this object. */
	private Consumer<Progress> next;
	private long earliest;
	private volatile boolean closed;

	/**
	 * @param interval between two tasks and before the first, ms
	 * @param failure told why a task failed, a sentence, on the background thread
	 */
	Throttled(final String name, final long interval, final Consumer<String> failure) {
		this.interval = interval * 1_000_000;
		this.failure = failure;
		earliest = System.nanoTime() + this.interval;
		thread = new Thread(this::run, name);
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		thread.start();
	}

	/** Has a task done instead of one that waits; it may poll whether it's still wanted. */
	synchronized void submit(final Consumer<Progress> task) {
		next = task;
		notifyAll();
	}

	/** Nothing is begun from now on. */
	@Override
	public synchronized void close() {
		closed = true;
		notifyAll();
	}

	private void run() {
		final Progress wanted = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return closed;
			}
		};
		try {
			for (Consumer<Progress> task = next(); task != null; task = next()) {
				final long start = System.nanoTime();
				attempt(task, wanted);
				rest(System.nanoTime() - start);
			}
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	private void attempt(final Consumer<Progress> task, final Progress wanted) {
		try {
			Failures.of(() -> task.accept(wanted)).ifPresent(failure);
		}
		catch (final CancellationException exc) {
			// Nobody wants it any more.
			return;
		}
	}

	private synchronized void rest(final long took) {
		earliest = System.nanoTime() + Math.max(interval, (long) (took / SHARE));
	}

	/** Null once closed. */
	private synchronized Consumer<Progress> next() throws InterruptedException {
		while (!closed) {
			final long left = (earliest - System.nanoTime() + 999_999) / 1_000_000;
			if (next != null && left <= 0) {
				final Consumer<Progress> task = next;
				next = null;
				return task;
			}
			if (next == null) wait();
			else wait(left);
		}
		return null;
	}
}
