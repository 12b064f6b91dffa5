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

package sc.fiji.rewardanalysis.learning.columns;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.network.ColumnScore;
import sc.fiji.rewardanalysis.core.network.NetworkCard;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.network.TrainingScene;
import sc.fiji.rewardanalysis.core.network.TrainingScenes;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.TrainingLoop;
import sc.fiji.rewardanalysis.learning.TrainingThread;
import sc.fiji.rewardanalysis.learning.Weights;

/** Trains a network to find atom columns, on scenes of the simulator that are new in each epoch. */
public final class ColumnTraining {

	/** What is measured after each epoch. */
	public static final String LOSS = "loss", HELD_OUT = "held-out loss", F1 = "held-out F1";

	private final NetworkSettings settings;
	private final TrainingScenes scenes;
	private final NetworkEngine engine;
	private final Weights weights;
	private final UNet net;
	private final TrainingLoop loop;

	private ColumnTraining(final NetworkEngine engine, final NetworkSettings settings,
		final TrainingState start)
	{
		this.engine = engine;
		this.settings = settings;
		scenes = new TrainingScenes(settings.scenes(), settings.seed());
		weights = Weights.trainable(engine.manager(), start.weights());
		net = new UNet(settings.shape(), weights);
		loop = new TrainingLoop(engine, weights, settings.seed());
	}

	/** Before the first epoch. */
	public static TrainingState begun(final NetworkSettings settings) {
		return TrainingState.begun(NetworkCard.of(settings).texts(), TrainingHistory.of(LOSS, HELD_OUT,
			F1), UNet.start(settings.shape(), new SplittableRandom(settings.seed())));
	}

	/**
	 * A state that was written earlier, if these settings can go on from it.
	 *
	 * @param name what messages call it
	 * @throws RewardAnalysisException that says what is different
	 */
	public static TrainingState resumed(final NetworkSettings settings, final TrainingState state,
		final String name)
	{
		final NetworkCard theirs = NetworkCard.of(state.about(), name), ours = NetworkCard.of(settings);
		if (!theirs.shape().equals(ours.shape())) throw new RewardAnalysisException(
			"%s is of a network with %d channels and %d levels; choose these, or another checkpoint.", name,
			theirs.shape().channels(), theirs.shape().levels());
		if (theirs.seed() != ours.seed()) throw new RewardAnalysisException(
			"%s was trained with the seed %d; choose that, or another checkpoint.", name, theirs.seed());
		if (!theirs.training().equals(ours.training())) throw new RewardAnalysisException(
			"%s was trained on something else: %s. It can't go on with: %s. Choose the same, or another checkpoint.",
			name, theirs.training(), ours.training());
		Weights.check(state.weights(), UNet.start(settings.shape(), new SplittableRandom(0)), name);
		if (state.epoch() > 0 && !state.means().keySet().equals(state.weights().keySet()))
			throw new RewardAnalysisException(
				"%s is a finished network without the optimiser's state; choose the checkpoint beside it.",
				name);
		return state;
	}

	/**
	 * Trains until all epochs are done, on a GPU if there is one.
	 *
	 * @param start {@link #begun} or {@link #resumed}
	 * @param after hears of the state after each epoch, on a thread of the training
	 * @param progress a cancel is heard at once; a step that runs then ends behind
	 */
	public static TrainingLoop.Result train(final NetworkSettings settings,
		final TrainingState start, final Consumer<TrainingState> after, final Progress progress)
	{
		return TrainingThread.run(start, after, progress, (told, part) -> {
			try (NetworkEngine engine = NetworkEngine.open(part)) {
				final ColumnTraining training = new ColumnTraining(engine, settings, start);
				return training.loop.run(start, settings.epochs(), (number, random, epoch) -> training.epoch(
					number, epoch), told, part);
			}
		});
	}

	private List<Double> epoch(final int number, final Progress progress) {
		final long first = settings.firstScene(number - 1);
		final double rate = settings.learningRate(number - 1);
		double sum = 0;
		for (int step = 0; step < settings.steps(); step++) {
			progress.checkCanceled();
			progress.update(0.9 * step / settings.steps(), "Epoch " + number + " of " + settings
				.epochs());
			final long from = first + (long) step * settings.batch();
			final TrainingScene[] batch = scenes(settings.batch(), i -> scenes.scene(from + i));
			progress.checkCanceled();
			sum += loop.step(rate, scratch -> ColumnLoss.of(net.logits(images(scratch, batch)), targets(
				scratch, batch)));
		}
		final double[] heldOut = examine(progress.part(0.9, 1));
		return List.of(sum / settings.steps(), heldOut[0], heldOut[1]);
	}

	/** Loss and F1 of the scenes that are held out. */
	private double[] examine(final Progress progress) {
		double loss = 0;
		ColumnScore score = ColumnScore.NONE;
		for (int from = 0; from < settings.heldOut(); from += settings.batch()) {
			progress.checkCanceled();
			final int first = from, count = Math.min(settings.batch(), settings.heldOut() - from);
			final TrainingScene[] batch = scenes(count, i -> scenes.heldOut(first + i));
			try (NDManager scratch = engine.manager().newSubManager()) {
				weights.lentTo(scratch);
				final NDArray logits = net.logits(images(scratch, batch));
				loss += count * ColumnLoss.of(logits, targets(scratch, batch)).toType(DataType.FLOAT64,
					false).getDouble();
				final float[] all = logits.getNDArrayInternal().sigmoid().toFloatArray();
				final int each = all.length / count;
				for (int i = 0; i < count; i++)
					score = score.with(batch[i], Arrays.copyOfRange(all, i * each, (i + 1) * each));
			}
		}
		return new double[] { loss / settings.heldOut(), score.f1() };
	}

	private static TrainingScene[] scenes(final int count, final IntFunction<TrainingScene> source) {
		final TrainingScene[] batch = new TrainingScene[count];
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, count).boxed().toList(),
			i -> batch[i] = source.apply(i));
		return batch;
	}

	static NDArray images(final NDManager manager, final TrainingScene... batch) {
		return array(manager, batch, i -> batch[i].image());
	}

	static NDArray targets(final NDManager manager, final TrainingScene... batch) {
		return array(manager, batch, i -> batch[i].target());
	}

	private static NDArray array(final NDManager manager, final TrainingScene[] batch,
		final IntFunction<float[]> values)
	{
		final int size = batch[0].size(), each = size * size;
		final float[] all = new float[batch.length * each];
		for (int i = 0; i < batch.length; i++)
			System.arraycopy(values.apply(i), 0, all, i * each, each);
		return manager.create(all, new Shape(batch.length, 1, size, size));
	}
}
