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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.latent.LatentMaps;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.Manifold;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.PhaseMap;
import sc.fiji.rewardanalysis.core.latent.Segmentation;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions;

/**
 * The phases of an image.
 *
 * @param scene the image
 * @param model what was learnt of its patches
 * @param maps latents of the patches
 * @param options how they were divided
 * @param segmentation the phase of each patch
 * @param phases where phases are
 * @param manifold what the model draws
 * @param reconstruction root of the mean squared difference of the patches' pixels and what the
 *          model draws for their latents, in units of the patches, 0 to 1
 */
public record PhaseResult(PhaseScene scene, LatentModel model, LatentMaps maps,
	SegmentationOptions options, Segmentation segmentation, PhaseMap phases, Manifold manifold,
	double reconstruction)
{

	/** Nats that a latent tells of a patch; only one that ran away is said to tell more. */
	private static final double ABSURD = 1000;

	/** Patches that are drawn at a time. */
	private static final int BLOCK = 512;

	public PhaseResult {
		Checks.given("model", model);
		Checks.given("phases", phases);
	}

	/**
	 * What follows from a model.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static PhaseResult of(final PhaseScene scene, final PatchSet patches,
		final LatentModel model, final SegmentationOptions options, final Progress progress)
	{
		progress.update(0, "Mapping latents");
		final LatentMaps maps = new LatentMaps(patches, model.settings(), model.encode(patches, progress
			.silent()));
		progress.update(0.3, "Telling phases apart");
		final Segmentation segmentation = Segmentation.of(maps, options, progress.silent());
		final PhaseMap phases = PhaseMap.of(patches, scene.width(), scene.height(), scene.area(),
			segmentation.labels(), segmentation.classes(), progress.silent());
		progress.update(0.5, "Drawing the manifold");
		return new PhaseResult(scene, model, maps, options, segmentation, phases, Manifold.of(model, maps,
			progress.silent()), reconstruction(model, maps, progress.part(0.5, 1)));
	}

	/** The same model with phases told apart in another way. */
	public PhaseResult with(final SegmentationOptions other, final Progress progress) {
		final Segmentation again = Segmentation.of(maps, other, progress);
		return new PhaseResult(scene, model, maps, other, again, PhaseMap.of(maps.patches(), scene.width(),
			scene.height(), scene.area(), again.labels(), again.classes(), progress), manifold,
			reconstruction);
	}

	private static double reconstruction(final LatentModel model, final LatentMaps maps,
		final Progress progress)
	{
		final float[][] points = maps.latents().points(), patches = maps.patches().patches();
		double sum = 0;
		for (int from = 0; from < points.length; from += BLOCK) {
			progress.update((double) from / points.length, "Comparing patches with what the network draws");
			final int to = Math.min(points.length, from + BLOCK);
			final float[][] drawn = model.decode(Arrays.copyOfRange(points, from, to), progress.silent());
			for (int i = from; i < to; i++)
				for (int k = 0; k < patches[i].length; k++) {
					final double d = (double) drawn[i - from][k] - patches[i][k];
					sum += d * d;
				}
		}
		return Math.sqrt(sum / ((double) points.length * patches[0].length));
	}

	/** Length of all boundaries, each counted once, nm or px. */
	public double boundary() {
		return phases.boundary() * scene.unit();
	}

	/** Whether phases could be told apart at all. */
	public boolean isFeasible() {
		return segmentation.classes() > 1;
	}

	/** What the user should know besides, sentences. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		if (!model.advice().isEmpty()) notes.add(model.advice());
		final List<String> collapsed = maps.collapsed();
		if (ranAway()) notes.add(
			"Latents ran away, thousands of standard deviations from their prior; lower the learning rate.");
		else if (!collapsed.isEmpty()) notes.add("Collapsed, so ignored: " + String.join(", ", collapsed) +
			". The network tells nothing by " + (collapsed.size() == 1 ? "it" : "them") + (isFeasible() ? "."
				: "; train longer, lower the KL weight or the weight of the physics loss."));
		if (segmentation.classes() < options.classes() && isFeasible()) notes.add("Only " + segmentation
			.classes() + " of " + options.classes() + " classes have patches.");
		return notes;
	}

	private boolean ranAway() {
		return IntStream.range(0, maps.count()).anyMatch(k -> maps.divergence(k) > ABSURD);
	}

	/** One line. */
	public String verdict() {
		final String patches = Words.count(maps.patches().count(), "patch").replace("patchs", "patches");
		if (!isFeasible()) return "No phases: all latents of " + patches + " have collapsed.";
		return String.format(Locale.ROOT,
			"%d phases of %s, boundaries %.1f %s long, reconstruction error %.4f.", segmentation.classes(),
			patches, boundary(), scene.unitName(), reconstruction);
	}
}
