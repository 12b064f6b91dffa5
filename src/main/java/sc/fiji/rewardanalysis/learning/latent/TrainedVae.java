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
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.TrainingFile;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.Latents;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.latent.VaeTexts;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;
import sc.fiji.rewardanalysis.learning.NetworkEngine;
import sc.fiji.rewardanalysis.learning.Weights;

/**
 * A variational autoencoder as it is after some epoch, from which training goes on.
 *
 * @param size of a patch, px along a side
 * @param settings of network and training
 * @param state weights, history, optimiser
 * @param advice why there are no more epochs and what to do; empty if all are done
 */
public record TrainedVae(int size, VaeSettings settings, TrainingState state, String advice)
	implements LatentModel
{

	@Override
	public TrainingHistory history() {
		return state.history();
	}

	@Override
	public Latents encode(final PatchSet patches, final Progress progress) {
		if (patches.size() != size) throw new RewardAnalysisException(
			"The network is of patches of %d x %d px, these are of %d x %d; cut patches of its size.", size,
			size, patches.size(), patches.size());
		try (NetworkEngine engine = NetworkEngine.open(progress)) {
			return Encoding.of(engine.manager(), network(engine), settings, patches.patches(), progress);
		}
	}

	@Override
	public float[][] decode(final float[][] points, final Progress progress) {
		for (final float[] point : points)
			if (point.length != settings.latents()) throw new RewardAnalysisException(
				"A point has %d latents; the network has %d: %s.", point.length, settings.latents(), settings
					.latentNames());
		try (NetworkEngine engine = NetworkEngine.open(progress)) {
			return Encoding.drawn(engine.manager(), network(engine), size, points, progress);
		}
	}

	private VaeNetwork network(final NetworkEngine engine) {
		return new VaeNetwork(settings, size, Weights.fixed(engine.manager(), state.weights()));
	}

	@Override
	public void save(final Path file) {
		TrainingFile.write(state, file);
	}

	/**
	 * Reads what {@link #save} has written.
	 *
	 * @throws RewardAnalysisException if it is no such file
	 */
	public static TrainedVae read(final Path file) {
		final TrainingState state = TrainingFile.read(file);
		final Map<String, String> about = state.about();
		if (!LatentTraining.LATENT.equals(about.get(LatentTraining.KIND)))
			throw new RewardAnalysisException(
				"%s holds another kind of network; choose one that Map Latent Phases has written.", file);
		final VaeSettings settings = VaeTexts.settings(about, file.toString());
		final int size = size(about, file);
		Weights.check(state.weights(), VaeNetwork.begin(settings, size), file.toString());
		return new TrainedVae(size, settings, state, "");
	}

	private static int size(final Map<String, String> about, final Path file) {
		try {
			return (int) Checks.within("The size of patches", Integer.parseInt(about.getOrDefault(
				LatentTraining.SIZE, "")), 1, 4096);
		}
		catch (final NumberFormatException e) {
			throw new RewardAnalysisException(e, "%s is damaged: its patch size can't be read.", file);
		}
	}
}
