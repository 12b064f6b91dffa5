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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What evaluating a configuration gave. Immutable.
 *
 * @param signals the raw signal of each objective, in the study's order; NaN or
 *          infinite if it could not be measured. None at all if the evaluation failed
 * @param constraints the value of each constraint, in the study's order; NaN if it
 *          could not be measured. None at all if the evaluation failed
 * @param feasible whether the result means anything, apart from the constraints
 * @param metrics further numbers by name: reported, but hidden from the engine
 * @param failure why the evaluation failed, a sentence; empty if it didn't
 */
public record Observation(double[] signals, double[] constraints, boolean feasible,
	Map<String, Double> metrics, String failure)
{

	/**
	 * Copies arrays and metrics.
	 *
	 * @throws RewardAnalysisException if something is missing
	 */
	public Observation {
		signals = Checks.given("The signals of an observation", signals).clone();
		constraints = Checks.given("The constraints of an observation", constraints).clone();
		metrics = Collections.unmodifiableMap(new LinkedHashMap<>( //
			Checks.given("The metrics of an observation", metrics)));
		Checks.given("The failure of an observation", failure);
	}

	/** Without constraints. */
	public Observation(final double[] signals, final boolean feasible,
		final Map<String, Double> metrics)
	{
		this(signals, new double[0], feasible, metrics, "");
	}

	/**
	 * A feasible observation without constraints and metrics.
	 *
	 * @param signals one of each objective, in their order
	 */
	public static Observation of(final double... signals) {
		return new Observation(signals, true, Map.of());
	}

	/**
	 * What to tell of an evaluation that came to nothing, so that the engine keeps away
	 * from there.
	 *
	 * @param reason a sentence
	 */
	public static Observation failed(final String reason) {
		return new Observation(new double[0], new double[0], false, Map.of(), reason);
	}

	/**
	 * The same with these values of the constraints.
	 *
	 * @param values in the order of the study's constraints; NaN if one could not be measured
	 */
	public Observation withConstraints(final double... values) {
		return new Observation(signals, values, feasible, metrics, failure);
	}

	/** A copy. */
	@Override
	public double[] signals() {
		return signals.clone();
	}

	/** A copy. */
	@Override
	public double[] constraints() {
		return constraints.clone();
	}

	/** By content, arrays included. */
	@Override
	public boolean equals(final Object other) {
		return other instanceof final Observation o && Arrays.equals(signals, o.signals) && Arrays.equals(
			constraints, o.constraints) && feasible == o.feasible && metrics.equals(o.metrics) && failure
				.equals(o.failure);
	}

	@Override
	public int hashCode() {
		return Objects.hash(Arrays.hashCode(signals), Arrays.hashCode(constraints), feasible, metrics,
			failure);
	}

	/** In one line. */
	@Override
	public String toString() {
		if (!failure.isEmpty()) return "failed: " + failure;
		return Arrays.toString(signals) + (constraints.length == 0 ? "" : ", constraints " + Arrays
			.toString(constraints)) + (metrics.isEmpty() ? "" : ", metrics " + metrics) + (feasible ? ""
				: ", infeasible");
	}
}
