package sc.fiji.rewardanalysis.core.workflow.amorphous;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;

/**
 * One of a search's solutions.
 *
 * @param evaluation which one
 * @param regions what it finds
 */
public record RegionSolution(Evaluation evaluation, AmorphousRegions regions) {

	public RegionSolution {
		Checks.given("evaluation", evaluation);
		Checks.given("regions", regions);
	}
}
