package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.Map;

/**
 * A solution of a search that has ended, as its files have it.
 *
 * @param id the number of the evaluation
 * @param numbers parameters that are numbers, by name
 * @param choices the others: what was chosen, by name
 * @param count atoms that were counted then; NaN if unknown
 */
public record EarlierSolution(int id, Map<String, Double> numbers, Map<String, String> choices,
	double count)
{

	public EarlierSolution {
		numbers = Map.copyOf(numbers);
		choices = Map.copyOf(choices);
	}
}
