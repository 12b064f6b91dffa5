package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What an observation means to a study: the values of its objectives, and whether it
 * counts.
 *
 * @param objectives of the study
 * @param constraints of the study
 */
record Outcomes(List<Objective> objectives, List<Constraint> constraints) {

	/** From here on a number stands for infinity. */
	private static final double HUGE = 1e100;

	/** The evaluation of a trial. */
	Evaluation of(final Trial trial, final Observation observation,
		final double seconds)
	{
		final Observation whole = observation.failure().isEmpty() ? observation : new Observation(nan(
			objectives.size()), nan(constraints.size()), false, observation.metrics(), observation
				.failure());
		final double[] values = valuesOf(whole.signals());
		return new Evaluation(trial.id(), trial.configuration(), trial.unit(), whole, values, whole
			.feasible() && allFinite(values) && allMet(whole.constraints()), seconds, trial.origin());
	}

	/** Whether none can be better. */
	boolean areIdeal(final Evaluation evaluation) {
		final double[] values = evaluation.objectives();
		return evaluation.feasible() && IntStream.range(0, values.length).allMatch(
			j -> values[j] <= objectives.get(j).link().least());
	}

	private static double[] nan(final int n) {
		final double[] values = new double[n];
		Arrays.fill(values, Double.NaN);
		return values;
	}

	private double[] valuesOf(final double[] signals) {
		if (signals.length != objectives.size()) throw new RewardAnalysisException(
			"The observation has %d signals; the study has %d objectives.", signals.length, objectives
				.size());
		return IntStream.range(0, signals.length).mapToDouble(j -> value(objectives.get(j).link(),
			signals[j])).toArray();
	}

	/** NaN unless a model can learn from it. */
	private static double value(final Link link, final double signal) {
		final boolean usable = isUsable(signal) && isUsable(link.latent(signal));
		final double value = usable ? link.value(signal) : Double.NaN;
		return isUsable(value) ? value : Double.NaN;
	}

	/** Whether it is a number, and its square is. */
	static boolean isUsable(final double value) {
		return Math.abs(value) < HUGE;
	}

	private boolean allMet(final double[] values) {
		if (values.length != constraints.size()) throw new RewardAnalysisException(
			"The observation has values of %d constraints; the study has %d.", values.length, constraints
				.size());
		return IntStream.range(0, values.length).allMatch(i -> constraints.get(i).isMet(values[i]));
	}

	private static boolean allFinite(final double[] values) {
		for (final double v : values)
			if (!Double.isFinite(v)) return false;
		return true;
	}
}
