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

package sc.fiji.rewardanalysis.learning.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.latent.Invariance;
import sc.fiji.rewardanalysis.core.latent.Likelihood;
import sc.fiji.rewardanalysis.core.latent.NeighbourGraph;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.Weights;

/** Gradients of all terms against central differences, in double precision. */
@NeedsNetworks
class VaeGradientTest {

	private static final int SIZE = 4, COLUMNS = 4, ROWS = 3, PATCHES = COLUMNS * ROWS;
	private static final double STEP = 1e-5;

	private static NetworkEngine engine;

	@BeforeAll
	static void open() {
		engine = NetworkEngine.onCpu();
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static VaeSettings settings(final Invariance invariance) {
		return VaeSettings.DEFAULTS.withInvariance(invariance).withWidth(5).withBatch(PATCHES);
	}

	private static PatchSet patches() {
		final SplittableRandom random = new SplittableRandom(3);
		final float[][] patches = new float[PATCHES][SIZE * SIZE];
		for (final float[] patch : patches)
			for (int i = 0; i < patch.length; i++)
				patch[i] = (float) random.nextDouble();
		return new PatchSet(SIZE, patches, new double[PATCHES], new double[PATCHES], COLUMNS, ROWS);
	}

	/** A model with its weights in double precision, and a batch of all patches. */
	private static final class Case {

		final VaeSettings settings;
		final Weights weights;
		final VaeNetwork network;
		final VaeLoss loss;
		final VaeBatch batch;

		Case(final VaeSettings settings) {
			this.settings = settings;
			weights = Weights.trainable(engine.manager(), DataType.FLOAT64, VaeNetwork.begin(settings,
				SIZE));
			network = new VaeNetwork(settings, SIZE, weights);
			loss = new VaeLoss(settings, network, SIZE, DataType.FLOAT64);
			final int[] all = new int[PATCHES];
			Arrays.setAll(all, i -> i);
			batch = VaeBatch.of(patches().patches(), all, settings.physics()
				.form() == PhysicsLoss.Form.DIFFERENTIABLE ? NeighbourGraph.of(patches()).neighbours() : null,
				settings, new SplittableRandom(5));
		}

		double value(final BiFunction<Case, NDManager, NDArray> term) {
			try (NDManager scratch = engine.manager().newSubManager()) {
				return term.apply(this, scratch).getDouble();
			}
		}

		Map<String, double[]> gradients(final BiFunction<Case, NDManager, NDArray> term) {
			final Map<String, double[]> gradients = new LinkedHashMap<>();
			try (NDManager scratch = engine.manager().newSubManager();
					GradientCollector collector = scratch.getEngine().newGradientCollector())
			{
				collector.backward(term.apply(this, scratch));
				for (final String name : weights.names())
					try (NDArray gradient = weights.get(name).getGradient()) {
						// What a term doesn't depend on has none: a single-precision 0 stands for it.
						gradients.put(name, gradient.getDataType() == DataType.FLOAT64 ? gradient
							.toDoubleArray() : new double[(int) weights.get(name).size()]);
					}
				collector.zeroGradients();
			}
			return gradients;
		}

		/** Changes a layer's weights in place; those that have a gradient can't be. */
		void change(final String name, final UnaryOperator<NDArray> change) {
			final NDArray array = weights.get(name);
			array.setRequiresGradient(false);
			change.apply(array);
			array.setRequiresGradient(true);
		}

		void move(final String name, final double[] direction, final double by) {
			try (NDManager scratch = engine.manager().newSubManager()) {
				change(name, array -> array.addi(scratch.create(direction).mul(by).reshape(array.getShape())));
			}
		}
	}

	/** The slope along a direction that all weights of a layer take part in, layer by layer. */
	private static double check(final Case model, final BiFunction<Case, NDManager, NDArray> term) {
		final SplittableRandom random = new SplittableRandom(7);
		double largest = 0;
		for (final Map.Entry<String, double[]> entry : model.gradients(term).entrySet()) {
			final String name = entry.getKey();
			final double[] gradient = entry.getValue();
			final double[] direction = random.doubles(gradient.length, -1, 1).toArray();
			double slope = 0;
			for (int i = 0; i < gradient.length; i++)
				slope += gradient[i] * direction[i];
			model.move(name, direction, STEP);
			final double above = model.value(term);
			model.move(name, direction, -2 * STEP);
			final double below = model.value(term);
			model.move(name, direction, STEP);
			assertEquals((above - below) / (2 * STEP), slope, 1e-6 * Math.max(0.1, Math.abs(slope)), name);
			largest = Math.max(largest, Math.abs(slope));
		}
		return largest;
	}

	@ParameterizedTest
	@EnumSource(Invariance.class)
	void aGradientIsTheSlope(final Invariance invariance) {
		final Case physics = new Case(settings(invariance).withPhysics(PhysicsLoss.differentiable(3)));
		assertTrue(check(physics, (m, s) -> m.loss.total(m.loss.terms(s, m.batch), 0.7, 3, 0)) > 0.01);
		final Case gaussian = new Case(settings(invariance).withLikelihood(Likelihood.GAUSSIAN));
		assertTrue(check(gaussian, (m, s) -> m.loss.total(m.loss.terms(s, m.batch), 1, 0, 0)) > 0.01);
		if (invariance != Invariance.SHIFT_AND_ROTATION) return;
		assertTrue(check(physics, (m, s) -> m.loss.terms(s, m.batch).reconstruction()) > 0.01);
		assertTrue(check(physics, (m, s) -> m.loss.terms(s, m.batch).kl()) > 0.01);
		assertTrue(check(physics, (m, s) -> m.loss.terms(s, m.batch).variation()) > 0.01);
	}

	@Test
	void soItIsWithFewerPixels() {
		final Case some = new Case(settings(Invariance.SHIFT_AND_ROTATION).withPixels(0.4));
		assertEquals(6, some.batch.pixels().length);
		check(some, (m, s) -> m.loss.terms(s, m.batch).reconstruction());
		final Case disc = new Case(settings(Invariance.NONE).withRound(true));
		assertEquals(12, disc.batch.pixels().length);
		check(disc, (m, s) -> m.loss.terms(s, m.batch).reconstruction());
	}

	/** Nothing that PyTorch keeps for the gradient is memory that Java takes back. */
	@Test
	void gradientsOutliveACollection() {
		final Case model = new Case(settings(Invariance.SHIFT_AND_ROTATION).withLikelihood(
			Likelihood.GAUSSIAN).withPhysics(PhysicsLoss.differentiable(3)));
		final BiFunction<Case, NDManager, NDArray> total = (m, s) -> m.loss.total(m.loss.terms(s, m.batch),
			0.7, 3, 0);
		final Map<String, double[]> expected = model.gradients(total);
		for (int i = 0; i < 3; i++)
			model.gradients((m, s) -> {
				final NDArray value = total.apply(m, s);
				System.gc();
				return value;
			}).forEach((name, gradient) -> assertArrayEquals(expected.get(name), gradient, name));
	}

	/** The published form multiplies: its gradient is that of the bound times w + L. */
	@Test
	void thePublishedFormHasNoGradientOfItsOwn() {
		final Case plain = new Case(settings(Invariance.SHIFT));
		final Case published = new Case(settings(Invariance.SHIFT).withPhysics(PhysicsLoss.published(
			0.5)));
		final Map<String, double[]> one = plain.gradients((m, s) -> m.loss.total(m.loss.terms(s, m.batch),
			1, 0, 0));
		final Map<String, double[]> other = published.gradients((m, s) -> m.loss.total(m.loss.terms(s,
			m.batch), 1, 0.5, 12.25));
		one.forEach((name, gradient) -> {
			for (int i = 0; i < gradient.length; i++)
				assertEquals(12.75 * gradient[i], other.get(name)[i], 1e-12 * Math.max(1, Math.abs(
					gradient[i])));
		});
	}

	/** Scaling or moving all content changes nothing, so nothing is won by making it small. */
	@Test
	void theScaleOfContentDoesNotCount() {
		final Case model = new Case(settings(Invariance.NONE).withPhysics(PhysicsLoss.differentiable(1)));
		final BiFunction<Case, NDManager, NDArray> total = (m, s) -> m.loss.total(m.loss.terms(s, m.batch),
			1, 3, 0);
		final double before = model.value(total);
		model.change("encoder.mean.weight", array -> array.muli(100));
		model.change("encoder.mean.bias", array -> array.muli(100).addi(7));
		final double large = model.value(total);
		assertEquals(before, large, 1e-4 * before);
		model.change("encoder.mean.weight", array -> array.muli(10));
		assertEquals(large, model.value(total), 1e-7 * large);
	}

	@Test
	void theVariationIsThatOfTheNormalizedMeans() {
		final Case model = new Case(settings(Invariance.SHIFT).withPhysics(PhysicsLoss.differentiable(1)));
		try (NDManager scratch = engine.manager().newSubManager()) {
			final double[] means = model.network.encode(model.batch.seen(scratch, DataType.FLOAT64)).mean()
				.toDoubleArray();
			double expected = 0;
			for (int latent = 2; latent < 4; latent++) {
				double sum = 0, squares = 0;
				for (int i = 0; i < 2 * PATCHES; i++) {
					sum += means[4 * i + latent];
					squares += means[4 * i + latent] * means[4 * i + latent];
				}
				final double variance = squares / (2 * PATCHES) - Math.pow(sum / (2 * PATCHES), 2) + 1e-8;
				for (int i = 0; i < PATCHES; i++) {
					final double d = means[4 * i + latent] - means[4 * (i + PATCHES) + latent];
					expected += d * d / variance / PATCHES;
				}
			}
			assertEquals(expected, model.value((m, s) -> m.loss.terms(s, m.batch).variation()), 1e-9);
		}
	}

	/** What comes out of the changed layer is what was normalised before. */
	@Test
	void theLastLayerTakesOverTheNormalization() {
		final VaeSettings settings = settings(Invariance.SHIFT_AND_ROTATION);
		final Weights weights = Weights.trainable(engine.manager(), VaeNetwork.begin(settings, SIZE));
		final VaeNetwork network = new VaeNetwork(settings, SIZE, weights);
		try (NDManager scratch = engine.manager().newSubManager()) {
			final float[][] patches = patches().patches();
			final float[] expected = network.normalized(network.encode(VaeBatch.rows(scratch, patches,
				DataType.FLOAT32)).mean()).toFloatArray();
			network.normalize(Encoding.of(engine.manager(), network, settings, patches, Progress.NONE)
				.means());
			assertArrayEquals(expected, network.encode(VaeBatch.rows(scratch, patches, DataType.FLOAT32))
				.mean().toFloatArray(), 2e-3f);
		}
	}
}
