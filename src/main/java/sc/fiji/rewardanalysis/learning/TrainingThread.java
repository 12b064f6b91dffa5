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

package sc.fiji.rewardanalysis.learning;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.training.TrainingState;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Ending;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Result;

/**
 * A training on a thread of its own. A step can't be broken off, and one of large images takes
 * seconds: once the user cancels, nobody waits for it. It ends behind, and what it has learnt since
 * the last epoch is lost, as with every cancel.
 */
public final class TrainingThread {

	/** Opens what it needs, trains and closes it again, on the thread that it is called on. */
	public interface Training {

		/**
		 * @param after to be told of the state after each epoch
		 * @param progress to be asked between steps
		 */
		Result run(Consumer<TrainingState> after, Progress progress);
	}

	/** A training that goes on after a cancel is given so long to end by itself. */
	private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(100);

	private final Consumer<TrainingState> after;
	private final Progress progress;
	private TrainingState last;
	private boolean isLeft;

	private TrainingThread(final TrainingState start, final Consumer<TrainingState> after,
		final Progress progress)
	{
		last = start;
		this.after = after;
		this.progress = progress;
	}

	/**
	 * Trains.
	 *
	 * @param start what there is if it is cancelled in the first epoch
	 * @param after hears of the state after each epoch, on another thread than this, but not after
	 *          this has returned
	 */
	public static Result run(final TrainingState start, final Consumer<TrainingState> after,
		final Progress progress, final Training training)
	{
		return new TrainingThread(start, after, progress).run(training);
	}

	private Result run(final Training training) {
		try {
			return Waiting.unlessCancelled(() -> training.run(this::finished, new View()), new Late());
		}
		catch (final CancellationException exc) {
			return new Result(leave(), Ending.CANCELED);
		}
	}

	/** Whoever is just being told of an epoch is waited for: files may be being written. */
	private synchronized TrainingState leave() {
		isLeft = true;
		return last;
	}

	private synchronized void finished(final TrainingState state) {
		if (isLeft) throw new CancellationException("Cancelled.");
		after.accept(state);
		last = state;
	}

	private synchronized boolean isLeft() {
		return isLeft;
	}

	/** As the training sees it. */
	private final class View implements Progress {

		@Override
		public void update(final double fraction, final String message) {
			if (!isLeft()) progress.update(fraction, message);
		}

		@Override
		public boolean isCanceled() {
			return progress.isCanceled() || isLeft();
		}
	}

	/** As the one who waits sees it. */
	private final class Late implements Progress {

		private long since;

		@Override
		public void update(final double fraction, final String message) {}

		@Override
		public boolean isCanceled() {
			if (!progress.isCanceled()) return false;
			if (since == 0) since = System.nanoTime();
			return System.nanoTime() - since > GRACE;
		}
	}
}
