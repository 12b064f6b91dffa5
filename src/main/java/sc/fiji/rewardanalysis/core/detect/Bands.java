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

package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

/** Shares lines of an image among the threads of {@link Parallelization}. */
final class Bands {

	/** Work on lines {@code from} (inclusive) to {@code to} (exclusive). */
	@FunctionalInterface
	interface Task {

		void run(int from, int to);
	}

	private Bands() {}

	/** Runs lines 0 … n in about four bands a thread, the asking one included. */
	static void run(final int n, final Task task) {
		run(n, 1, task);
	}

	/** The same with bands whose length is a multiple of {@code unit}, but for the last. */
	static void run(final int n, final int unit, final Task task) {
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int units = (n + unit - 1) / unit;
		final int bands = Math.min(units, executor.equals(TaskExecutors
			.singleThreaded()) ? 1 : 4 * (executor.getParallelism() + 1));
		final List<Runnable> tasks = new ArrayList<>(bands);
		for (int i = 0; i < bands; i++) {
			final int from = unit * (int) ((long) units * i / bands);
			final int to = Math.min(n, unit * (int) ((long) units * (i + 1) / bands));
			tasks.add(() -> task.run(from, to));
		}
		executor.runAll(tasks);
	}

	/**
	 * Runs tasks side by side, none of which shares its own work. What one of them throws
	 * first is thrown when all that had begun have ended; the others are left out.
	 *
	 * @param most how many may run at a time
	 */
	static void apart(final List<Runnable> tasks, final int most) {
		final AtomicReference<Throwable> failure = new AtomicReference<>();
		final AtomicInteger next = new AtomicInteger();
		final Runnable worker = () -> {
			try {
				for (int i = next.getAndIncrement(); i < tasks.size() && failure.get() == null; i = next
					.getAndIncrement())
					Parallelization.runSingleThreaded(tasks.get(i));
			}
			// An OutOfMemoryError too: it must not be lost, nor the others go on.
			catch (final RuntimeException | Error exc) {
				failure.compareAndSet(null, exc);
			}
		};
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int workers = executor.equals(TaskExecutors.singleThreaded()) ? 1 : Math.min(most, executor
			.getParallelism() + 1);
		executor.runAll(Collections.nCopies(Math.min(tasks.size(), workers), worker));
		if (failure.get() instanceof final RuntimeException exc) throw exc;
		if (failure.get() instanceof final Error error) throw error;
	}
}
