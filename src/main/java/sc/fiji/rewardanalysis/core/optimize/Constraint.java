package sc.fiji.rewardanalysis.core.optimize;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A quantity that each evaluation measures and that must not exceed a limit. Its value
 * tells an engine how far a setting is from being allowed, which a mere yes or no
 * doesn't.
 *
 * @param name what tables call it
 * @param unit its unit, empty if it has none
 * @param limit the largest value that is allowed
 */
public record Constraint(String name, String unit, double limit) {

	public Constraint {
		Checks.given("The name of a constraint", name);
		if (name.isBlank()) throw new RewardAnalysisException("A constraint needs a name.");
		Checks.given("The unit of " + name, unit);
		Checks.finite("The limit of " + name, limit);
	}

	/** Whether a value is allowed; NaN is not, and nothing infinite. */
	public boolean isMet(final double value) {
		return value <= limit && Outcomes.isUsable(value);
	}
}
