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

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.latent.Invariance;
import sc.fiji.rewardanalysis.core.latent.Likelihood;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchScale;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseMapping;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseScene;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.learning.latent.LatentTraining;
import sc.fiji.rewardanalysis.plot.PhasePictures;
import sc.fiji.rewardanalysis.plot.Pictures;

/**
 * Maps the phases of a real image by the shift-invariant autoencoder, without and with physics, and draws
 * phases and latents. Usage: {@code LatentRealImage IMAGE WINDOW_PX STRIDE_PX CLASSES FOLDER [each]}, with {@code each} of patches
 * each scaled by itself.
 */
public final class LatentRealImage {

	private LatentRealImage() {}

	public static void main(final String... args) {
		final ImagePlus opened = IJ.openImage(args[0]);
		final AnalysedImage image = AnalysedImage.of(opened);
		final PhaseScene scene = new PhaseScene(image.pixels(), Area.image(opened.getWidth(), opened
			.getHeight()), List.of(), Double.NaN);
		final PatchOptions patches = new PatchOptions(Integer.parseInt(args[1]), Integer.parseInt(args[2]),
			args.length > 5 ? PatchScale.EACH : PatchScale.ALL);
		final SegmentationOptions division = new SegmentationOptions(SegmentationOptions.Method.OTSU,
			Integer.parseInt(args[3]), 0, LatentStudy.SMOOTHING, SegmentationOptions.COLOUR, 1);
		final VaeSettings network = VaeSettings.DEFAULTS.withInvariance(Invariance.SHIFT).withShiftPrior(0.5)
			.withWidth(32).withLikelihood(Likelihood.GAUSSIAN).withNoise(0.1).withEpochs(120).withBatch(64)
			.withLearningRate(4e-3).withPixels(0.4).withRound(true);
		for (final PhysicsLoss physics : List.of(PhysicsLoss.NONE, PhysicsLoss.differentiable(
			LatentScene.DIFFERENTIABLE)))
			draw(new PhaseMapping(scene, new PhaseSettings(patches, network.withPhysics(physics), division),
				new LatentTraining()).run(null, m -> {}, Progress.NONE), Path.of(args[4]), physics);
	}

	private static void draw(final PhaseResult result, final Path folder,
		final PhysicsLoss physics)
	{
		final String name = physics.form().name().toLowerCase(Locale.ROOT);
		System.out.println(String.format(Locale.ROOT, "%s: boundaries %.0f px, reconstruction %.3f", name,
			result.phases().boundary(), result.reconstruction()));
		Pictures.write(folder.resolve("phases-" + name + ".png"), PhasePictures.phases(result));
		Pictures.write(folder.resolve("z1-" + name + ".png"), PhasePictures.latent(result, result.maps()
			.settings().firstContent()));
	}
}
