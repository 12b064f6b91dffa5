package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;

/**
 * A solution with its atoms.
 *
 * @param layers its atoms, a layer a slice
 * @param atoms the same for editing; null if they can't be edited, or not yet
 */
public record FoundAtoms(Evaluation evaluation, String headline, String summary, String macro,
	List<AtomLayer> layers, EditedAtoms atoms) implements Found
{

	public FoundAtoms {
		Checks.given("evaluation", evaluation);
		Checks.given("headline", headline);
		Checks.given("summary", summary);
		Checks.given("macro", macro);
		layers = List.copyOf(layers);
	}
}
