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

package sc.fiji.rewardanalysis.core.workflow.latent;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.LatentTrainer;
import sc.fiji.rewardanalysis.core.latent.PatchSet;

/** Maps the phases of an image: cuts it, trains a network, divides its latents. */
public final class PhaseMapping {

	/** The part of the work that isn't training. */
	private static final double CUT = 0.02, TRAINED = 0.93;

	private final PhaseScene scene;
	private final PhaseSettings settings;
	private final LatentTrainer trainer;

	/** @param settings those of the network count only if it is trained from the beginning */
	public PhaseMapping(final PhaseScene scene, final PhaseSettings settings,
		final LatentTrainer trainer)
	{
		this.scene = Checks.given("scene", scene);
		this.settings = Checks.given("settings", settings);
		this.trainer = Checks.given("trainer", trainer);
	}

	/**
	 * Trains and divides. A cancelled training is divided as it is.
	 *
	 * @param earlier a model to go on from; null to begin
	 * @param after hears of the model after each epoch
	 * @throws CancellationException if cancelled before there is a model
	 */
	public PhaseResult run(final LatentModel earlier, final Consumer<LatentModel> after,
		final Progress progress)
	{
		// Not only after a training of minutes.
		settings.segmentation().checkLatent(earlier == null ? settings.network() : earlier.settings());
		final PatchSet patches = scene.patches(settings, progress.part(0, CUT));
		if (earlier != null) checkFits(earlier, patches);
		final Progress training = progress.part(CUT, TRAINED);
		final LatentModel model = earlier == null ? trainer.train(patches, settings.network(), after,
			training) : earlier.history().size() >= settings.network().epochs() ? earlier : trainer.resume(
				earlier, patches, settings.network().epochs(), after, training);
		if (model.history().size() == 0) {
			progress.checkCanceled();
			throw new RewardAnalysisException("Nothing was learnt. %s", model.advice());
		}
		return PhaseResult.of(scene, patches, model, settings.segmentation(), progress.again().part(
			TRAINED, 1));
	}

	private static void checkFits(final LatentModel earlier, final PatchSet patches) {
		if (earlier.size() != patches.size()) throw new RewardAnalysisException(
			"The saved network knows patches of %d x %d points, these have %d x %d; choose the patch size that it was trained with.",
			earlier.size(), earlier.size(), patches.size(), patches.size());
	}
}
