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
