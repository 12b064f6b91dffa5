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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarisedEngineTest {

	private static final SearchSpace PLANE = new SearchSpace(List.of(Parameter.of("x", "", 0, 1,
		false), Parameter.of("y", "", 0, 1, false)));

	/** scikit-optimize reaches 0.906 and 0.945 in 40 evaluations, random points 0.120 and 0.647. */
	@ParameterizedTest
	@CsvSource({ "ZDT1,0.9", "VEHICLE_SAFETY,0.9", "BNH,0.95", "MIXED,0.6" })
	void approachesTheFront(final Problems problem, final double fraction) {
		final double reached = Problems.median(IntStream.range(0, 3).mapToDouble(seed -> problem
			.fraction(problem.run(problem.study(new ScalarisedEngine(), seed), 40))).toArray());
		assertTrue(reached > fraction, () -> "" + reached);
	}

	@ParameterizedTest
	@EnumSource(value = Problems.class, names = { "ZDT1", "DTLZ2_THREE", "BNH" })
	void dependsOnTheStudyAlone(final Problems problem) {
		final Study whole = problem.run(problem.study(new ScalarisedEngine(), 3), 18);
		final Study resumed = problem.study(new ScalarisedEngine(), 3);
		whole.evaluations().subList(0, 13).forEach(resumed::restore);
		problem.run(resumed, 18);
		assertEquals(whole.evaluations().stream().map(Evaluation::configuration).toList(), resumed
			.evaluations().stream().map(Evaluation::configuration).toList());
		assertTrue(resumed.askedFrom(ScalarisedEngine.ORIGIN) >= 6);
	}

	/** Squared distances from as many points; one objective is plain Bayesian optimisation. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 6 })
	void takesAnyNumberOfObjectives(final int m) {
		final List<Objective> objectives = IntStream.range(0, m).mapToObj(j -> new Objective("f" + j, "",
			Link.identity(), 2)).toList();
		final Study study = new Study(PLANE, objectives, new ScalarisedEngine(), 1);
		while (study.evaluations().size() < 25) {
			final Trial trial = study.ask();
			final double x = trial.configuration().get("x"), y = trial.configuration().get("y");
			study.tell(trial, Observation.of(IntStream.range(0, m).mapToDouble(j -> square(x - 0.3 -
				0.1 * j) + square(y - 0.4 - j % 2 * 0.1)).toArray()), 0);
		}
		final double best = study.evaluations().stream().mapToDouble(e -> e.objectives()[0]).min()
			.orElseThrow();
		assertTrue(best < (m == 1 ? 1e-4 : 0.03), () -> "" + best);
	}

	/** What can't be measured in a quarter of the plane does no harm to the rest. */
	@Test
	void leavesOutWhatFailed() {
		final Study study = new Study(PLANE, List.of(new Objective("a", "", Link.identity(), 1)),
			new ScalarisedEngine(), 2);
		while (study.evaluations().size() < 30) {
			final Trial trial = study.ask();
			final double x = trial.configuration().get("x"), y = trial.configuration().get("y");
			study.tell(trial, x < 0.5 && y < 0.5 ? Observation.failed("Too dark.") : Observation.of(
				square(x - 0.6) + square(y - 0.4)), 0);
		}
		assertTrue(study.front().get(0).objectives()[0] < 1e-3);
		assertTrue(study.evaluations().subList(8, 30).stream().filter(e -> !e.feasible()).count() < 11);
	}

	/** A tenth of the plane is allowed; its constraint tells the way there. */
	@Test
	void findsWhatIsAllowed() {
		final Study study = new Study(PLANE, List.of(new Objective("a", "", Link.identity(), 1)), List
			.of(new Constraint("r", "", 0.05)), new ScalarisedEngine(), 2);
		while (study.evaluations().size() < 25) {
			final Trial trial = study.ask();
			final double x = trial.configuration().get("x"), y = trial.configuration().get("y");
			study.tell(trial, Observation.of(x).withConstraints(Math.hypot(x - 0.77, y - 0.31)), 0);
		}
		assertEquals(0.72, study.front().get(0).objectives()[0], 0.003);
	}

	@Test
	void survivesWhereNothingCanBeLearnt() {
		final Study study = new Study(PLANE, List.of(new Objective("a", "", Link.identity(), 1)),
			new ScalarisedEngine(), 2);
		while (study.evaluations().size() < 12)
			study.tell(study.ask(), new Observation(new double[] { 1 }, false, Map.of()), 0);
		assertEquals(12, study.askedFrom(SobolEngine.ORIGIN));
		final Study flat = new Study(PLANE, List.of(new Objective("a", "", Link.identity(), 1)),
			new ScalarisedEngine(), 2);
		while (flat.evaluations().size() < 12)
			flat.tell(flat.ask(), Observation.of(0.5), 0);
		assertEquals(0.5, flat.hypervolume(), 1e-15);
	}

	@Test
	void pendingTrialsAreNotProposedAgain() {
		final Study study = Problems.ZDT1.run(Problems.ZDT1.study(new ScalarisedEngine(), 1), 12);
		final double[] p = study.ask().unit(), q = study.ask().unit();
		assertTrue(IntStream.range(0, 3).mapToDouble(i -> Math.abs(p[i] - q[i])).max().orElse(0) > 1e-3);
	}

	/** By hand: weights, ideal (0, 1), extents 2 and 4. */
	@Test
	void scalarises() {
		final Tchebycheff scalar = new Tchebycheff(new double[] { 0.25, 0.75 }, new double[] { 0, 1 },
			new double[] { 2, 4 });
		assertEquals(0.375 + 0.05 * (0.375 + 0.25), scalar.of(new double[] { 2, 3 }), 1e-15);
	}

	@Test
	void weightsAreUniform() {
		final Study study = Problems.DTLZ2_THREE.run(Problems.DTLZ2_THREE.study(new RandomEngine(), 1),
			5);
		final SplittableRandom random = new SplittableRandom(1);
		final double[] mean = new double[3];
		int small = 0;
		for (int i = 0; i < 3000; i++) {
			final double[] w = Tchebycheff.of(study, study.evaluations(), random).weights();
			assertEquals(1, w[0] + w[1] + w[2], 1e-12);
			for (int j = 0; j < 3; j++)
				mean[j] += w[j] / 3000;
			// P(w < 1/2) of a coordinate that is uniform on the triangle is 3/4.
			if (w[0] < 0.5) small++;
		}
		for (final double m : mean)
			assertEquals(1 / 3.0, m, 0.02);
		assertEquals(0.75, small / 3000.0, 0.03);
	}

	@Test
	void acquisitionHasItsGradient() {
		final SplittableRandom random = new SplittableRandom(6);
		final double[][] x = IntStream.range(0, 25).mapToObj(i -> random.doubles(2).toArray()).toArray(
			double[][]::new);
		final double[] y = IntStream.range(0, 25).mapToDouble(i -> Math.sin(4 * x[i][0]) + x[i][1])
			.toArray(), c = IntStream.range(0, 25).mapToDouble(i -> x[i][0]).toArray();
		final Hyperparameters h = new Hyperparameters(1, new double[] { 0.4, 0.6 }, 1e-3);
		// From certain to improve to far beyond what a double can hold.
		for (final double best : new double[] { 5, -0.7, -5, -50 }) {
			final Acquisition acquisition = new ExpectedImprovement(GaussianProcess.of(x, y, h), best,
				new Feasibility(List.of(new Feasibility.Limited(GaussianProcess.of(x, c, h), 0.4))));
			for (int i = 0; i < 30; i++) {
				final double[] u = random.doubles(2, 0.01, 0.99).toArray(), gradient = new double[2];
				final double value = acquisition.at(u, gradient);
				assertTrue(Double.isFinite(value));
				assertEquals(acquisition.at(u), value, 1e-9 * Math.abs(value));
				for (int k = 0; k < 2; k++) {
					final double[] up = u.clone(), down = u.clone();
					up[k] += 1e-6;
					down[k] -= 1e-6;
					final double difference = (acquisition.at(up) - acquisition.at(down)) / 2e-6;
					assertEquals(difference, gradient[k], 1e-3 * (1 + Math.abs(difference)));
				}
			}
		}
	}

	private static double square(final double x) {
		return x * x;
	}
}
