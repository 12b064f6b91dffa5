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

package sc.fiji.rewardanalysis.core.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/**
 * Evaluates trials, several at a time, and hands them back in the order in which they
 * were started, whichever is done first. A single worker is the calling thread.
 */
final class TrialPool implements AutoCloseable {

	/** How long the pool waits for its threads at its end, ms. */
	private static final long PATIENCE = 100;

	/** What is evaluated; called on any thread. */
	interface Evaluator {

		Observation evaluate(Configuration configuration, Progress progress);
	}

	/**
	 * A trial that was evaluated.
	 *
	 * @param seconds how long it took
	 * @param error what the evaluation threw; null if it didn't
	 */
	record Outcome(Trial trial, Observation observation, double seconds, Throwable error) {}

	private final Deque<FutureTask<Outcome>> running = new ArrayDeque<>();
	private final Evaluator evaluator;
	private final Progress progress;
	private final int workers;
	private final ExecutorService threads;
	private volatile boolean closed;

	TrialPool(final int workers, final Evaluator evaluator, final Progress progress) {
		this.workers = Checks.atLeast("The number of workers", workers, 1);
		this.evaluator = evaluator;
		this.progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				// Several at once would run to and fro.
			}

			@Override
			public boolean isCanceled() {
				return closed || progress.isCanceled();
			}
		};
		threads = workers == 1 ? null : Executors.newFixedThreadPool(workers, task -> {
			final Thread thread = new Thread(task, "Evaluation");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** How many trials were started and not handed back. */
	int size() {
		return running.size();
	}

	boolean isFull() {
		return running.size() >= workers;
	}

	void start(final Trial trial) {
		final FutureTask<Outcome> task = new FutureTask<>(() -> evaluate(trial));
		running.addLast(task);
		if (threads == null) return;
		// A worker has as many threads within an evaluation as its caller.
		final TaskExecutor parallel = Parallelization.getTaskExecutor();
		threads.execute(() -> Parallelization.runWithExecutor(parallel, task));
	}

	/**
	 * Waits for the trial that was started first.
	 *
	 * @throws CancellationException if the user cancels or the evaluation says so
	 */
	Outcome next() {
		final FutureTask<Outcome> first = running.getFirst();
		if (threads == null) first.run();
		final Outcome outcome = Waiting.unlessCancelled(first, progress);
		running.removeFirst();
		return outcome;
	}

	private Outcome evaluate(final Trial trial) {
		final long start = System.nanoTime();
		Observation observation;
		Throwable error = null;
		try {
			progress.checkCanceled();
			observation = evaluator.evaluate(trial.configuration(), progress);
		}
		catch (final Exception | StackOverflowError exc) {
			Failures.passOn(exc, progress);
			observation = Observation.failed(Failures.sentence(exc));
			error = exc;
		}
		return new Outcome(trial, observation, (System.nanoTime() - start) * 1e-9, error);
	}

	/** Gives up what is still running. */
	@Override
	public void close() {
		closed = true;
		if (threads == null) return;
		threads.shutdown();
		try {
			// So that normally nothing is left running; one that doesn't poll can't be helped.
			threads.awaitTermination(PATIENCE, TimeUnit.MILLISECONDS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}
}
