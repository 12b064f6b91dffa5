/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

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
