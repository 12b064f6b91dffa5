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

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;

/**
 * Parameters of amorphous regions that are given, some as multiples of the distance of atoms.
 *
 * @param features what atoms are told apart by
 * @param window side of patches, nm; 0: {@value #WINDOW} of the distance of atoms
 * @param normalization of patches
 * @param dimensions principal components of patches that are kept
 * @param model what finds the classes
 * @param components how many there are to be
 * @param covariance of a mixture
 * @param mask which pixels an atom stands for
 * @param threshold of the probability, 0 to 1
 * @param smoothing nm; below 0: {@value #SMOOTHING} of the distance of atoms
 * @param dilation nm
 * @param fewestAtoms regions of fewer atoms are dropped
 * @param leastContrast regions of less are dropped
 */
public record RegionSettings(FeatureSet features, double window,
	PatchNormalization normalization, int dimensions, ModelType model, int components,
	CovarianceType covariance, MaskRule mask, double threshold, double smoothing, double dilation,
	int fewestAtoms, double leastContrast)
{

	/** Of the median distance of an atom to its nearest one: what served well. */
	public static final double WINDOW = 2, SMOOTHING = 1;

	public RegionSettings {
		Checks.atLeast("window (nm)", window, 0);
		// It complains where a value is impossible.
		clustering(features, window > 0 ? window : 1, normalization, dimensions, model, covariance,
			components);
		rule(mask, threshold, Math.max(0, smoothing), dilation, fewestAtoms, leastContrast);
	}

	private static Clustering clustering(final FeatureSet features, final double window,
		final PatchNormalization normalization, final int dimensions, final ModelType model,
		final CovarianceType covariance, final int components)
	{
		return new Clustering(features, window, normalization, dimensions, model, covariance, components);
	}

	private static RegionRule rule(final MaskRule mask, final double threshold,
		final double smoothing, final double dilation, final int fewestAtoms,
		final double leastContrast)
	{
		return new RegionRule(mask, threshold, smoothing, dilation, fewestAtoms, leastContrast);
	}

	/** @param spacing median distance of an atom to its nearest one, nm */
	public Clustering clustering(final double spacing) {
		return clustering(features, window > 0 ? window : WINDOW * spacing, normalization, dimensions,
			model, covariance, components);
	}

	/** @param spacing median distance of an atom to its nearest one, nm */
	public RegionRule rule(final double spacing) {
		return rule(mask, threshold, smoothing < 0 ? SMOOTHING * spacing : smoothing, dilation, fewestAtoms,
			leastContrast);
	}
}
