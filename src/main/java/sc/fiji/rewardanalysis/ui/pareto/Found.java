package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;

/**
 * A solution with its atoms.
 *
 * @param evaluation which one
 * @param headline a line or two above the chart: what was expected and found
 * @param summary what there is to say of it
 * @param macro the macro line that finds these atoms; empty if there is none
 * @param layers its atoms, a layer a slice
 * @param atoms the same for editing; null if they can't be edited, or not yet
 */
public record Found(Evaluation evaluation, String headline, String summary, String macro,
	List<Layer> layers, EditedAtoms atoms)
{

	public Found {
		Checks.given("evaluation", evaluation);
		Checks.given("headline", headline);
		Checks.given("summary", summary);
		Checks.given("macro", macro);
		layers = List.copyOf(layers);
	}

	/** The atoms in a slice, from 1. */
	public Optional<Layer> layer(final int slice) {
		return layers.stream().filter(l -> l.slice() == slice).findFirst();
	}
}
