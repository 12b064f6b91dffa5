package sc.fiji.rewardanalysis.core.workflow.atoms;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.reward.AtomSet;

/**
 * A threshold and a least distance with the atoms that they leave of a network's maxima.
 *
 * @param evaluation parameters and rewards
 * @param threshold probability that a maximum must reach
 * @param distance at which two atoms may be, px
 * @param atoms what remains
 * @param errors indices of the atoms that the spacing error blames
 */
public record NetworkSolution(Evaluation evaluation, double threshold, double distance,
	AtomSet atoms, int[] errors)
{

	public NetworkSolution {
		Checks.given("evaluation", evaluation);
		Checks.given("atoms", atoms);
		errors = errors.clone();
	}

	@Override
	public int[] errors() {
		return errors.clone();
	}
}
