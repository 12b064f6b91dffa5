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

package sc.fiji.rewardanalysis.core.workflow.classes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.clustering.GaussianMixture;
import sc.fiji.rewardanalysis.core.clustering.Memberships;
import sc.fiji.rewardanalysis.core.clustering.MixtureOptions;
import sc.fiji.rewardanalysis.core.clustering.ModelSelection;
import sc.fiji.rewardanalysis.core.clustering.Pca;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.clustering.Samples;
import sc.fiji.rewardanalysis.core.feature.Features;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.feature.Patches;

/**
 * Atoms that were told apart by their patches: principal components, then a Gaussian
 * mixture. Classes are the mixture's components in an order that no sign or start decides;
 * see {@link #of}.
 *
 * @param settings how
 * @param atoms which of the given atoms, ascending
 * @param scores a row for each of them, an axis a principal component
 * @param explained parts of the variance that these explain
 * @param mixture the model
 * @param selection the mixtures that it was chosen from; null if the number was given
 * @param order for each class the mixture's component
 * @param memberships of each atom to the mixture's components
 * @param means for each class the mean patch in units of the image, row by row; shared, not
 *          to be changed
 */
public record ClassificationPass(PassSettings settings, int[] atoms, Points scores,
	double[] explained, GaussianMixture mixture, ModelSelection selection, int[] order,
	Memberships memberships, float[][] means)
{

	public ClassificationPass {
		Checks.given("settings", settings);
		Checks.given("mixture", mixture);
		Checks.given("memberships", memberships);
	}

	/**
	 * Tells atoms apart.
	 * <p>
	 * Classes are numbered by falling brightness at the centre of their mean patches.
	 * Orientations are equally bright, so they are numbered by where their surroundings are
	 * brighter: by the centre of mass of their mean patches, from top to bottom, or from left to
	 * right if they differ more in that direction.
	 *
	 * @param orientations whether classes are numbered as orientations
	 * @throws RewardAnalysisException if there are too few atoms for the model, or their patches
	 *           are all the same
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	static ClassificationPass of(final Patches patches, final PassSettings settings,
		final boolean orientations, final Progress progress)
	{
		progress.update(0, "Patches of " + patches.size() + " atoms");
		final Samples cached = patches.cached(progress);
		final Samples samples = settings.twoFold() ? new TwoFold(cached) : cached;
		final int dimensions = Math.min(settings.dimensions(), Math.min(samples.dimension(), samples
			.size() - 1));
		Features.checkDiffer(samples, progress);
		final Pca pca = Pca.fit(samples, dimensions, settings.seed(), progress.part(0, 0.1));
		final Points scores = pca.project(samples, progress);
		final Progress rest = progress.part(0.1, 1);
		final MixtureOptions options = MixtureOptions.of(Math.max(2, settings.components()), settings
			.covariance(), settings.seed());
		final ModelSelection selection = settings.components() == PassSettings.SUGGESTED ? ModelSelection
			.run(scores, options, 2, distinct(scores), settings.criterion(), rest) : null;
		final GaussianMixture mixture = selection == null ? GaussianMixture.fit(scores, options, rest)
			: selection.mixture();
		final Memberships memberships = mixture.memberships(scores, progress);
		final float[][] means = patches.with(PatchNormalization.NONE).means(memberships, progress);
		final int[] order = order(means, patches.window().points(), !orientations);
		return new ClassificationPass(settings, patches.indices(), scores, pca.explainedVarianceRatio(),
			mixture, selection, order, memberships, IntStream.of(order).mapToObj(c -> means[c]).toArray(
				float[][]::new));
	}

	/** How many scores differ from each other, 2 to as many as classes are suggested. */
	private static int distinct(final Points scores) {
		final Set<List<Double>> seen = new HashSet<>();
		for (int i = 0; i < scores.size() && seen.size() < PassSettings.MOST_COMPONENTS; i++) {
			final int atom = i;
			seen.add(IntStream.range(0, scores.dimension()).mapToObj(axis -> scores.get(atom, axis))
				.toList());
		}
		return Math.max(2, seen.size());
	}

	private static int[] order(final float[][] means, final int side, final boolean byBrightness) {
		final double[] key = new double[means.length];
		if (byBrightness) for (int c = 0; c < key.length; c++)
			key[c] = -centre(means[c], side);
		else {
			final double[][] mass = IntStream.range(0, 2).mapToObj(axis -> IntStream.range(0,
				means.length).mapToDouble(c -> massCentre(means[c], side, axis)).toArray()).toArray(
					double[][]::new);
			System.arraycopy(mass[range(mass[1]) >= range(mass[0]) ? 1 : 0], 0, key, 0, key.length);
		}
		return IntStream.range(0, key.length).boxed().sorted(Comparator.comparingDouble(c -> key[c]))
			.mapToInt(c -> c).toArray();
	}

	private static double range(final double[] values) {
		return IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElse(0) - IntStream
			.range(0, values.length).mapToDouble(i -> values[i]).min().orElse(0);
	}

	/** Brightness at the middle: of one point, or the mean of the four around it. */
	private static double centre(final float[] patch, final int side) {
		final int low = (side - 1) / 2, high = side / 2;
		return 0.25 * (patch[low * side + low] + patch[low * side + high] + patch[high * side + low] +
			patch[high * side + high]);
	}

	/** Of what is brighter than the darkest point, from the middle, points. */
	private static double massCentre(final float[] patch, final int side, final int axis) {
		double least = Double.POSITIVE_INFINITY, sum = 0, moment = 0;
		for (final float value : patch)
			least = Math.min(least, value);
		for (int i = 0; i < patch.length; i++) {
			final double place = (axis == 0 ? i % side : i / side) - 0.5 * (side - 1);
			sum += patch[i] - least;
			moment += (patch[i] - least) * place;
		}
		return sum > 0 ? moment / sum : 0;
	}

	/** How many classes there are. */
	public int classes() {
		return order.length;
	}

	/** The class of an atom, the most probable one. */
	public int label(final int atom) {
		int best = 0;
		for (int c = 1; c < order.length; c++)
			if (probability(atom, c) > probability(atom, best)) best = c;
		return best;
	}

	/** The classes of all atoms of this pass, in their order. */
	public int[] labels() {
		return IntStream.range(0, atoms.length).map(this::label).toArray();
	}

	/** How probably an atom belongs to a class. */
	public double probability(final int atom, final int cls) {
		return memberships.probability(atom, order[cls]);
	}

	/** The share of a class in the mixture. */
	public double weight(final int cls) {
		return mixture.weights()[order[cls]];
	}

	/** Brightness at the centre of the mean patch, in units of the image. */
	public double brightness(final int cls) {
		return centre(means[cls], (int) Math.round(Math.sqrt(means[cls].length)));
	}

	/** What should be known of the model: components that died, the number that is suggested. */
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		if (selection != null) notes.add(selection.reason());
		if (mixture.dropped() > 0) notes.add(String.format(Locale.ROOT,
			"%d of %d components died, for too few atoms were left to them; %d classes remain.", mixture
				.dropped(), mixture.dropped() + mixture.components(), mixture.components()));
		if (!mixture.converged()) notes.add(
			"The mixture hadn't converged after the most steps; another covariance or fewer dimensions may.");
		return notes;
	}
}
