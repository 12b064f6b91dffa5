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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * Where parameters of amorphous regions are searched. Equal ends fix a range, a single name a
 * choice.
 *
 * @param features to choose from
 * @param models to choose from
 * @param covariances of mixtures to choose from
 * @param windows sides of patches, nm, ascending
 * @param normalization of patches
 * @param dimensions principal components that are kept
 * @param components how many there may be
 * @param threshold of the probability
 * @param smoothing nm
 * @param dilation nm
 * @param mask which pixels an atom stands for
 * @param fewestAtoms regions of fewer atoms are dropped
 * @param leastContrast regions of less are dropped
 */
public record RegionRanges(List<FeatureSet> features, List<ModelType> models,
	List<CovarianceType> covariances, List<Double> windows, PatchNormalization normalization,
	Range dimensions, Range components, Range threshold, Range smoothing, Range dilation,
	MaskRule mask, int fewestAtoms, double leastContrast)
{

	/** Windows to try between the smallest and the largest. */
	private static final int WINDOWS = 8;

	/** Of the distance between atoms: a patch that holds the atom, and one with all neighbours. */
	private static final double SMALLEST = 1.25, LARGEST = 4;

	public RegionRanges {
		features = notEmpty("features", features);
		models = notEmpty("models", models);
		covariances = notEmpty("covariances", covariances);
		windows = notEmpty("windows", windows);
		Checks.given("normalization", normalization);
		whole("dimensions", dimensions, 1, Clustering.MOST_DIMENSIONS);
		whole("components", components, 2, Clustering.MOST_COMPONENTS);
		Checks.within("threshold", threshold.low(), 0, 1);
		Checks.within("threshold", threshold.high(), threshold.low(), 1);
		Checks.given("smoothing", smoothing);
		Checks.given("dilation", dilation);
		Checks.given("mask", mask);
		Checks.atLeast("fewest_atoms", fewestAtoms, 1);
		Checks.atLeast("least_contrast", leastContrast, 0);
	}

	private static <T> List<T> notEmpty(final String name, final List<T> values) {
		if (values.isEmpty()) throw new RewardAnalysisException(
			"There are no %s to choose from; give at least one.", name);
		return List.copyOf(values);
	}

	private static void whole(final String name, final Range range, final int low, final int high) {
		Checks.given(name, range);
		Checks.within(name, range.low(), low, high);
		Checks.within(name, range.high(), range.low(), high);
	}

	/**
	 * Everything that is worth trying.
	 *
	 * @param spacing distance between atoms, nm
	 */
	public static RegionRanges of(final double spacing) {
		return new RegionRanges(List.of(FeatureSet.values()), List.of(ModelType.values()), List.of(
			CovarianceType.values()), windows(new Range(SMALLEST * spacing, LARGEST * spacing)),
			PatchNormalization.OFFSET, new Range(2, 12), new Range(2, Clustering.MOST_COMPONENTS),
			new Range(0.1, 0.9), new Range(0, 1.5 * spacing), new Range(0, spacing / 2), MaskRule.NEAREST,
			RegionRule.FEWEST_ATOMS, RegionRule.LEAST_CONTRAST);
	}

	/** Some windows from the smallest to the largest, in equal ratios; one if both are equal. */
	public static List<Double> windows(final Range range) {
		Checks.positive("window (nm)", range.low());
		if (range.low() == range.high()) return List.of(range.low());
		final double ratio = Math.pow(range.high() / range.low(), 1.0 / (WINDOWS - 1));
		// A thousandth of a nanometre is less than any pixel.
		return DoubleStream.iterate(range.low(), w -> w * ratio).limit(WINDOWS).map(w -> Math.rint(w *
			1000) / 1000).distinct().boxed().toList();
	}

	/** The parameters that matter, some of them sometimes only. */
	SearchSpace space() {
		final String[] pixels = features.stream().filter(FeatureSet::hasPixels).map(RegionRanges::word)
			.toArray(String[]::new);
		final List<Parameter> all = new ArrayList<>(List.of(choice("features", features), choice("model",
			models)));
		if (models.contains(ModelType.MIXTURE)) all.add(choice("covariance", covariances));
		if (pixels.length > 0) {
			all.add(new Parameter.Levels("window", "nm", windows));
			all.add(whole("dimensions", dimensions));
		}
		all.add(whole("components", components));
		all.add(Parameter.of("threshold", "1", threshold.low(), threshold.high(), false));
		if (mask == MaskRule.NEAREST) all.add(Parameter.of("smoothing", "nm", smoothing.low(), smoothing
			.high(), false));
		all.add(Parameter.of("dilation", "nm", dilation.low(), dilation.high(), false));
		SearchSpace space = new SearchSpace(all);
		if (pixels.length > 0 && pixels.length < features.size()) space = space.when("window", "features",
			pixels).when("dimensions", "features", pixels);
		if (models.contains(ModelType.MIXTURE) && models.size() > 1) space = space.when("covariance", "model",
			word(ModelType.MIXTURE));
		return space;
	}

	private static Parameter choice(final String name, final List<? extends Enum<?>> options) {
		return new Parameter.Choice(name, options.stream().map(RegionRanges::word).toList());
	}

	/** The name of an option in files. */
	public static String word(final Enum<?> option) {
		return option.name().toLowerCase(Locale.ROOT);
	}

	private static Parameter whole(final String name, final Range range) {
		return range.low() == range.high() ? new Parameter.Fixed(name, "1", range.low())
			: new Parameter.Whole(name, "1", (int) range.low(), (int) range.high());
	}

	/** How a configuration clusters. */
	Clustering clustering(final Configuration c, final SearchSpace space) {
		final FeatureSet set = option(FeatureSet.values(), "features", c, space);
		final ModelType model = option(ModelType.values(), "model", c, space);
		return new Clustering(set, set.hasPixels() ? c.get("window") : 0, normalization, set.hasPixels()
			? (int) c.get("dimensions") : 0, model, model == ModelType.MIXTURE ? option(CovarianceType
				.values(), "covariance", c, space) : null, (int) c.get("components"));
	}

	private static <E extends Enum<E>> E option(final E[] values, final String name,
		final Configuration c, final SearchSpace space)
	{
		final String word = ((Parameter.Choice) space.parameters().stream().filter(p -> p.name().equals(
			name)).findFirst().orElseThrow()).option(c);
		return Arrays.stream(values).filter(v -> word(v).equals(word)).findFirst().orElseThrow();
	}

	/** How a configuration's regions follow from the clusters. */
	RegionRule rule(final Configuration c) {
		return new RegionRule(mask, c.get("threshold"), mask == MaskRule.NEAREST ? c.get("smoothing") : 0,
			c.get("dilation"), fewestAtoms, leastContrast);
	}
}
