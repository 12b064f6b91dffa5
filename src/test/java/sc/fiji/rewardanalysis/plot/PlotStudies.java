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

package sc.fiji.rewardanalysis.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Constraint;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/** Studies of all kinds to draw. */
final class PlotStudies {

	private PlotStudies() {}

	/**
	 * A logarithmic, a whole and a plain number, a choice, one that depends on it, and a
	 * position; where the plain number is large it is infeasible, where it is tiny it fails.
	 */
	static Study mixed(final int objectives, final int evaluations) {
		final SearchSpace space = new SearchSpace(List.of(Parameter.of("scale", "nm", 0.01, 10, true),
			new Parameter.Whole("rounds", "", 1, 5), new Parameter.Choice("method", List.of("watershed",
				"graph", "superpixels")), Parameter.of("radius", "px", 2, 9, true), Parameter.of("amount", "",
					0, 1, false), Parameter.of("max_scale_position", "1", 0, 1, false))).when("radius", "method",
						"graph", "superpixels");
		return run(space, objectives, evaluations, List.of(new Constraint("cost", "s", 0.8)), c -> {
			final double u = Math.log10(c.get("scale")) / 3, v = c.get("rounds") / 5, w = c.get("method") / 2;
			final double r = c.names().contains("radius") ? c.get("radius") / 9 : 0.5;
			if (c.get("amount") < 0.06) return Observation.failed("It broke.");
			final double[] all = { 0.3 * Math.abs(u) + 0.2 * v + 0.1 * w, 0.6 * (1 - v) * r + 0.2 * c.get(
				"amount") + 0.3 * Math.abs(u + 0.3), 40 * c.get("max_scale_position") * w };
			return new Observation(IntStream.range(0, objectives).mapToDouble(i -> all[i]).toArray(), w < 1 ||
				v > 0.3, Map.of()).withConstraints(c.get("amount"));
		});
	}

	/** One parameter, two objectives. */
	static Study single(final int evaluations) {
		return run(new SearchSpace(List.of(Parameter.of("threshold", "", 0.001, 0.5, true))), 2,
			evaluations, List.of(), c -> Observation.of(c.get("threshold"), Math.pow(1 - c.get("threshold"),
				4)));
	}

	/** Nothing is feasible. */
	static Study hopeless(final int evaluations) {
		return run(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false), Parameter.of("y", "", 0, 1,
			false))), 2, evaluations, List.of(), c -> new Observation(new double[] { 1, 2 }, false, Map
				.of()));
	}

	/** Nothing matters. */
	static Study flat(final int evaluations) {
		return run(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false), Parameter.of("y", "", 0, 1,
			false))), 2, evaluations, List.of(), c -> Observation.of(0, 0));
	}

	private static Study run(final SearchSpace space, final int objectives, final int evaluations,
		final List<Constraint> constraints, final Function<Configuration, Observation> function)
	{
		final List<Objective> goals = new ArrayList<>();
		final Objective[] all = { new Objective("QC", "1", Link.squareRoot(), 1), new Objective("spread",
			"nm", Link.identity(), 1), new Objective("loss", "%", Link.squareRoot(), 50) };
		for (int i = 0; i < objectives; i++)
			goals.add(all[i]);
		final Study study = new Study(space, goals, constraints, new SobolEngine(), 9);
		for (int i = 0; i < evaluations; i++) {
			final Trial trial = study.ask();
			study.tell(trial, function.apply(trial.configuration()), 0.1);
		}
		return study;
	}
}
