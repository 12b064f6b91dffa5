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
