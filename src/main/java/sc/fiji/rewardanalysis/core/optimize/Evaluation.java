package sc.fiji.rewardanalysis.core.optimize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * A configuration that was tried, and what came of it. Immutable.
 *
 * @param id the trial's number, from 0
 * @param configuration what was tried
 * @param unit its point in the unit cube of the search space
 * @param signals raw signal of each objective; NaN if it could not be measured
 * @param objectives value of each objective, minimised; NaN if its signal is
 * @param feasible whether the result means anything; never where an objective is NaN
 * @param metrics held-out numbers by name
 * @param seconds how long it took
 * @param origin who proposed it: {@code user}, or an engine's word for its method
 */
public record Evaluation(int id, Configuration configuration, double[] unit, double[] signals,
	double[] objectives, boolean feasible, Map<String, Double> metrics, double seconds,
	String origin)
{

	public Evaluation {
		Checks.atLeast("The number of an evaluation", id, 0);
		Checks.given("The configuration of an evaluation", configuration);
		Checks.given("The origin of an evaluation", origin);
		Checks.atLeast("The seconds of an evaluation", seconds, 0);
		unit = Checks.given("The point of an evaluation", unit).clone();
		signals = Checks.given("The signals of an evaluation", signals).clone();
		objectives = Checks.given("The objectives of an evaluation", objectives).clone();
		metrics = Collections.unmodifiableMap(new LinkedHashMap<>( //
			Checks.given("The metrics of an evaluation", metrics)));
	}

	@Override
	public double[] unit() {
		return unit.clone();
	}

	@Override
	public double[] signals() {
		return signals.clone();
	}

	@Override
	public double[] objectives() {
		return objectives.clone();
	}
}
