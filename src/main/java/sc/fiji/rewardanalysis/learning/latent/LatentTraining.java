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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.LatentTrainer;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.latent.VaeTexts;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.TrainingLoop;
import sc.fiji.rewardanalysis.learning.Weights;

/** Trains variational autoencoders; the history's columns are those of {@link LatentModel}. */
public final class LatentTraining implements LatentTrainer {

	/** In a file's texts: what it is, of which patches. */
	static final String KIND = "network", LATENT = "latent phases", SIZE = "patch size", COUNT =
		"patches", SUM = "patches' check sum", VERSION = "version";

	@Override
	public TrainedVae train(final PatchSet patches, final VaeSettings settings,
		final Consumer<LatentModel> after, final Progress progress)
	{
		check(patches, settings);
		final Map<String, String> about = new LinkedHashMap<>();
		about.put(KIND, LATENT);
		about.put(VERSION, Version.current());
		about.put(SIZE, Integer.toString(patches.size()));
		about.put(COUNT, Integer.toString(patches.count()));
		about.put(SUM, checkSum(patches));
		about.putAll(VaeTexts.of(settings));
		final TrainingState start = TrainingState.begun(about, TrainingHistory.of(LatentModel.LOSS,
			LatentModel.ELBO, LatentModel.RECONSTRUCTION, LatentModel.KL, LatentModel.PHYSICS), VaeNetwork
				.begin(settings, patches.size()));
		return run(start, settings, patches, after, progress);
	}

	@Override
	public TrainedVae resume(final LatentModel earlier, final PatchSet patches, final int epochs,
		final Consumer<LatentModel> after, final Progress progress)
	{
		if (!(earlier instanceof final TrainedVae vae)) throw new RewardAnalysisException(
			"This model can't be trained any further; train a new one.");
		final VaeSettings settings = vae.settings().withEpochs(epochs);
		check(patches, settings);
		final Map<String, String> about = new LinkedHashMap<>(vae.state().about());
		if (patches.size() != vae.size() || !checkSum(patches).equals(about.get(SUM)))
			throw new RewardAnalysisException(
				"The saved training is of other patches (%s of %d x %d px); choose the image, selection, window and stride that it was begun with, or train anew.",
				about.get(COUNT), vae.size(), vae.size());
		about.putAll(VaeTexts.of(settings));
		final TrainingState state = vae.state();
		return run(new TrainingState(about, state.history(), state.steps(), state.weights(), state.means(),
			state.variances()), settings, patches, after, progress);
	}

	@Override
	public TrainedVae read(final Path file) {
		return TrainedVae.read(file);
	}

	private static void check(final PatchSet patches, final VaeSettings settings) {
		if (patches.count() < settings.batch()) throw new RewardAnalysisException(
			"There are %d patches, fewer than the %d of a batch; choose smaller batches, a smaller stride or a larger area.",
			patches.count(), settings.batch());
		for (final float[] patch : patches.patches())
			for (final float value : patch)
				if (!(value >= 0 && value <= 1)) throw new RewardAnalysisException(
					"A patch holds the value %s; scale patches to 0 ... 1.", value);
		if (settings.latents() > patches.size() * patches.size()) throw new RewardAnalysisException(
			"Patches of %d x %d px have fewer pixels than there are latents (%d); choose larger patches or fewer latents.",
			patches.size(), patches.size(), settings.latents());
	}

	private static TrainedVae run(final TrainingState start, final VaeSettings settings,
		final PatchSet patches, final Consumer<LatentModel> after, final Progress progress)
	{
		try (NetworkEngine engine = NetworkEngine.open(progress)) {
			final Weights weights = Weights.trainable(engine.manager(), start.weights());
			final TrainingLoop loop = new TrainingLoop(engine, weights, settings.seed());
			final VaeEpoch epoch = new VaeEpoch(patches, settings, new VaeNetwork(settings, patches.size(),
				weights), engine, loop);
			final TrainingLoop.Result result = loop.run(start, settings.epochs(), epoch, state -> after
				.accept(new TrainedVae(patches.size(), settings, state, "")), progress);
			return new TrainedVae(patches.size(), settings, result.state(), result.advice());
		}
	}

	private static String checkSum(final PatchSet patches) {
		final CRC32 sum = new CRC32();
		for (final float[] patch : patches.patches())
			for (final float value : patch) {
				final int bits = Float.floatToIntBits(value);
				sum.update(bits);
				sum.update(bits >> 8);
				sum.update(bits >> 16);
				sum.update(bits >> 24);
			}
		return Long.toHexString(sum.getValue());
	}
}
