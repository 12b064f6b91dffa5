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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Ending;
import sc.fiji.rewardanalysis.learning.TrainingLoop.Result;

/** A line through points: y = 2x - 1 with noise. */
@NeedsNetworks
class TrainingLoopTest {

	private static final long SEED = 5;

	private static TrainingState begun() {
		return TrainingState.begun(Map.of("network", "line"), TrainingHistory.of("loss"), Map.of("slope",
			Tensor.filled(0, 1), "offset", Tensor.filled(0, 1)));
	}

	private static TrainingLoop.Epoch epoch(final TrainingLoop[] loop, final Weights weights,
		final double rate)
	{
		return (number, random, progress) -> {
			double sum = 0;
			for (int step = 0; step < 10; step++) {
				progress.checkCanceled();
				sum += loop[0].step(rate, scratch -> {
					final float[] x = new float[16], y = new float[16];
					for (int i = 0; i < x.length; i++) {
						x[i] = (float) random.nextDouble();
						y[i] = (float) (2 * x[i] - 1 + 0.01 * random.nextGaussian());
					}
					return weights.get("slope").mul(scratch.create(x, new Shape(16))).add(weights.get(
						"offset")).sub(scratch.create(y, new Shape(16))).square().mean();
				});
			}
			return List.of(sum / 10);
		};
	}

	private static Result train(final TrainingState start, final int epochs, final double rate,
		final Progress progress)
	{
		try (NetworkEngine engine = NetworkEngine.onCpu()) {
			final Weights weights = Weights.trainable(engine.manager(), start.weights());
			final TrainingLoop[] loop = { new TrainingLoop(engine, weights, SEED) };
			return loop[0].run(start, epochs, epoch(loop, weights, rate), s -> {}, progress);
		}
	}

	@Test
	void itLearns() {
		final Result result = train(begun(), 60, 0.03, Progress.NONE);
		assertEquals(Ending.FINISHED, result.ending());
		assertEquals("", result.advice());
		assertEquals(2, result.state().weights().get("slope").values()[0], 0.03);
		assertEquals(-1, result.state().weights().get("offset").values()[0], 0.02);
		final double[] loss = result.state().history().column("loss");
		assertTrue(loss[59] < loss[0] / 1000, loss[0] + " to " + loss[59]);
		assertEquals(600, result.state().steps());
	}

	/** The first step of Adam is the learning rate, against the sign of the gradient. */
	@Test
	void theFirstStepIsTheLearningRate() {
		try (NetworkEngine engine = NetworkEngine.onCpu()) {
			final Weights weights = Weights.trainable(engine.manager(), Map.of("w", new Tensor(new long[] {
				2 }, new float[] { 3, -4 })));
			final TrainingLoop loop = new TrainingLoop(engine, weights, SEED);
			final TrainingState start = TrainingState.begun(Map.of(), TrainingHistory.of("loss"), weights
				.tensors());
			final Result result = loop.run(start, 1, (number, random, progress) -> List.of(loop.step(0.1,
				scratch -> weights.get("w").square().sum())), s -> {}, Progress.NONE);
			assertArrayEquals(new float[] { 2.9f, -3.9f }, result.state().weights().get("w").values(),
				1e-6f);
			assertEquals(25, result.state().history().last("loss"));
		}
	}

	@Test
	void aTrainingContinuesExactly() {
		final TrainingState whole = train(begun(), 7, 0.03, Progress.NONE).state();
		final TrainingState first = train(begun(), 3, 0.03, Progress.NONE).state();
		assertEquals(whole, train(first, 7, 0.03, Progress.NONE).state());
		assertEquals(whole, train(whole, 7, 0.03, Progress.NONE).state());
	}

	@Test
	void aCancelKeepsTheLastEpoch() {
		final AtomicInteger asked = new AtomicInteger();
		final Progress cancels = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() > 25;
			}
		};
		final Result result = train(begun(), 7, 0.03, cancels);
		assertEquals(Ending.CANCELED, result.ending());
		assertEquals(train(begun(), 2, 0.03, Progress.NONE).state(), result.state());
		assertTrue(result.advice().contains("epoch 2"));
	}

	@Test
	void aLossThatIsNoNumberKeepsTheLastEpoch() {
		final Result result = train(begun(), 7, 1e30, Progress.NONE);
		assertEquals(Ending.DIVERGED, result.ending());
		assertEquals(begun(), result.state());
		assertTrue(result.advice().contains("Lower the learning rate"));
	}

	@Test
	void oneTrainsAtATime() {
		try (NetworkEngine engine = NetworkEngine.onCpu(); NetworkEngine other = NetworkEngine.onCpu()) {
			final Weights weights = Weights.trainable(engine.manager(), begun().weights());
			new TrainingLoop(engine, weights, SEED);
			assertThrows(RewardAnalysisException.class, () -> new TrainingLoop(other, weights, SEED));
		}
		train(begun(), 1, 0.03, Progress.NONE);
	}

	@Test
	void stepsLeaveNothingNative() {
		try (NetworkEngine engine = NetworkEngine.onCpu()) {
			final NDManager manager = engine.manager();
			final Weights weights = Weights.trainable(manager, begun().weights());
			final TrainingLoop[] loop = { new TrainingLoop(engine, weights, SEED) };
			loop[0].run(begun(), 1, epoch(loop, weights, 0.03), s -> {}, Progress.NONE);
			final int before = manager.getManagedArrays().size();
			loop[0].run(begun(), 3, epoch(loop, weights, 0.03), s -> {}, Progress.NONE);
			assertEquals(before, manager.getManagedArrays().size());
		}
	}

	@Test
	void weightsOfAnotherNetworkAreRefused() {
		final Map<String, Tensor> needed = begun().weights();
		Weights.check(needed, needed, "file");
		for (final Map<String, Tensor> wrong : List.of(Map.of("slope", Tensor.filled(0, 1)), Map.of(
			"slope", Tensor.filled(0, 2), "offset", Tensor.filled(0, 1)), Map.of("slope", Tensor.filled(0,
				1), "offset", Tensor.filled(0, 1), "more", Tensor.filled(0, 1)), Map.of("slope", Tensor
					.filled(Float.NaN, 1), "offset", Tensor.filled(0, 1))))
			assertTrue(assertThrows(RewardAnalysisException.class, () -> Weights.check(wrong, needed,
				"file")).getMessage().startsWith("file is "));
	}

	@Test
	void startsAreReproducible() {
		assertEquals(Tensor.uniform(new SplittableRandom(1), 0.5, 3, 4), Tensor.uniform(
			new SplittableRandom(1), 0.5, 3, 4));
	}
}
