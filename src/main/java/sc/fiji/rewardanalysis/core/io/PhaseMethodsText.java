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

package sc.fiji.rewardanalysis.core.io;

import java.util.List;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.latent.Likelihood;
import sc.fiji.rewardanalysis.core.latent.MultiOtsu;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchScale;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;

/** A paragraph on how phases were found, for the methods section of a paper. */
final class PhaseMethodsText {

	private PhaseMethodsText() {}

	static String of(final PhaseResult result, final PhaseRun run) {
		final VaeSettings s = result.model().settings();
		return String.join(" ", List.of(MethodsText.text(
			"Phases were mapped with Reward Analysis %s [2] for ImageJ by the latents of a variational autoencoder with physical bias [1].",
			Version.current()), patches(result, run), network(s), training(result), physics(s), segmentation(
				result), outcome(result)).stream().filter(t -> !t.isEmpty()).toList()) + "\n\n" + Citations
					.latentReferences() + "\n";
	}

	private static String patches(final PhaseResult result, final PhaseRun run) {
		final PatchOptions o = result.maps().patches().options();
		final String size = result.scene().pixelSize() > 0 ? MethodsText.text(
			"%1$d x %1$d px (%2$.3g nm)", o.window(), o.window() * result.scene().pixelSize()) : MethodsText
				.text("%1$d x %1$d px", o.window());
		return MethodsText.text("The image (%s, %d x %d px) was cut into %d patches of %s %s, with %s.", run
			.image().imageName(), run.image().imageWidth(), run.image().imageHeight(), result.maps().patches()
				.count(), size, o.isAroundAtoms() ? "around atoms from " + run.atoms() : "every " + o.stride() +
					" px", o.scale() == PatchScale.ALL ? "brightness from the 0.1 % to the 99.9 % quantile taken as 0 to 1"
						: "the brightness of each from its least to its largest value taken as 0 to 1");
	}

	private static String network(final VaeSettings s) {
		final String invariance = switch (s.invariance()) {
			case NONE -> "no invariance";
			case SHIFT -> "invariance to shifts [3]";
			case ROTATION -> "invariance to rotations [3]";
			case SHIFT_AND_ROTATION -> "invariance to shifts and rotations [3]";
		};
		return MethodsText.text(
			"The autoencoder has %d content latent%s, %s, %d hidden layers of %d units (tanh) and a %s likelihood.",
			s.content(), s.content() == 1 ? "" : "s", invariance, s.layers(), s.width(), s
				.likelihood() == Likelihood.BERNOULLI ? "Bernoulli" : "Gaussian");
	}

	private static String training(final PhaseResult result) {
		final VaeSettings s = result.model().settings();
		return MethodsText.text(
			"It was trained for %d epochs in batches of %d by Adam (learning rate %.3g; seed %d)%s.", result
				.model().history().size(), s.batch(), s.learningRate(), s.seed(), s.kl().start() == 1 && s.kl()
					.end() == 1 ? "" : MethodsText.text(
						", with the weight of the Kullback-Leibler divergence from %.3g to %.3g over %d epochs", s.kl()
							.start(), s.kl().end(), s.kl().epochs()));
	}

	private static String physics(final VaeSettings s) {
		return switch (s.physics().form()) {
			case NONE -> "";
			case PUBLISHED -> MethodsText.text(
				"The evidence lower bound was multiplied by %.4g plus the total length of discontinuities of the latent maps, as published [1].",
				s.physics().weight());
			case DIFFERENTIABLE -> MethodsText.text(
				"Content latents were normalized to unit variance over each batch, and the mean squared difference between neighbouring patches was added to the loss with a weight of %.4g nats per patch.",
				s.physics().weight());
		};
	}

	private static String segmentation(final PhaseResult result) {
		if (!result.isFeasible()) return "";
		final SegmentationOptions o = result.options();
		final String smoothing = o.smoothing() == 0 ? "" : MethodsText.text(
			" after a bilateral filter (sigma %.3g patches and %.3g of the range)", o.smoothing(), o
				.colour());
		return o.method() == SegmentationOptions.Method.OTSU ? MethodsText.text(
			"Phases are %d classes of %s by multi-level Otsu thresholds over %d bins%s.", result.segmentation()
				.classes(), String.join(", ", result.segmentation().used()), MultiOtsu.BINS, smoothing)
			: MethodsText.text("Phases are the %d components of a Gaussian mixture of %s%s.", result
				.segmentation().classes(), String.join(", ", result.segmentation().used()), smoothing);
	}

	private static String outcome(final PhaseResult result) {
		if (!result.isFeasible()) return "All content latents collapsed, so no phases are told apart.";
		return MethodsText.text(
			"Their boundaries are %.4g %s long in all (Crofton's formula in four directions); the network draws the patches with a root-mean-square error of %.4g.",
			result.boundary(), result.scene().unitName(), result.reconstruction());
	}
}
