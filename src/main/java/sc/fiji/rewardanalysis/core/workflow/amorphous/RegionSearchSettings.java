package sc.fiji.rewardanalysis.core.workflow.amorphous;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * What the user says of a search for amorphous regions. Ranges that are null follow from the
 * distance between atoms.
 *
 * @param objectives what is pursued
 * @param component which component is the amorphous one
 * @param features to choose from
 * @param models to choose from
 * @param covariances of mixtures to choose from
 * @param normalization of patches
 * @param window side of patches, nm
 * @param dimensions principal components that are kept
 * @param components how many there may be
 * @param threshold of the probability
 * @param smoothing of the map of probabilities, nm
 * @param dilation of the mask, nm
 * @param mask which pixels an atom stands for
 * @param fewestAtoms regions of fewer atoms are dropped
 * @param leastContrast regions of less are dropped
 */
public record RegionSearchSettings(RegionObjectives objectives,
	AmorphousRule component, List<FeatureSet> features, List<ModelType> models,
	List<CovarianceType> covariances, PatchNormalization normalization, Range window,
	Range dimensions, Range components, Range threshold, Range smoothing, Range dilation,
	MaskRule mask, int fewestAtoms, double leastContrast)
{

	public RegionSearchSettings {
		Checks.given("objectives", objectives);
		Checks.given("rule of the amorphous component", component);
		features = List.copyOf(features);
		models = List.copyOf(models);
		covariances = List.copyOf(covariances);
		Checks.given("normalization", normalization);
		Checks.given("mask", mask);
	}

	/**
	 * Where parameters are searched.
	 *
	 * @param spacing distance between atoms, nm
	 */
	public RegionRanges ranges(final double spacing) {
		final RegionRanges derived = RegionRanges.of(spacing);
		return new RegionRanges(features, models, covariances, window == null ? derived.windows()
			: RegionRanges.windows(window), normalization, or(dimensions, derived
				.dimensions()), or(components, derived.components()), or(threshold, derived.threshold()), or(
					smoothing, derived.smoothing()), or(dilation, derived.dilation()), mask, fewestAtoms,
			leastContrast);
	}

	private static Range or(final Range given, final Range derived) {
		return given == null ? derived : given;
	}
}
