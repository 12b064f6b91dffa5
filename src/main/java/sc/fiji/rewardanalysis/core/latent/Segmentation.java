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

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.GaussianMixture;
import sc.fiji.rewardanalysis.core.clustering.Memberships;
import sc.fiji.rewardanalysis.core.clustering.MixtureOptions;
import sc.fiji.rewardanalysis.core.clustering.Points;

/**
 * The phase of each patch. Latents that have collapsed are left out; if all content latents have,
 * all patches are one phase.
 *
 * @param labels by patch, from 0: by rising latent (thresholds) or falling number of patches
 *          (mixture); shared, not to be changed
 * @param classes how many there are, those without a patch left out
 * @param used names of the latents that were used
 * @param thresholds of one latent, in its unit, ascending; empty of a mixture
 * @param separation the share of the variance of the used latents, each from 0 to 1, that lies
 *          between phases
 */
public record Segmentation(int[] labels, int classes, List<String> used, double[] thresholds,
	double separation)
{

	public Segmentation {
		used = List.copyOf(used);
	}

	/**
	 * Divides patches into phases.
	 *
	 * @throws RewardAnalysisException if there are too few patches, or the chosen latent isn't
	 *           there or has collapsed
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static Segmentation of(final LatentMaps maps, final SegmentationOptions options,
		final Progress progress)
	{
		Checks.given("segmentation", options);
		options.checkLatent(maps.settings());
		final List<Integer> telling = options.method() == SegmentationOptions.Method.OTSU && options
			.latent() > 0 ? List.of(chosen(maps, options.latent())) : maps.telling();
		if (telling.isEmpty()) return new Segmentation(new int[maps.patches().count()], 1, List.of(),
			new double[0], 0);
		return options.method() == SegmentationOptions.Method.OTSU ? thresholded(maps, telling, options,
			progress) : mixed(maps, telling, options, progress);
	}

	private static int chosen(final LatentMaps maps, final int latent) {
		final int index = maps.settings().firstContent() + latent - 1;
		if (maps.isCollapsed(index)) throw new RewardAnalysisException(
			"The latent z%d has collapsed: it is the same for all patches. Choose another one, or 0 for the best.",
			latent);
		return index;
	}

	private static Segmentation thresholded(final LatentMaps maps, final List<Integer> latents,
		final SegmentationOptions options, final Progress progress)
	{
		Segmentation best = null;
		for (final int latent : latents) {
			final float[] smooth = LatentSmoothing.of(maps.patches(), maps.latents().means()[latent],
				options.smoothing(), options.colour(), progress);
			final double[] thresholds = MultiOtsu.thresholds(smooth, options.classes());
			final int[] labels = MultiOtsu.labels(smooth, thresholds);
			final double separation = MultiOtsu.separation(smooth, labels);
			if (best != null && separation <= best.separation) continue;
			best = compact(labels, List.of(maps.name(latent)), unscaled(thresholds, maps.latents()
				.means()[latent]), separation);
		}
		return best;
	}

	private static double[] unscaled(final double[] thresholds, final float[] means) {
		final double[] range = IntStream.range(0, means.length).mapToDouble(i -> means[i]).sorted()
			.toArray();
		final double low = range[0], high = range[range.length - 1];
		return Arrays.stream(thresholds).map(t -> low + t * (high - low)).toArray();
	}

	private static Segmentation mixed(final LatentMaps maps, final List<Integer> latents,
		final SegmentationOptions options, final Progress progress)
	{
		final int n = maps.patches().count(), d = latents.size();
		final float[][] smooth = latents.stream().map(latent -> LatentSmoothing.of(maps.patches(), maps
			.latents().means()[latent], options.smoothing(), options.colour(), progress)).toArray(
				float[][]::new);
		final double[] values = new double[n * d];
		for (int i = 0; i < n; i++)
			for (int k = 0; k < d; k++)
				values[i * d + k] = smooth[k][i];
		final Points points = new Points(n, d, values);
		final GaussianMixture mixture = GaussianMixture.fit(points, MixtureOptions.of(options.classes(),
			CovarianceType.FULL, options.seed()), progress.silent());
		final Memberships memberships = mixture.memberships(points, progress.silent());
		final int[] labels = IntStream.range(0, n).map(memberships::label).toArray();
		final double separation = Arrays.stream(smooth).mapToDouble(values1 -> MultiOtsu.separation(values1,
			labels)).average().orElse(0);
		return compact(labels, latents.stream().map(maps::name).toList(), new double[0], separation);
	}

	/** Without classes that have no patch. */
	private static Segmentation compact(final int[] labels, final List<String> used,
		final double[] thresholds, final double separation)
	{
		final int[] present = Arrays.stream(labels).distinct().sorted().toArray();
		return new Segmentation(Arrays.stream(labels).map(label -> Arrays.binarySearch(present, label))
			.toArray(), present.length, used, thresholds, separation);
	}

	/** How many patches each phase has. */
	public int[] counts() {
		final int[] counts = new int[classes];
		for (final int label : labels)
			counts[label]++;
		return counts;
	}
}
