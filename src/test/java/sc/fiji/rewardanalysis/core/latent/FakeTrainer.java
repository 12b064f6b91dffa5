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

package sc.fiji.rewardanalysis.core.latent;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;

/**
 * A trainer without a network, for tests: z1 is the mean of a patch with noise that the weight of
 * the physics loss takes away, z2 its slope downwards with noise, all others have collapsed. It draws flat patches,
 * the worse the larger the weight.
 */
public final class FakeTrainer implements LatentTrainer {

	/** What is learnt. */
	public record Model(int size, VaeSettings settings, TrainingHistory history, String advice)
		implements LatentModel
	{

		private double noise() {
			return 0.6 * Math.exp(-settings.physics().weight());
		}

		@Override
		public Latents encode(final PatchSet patches, final Progress progress) {
			progress.checkCanceled();
			final int n = patches.count(), first = settings.firstContent();
			final float[][] means = new float[settings.latents()][n], deviations =
				new float[settings.latents()][n];
			for (final float[] deviation : deviations)
				Arrays.fill(deviation, 1);
			final SplittableRandom random = new SplittableRandom(settings.seed());
			for (int i = 0; i < n; i++) {
				final float[] patch = patches.patches()[i];
				final double mean = mean(patch);
				means[first][i] = (float) (4 * mean - 2 + noise() * (random.nextDouble() - 0.5));
				deviations[first][i] = 0.1f;
				if (settings.content() < 2) continue;
				means[first + 1][i] = (float) (2 * (mean - mean(Arrays.copyOf(patch, patch.length /
					2))) + random.nextDouble() - 0.5);
				deviations[first + 1][i] = 0.2f;
			}
			return new Latents(settings.latentNames(), means, deviations);
		}

		private static double mean(final float[] patch) {
			double sum = 0;
			for (final float value : patch)
				sum += value;
			return sum / patch.length;
		}

		@Override
		public float[][] decode(final float[][] points, final Progress progress) {
			progress.checkCanceled();
			final float[][] patches = new float[points.length][size * size];
			for (int i = 0; i < points.length; i++)
				Arrays.fill(patches[i], (float) (0.25 * (points[i][settings.firstContent()] + 2) + 0.03 *
					settings.physics().weight()));
			return patches;
		}

		@Override
		public void save(final Path file) {
			final VaeSettings s = settings;
			AtomicFile.write(file, String.join("\n", "size,invariance,content,epochs,done,seed,weight",
				String.join(",", Integer.toString(size), s.invariance().name(), Integer.toString(s.content()),
					Integer.toString(s.epochs()), Integer.toString(history.size()), Long.toString(s.seed()),
					Double.toString(s.physics().weight()))) + "\n");
		}
	}

	@Override
	public LatentModel train(final PatchSet patches, final VaeSettings settings,
		final Consumer<LatentModel> after, final Progress progress)
	{
		return run(new Model(patches.size(), settings, TrainingHistory.of(LatentModel.LOSS,
			LatentModel.ELBO, LatentModel.RECONSTRUCTION, LatentModel.KL, LatentModel.PHYSICS), ""), after,
			progress);
	}

	@Override
	public LatentModel resume(final LatentModel earlier, final PatchSet patches, final int epochs,
		final Consumer<LatentModel> after, final Progress progress)
	{
		return run(new Model(earlier.size(), earlier.settings().withEpochs(epochs), earlier.history(), ""),
			after, progress);
	}

	private static LatentModel run(final Model begun, final Consumer<LatentModel> after,
		final Progress progress)
	{
		Model model = begun;
		try {
			while (model.history.size() < model.settings.epochs()) {
				final int epoch = model.history.size() + 1;
				progress.checkCanceled();
				progress.update((double) epoch / model.settings.epochs(), "Epoch " + epoch);
				final double loss = 100 + 50.0 / epoch, kl = 3 - 2.0 / epoch;
				model = new Model(model.size, model.settings, model.history.with(List.of(loss, -loss, loss - kl,
					kl, 5.0 / epoch)), "");
				after.accept(model);
			}
			return model;
		}
		catch (final CancellationException exc) {
			return new Model(model.size, model.settings, model.history, "Stopped after epoch " +
				model.history.size() + ".");
		}
	}

	@Override
	public LatentModel read(final Path file) {
		final CsvTable table = CsvTable.read(file);
		final VaeSettings settings = VaeSettings.DEFAULTS.withInvariance(Invariance.valueOf(table.get(0,
			"invariance"))).withContent((int) table.number(0, "content")).withEpochs((int) table.number(0,
				"epochs")).withSeed((long) table.number(0, "seed")).withPhysics(PhysicsLoss.differentiable(table
					.number(0, "weight")));
		return new Model((int) table.number(0, "size"), settings, ((Model) run(new Model(1, settings
			.withEpochs((int) table.number(0, "done")), TrainingHistory.of(LatentModel.LOSS, LatentModel.ELBO,
				LatentModel.RECONSTRUCTION, LatentModel.KL, LatentModel.PHYSICS), ""), m -> {}, Progress.NONE))
					.history, "");
	}
}
