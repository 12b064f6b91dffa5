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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.io.TensorFile;
import sc.fiji.rewardanalysis.core.io.TrainingFile;
import sc.fiji.rewardanalysis.core.network.NetworkSettings;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.network.SceneSettings;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.Weights;

@NeedsNetworks
class ColumnNetworkTest {

	private static final NetworkShape SHAPE = new NetworkShape(4, 2);

	private static final NetworkSettings SETTINGS = new NetworkSettings(SceneSettings.mixed(32, 0, 1), 4,
		2, 2, 2, 0.002, SHAPE, 3);

	/** Untrained, but for a last layer that makes differences large. */
	private static TensorFile file() {
		final TensorFile begun = TrainingFile.network(ColumnTraining.begun(SETTINGS));
		final Map<String, Tensor> tensors = new LinkedHashMap<>(begun.tensors());
		tensors.put("last.weight", Tensor.normal(new SplittableRandom(2), 1, 1, 4, 1, 1));
		return new TensorFile(begun.metadata(), tensors);
	}

	private static float[] noise(final long seed, final int n) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) random.nextGaussian();
		return values;
	}

	@Test
	void aPicturesAnswerDoesNotDependOnItsBatch() {
		try (ColumnNetwork network = ColumnNetwork.of(file(), "test", Double.NaN)) {
			final float[] one = noise(1, 24 * 16), other = noise(2, 24 * 16), both = Arrays.copyOf(one, 2 *
				one.length);
			System.arraycopy(other, 0, both, one.length, one.length);
			final float[] answers = network.probabilities(both, 2, 24, 16);
			assertArrayEquals(network.probabilities(one, 24, 16), Arrays.copyOf(answers, one.length), 1e-6f);
			assertArrayEquals(network.probabilities(other, 24, 16), Arrays.copyOfRange(answers, one.length,
				answers.length), 1e-6f);
			for (final float p : answers)
				assertTrue(p >= 0 && p <= 1);
		}
	}

	/** What is farther from a cut than the reach has the whole picture's answer. */
	@Test
	void anAnswerIsLocal() {
		final int w = 96, h = 64, reach = SHAPE.reach(), x0 = 20, y0 = 8, tw = 72, th = 56;
		assertTrue(reach < 30, "reach " + reach);
		try (ColumnNetwork network = ColumnNetwork.of(file(), "test", Double.NaN)) {
			final float[] image = noise(3, w * h), whole = network.probabilities(image, w, h);
			final float[] tile = new float[tw * th];
			for (int y = 0; y < th; y++)
				System.arraycopy(image, (y + y0) * w + x0, tile, y * tw, tw);
			final float[] part = network.probabilities(tile, tw, th);
			double near = 0;
			for (int y = 0; y < th; y++)
				for (int x = 0; x < tw; x++) {
					final double difference = Math.abs(part[y * tw + x] - whole[(y + y0) * w + x + x0]);
					// Right and below it ends where the whole picture does, or so far as the cut is.
					final boolean far = x >= reach && y >= reach && (x0 + tw == w || tw - 1 - x >= reach) &&
						(y0 + th == h || th - 1 - y >= reach);
					if (far) assertTrue(difference < 1e-6, x + ", " + y + ": " + difference);
					else near = Math.max(near, difference);
				}
			assertTrue(near > 1e-3, "a cut changes what is near it");
		}
	}

	@Test
	void aFileGivesTheSameNetwork() {
		final TensorFile file = file(), read = TensorFile.of(file.bytes(), "file");
		final float[] image = noise(4, 32 * 32);
		try (ColumnNetwork network = ColumnNetwork.of(file, "a", 0.2); ColumnNetwork again = ColumnNetwork
			.of(read, "b", 0.2))
		{
			assertArrayEquals(network.probabilities(image, 32, 32), again.probabilities(image, 32, 32));
			assertEquals(0.2 / 9, again.info().finest(), 1e-12);
			assertEquals(4, again.info().tiles().multiple());
			assertEquals("b", again.info().name());
		}
	}

	@Test
	void whatDoesNotFitIsRefused() {
		final TensorFile file = file();
		try (ColumnNetwork network = ColumnNetwork.of(file, "test", Double.NaN)) {
			Complaints.assertRefused(() -> network.probabilities(new float[30 * 32], 30, 32),
				"multiples of 4");
			Complaints.assertRefused(() -> network.probabilities(new float[7], 32, 32), "7 values");
		}
		final Map<String, Tensor> fewer = new LinkedHashMap<>(file.tensors());
		fewer.remove("last.bias");
		Complaints.assertRefused(() -> ColumnNetwork.of(new TensorFile(file.metadata(), fewer), "a file",
			1), "a file is of another network", "last.bias");
		fewer.put("last.bias", Tensor.filled(0, 2));
		Complaints.assertRefused(() -> ColumnNetwork.of(new TensorFile(file.metadata(), fewer), "a file",
			1), "last.bias");
		fewer.put("last.bias", Tensor.filled(Float.NaN, 1));
		Complaints.assertRefused(() -> ColumnNetwork.of(new TensorFile(file.metadata(), fewer), "a file",
			1), "damaged");
		Complaints.assertRefused(() -> ColumnNetwork.of(new TensorFile(Map.of("network", "autoencoder"),
			Map.of()), "a file", 1), "no network for atom columns", "autoencoder");
	}

	/** Central differences in double precision, for some weights of every layer. */
	@Test
	void gradientsAreThoseOfTheLoss() {
		try (NetworkEngine engine = NetworkEngine.onCpu(); NDManager scratch = engine.manager()
			.newSubManager())
		{
			final Weights weights = Weights.trainable(engine.manager(), DataType.FLOAT64, file().tensors());
			weights.lentTo(scratch);
			final UNet net = new UNet(SHAPE, weights);
			final NDArray x = scratch.create(noise(5, 128), new Shape(2, 1, 8, 8)).toType(DataType.FLOAT64,
				true);
			final NDArray t = scratch.create(noise(6, 128), new Shape(2, 1, 8, 8)).toType(DataType.FLOAT64,
				true).clip(0, 1);
			backward(scratch, net, x, t);
			final SplittableRandom random = new SplittableRandom(8);
			for (final String name : weights.names()) {
				final NDArray weight = weights.get(name);
				final double[] gradient = weight.getGradient().toDoubleArray();
				final int i = random.nextInt(gradient.length);
				final double h = 1e-6, here = moved(weight, i, h, net, x, t), there = moved(weight, i, -2 * h,
					net, x, t);
				moved(weight, i, h, net, x, t);
				assertEquals((here - there) / (2 * h), gradient[i], 1e-6 + 1e-4 * Math.abs(gradient[i]), name);
			}
		}
	}

	private static void backward(final NDManager scratch, final UNet net, final NDArray x,
		final NDArray t)
	{
		try (var collector = ai.djl.engine.Engine.getEngine("PyTorch").newGradientCollector()) {
			collector.backward(ColumnLoss.of(net.logits(x), t));
		}
	}

	/** The loss after a weight was moved. */
	private static double moved(final NDArray weight, final int i, final double by, final UNet net,
		final NDArray x, final NDArray t)
	{
		final double[] values = weight.toDoubleArray();
		values[i] += by;
		weight.set(values);
		return ColumnLoss.of(net.logits(x), t).getDouble();
	}
}
