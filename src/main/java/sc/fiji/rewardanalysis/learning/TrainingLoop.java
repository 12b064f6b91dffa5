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

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.training.TrainingState;

/**
 * Trains weights epoch by epoch. Random numbers of an epoch depend on the seed and its number only,
 * so a training that was stopped after any epoch continues as if it had not been. A cancel and a loss
 * that is no number leave the state after the last finished epoch.
 */
public final class TrainingLoop {

	/** One epoch of a training. */
	public interface Epoch {

		/**
		 * Goes through the data once, by {@link TrainingLoop#step}.
		 *
		 * @param number 1 for the first
		 * @param random for shuffling and noise
		 * @param progress of this epoch; poll it between steps
		 * @return what was measured, in the order of the history's names
		 */
		List<Double> run(int number, SplittableRandom random, Progress progress);
	}

	/** How a training ended. */
	public enum Ending {
			/** All epochs are done. */
			FINISHED,
			/** The user asked to stop. */
			CANCELED,
			/** The loss, or a weight, became NaN or infinite. */
			DIVERGED
	}

	/**
	 * What a training leaves.
	 *
	 * @param state after the last good epoch
	 * @param ending why there are no more epochs
	 */
	public record Result(TrainingState state, Ending ending) {

		/** What to tell the user; empty where all went well. */
		public String advice() {
			return switch (ending) {
				case FINISHED -> "";
				case CANCELED -> "Stopped after epoch " + state.epoch() +
					"; what was learnt until then is kept.";
				case DIVERGED -> "The loss is no number any more in epoch " + (state.epoch() + 1) + (state
					.epoch() == 0 ? "" : "; what was learnt until epoch " + state.epoch() + " is kept") +
					". Lower the learning rate, or the weight of the physics loss.";
			};
		}
	}

	/** Thrown by a step whose loss is no number; caught by {@link #run}. */
	private static final class Divergence extends RuntimeException {

		private static final long serialVersionUID = 1L;
	}

	private final NetworkEngine engine;
	private final Weights weights;
	private final Adam adam;
	private final long seed;

	/** Nobody else may train meanwhile, until the engine is closed. */
	public TrainingLoop(final NetworkEngine engine, final Weights weights, final long seed) {
		engine.reserveTraining();
		this.engine = engine;
		this.weights = weights;
		this.seed = seed;
		adam = new Adam(weights, engine.manager());
	}

	/**
	 * Goes on until that many epochs are done in all.
	 *
	 * @param start where to begin; the weights are set to it
	 * @param epochs in all, those before {@code start} counted
	 * @param after hears of the state after each epoch, on this thread: to save and to show it
	 */
	public Result run(final TrainingState start, final int epochs, final Epoch epoch,
		final Consumer<TrainingState> after, final Progress progress)
	{
		Checks.atLeast("epochs", epochs, 1);
		restore(start);
		TrainingState state = start;
		try {
			while (state.epoch() < epochs) {
				progress.checkCanceled();
				final int number = state.epoch() + 1;
				final double before = (number - 1.0) / epochs;
				progress.update(before, "Epoch " + number + " of " + epochs);
				final List<Double> measured = epoch.run(number, random(number), progress.part(before,
					(double) number / epochs));
				final TrainingState next = new TrainingState(start.about(), state.history().with(measured),
					adam.steps(), weights.tensors(), adam.means(), adam.variances());
				if (next.weights().values().stream().anyMatch(w -> w.isBroken())) throw new Divergence();
				state = next;
				after.accept(state);
			}
			return new Result(state, Ending.FINISHED);
		}
		catch (final CancellationException e) {
			restore(state);
			return new Result(state, Ending.CANCELED);
		}
		catch (final Divergence e) {
			restore(state);
			return new Result(state, Ending.DIVERGED);
		}
	}

	private void restore(final TrainingState state) {
		weights.set(state.weights());
		adam.set(state.steps(), state.means(), state.variances());
	}

	private SplittableRandom random(final int epoch) {
		return new SplittableRandom(new SplittableRandom(seed ^ 0x9E3779B97F4A7C15L * epoch)
			.nextLong());
	}

	/**
	 * One step of the optimiser.
	 *
	 * @param loss computes a single number from the weights; what it makes with the manager, or from
	 *          weights, is freed after the step
	 * @return the loss before the step
	 */
	public double step(final double learningRate, final Function<NDManager, NDArray> loss) {
		try (NDManager scratch = engine.manager().newSubManager()) {
			weights.lentTo(scratch);
			final double value = engine.backward(() -> loss.apply(scratch));
			if (!Double.isFinite(value)) throw new Divergence();
			adam.step(learningRate);
			return value;
		}
	}
}
