package sc.fiji.rewardanalysis.core.workflow.atoms;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.reward.AtomSet;

/**
 * One point of the search with its atoms.
 *
 * @param evaluation parameters and rewards
 * @param preparation what is done to the image before
 * @param parameters the detection that {@code blob_log} would repeat
 * @param atoms what it found
 * @param errors indices of the atoms that the spacing error blames
 */
public record AtomSolution(Evaluation evaluation, Preparation preparation,
	LogParameters parameters, AtomSet atoms, int[] errors)
{

	public AtomSolution {
		Checks.given("evaluation", evaluation);
		Checks.given("preparation", preparation);
		Checks.given("parameters", parameters);
		Checks.given("atoms", atoms);
		errors = errors.clone();
	}

	@Override
	public int[] errors() {
		return errors.clone();
	}
}
