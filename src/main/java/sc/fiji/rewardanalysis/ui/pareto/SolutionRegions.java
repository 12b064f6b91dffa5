package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSolution;

/**
 * A solution with its amorphous regions.
 *
 * @param solution what was found
 * @param layers its regions, in the one slice that was searched
 */
public record SolutionRegions(RegionSolution solution, String headline, String summary,
	String macro, List<RegionLayer> layers) implements Found
{

	public SolutionRegions {
		Checks.given("solution", solution);
		Checks.given("headline", headline);
		Checks.given("summary", summary);
		Checks.given("macro", macro);
		layers = List.copyOf(layers);
	}

	@Override
	public Evaluation evaluation() {
		return solution.evaluation();
	}
}
