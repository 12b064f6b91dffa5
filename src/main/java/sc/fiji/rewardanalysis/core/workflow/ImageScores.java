package sc.fiji.rewardanalysis.core.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one image says of parameters.
 *
 * @param signals raw, of each goal
 * @param objectives value of each goal, minimised; NaN if it can't be told
 * @param feasible whether the result means anything on this image
 * @param metrics the image's held-out rewards by name
 */
public record ImageScores(double[] signals, double[] objectives, boolean feasible,
	Map<String, Double> metrics)
{

	public ImageScores {
		signals = signals.clone();
		objectives = objectives.clone();
		metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
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
