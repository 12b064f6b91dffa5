package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;

/**
 * A macro's values with what it leaves.
 *
 * @param outcome what it leaves
 * @param macro the macro with these values
 * @param layers its points, areas or particles, in the one slice that was searched
 */
public record TunedMacro(Evaluation evaluation, MacroOutcome outcome, String headline,
	String summary, String macro, List<MacroLayer> layers) implements Found
{

	public TunedMacro {
		Checks.given("evaluation", evaluation);
		Checks.given("outcome", outcome);
		Checks.given("headline", headline);
		Checks.given("summary", summary);
		Checks.given("macro", macro);
		layers = List.copyOf(layers);
	}
}
