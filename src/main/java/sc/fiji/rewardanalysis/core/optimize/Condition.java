package sc.fiji.rewardanalysis.core.optimize;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * When a parameter matters: where another one, a {@link Parameter.Choice}, is one of
 * some options.
 *
 * @param choice the name of the other parameter
 * @param options those of its options with which the parameter matters
 */
public record Condition(String choice, List<String> options) {

	public Condition {
		Checks.given("The name of a condition's choice", choice);
		options = List.copyOf(Checks.given("The options of a condition", options));
		if (options.isEmpty()) throw new RewardAnalysisException(
			"A parameter that matters with no option of %s can be left out.", choice);
	}
}
