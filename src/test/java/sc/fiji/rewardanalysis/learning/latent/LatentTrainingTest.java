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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.TensorFile;
import sc.fiji.rewardanalysis.core.latent.Invariance;
import sc.fiji.rewardanalysis.core.latent.KlRamp;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.Latents;
import sc.fiji.rewardanalysis.core.latent.Likelihood;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;

@NeedsNetworks
class LatentTrainingTest {

	private static final LatentTraining TRAINING = new LatentTraining();
	private static final int SIZE = 8, COLUMNS = 10, ROWS = 6;

	/** Short trainings that use all that draws random numbers. */
	private static final VaeSettings SMALL = VaeSettings.DEFAULTS.withInvariance(
		Invariance.SHIFT_AND_ROTATION).withWidth(8).withLayers(1).withBatch(16).withEpochs(4).withPixels(
			0.5).withRound(true).withPhysics(PhysicsLoss.differentiable(2).withDelay(1)).withKl(new KlRamp(0.1, 1, 3));

	/** A bright spot that is round in the left half and long in the right one, moved at random. */
	private static PatchSet spots(final int columns, final int rows) {
		final SplittableRandom random = new SplittableRandom(2);
		final float[][] patches = new float[columns * rows][SIZE * SIZE];
		for (int i = 0; i < patches.length; i++) {
			final double cx = 3.5 + 0.4 * random.nextGaussian(), cy = 3.5 + 0.4 * random.nextGaussian();
			final double longer = i % columns < columns / 2 ? 1 : 2.5;
			for (int p = 0; p < patches[i].length; p++)
				patches[i][p] = (float) Math.max(0, Math.min(1, 0.1 + 0.8 * Math.exp(-(square((p % SIZE - cx) /
					longer) + square(p / SIZE - cy)) / 3) + 0.02 * random.nextGaussian()));
		}
		return new PatchSet(SIZE, patches, new double[patches.length], new double[patches.length], columns,
			rows);
	}

	private static double square(final double value) {
		return value * value;
	}

	private static TrainedVae train(final VaeSettings settings) {
		return TRAINING.train(spots(COLUMNS, ROWS), settings, m -> {}, Progress.NONE);
	}

	@Test
	void shapesAreToldApartAndShiftsTold() {
		final PatchSet spots = spots(20, 12);
		final TrainedVae vae = TRAINING.train(spots, VaeSettings.DEFAULTS.withContent(1).withWidth(24)
			.withLayers(1).withLikelihood(Likelihood.GAUSSIAN).withNoise(0.1).withBatch(24).withLearningRate(
				0.02).withEpochs(15).withShiftPrior(0.2), m -> {}, Progress.NONE);
		final double[] elbo = vae.history().column(LatentModel.ELBO);
		assertTrue(elbo[14] > elbo[0] + 10, elbo[0] + " to " + elbo[14]);
		final Latents latents = vae.encode(spots, Progress.NONE);
		final float[] content = latents.mean("z1");
		final double[] sums = new double[2];
		for (int i = 0; i < content.length; i++)
			sums[i % 20 / 10] += content[i] / 120;
		final double middle = (sums[0] + sums[1]) / 2;
		int right = 0;
		for (int i = 0; i < content.length; i++)
			if (content[i] > middle == sums[i % 20 / 10] > middle) right++;
		assertTrue(right > 235, right + " of 240");
		final float[][] drawn = vae.decode(latents.points(), Progress.NONE);
		double error = 0;
		for (int i = 0; i < drawn.length; i++)
			for (int p = 0; p < drawn[i].length; p++)
				error += square(drawn[i][p] - spots.patches()[i][p]);
		assertTrue(Math.sqrt(error / (240 * 64)) < 0.1, error + "");
	}

