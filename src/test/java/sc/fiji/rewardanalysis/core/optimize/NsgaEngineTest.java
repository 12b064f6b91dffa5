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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class NsgaEngineTest {

	private static final SearchSpace LINE = new SearchSpace(List.of(Parameter.of("x", "", 0, 1,
		false)));
	private static final List<Objective> TWO = List.of(new Objective("a", "", Link.identity(), 10),
		new Objective("b", "", Link.identity(), 10));
	private static final List<Constraint> LIMITS = List.of(new Constraint("c", "", 1), new Constraint(
		"d", "", 100));

	private static double median(final Problems problem, final Engine engine, final int n) {
		return Problems.median(IntStream.range(0, 3).mapToDouble(seed -> problem.fraction(problem.run(
			problem.study(engine, seed), n))).toArray());
	}

	/** pymoo 0.6.2 reaches 0.986, random points 0.357 in 200. */
	@Test
	void reachesTheFrontInAThousandEvaluations() {
		final double reached = Problems.ZDT1.fraction(Problems.ZDT1.run(Problems.ZDT1.study(
			new NsgaEngine(), 1), 1000));
		assertTrue(reached > 0.985, () -> "" + reached);
		assertTrue(reached > Problems.ZDT1.fraction(Problems.ZDT1.run(Problems.ZDT1.study(
			new RandomEngine(), 1), 1000)));
	}

	/** pymoo 0.6.2 reaches 0.988, 0.996 and 0.938 in 1000. */
	@ParameterizedTest
	@CsvSource({ "DTLZ2,300,0.9", "BNH,300,0.985", "C2_DTLZ2,300,0.6" })
	void approachesTheFrontFasterThanChance(final Problems problem, final int n,
		final double fraction)
	{
		final double reached = median(problem, new NsgaEngine(), n);
		assertTrue(reached > fraction, () -> "" + reached);
		assertTrue(reached > median(problem, new RandomEngine(), n));
	}

	@ParameterizedTest
	@EnumSource(value = Problems.class, names = { "ZDT1", "VEHICLE_SAFETY", "BNH", "MIXED" })
	void dependsOnTheStudyAlone(final Problems problem) {
		final Study whole = problem.run(problem.study(new NsgaEngine(8), 3), 60);
		final Study resumed = problem.study(new NsgaEngine(8), 3);
		whole.evaluations().subList(0, 29).forEach(resumed::restore);
		problem.run(resumed, 60);
		assertEquals(configurations(whole), configurations(resumed));
		assertEquals(60, configurations(whole).stream().distinct().count());
	}

	private static List<Configuration> configurations(final Study study) {
		return study.evaluations().stream().map(Evaluation::configuration).toList();
	}

	/** Two workers change the order of telling; what is proposed goes by number. */
	@Test
	void orderOfTellingWithinAGenerationDoesNotMatter() {
		final Study forth = Problems.ZDT1.study(new NsgaEngine(8), 1), back = Problems.ZDT1.study(
			new NsgaEngine(8), 1);
		for (final Study study : List.of(forth, back)) {
			final List<Trial> trials = new ArrayList<>(IntStream.range(0, 8).mapToObj(i -> study.ask())
				.toList());
			if (study == back) Collections.reverse(trials);
			trials.forEach(t -> study.tell(t, Problems.ZDT1.observed(t.configuration()), 0));
		}
		assertEquals(forth.ask().configuration(), back.ask().configuration());
	}

	@Test
	void beginsWithWhatTheUserAskedFor() {
		final Study study = Problems.ZDT1.study(new NsgaEngine(8), 1);
		study.enqueue(study.space().at(new double[] { 0.5, 0, 0 }));
		Problems.ZDT1.run(study, 9);
		assertEquals(7, study.askedFrom(SobolEngine.ORIGIN));
		assertEquals(1, study.askedFrom(NsgaEngine.ORIGIN));
	}

	private static Study told(final Observation... observations) {
		final Study study = new Study(LINE, TWO, LIMITS, new RandomEngine(), 1);
		for (final Observation o : observations)
			study.tell(study.ask(), o, 0);
		return study;
	}

	private static List<Integer> order(final Study study) {
		return new Domination(study.constraints(), study.evaluations()).ranked(study.evaluations())
			.stream().map(r -> r.evaluation().id()).toList();
	}

	@Test
	void feasibleBeatsInfeasibleBeatsFailed() {
		final Study study = told(Observation.failed("broken"), //
			Observation.of(0, 0).withConstraints(3, 100), // a violation of 1 + 0
			Observation.of(5, 5).withConstraints(1, 100), //
			new Observation(new double[] { 0, 0 }, false, Map.of()).withConstraints(0, 0), //
			Observation.of(0, 0).withConstraints(2, 100), // 1/2 + 0
			Observation.of(0, 0).withConstraints(0, 400), // 0 + 1
			Observation.of(0, 0).withConstraints(2, 130), // 1/2 + 1/10
			Observation.of(6, 6).withConstraints(0, 0), //
			Observation.of(0, 0).withConstraints(Double.NaN, 0));
		assertEquals(List.of(2, 7, 4, 6, 1, 5, 0, 3, 8), order(study));
	}

	/** The ends first, then by the sum of the neighbours' distances: 7/10 + 7/8 and 9/10 + 3/8. */
	@Test
	void lonelyOnesComeFirstOnAFront() {
		final Study study = told(Observation.of(0, 10).withConstraints(0, 0), //
			Observation.of(1, 5).withConstraints(0, 0), //
			Observation.of(7, 3).withConstraints(0, 0), //
			Observation.of(10, 2).withConstraints(0, 0), //
			Observation.of(8, 4).withConstraints(0, 0));
		final List<Ranked> ranked = new Domination(List.of(), study.evaluations()).ranked(study
			.evaluations());
		assertEquals(List.of(0, 3, 1, 2, 4), order(study));
		assertEquals(7 / 10.0 + 7 / 8.0, ranked.get(2).crowding(), 1e-12);
		assertEquals(9 / 10.0 + 3 / 8.0, ranked.get(3).crowding(), 1e-12);
		assertEquals(1, ranked.get(4).rank());
	}

	/** Of many random sets: nobody is dominated by one of the same or a worse rank. */
	@Test
	void ranksRespectDomination() {
		final SplittableRandom random = new SplittableRandom(4);
		for (int k = 0; k < 20; k++) {
			final Study study = told(IntStream.range(0, 30).mapToObj(i -> Observation.of(random.nextInt(
				8), random.nextInt(8)).withConstraints(0, 0)).toArray(Observation[]::new));
			final List<Ranked> ranked = new Domination(List.of(), study.evaluations()).ranked(study
				.evaluations());
			assertEquals(30, ranked.size());
			for (final Ranked p : ranked)
				for (final Ranked q : ranked)
					if (ParetoFront.dominates(p.evaluation().objectives(), q.evaluation().objectives()))
						assertTrue(p.rank() < q.rank());
		}
	}

	/** Crossover keeps the parents' mean but for the bounds; all stays in the cube. */
	@Test
	void childrenSpreadAboutTheirParents() {
		final SearchSpace space = new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false),
			new Parameter.Whole("n", "", 1, 4), new Parameter.Choice("c", List.of("p", "q", "r"))));
		final Variation variation = new Variation(space, new SplittableRandom(1));
		final double[] a = space.snapped(new double[] { 0.4, 0.1, 0.1 }), b = space.snapped(
			new double[] { 0.6, 0.9, 0.9 });
		final int[] levels = new int[4], choices = new int[3];
		double sum = 0;
		for (int i = 0; i < 5000; i++)
			for (final double[] child : variation.children(a, b)) {
				sum += child[0];
				assertTrue(child[0] >= 0 && child[0] <= 1);
				levels[(int) space.axes().get(1).at(child[1]) - 1]++;
				choices[(int) space.axes().get(2).at(child[2])]++;
			}
		assertEquals(0.5, sum / 10_000, 0.005);
		for (final int n : levels)
			assertTrue(n > 500, () -> Arrays.toString(levels));
		assertTrue(choices[1] > 500, () -> Arrays.toString(choices));
	}

	@Test
	void integersAlwaysLeaveWhenTheyMutate() {
		final SearchSpace space = new SearchSpace(List.of(new Parameter.Whole("n", "", 1, 3)));
		final Variation variation = new Variation(space, new SplittableRandom(1));
		for (int n = 1; n <= 3; n++) {
			final double[] same = space.toUnit(Configuration.of(Map.of("n", (double) n)));
			for (int i = 0; i < 200; i++)
				assertTrue(space.at(variation.children(same, same)[0]).get("n") != n);
		}
	}

	@Test
	void needsFourAtLeast() {
		assertThrows(RewardAnalysisException.class, () -> new NsgaEngine(3));
	}
}
