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