	@Test
	void itContinuesExactly(@TempDir final Path folder) {
		final List<LatentModel> after = new ArrayList<>();
		final TrainedVae whole = TRAINING.train(spots(COLUMNS, ROWS), SMALL, after::add, Progress.NONE);
		assertEquals("", whole.advice());
		assertEquals(4, after.size());
		assertEquals(whole.state(), train(SMALL).state());
		assertNotEquals(whole.state().weights(), train(SMALL.withSeed(2)).state().weights());
		final Path file = folder.resolve("vae.safetensors");
		after.get(1).save(file);
		final LatentModel read = TRAINING.read(file);
		assertEquals(2, read.history().size());
		assertEquals(SMALL, read.settings());
		final TrainedVae resumed = TRAINING.resume(read, spots(COLUMNS, ROWS), 4, m -> {}, Progress.NONE);
		assertEquals(whole.state(), resumed.state());
		// The physics term has content of variance 1 over all patches.
		final float[] content = whole.encode(spots(COLUMNS, ROWS), Progress.NONE).mean("z2");
		double sum = 0, squares = 0;
		for (final float mean : content) {
			sum += mean / 60;
			squares += mean * mean / 60;
		}
		assertEquals(0, sum, 1e-3);
		assertEquals(1, squares, 1e-2);
		assertArrayEquals(whole.encode(spots(COLUMNS, ROWS), Progress.NONE).means(), resumed.encode(spots(
			COLUMNS, ROWS), Progress.NONE).means());
		assertEquals(6, TRAINING.resume(read, spots(COLUMNS, ROWS), 6, m -> {}, Progress.NONE).history()
			.size());
		assertMessage("other patches", () -> TRAINING.resume(read, spots(6, COLUMNS), 4, m -> {},
			Progress.NONE));
	}

	@Test
	void allFormsTrain() {
		for (final Invariance invariance : Invariance.values())
			for (final PhysicsLoss physics : List.of(PhysicsLoss.NONE, PhysicsLoss.published(0.5),
				PhysicsLoss.differentiable(1)))
			{
				final TrainedVae vae = train(SMALL.withEpochs(1).withInvariance(invariance).withPhysics(
					physics));
				assertEquals(invariance.names().size() + 2, vae.settings().latentNames().size());
				final double loss = vae.history().last(LatentModel.LOSS);
				assertTrue(Double.isFinite(loss), invariance + " " + physics);
				assertEquals(physics.form() == PhysicsLoss.Form.NONE, Double.isNaN(vae.history().last(
					LatentModel.PHYSICS)));
			}
	}

	@Test
	void aCancelIsHeardBetweenSteps() {
		final AtomicInteger asked = new AtomicInteger();
		final Progress cancels = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() > 6;
			}
		};
		final TrainedVae stopped = TRAINING.train(spots(COLUMNS, ROWS), SMALL, m -> {}, cancels);
		assertEquals(1, stopped.history().size());
		assertEquals(train(SMALL.withEpochs(1)).state().weights(), stopped.state().weights());
		assertTrue(stopped.advice().contains("epoch 1"), stopped.advice());
	}

	@Test
	void aDivergedTrainingKeepsTheLastGoodState() {
		final TrainedVae vae = train(SMALL.withLearningRate(1e30));
		assertTrue(vae.history().size() < 4);
		assertTrue(vae.advice().contains("Lower the learning rate"), vae.advice());
		assertFalse(vae.state().weights().values().stream().anyMatch(t -> t.isBroken()));
	}

	private static void assertMessage(final String part, final Runnable run) {
		final String message = assertThrows(RewardAnalysisException.class, run::run).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void badInputIsToldClearly(@TempDir final Path folder) {
		assertMessage("fewer than the 100 of a batch", () -> train(VaeSettings.DEFAULTS));
		final PatchSet spots = spots(COLUMNS, ROWS);
		spots.patches()[3][3] = Float.NaN;
		assertMessage("NaN", () -> TRAINING.train(spots, SMALL, m -> {}, Progress.NONE));
		spots.patches()[3][3] = 2;
		assertMessage("scale patches", () -> TRAINING.train(spots, SMALL, m -> {}, Progress.NONE));
		final PatchSet atoms = new PatchSet(SIZE, spots(COLUMNS, ROWS).patches(), new double[60],
			new double[60], 0, 0);
		assertMessage("whole raster", () -> TRAINING.train(atoms, SMALL.withPhysics(PhysicsLoss.published(
			1)), m -> {}, Progress.NONE));
		final TrainedVae vae = train(SMALL.withEpochs(1));
		assertMessage("of its size", () -> vae.encode(new PatchSet(2, new float[4][4], new double[4],
			new double[4], 2, 2), Progress.NONE));
		assertMessage("has 5", () -> vae.decode(new float[1][3], Progress.NONE));
		final Path other = folder.resolve("other.safetensors");
		vae.save(other);
		final TensorFile file = TensorFile.read(other);
		final var about = new java.util.LinkedHashMap<>(file.metadata());
		about.put("width", "9");
		new TensorFile(about, file.tensors()).write(other);
		assertMessage("another network", () -> TRAINING.read(other));
		about.put("width", "wide");
		new TensorFile(about, file.tensors()).write(other);
		assertMessage("damaged", () -> TRAINING.read(other));
		about.put("network", "columns");
		new TensorFile(about, file.tensors()).write(other);
		assertMessage("another kind", () -> TRAINING.read(other));
	}
}
