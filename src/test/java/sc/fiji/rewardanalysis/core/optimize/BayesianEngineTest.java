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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BayesianEngineTest {

	private static final SearchSpace PLANE = new SearchSpace(List.of(Parameter.of("x", "", 0, 1,
		false), Parameter.of("y", "", 0, 1, false)));
	private static final List<Objective> PLAIN = List.of(new Objective("a", "", Link.identity(), 1),
		new Objective("b", "", Link.identity(), 1));

	@ParameterizedTest
	@CsvSource({ "BRANIN_CURRIN,0.93", "ZDT1,0.945" })
	void reachesTheFront(final Problems problem, final double fraction) {
		final double[] reached = IntStream.range(0, 3).mapToDouble(seed -> problem.fraction(problem
			.run(problem.study(new BayesianEngine(), seed), 30))).toArray();
		assertTrue(Problems.median(reached) >= fraction, () -> "" + Problems.median(reached));
	}

	@Test
	void beginsWithSobol() {
		final Study study = Problems.DTLZ2.run(Problems.DTLZ2.study(new BayesianEngine(), 1), 12);
		assertEquals(10, study.askedFrom(SobolEngine.ORIGIN));
		assertEquals(2, study.askedFrom(BayesianEngine.ORIGIN));
		assertTrue(study.expectedGain() > 0);
	}

	@Test
	void sameSeedSameSequenceAlsoAcrossAResumption() {
		final Problems problem = Problems.ZDT1;
		final Study whole = problem.run(problem.study(new BayesianEngine(), 3), 14);
		final Study resumed = problem.study(new BayesianEngine(), 3);
		whole.evaluations().subList(0, 11).forEach(resumed::restore);
		problem.run(resumed, 14);
		for (int i = 0; i < 14; i++)
			assertArrayEquals(whole.evaluations().get(i).unit(), resumed.evaluations().get(i).unit());
		final Study other = problem.run(problem.study(new BayesianEngine(), 4), 1);
		assertTrue(whole.evaluations().get(0).unit()[0] != other.evaluations().get(0).unit()[0]);
	}

	/**
	 * Half of the front lies along the edge of a corner where nothing can be measured.
	 * Its hypervolume is 0.7395, by a grid of a million points.
	 */
	@Test
	void searchesNextToWhatCannotBeMeasured() {
		final Study study = new Study(PLANE, PLAIN, new BayesianEngine(), 2).evaluate(40, c -> {
			final double x = c.get("x"), y = c.get("y");
			final boolean measured = x + y > 0.6;
			return Observation.of(measured ? x * x + 0.3 * y : Double.NaN, measured ? (1 - x) * (1 -
				x) + 0.3 * y : Double.NaN);
		});
		assertTrue(study.hypervolume() > 0.93 * 0.7395, () -> "" + study.hypervolume());
	}

	/** A hole beside the front costs nothing once it is known. */
	@Test
	void avoidsWhatCannotBeMeasured() {
		final Study study = new Study(PLANE, PLAIN, new BayesianEngine(), 2).evaluate(40, c -> {
			final double x = c.get("x"), y = c.get("y");
			final boolean measured = Math.hypot(x - 0.5, y - 0.3) > 0.25;
			return Observation.of(measured ? x * x + 0.3 * y : Double.NaN, measured ? (1 - x) * (1 -
				x) + 0.3 * y : Double.NaN);
		});
		assertTrue(study.evaluations().subList(10, 40).stream().filter(e -> !e.feasible())
			.count() < 3);
		assertTrue(study.hypervolume() > 0.98 * 0.833, () -> "" + study.hypervolume());
	}

	@Test
	void spreadsOutWhileNothingIsFeasible() {
		final Study study = new Study(PLANE, PLAIN, new BayesianEngine(), 2).evaluate(30,
			c -> new Observation(new double[] { 1, 2 }, false, Map.of()));
		assertEquals(30, study.askedFrom(SobolEngine.ORIGIN));
	}

	@Test
	void survivesConstantObjectives() {
		final Study study = new Study(PLANE, PLAIN, new BayesianEngine(), 2).evaluate(20, c -> Observation
			.of(0.5, 0.25));
		assertEquals(0.375, study.hypervolume(), 1e-15);
		final Study perfect = new Study(PLANE, List.of(new Objective("a", "", Link.folded(0, 1),
			1), new Objective("b", "", Link.squareRoot(), 1)), new BayesianEngine(), 2).evaluate(20,
			c -> Observation.of(0.5, 0));
		assertEquals(1, perfect.hypervolume(), 1e-15);
		assertEquals(0, perfect.expectedGain());
	}

	/** The front is six of 144 settings: all are found, and hardly any setting is tried twice. */
	@Test
	void searchesIntegers() {
		final SearchSpace grid = new SearchSpace(List.of(new Parameter.Whole("i", "", 1, 12),
			new Parameter.Whole("j", "", 1, 12)));
		final Study study = new Study(grid, PLAIN, new BayesianEngine(), 1).evaluate(40,
			c -> Observation.of(Math.hypot(c.get("i") - 8, c.get("j") - 4) / 12, Math.hypot(c.get("i") -
				8, c.get("j") - 9) / 12));
		final Set<Configuration> tried = new HashSet<>();
		study.evaluations().forEach(e -> tried.add(e.configuration()));
		assertTrue(tried.size() >= 39, () -> "only " + tried.size() + " different");
		for (int j = 4; j <= 9; j++)
			assertTrue(tried.contains(Configuration.of(Map.of("i", 8.0, "j", (double) j))));
	}

	/** Counts that fall with a threshold, errors that rise below it: what atoms look like. */
	@Test
	void findsTheRightNumberOfAtoms() {
		final SearchSpace space = new SearchSpace(List.of(Parameter.of("sigma", "px", 1, 10, true),
			Parameter.of("threshold", "", 0.001, 0.5, true)));
		final List<Objective> objectives = List.of(new Objective("QC", "", Link.countBand(200, 195,
			200), 1), new Objective("ER", "", Link.squareRoot(), 1));
		final Study study = new Study(space, objectives, new BayesianEngine(), 4).evaluate(30, c -> {
			final double off = Math.log(c.get("sigma") / 3), t = Math.log(c.get("threshold") / 0.05);
			final double count = Math.rint(200 * Math.exp(-0.8 * t - 1.5 * off * off));
			final double errors = Math.rint(40 * Math.max(0, -t - off) + 20 * off * off);
			return new Observation(new double[] { count, errors / 200 }, count >= 5, Map.of());
		});
		final Evaluation pick = Pick.EUCLIDEAN.choose(study.front(), study.reference());
		assertTrue(pick.objectives()[0] < 0.01, pick.toString());
		assertTrue(pick.objectives()[1] < 0.03, pick.toString());
	}

	@Test
	void pendingTrialsAreNotProposedAgain() {
		final Study study = Problems.BRANIN_CURRIN.run(Problems.BRANIN_CURRIN.study(
			new BayesianEngine(), 1), 12);
		final double[] p = study.ask().unit(), q = study.ask().unit();
		assertTrue(Math.max(Math.abs(p[0] - q[0]), Math.abs(p[1] - q[1])) > 1e-3);
	}

	@Test
	void acquisitionHasItsGradient() {
		final SplittableRandom random = new SplittableRandom(6);
		final double[][] x = IntStream.range(0, 25).mapToObj(i -> random.doubles(2).toArray())
			.toArray(double[][]::new);
		final Hyperparameters h = new Hyperparameters(1, new double[] { 0.4, 0.6 }, 1e-3);
		final double[] a = IntStream.range(0, 25).mapToDouble(i -> Math.sin(4 * x[i][0]) + x[i][1])
			.toArray();
		final double[] b = IntStream.range(0, 25).mapToDouble(i -> Math.cos(3 * x[i][1]) - x[i][0])
			.toArray();
		final double[] f = IntStream.range(0, 25).mapToDouble(i -> x[i][0] > 0.3 ? 1 : 0).toArray();
		final Acquisition acquisition = new HypervolumeAcquisition(List.of(GaussianProcess.of(x, a, h),
			GaussianProcess.of(x, b, h)), new Feasibility(List.of(new Feasibility.Limited(GaussianProcess.of(
				x, f, h), 0.5))), new ExpectedHypervolumeImprovement(new double[][] { { 0.2, 0.1 }, { 0.5,
					-0.5 } }, new double[] { 1, 1 }, List.of(Link.folded(0.5, 0.1), Link.identity())));
		for (int i = 0; i < 100; i++) {
			final double[] u = random.doubles(2, 0.01, 0.99).toArray(), gradient = new double[2];
			assertEquals(acquisition.at(u), acquisition.at(u, gradient), 1e-9);
			for (int k = 0; k < 2; k++) {
				final double[] up = u.clone(), down = u.clone();
				up[k] += 1e-6;
				down[k] -= 1e-6;
				final double difference = (acquisition.at(up) - acquisition.at(down)) / 2e-6;
				assertEquals(difference, gradient[k], 1e-4 * (1 + Math.abs(difference)));
			}
		}
	}
}
