package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * What one method made of one noisy image.
 *
 * @param level which, from 0
 * @param noise its value in the levels' unit
 * @param repeat from 1
 * @param method its name
 * @param scores what is measured; NaN where there is nothing to measure
 * @param parameters with which, by name
 * @param seconds what it took
 * @param failure why nothing was found, a sentence; else empty
 */
public record NoiseRun(int level, double noise, int repeat, String method, Scores scores,
	Map<String, Double> parameters, double seconds, String failure)
{

	/**
	 * What is measured, all in the counted area.
	 *
	 * @param count atoms
	 * @param qc count error against the band of possible counts
	 * @param qcPaper against the expected number
	 * @param er spacing error
	 * @param f1 agreement with the truth
	 * @param precision found atoms that are true
	 * @param recall true atoms that are found
	 * @param rmsd root of the mean squared distance of the pairs, nm
	 */
	public record Scores(int count, double qc, double qcPaper, double er, double f1,
		double precision, double recall, double rmsd) {}

	public NoiseRun {
		Checks.given("method", method);
		Checks.given("scores", scores);
		Checks.given("failure", failure);
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	/** Whether it is the run of this method on this image. */
	boolean isOf(final double otherNoise, final int otherRepeat, final String otherMethod) {
		return noise == otherNoise && repeat == otherRepeat && method.equals(otherMethod);
	}

	/** The same among other levels. */
	NoiseRun at(final int otherLevel) {
		return new NoiseRun(otherLevel, noise, repeat, method, scores, parameters, seconds, failure);
	}
}
