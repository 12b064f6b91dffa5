package sc.fiji.rewardanalysis.core.workflow.classes;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.Criterion;

/**
 * How atoms are told apart in one pass.
 *
 * @param twoFold whether each patch is averaged with itself turned by 180 degrees, so that
 *          orientations of a species fall together
 * @param dimensions principal components that are kept; fewer if there are fewer
 * @param covariance shapes of the mixture's components
 * @param components how many; {@value #SUGGESTED} for what the criterion suggests of 2 to
 *          {@value #MOST_COMPONENTS}
 * @param criterion what suggests
 * @param seed of the mixture's random starts
 */
public record PassSettings(boolean twoFold, int dimensions, CovarianceType covariance,
	int components, Criterion criterion, long seed)
{

	/** In place of a number of components. */
	public static final int SUGGESTED = 0;

	/** Most components. */
	public static final int MOST_COMPONENTS = 8;

	/** Most principal components. */
	public static final int MOST_DIMENSIONS = 50;

	/** Principal components if nothing else is asked for. */
	public static final int DIMENSIONS = 5;

	public PassSettings {
		Checks.within("dimensions", dimensions, 1, MOST_DIMENSIONS);
		Checks.given("covariance", covariance);
		Checks.given("criterion", criterion);
		if (components != SUGGESTED) Checks.within("components", components, 2, MOST_COMPONENTS);
	}

	/** Turned patches, full covariance, as many components as ICL suggests. */
	public static PassSettings species(final long seed) {
		return new PassSettings(true, DIMENSIONS, CovarianceType.FULL, SUGGESTED, Criterion.ICL, seed);
	}

	/** The same model for the orientations of one class: patches as they are. */
	public PassSettings orientations(final int number) {
		return new PassSettings(false, dimensions, covariance, number, criterion, seed);
	}
}
