package sc.fiji.rewardanalysis.core.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All of a training that is needed to continue it exactly: random numbers come from the seed and the
 * epoch's number, so they need no state.
 *
 * @param about what it is a training of: the network, its settings, data, seed, version
 * @param history what was measured so far; as many rows as epochs were finished
 * @param steps of the optimiser so far
 * @param weights by name, in the network's order
 * @param means first moments of the gradients, by weight; empty before the first step
 * @param variances second moments of the gradients, by weight; empty before the first step
 */
public record TrainingState(Map<String, String> about, TrainingHistory history, long steps,
	Map<String, Tensor> weights, Map<String, Tensor> means, Map<String, Tensor> variances)
{

	/** Copies. */
	public TrainingState {
		about = copy(about);
		weights = copy(weights);
		means = copy(means);
		variances = copy(variances);
	}

	/** Before the first epoch. */
	public static TrainingState begun(final Map<String, String> about, final TrainingHistory history,
		final Map<String, Tensor> weights)
	{
		return new TrainingState(about, history, 0, weights, Map.of(), Map.of());
	}

	/** How many epochs were finished. */
	public int epoch() {
		return history.size();
	}

	private static <T> Map<String, T> copy(final Map<String, T> map) {
		return Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}
}
