package sc.fiji.rewardanalysis.core.optimize;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One quantity that a study minimises.
 *
 * @param name what tables and axes call it
 * @param unit its unit, empty if it has none
 * @param link how it follows from the signal that a reward reports
 * @param reference its natural upper bound: values beyond it are worth nothing.
 *          Hypervolumes are measured from here
 */
public record Objective(String name, String unit, Link link, double reference) {

	public Objective {
		Checks.given("The name of an objective", name);
		if (name.isBlank()) throw new RewardAnalysisException("An objective needs a name.");
		Checks.given("The unit of " + name, unit);
		Checks.given("The link of " + name, link);
		Checks.finite("The reference of " + name, reference);
	}

	/** One without a unit that a model sees as it is. */
	public static Objective of(final String name, final double reference) {
		return new Objective(name, "", Link.identity(), reference);
	}
}
