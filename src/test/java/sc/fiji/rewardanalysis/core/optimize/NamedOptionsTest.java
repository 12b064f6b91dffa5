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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Those who call the optimiser from a script write names, and read sentences. */
class NamedOptionsTest {

	private static final SearchSpace SPACE = new SearchSpace(List.of(new Parameter.Choice("filter", List
		.of("box", "gauss")), new Parameter.Whole("passes", "", 1, 8), new Parameter.Real("sigma", "px",
			0.5, 8, true), new Parameter.Fixed("gain", "", 2))).when("passes", "filter", "box");

	private static Study study() {
		return new Study(SPACE, List.of(Objective.of("error", 1)), new SobolEngine(), 1);
	}

	private static Observation sigma(final Configuration c) {
		return Observation.of(c.get("sigma"));
	}

	@Test
	void optionsHaveNames() {
		final Configuration gauss = SPACE.configuration(Map.of("filter", "gauss", "sigma", 2));
		assertEquals(Configuration.of(Map.of("filter", 1.0, "sigma", 2.0, "gain", 2.0)), gauss);
		assertEquals("gauss", gauss.option("filter"));
		assertEquals("{filter=gauss, sigma=2.0, gain=2.0}", gauss.toString());
		assertEquals("box", gauss.with("filter", 0).option("filter"));
		assertEquals("box", SPACE.at(new double[] { 0.2, 0.5, 0.5 }).option("filter"));
		assertEquals("gauss", SPACE.completed(Configuration.of(Map.of("filter", 1.0, "sigma", 2.0)))
			.option("filter"));
		assertEquals(gauss, SPACE.configuration(Map.of("filter", new StringBuilder("gauss"), "sigma",
			2f)));
		assertRefused(() -> gauss.option("sigma"), "sigma is the number 2.0", "choices");
		assertRefused(() -> Configuration.of(Map.of("filter", 1.0)).option("filter"), "search space");
		assertRefused(() -> gauss.option("filtre"), "no setting filtre", "filter");
	}

	@Test
	void whatCannotBeTriedIsNamed() {
		final Study study = study();
		assertRefused(() -> study.enqueue(Map.of("filter", "gauss")),
			"sigma is missing in {filter=gauss}", "[filter, passes, sigma, gain]");
		assertRefused(() -> study.enqueue(Map.of("filter", "gauss", "sigam", 2)),
			"sigam is not a parameter", "[filter, passes, sigma, gain]");
		assertRefused(() -> study.enqueue(Configuration.of(Map.of("filter", 1.0, "sigam", 2.0))),
			"sigam is not a parameter", "[filter, passes, sigma, gain]");
		assertRefused(() -> study.enqueue(Map.of("filter", "median", "sigma", 2)), "filter is \"median\"",
			"box, gauss");
		assertRefused(() -> study.enqueue(Map.of("filter", "gauss", "sigma", "two")), "sigma is \"two\"",
			"number");
		assertRefused(() -> study.enqueue(Map.of("filter", "gauss", "sigma", List.of())), "sigma is []",
			"number");
		assertRefused(() -> study.enqueue(Map.of("filter", "box", "sigma", 2)), "passes is missing");
		assertEquals(0, study.queued().size());
	}

	@Test
	void anEvaluatorThatReturnsNothingIsToldSo() {
		final Study study = study();
		study.enqueue(Map.of("filter", "gauss", "sigma", 2));
		assertRefused(() -> study.evaluate(3, c -> null), "returned nothing for {filter=gauss",
			"Observation");
		assertRefused(() -> study.evaluate(3, null), "evaluator", "missing");
		assertEquals(1, study.pending().size());
	}

	@Test
	void everythingIsALine() {
		final Study study = study();
		study.enqueue(Map.of("filter", "gauss", "sigma", 2));
		final Trial trial = study.ask();
		assertEquals("Trial 0 (user): {filter=gauss, sigma=2.0, gain=2.0}", trial.toString());
		assertEquals("Evaluation 0 (user): {filter=gauss, sigma=2.0, gain=2.0} -> [2.0], feasible", study
			.evaluate(trial, NamedOptionsTest::sigma).toString());
		assertEquals("[1.0, 2.0], constraints [3.0]", Observation.of(1, 2).withConstraints(3).toString());
		assertEquals("[1.0], metrics {m=2.0}, infeasible", new Observation(new double[] { 1 }, false, Map
			.of("m", 2.0)).toString());
		assertEquals("failed: No memory.", Observation.failed("No memory.").toString());
		study.enqueue(Map.of("filter", "gauss", "sigma", 3));
		assertEquals("Evaluation 1 (user): {filter=gauss, sigma=3.0, gain=2.0} -> [NaN], failed: No.",
			study.evaluate(study.ask(), c -> Observation.failed("No.")).toString());
	}
}
