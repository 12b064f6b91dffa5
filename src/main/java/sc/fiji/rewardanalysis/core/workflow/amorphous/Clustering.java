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
 * How atoms are clustered. What doesn't matter for the features or the model is the same for
 * all, so that equal clusterings are equal.
 *
 * @param features what atoms are told apart by
 * @param window side of the patches, nm; 0 without patches
 * @param normalization of patches; null without patches
 * @param dimensions principal components of patches that are kept; 0 without patches
 * @param model what finds the classes
 * @param covariance of a mixture; null for k-means
 * @param components how many there are to be
 */
public record Clustering(FeatureSet features, double window, PatchNormalization normalization,
	int dimensions, ModelType model, CovarianceType covariance, int components)
{

	/** Most principal components. */
	public static final int MOST_DIMENSIONS = 50;

	/** Most components. */
	public static final int MOST_COMPONENTS = 8;

	public Clustering {
		Checks.given("features", features);
		Checks.given("model", model);
		Checks.within("components", components, 2, MOST_COMPONENTS);
		if (features.hasPixels()) {
			Checks.positive("window (nm)", window);
			Checks.given("normalization", normalization);
			Checks.within("dimensions", dimensions, 1, MOST_DIMENSIONS);
		}
		else {
			window = 0;
			normalization = null;
			dimensions = 0;
		}
		if (model == ModelType.KMEANS) covariance = null;
		else Checks.given("covariance", covariance);
	}
}
