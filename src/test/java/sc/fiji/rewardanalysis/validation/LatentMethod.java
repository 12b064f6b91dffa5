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

package sc.fiji.rewardanalysis.validation;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.FloatMatrix;
import sc.fiji.rewardanalysis.core.clustering.Pca;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.latent.Invariance;
import sc.fiji.rewardanalysis.core.latent.LatentMaps;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.Latents;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.learning.latent.LatentTraining;

/**
 * What makes latents of patches: principal components, or an autoencoder.
 *
 * @param components principal components; 0: an autoencoder
 * @param settings of the autoencoder, but for the seed
 */
record LatentMethod(String name, int components, VaeSettings settings) {

	static LatentMethod pca(final int components) {
		return new LatentMethod("PCA, " + components + " components", components, VaeSettings.DEFAULTS
			.withInvariance(Invariance.NONE).withContent(components));
	}

	static LatentMethod vae(final VaeSettings settings) {
		final String invariance = switch (settings.invariance()) {
			case NONE -> "VAE";
			case SHIFT -> "shift VAE";
			case ROTATION -> "rotation VAE";
			case SHIFT_AND_ROTATION -> "shift + rotation VAE";
		};
		return new LatentMethod(invariance + switch (settings.physics().form()) {
			case NONE -> "";
			case PUBLISHED -> ", published physics";
			case DIFFERENTIABLE -> settings.physics().weight() > 0 ? ", differentiable physics"
				: ", unit variance alone";
		}, 0, settings);
	}

	/** What the differentiable form does without its term. */
	static LatentMethod ablation(final VaeSettings settings) {
		return vae(settings.withPhysics(PhysicsLoss.differentiable(0)));
	}

	/** All forms of the physics with one invariance. */
	static List<LatentMethod> forms(final VaeSettings settings, final double published,
		final double differentiable)
	{
		final List<LatentMethod> forms = new ArrayList<>();
		for (final PhysicsLoss physics : List.of(PhysicsLoss.NONE, PhysicsLoss.published(published),
			PhysicsLoss.differentiable(differentiable)))
			forms.add(vae(settings.withPhysics(physics)));
		return forms;
	}

	LatentMaps maps(final PatchSet patches, final long seed) {
		if (components > 0) return new LatentMaps(patches, settings, scores(patches, seed));
		final LatentModel model = new LatentTraining().train(patches, settings.withSeed(seed), m -> {},
			Progress.NONE);
		// A training that had to stop is no result.
		if (!model.advice().isEmpty()) System.err.println(name + ", seed " + seed + ": " + model.advice());
		return new LatentMaps(patches, settings, model.encode(patches, Progress.NONE));
	}

	/** Scores with variance 1, as latents that are known well. */
	private Latents scores(final PatchSet patches, final long seed) {
		final int pixels = patches.size() * patches.size(), n = patches.count();
		final float[] values = new float[n * pixels];
		for (int i = 0; i < n; i++)
			System.arraycopy(patches.patches()[i], 0, values, i * pixels, pixels);
		final FloatMatrix samples = new FloatMatrix(n, pixels, values);
		final Pca pca = Pca.fit(samples, components, seed, Progress.NONE);
		final Points scores = pca.project(samples, Progress.NONE);
		final float[][] means = new float[components][n], deviations = new float[components][n];
		for (int k = 0; k < components; k++) {
			final double deviation = Math.sqrt(pca.explainedVariance()[k]);
			for (int i = 0; i < n; i++) {
				means[k][i] = (float) (scores.get(i, k) / deviation);
				deviations[k][i] = 0.1f;
			}
		}
		return new Latents(settings.latentNames(), means, deviations);
	}
}
