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
import java.util.Map;
import java.util.Objects;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A configuration that was tried, and what came of it. Immutable.
 *
 * @param id the trial's number, from 0
 * @param configuration what was tried
 * @param unit its point in the unit cube of the search space
 * @param observation what was observed, with a signal for each objective and a value for
 *          each constraint
 * @param objectives value of each objective, minimised; NaN if its signal is no number
 * @param feasible whether it counts: it means something, every objective is a number and
 *          every constraint is met
 * @param seconds how long it took
 * @param origin who proposed it: {@code user}, or an engine's word for its method
 */
public record Evaluation(int id, Configuration configuration, double[] unit,
	Observation observation, double[] objectives, boolean feasible, double seconds, String origin)
{

	/**
	 * Copies arrays.
	 *
	 * @throws RewardAnalysisException if something is missing, or the number or the seconds are
	 *          negative
	 */
	public Evaluation {
		Checks.atLeast("The number of an evaluation", id, 0);
		Checks.given("The configuration of an evaluation", configuration);
		Checks.given("The observation of an evaluation", observation);
		Checks.given("The origin of an evaluation", origin);
		Checks.atLeast("The seconds of an evaluation", seconds, 0);
		unit = Checks.given("The point of an evaluation", unit).clone();
		objectives = Checks.given("The objectives of an evaluation", objectives).clone();
	}

	/** A copy. */
	@Override
	public double[] unit() {
		return unit.clone();
	}

	/** A copy. */
	@Override
	public double[] objectives() {
		return objectives.clone();
	}

	/** The raw signal of each objective; NaN if it could not be measured. */
	public double[] signals() {
		return observation.signals();
	}

	/** The value of each constraint; NaN if it could not be measured. */
	public double[] constraints() {
		return observation.constraints();
	}

	/** Held-out numbers by name. */
	public Map<String, Double> metrics() {
		return observation.metrics();
	}

	/** Why it failed, a sentence; empty if it didn't. */
	public String failure() {
		return observation.failure();
	}

	/** By content, arrays included; the point and the objectives follow from the rest. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof final Evaluation e && id == e.id && configuration.equals(e.configuration) &&
			observation.equals(e.observation) && Arrays.equals(objectives, e.objectives) && feasible ==
				e.feasible && seconds == e.seconds && origin.equals(e.origin);
	}

	@Override
	public int hashCode() {
		return Objects.hash(id, configuration, observation);
	}

	/** In one line: who asked for what, the objectives, and why it doesn't count if it doesn't. */
	@Override
	public String toString() {
		final String counts = !failure().isEmpty() ? "failed: " + failure() : feasible ? "feasible"
			: "infeasible";
		return "Evaluation " + id + " (" + origin + "): " + configuration + " -> " + Arrays.toString(
			objectives) + ", " + counts;
	}
}
