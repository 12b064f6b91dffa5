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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.TrainingFile;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.network.ColumnScore;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.network.SceneSettings;
import sc.fiji.rewardanalysis.core.network.TrainingScene;
import sc.fiji.rewardanalysis.core.network.TrainingScenes;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.TrainingLoop;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Ending;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Result;
import sc.fiji.rewardanalysis.learning.Weights;

@NeedsNetworks
class ColumnTrainingTest {

	private static final NetworkShape SHAPE = new NetworkShape(4, 2);

	private static NetworkSettings settings(final int epochs) {
		return new NetworkSettings(SceneSettings.mixed(32, 0, 1), 6, 3, epochs, 2, 0.002, SHAPE, 3);
	}

	private static Result train(final TrainingState start, final Progress progress) {
		return ColumnTraining.train(settings(4), start, state -> {}, progress);
	}

	/** Cancelled as soon as an epoch has begun. */
	private static Progress until(final int epoch) {
		final AtomicBoolean begun = new AtomicBoolean();
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				if (message.startsWith("Epoch " + epoch + " ")) begun.set(true);
			}

			@Override
			public boolean isCanceled() {
				return begun.get();
			}
		};
	}

	/** Two pictures by heart: every column of theirs is found, and no other. */
	@Test
	void aFewPicturesAreLearntByHeart() {
		final NetworkShape shape = new NetworkShape(8, 2);
		final TrainingScenes scenes = new TrainingScenes(new SceneSettings(List.of(Lattices.get(
			"Fe-100"), Lattices.get("graphene")), 0, false, 32, 8, 10, 0.1, 0.1), 1);
		final TrainingScene[] both = { scenes.scene(0), scenes.scene(1) };
		try (NetworkEngine engine = NetworkEngine.onCpu()) {
			final Map<String, Tensor> start = UNet.start(shape, new SplittableRandom(1));
			final Weights weights = Weights.trainable(engine.manager(), start);
			final UNet net = new UNet(shape, weights);
			final TrainingLoop loop = new TrainingLoop(engine, weights, 1);
			final Result result = loop.run(TrainingState.begun(Map.of(), TrainingHistory.of("loss"), start),
				1, (number, random, progress) -> {
					double loss = 0;
					for (int i = 0; i < 120; i++)
						loss = loop.step(0.005, scratch -> ColumnLoss.of(net.logits(ColumnTraining.images(scratch,
							both)), ColumnTraining.targets(scratch, both)));
					return List.of(loss);
				}, state -> {}, Progress.NONE);
			assertEquals(Ending.FINISHED, result.ending());
			ColumnScore score = ColumnScore.NONE;
			try (var scratch = engine.manager().newSubManager()) {
				weights.lentTo(scratch);
				for (final TrainingScene scene : both)
					score = score.with(scene, net.logits(ColumnTraining.images(scratch, scene))
						.getNDArrayInternal().sigmoid().toFloatArray());
			}
			assertEquals(1, score.f1(), score + ", loss " + result.state().history().last("loss"));
			assertTrue(score.hits() > 6, score.toString());
		}
	}

	@Test
	void aStoppedTrainingGoesOnExactly(@TempDir final Path folder) {
		final Path file = folder.resolve("checkpoint.safetensors");
		final List<TrainingState> saved = new ArrayList<>();
		final Result whole = ColumnTraining.train(settings(4), ColumnTraining.begun(settings(4)),
			saved::add, Progress.NONE);
		assertEquals(Ending.FINISHED, whole.ending());
		assertEquals(4, saved.size());
		final Result stopped = train(ColumnTraining.begun(settings(4)), until(3));
		assertEquals(Ending.CANCELED, stopped.ending());
		final int done = stopped.state().epoch();
		assertTrue(done > 0 && done < 4, "epochs " + done);
		assertEquals(saved.get(done - 1), stopped.state());
		TrainingFile.write(stopped.state(), file);
		final TrainingState read = ColumnTraining.resumed(settings(4), TrainingFile.read(file), "file");
		assertEquals(whole.state(), train(read, Progress.NONE).state());
	}

	@Test
	void aLossThatIsNoNumberKeepsWhatWasLearnt() {
		final TrainingState begun = ColumnTraining.begun(settings(4));
		final Map<String, Tensor> weights = new LinkedHashMap<>(begun.weights());
		weights.put("down0.1.weight", Tensor.filled(Float.MAX_VALUE, 4, 1, 3, 3));
		final TrainingState broken = TrainingState.begun(begun.about(), begun.history(), weights);
		final Result result = train(broken, Progress.NONE);
		assertEquals(Ending.DIVERGED, result.ending());
		assertEquals(broken, result.state());
		assertTrue(result.advice().contains("Lower the learning rate"), result.advice());
	}

	@Test
	void checkpointsOfOtherTrainingsAreRefused() {
		final TrainingState state = train(ColumnTraining.begun(settings(4)), until(2)).state();
		assertTrue(state.epoch() > 0);
		final SceneSettings scenes = settings(4).scenes();
		refused(new NetworkSettings(scenes, 6, 3, 4, 2, 0.002, new NetworkShape(4, 3), 3), state,
			"4 channels and 2 levels");
		refused(new NetworkSettings(scenes, 6, 3, 4, 2, 0.002, SHAPE, 4), state, "seed 3");
		refused(new NetworkSettings(scenes, 6, 3, 4, 3, 0.002, SHAPE, 3), state, "batch 2", "batch 3");
		refused(settings(4), TrainingFile.state(TrainingFile.network(state), "file"),
			"choose the checkpoint");
		refused(settings(4), TrainingState.begun(Map.of(), TrainingHistory.of("loss"), Map.of()),
			"no network for atom columns");
		assertEquals(state, ColumnTraining.resumed(settings(9), state, "file"));
	}

	private static void refused(final NetworkSettings settings, final TrainingState state,
		final String... words)
	{
		Complaints.assertRefused(() -> ColumnTraining.resumed(settings, state, "file"), words);
	}
}
