package sc.fiji.rewardanalysis.core.optimize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * What evaluating a configuration gave. Immutable.
 *
 * @param signals the raw signal of each objective, in the study's order; NaN or
 *          infinite where it could not be measured
 * @param feasible whether the result means anything
 * @param metrics further numbers by name, reported but never modelled or searched for
 */
public record Observation(double[] signals, boolean feasible, Map<String, Double> metrics) {

	public Observation {
		signals = Checks.given("The signals of an observation", signals).clone();
		metrics = Collections.unmodifiableMap(new LinkedHashMap<>( //
			Checks.given("The metrics of an observation", metrics)));
	}

	/** A feasible observation without metrics. */
	public static Observation of(final double... signals) {
		return new Observation(signals, true, Map.of());
	}

	@Override
	public double[] signals() {
		return signals.clone();
	}
}
