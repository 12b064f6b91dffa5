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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class GridEngineTest {

	private static final List<Objective> ONE = List.of(new Objective("a", "", Link.identity(), 1));
	private static final SearchSpace SPACE = new SearchSpace(List.of(Parameter.of("x", "", 1, 3,
		false), new Parameter.Whole("n", "", 1, 3), new Parameter.Choice("c", List.of("p", "q"))));

	private static Study study(final SearchSpace space, final int budget, final long seed) {
		return new Study(space, ONE, new GridEngine(budget), seed);
	}

	private static List<Configuration> run(final Study study, final int n) {
		while (study.evaluations().size() < n)
			study.tell(study.ask(), Observation.of(0.5), 0);
		return study.evaluations().stream().map(Evaluation::configuration).toList();
	}

	private static Set<Double> values(final List<Configuration> tried, final String name) {
		return tried.stream().map(c -> c.get(name)).collect(Collectors.toCollection(TreeSet::new));
	}

	/** 2 choices, 3 integers and what is left for the numbers. */
	@ParameterizedTest
	@CsvSource({ "24,24,4", "29,24,4", "30,30,5", "12,12,3", "8,8,2" })
	void triesEveryCombinationOnce(final int budget, final int size, final int numbers) {
		final List<Configuration> tried = run(study(SPACE, budget, 1), size);
		assertEquals(size, new GridEngine(budget).size(SPACE));
		assertEquals(size, tried.stream().distinct().count());
		assertEquals(numbers, values(tried, "x").size());
		assertEquals(size, numbers * values(tried, "n").size() * values(tried, "c").size());
		assertTrue(values(tried, "x").containsAll(Set.of(1.0, 3.0)));
		assertTrue(values(tried, "n").containsAll(Set.of(1.0, 3.0)));
	}

	@Test
	void stepsAreEvenAlsoOfLogarithms() {
		final SearchSpace space = new SearchSpace(List.of(Parameter.of("x", "", 1, 100, true)));
		assertArrayEquals(new double[] { 1, 10, 100 }, values(run(study(space, 3, 1), 3), "x").stream()
			.mapToDouble(v -> v).toArray(), 1e-12);
		final SearchSpace many = new SearchSpace(List.of(new Parameter.Whole("n", "", 0, 100)));
		assertEquals(Set.of(0.0, 50.0, 100.0), values(run(study(many, 3, 1), 3), "n"));
		assertEquals(1, values(run(study(many, 1, 1), 1), "n").size());
	}

	@Test
	void goesOnWithSobolAndSaysSo() {
		final Study study = study(SPACE, 24, 1);
		final GridEngine engine = new GridEngine(24);
		run(study, 23);
		assertFalse(engine.isExhausted(study));
		final Trial last = study.ask();
		assertTrue(engine.isExhausted(study));
		assertEquals(GridEngine.ORIGIN, last.origin());
		assertEquals(SobolEngine.ORIGIN, study.ask().origin());
	}

	@Test
	void leavesOutWhatTheUserTried() {
		final Study study = study(SPACE, 24, 1);
		study.enqueue(run(study(SPACE, 24, 2), 1).get(0));
		assertEquals(24, run(study, 24).stream().distinct().count());
		assertEquals(23, study.askedFrom(GridEngine.ORIGIN));
	}

	/** With one choice of two, x doesn't matter: one point stands for all of them. */
	@Test
	void whatDoesNotMatterHasOneValue() {
		final SearchSpace space = new SearchSpace(List.of(new Parameter.Choice("c", List.of("p", "q")),
			Parameter.of("x", "", 0, 1, false))).when("x", "c", "q");
		assertEquals(6, new GridEngine(10).size(space));
		final List<Configuration> tried = run(study(space, 10, 1), 6);
		assertEquals(6, tried.stream().distinct().count());
		assertEquals(1, tried.stream().filter(c -> c.get("c") == 0).count());
	}

	@Test
	void orderIsRandomAndDependsOnTheStudyAlone() {
		final List<Configuration> whole = run(study(SPACE, 24, 5), 24);
		final Study first = study(SPACE, 24, 5), resumed = study(SPACE, 24, 5);
		run(first, 10);
		first.evaluations().forEach(resumed::restore);
		assertEquals(whole, run(resumed, 24));
		assertNotEquals(whole, run(study(SPACE, 24, 6), 24));
	}

	@Test
	void needsABudget() {
		assertThrows(RewardAnalysisException.class, () -> new GridEngine(0));
	}
}
