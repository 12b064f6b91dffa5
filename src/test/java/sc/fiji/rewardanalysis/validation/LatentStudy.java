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

import static sc.fiji.rewardanalysis.validation.MarkdownTable.two;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.latent.Invariance;
import sc.fiji.rewardanalysis.core.latent.LatentMaps;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.latent.Segmentation;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions.Method;

/**
 * How well phases are told apart, on simulated images of known domains, by principal components
 * and by autoencoders with and without invariances and physics, all with the same patches and
 * the same segmentations: a Gaussian mixture of two components of the latents, and Otsu's threshold
 * of the latent that it divides best, each of the latents as they are and after the same bilateral
 * filter over neighbouring patches, the cheap rival of a physics loss. Prints Markdown tables of
 * medians and ranges over seeds; a seed is another specimen, other noise and other weights.
 * <p>
 * Usage: {@code LatentStudy [quick|full] [scene]}; quick takes one seed and the first scene, full
 * five seeds and three scenes, unless one is named.
 */
public final class LatentStudy {

	/** σ of the filter, steps of patches. */
	static final double SMOOTHING = 1.5;

	/** Specimens that no setting was tried on; those up to 105 were. */
	private static final long FIRST_SEED = 300;

	private LatentStudy() {}

	public static void main(final String... args) {
		final boolean isQuick = args.length > 0 && args[0].equals("quick");
		final List<String> scenes = args.length > 1 ? List.of(args[1]) : isQuick ? List.of(
			LatentScene.DUMBBELLS) : List.copyOf(LatentScene.scenes().keySet()).subList(0, 3);
		scenes.forEach(name -> table(name, isQuick ? 1 : 5));
	}

	private static void table(final String name, final int seeds) {
		System.out.println("\n" + name + ", " + seeds + (seeds == 1 ? " seed\n" : " seeds\n"));
		final MarkdownTable table = new MarkdownTable(System.out, "method", "mixture: ARI", "boundary",
			"Otsu: ARI", "boundary", "mixture, filtered: ARI", "boundary", "Otsu, filtered: ARI", "boundary",
			"s");
		for (final LatentMethod method : methods(name)) {
			final double[][] measured = new double[seeds][];
			for (int seed = 1; seed <= seeds; seed++)
				measured[seed - 1] = measure(name, method, seed);
			final List<String> row = new ArrayList<>(List.of(method.name()));
			for (int k = 0; k < 8; k++)
				row.add(spread(column(measured, k)));
			row.add(String.format(Locale.ROOT, "%.0f", MarkdownTable.median(column(measured, 8))));
			table.row(row);
		}
	}

	/** What is compared on a scene. */
	private static List<LatentMethod> methods(final String name) {
		final List<LatentMethod> methods = new ArrayList<>(List.of(LatentMethod.pca(2), LatentMethod.pca(
			5), LatentMethod.pca(20)));
		for (final Invariance invariance : invariances(name))
			methods.addAll(LatentMethod.forms(LatentScene.settings(name).withInvariance(invariance),
				LatentScene.PUBLISHED, LatentScene.DIFFERENTIABLE));
		methods.add(LatentMethod.ablation(LatentScene.settings(name).withInvariance(rightOne(name))));
		// The published form needs a raster.
		if (!LatentScene.isRaster(name)) methods.removeIf(m -> m.settings().physics()
			.form() == PhysicsLoss.Form.PUBLISHED);
		return methods;
	}

	/** Rasters take long, so there only what isn't asked of the phases is left out. */
	private static List<Invariance> invariances(final String name) {
		return LatentScene.isRaster(name) ? List.of(Invariance.NONE, rightOne(name)) : List.of(Invariance
			.values());
	}

	/** What varies from patch to patch in a scene. */
	private static Invariance rightOne(final String name) {
		return LatentScene.scenes().get(name).grains() > 1 ? Invariance.SHIFT_AND_ROTATION
			: Invariance.SHIFT;
	}

	/** ARI and boundary length in units of the truth's of the four segmentations; seconds. */
	private static double[] measure(final String name, final LatentMethod method, final int seed) {
		final LatentScene scene = LatentScene.of(name, LatentScene.scenes().get(name).withSeed(FIRST_SEED +
			seed));
		final long start = System.nanoTime();
		final LatentMaps maps = method.maps(scene.patches(), seed);
		final double[] measured = new double[9];
		measured[8] = (System.nanoTime() - start) * 1e-9;
		int k = 0;
		for (final double smoothing : new double[] { 0, SMOOTHING })
			for (final Method division : List.of(Method.MIXTURE, Method.OTSU)) {
				final Segmentation phases = Segmentation.of(maps, new SegmentationOptions(division, 2, 0,
					smoothing, SegmentationOptions.COLOUR, seed), Progress.NONE);
				measured[k++] = scene.agreement(phases.labels());
				measured[k++] = scene.boundary(phases.labels(), phases.classes());
			}
		return measured;
	}

	private static double[] column(final double[][] rows, final int k) {
		return Arrays.stream(rows).mapToDouble(r -> r[k]).toArray();
	}

	/** Median and range. */
	private static String spread(final double[] values) {
		return two(MarkdownTable.median(values)) + (values.length == 1 ? "" : " (" + two(Arrays.stream(
			values).min().getAsDouble()) + " … " + two(Arrays.stream(values).max().getAsDouble()) + ")");
	}
}
