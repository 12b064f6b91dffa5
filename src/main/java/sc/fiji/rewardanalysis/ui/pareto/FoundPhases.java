package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;

/**
 * A weight of the physics loss with its phases.
 *
 * @param result what was found
 * @param layers its phases, in the one slice that was searched
 */
public record FoundPhases(Evaluation evaluation, PhaseResult result, String headline,
	String summary, String macro, List<PhaseLayer> layers) implements Found
{

	public FoundPhases {
		Checks.given("evaluation", evaluation);
		Checks.given("phases", result);
		Checks.given("headline", headline);
		Checks.given("summary", summary);
		Checks.given("macro", macro);
		layers = List.copyOf(layers);
	}
}
