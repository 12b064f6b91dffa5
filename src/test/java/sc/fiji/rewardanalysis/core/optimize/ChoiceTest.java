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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

	private static final Parameter.Choice MODE = new Parameter.Choice("mode", List.of("a", "b", "c",
		"d"));
	private static final SearchSpace SPACE = new SearchSpace(List.of(Parameter.of("x", "", 0, 1,
		false), MODE, Parameter.of("y", "", 0, 1, false)));
	private static final List<Objective> PLAIN = List.of(new Objective("a", "", Link.identity(), 1),
		new Objective("b", "", Link.identity(), 1));

	/** x, a choice of four and y; the choice is the middle of its piece. */
	private static double[][] points(final int n, final SplittableRandom random) {
		return IntStream.range(0, n).mapToObj(i -> SPACE.snapped(random.doubles(3).toArray())).toArray(
			double[][]::new);
	}

	private static Hyperparameters shape(final double choice, final double noise) {
		return new Hyperparameters(1.5, new double[] { 0.4, choice, 0.7 }, noise, new boolean[] { false,
			true, false });
	}

	@Test
	void namesGoThereAndBack() {
		for (final String option : MODE.options()) {
			final double index = MODE.index(option);
			assertEquals(index, MODE.at(MODE.toUnit(index)));
			assertEquals(option, MODE.option(index));
			assertEquals(option, MODE.option(SPACE.at(new double[] { 0, MODE.toUnit(index), 1 })));
		}
		assertEquals("d", MODE.option(MODE.at(1)));
		assertRefused(() -> MODE.index("e"), "choose one of a, b, c, d");
		assertRefused(() -> MODE.option(4), "mode");
		assertRefused(() -> MODE.toUnit(0.5), "mode");
		assertRefused(() -> new Parameter.Choice("mode", List.of("a", "a")), "twice");
		assertRefused(() -> new Parameter.Choice("mode", List.of()), "at least one");
		assertRefused(() -> new Parameter.Choice("mode", List.of("a", " ")), "without a name");
	}

	@Test
	void aSingleNameIsFixed() {
		final Parameter.Choice one = new Parameter.Choice("mode", List.of("only"));
		assertFalse(one.isFree());
		final SearchSpace space = new SearchSpace(List.of(one, Parameter.of("x", "", 0, 1, false)));
		assertEquals(1, space.dimension());
		final Configuration completed = space.completed(Configuration.of(Map.of("x", 0.5)));
		assertEquals("only", one.option(completed));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void allAreDrawnEvenly(final boolean random) {
		final Study study = new Study(SPACE, PLAIN, random ? new RandomEngine() : new SobolEngine(), 3);
		final int[] count = new int[4];
		for (int i = 0; i < 256; i++)
			count[(int) study.ask().configuration().get("mode")]++;
		// Random ones: four standard deviations of a binomial variable.
		for (final int c : count)
			assertEquals(64, c, random ? 4 * Math.sqrt(256 * 0.25 * 0.75) : 0);
	}

	/** The kernel by its formula, with duplicates, and what follows from it. */
	@Test
	void theKernelIsPositiveDefiniteAndTheOneDocumented() {
		final SplittableRandom random = new SplittableRandom(4);
		for (final double length : new double[] { 0.01, 0.5, 3, 100 }) {
			final double[][] x = points(40, random);
			for (int i = 30; i < 40; i++)
				x[i] = x[i - 30].clone();
			final Hyperparameters h = shape(length, 1e-4);
			final RealMatrix k = MatrixUtils.createRealMatrix(40, 40);
			for (int i = 0; i < 40; i++)
				for (int j = 0; j < 40; j++)
					k.setEntry(i, j, kernel(x[i], x[j], h) + (i == j ? 1e-4 : 0));
			for (final double v : new EigenDecomposition(k).getRealEigenvalues())
				assertTrue(v > 0.999e-4, () -> "eigenvalue " + v);
			final double[] y = random.doubles(40).toArray();
			final GaussianProcess process = new GaussianProcess(x, y, 0, 1, h);
			for (final double[] p : points(20, random)) {
				final RealVector c = MatrixUtils.createRealVector(Arrays.stream(x).mapToDouble(q -> kernel(p,
					q, h)).toArray());
				final RealVector solved = new CholeskyDecomposition(k).getSolver().solve(c);
				assertEquals(solved.dotProduct(MatrixUtils.createRealVector(y)), process.predict(p).mean(),
					1e-8);
				assertEquals(1.5 - solved.dotProduct(c), Math.pow(process.predict(p).sd(), 2), 1e-8);
			}
		}
	}

	private static double kernel(final double[] p, final double[] q, final Hyperparameters h) {
		final double[] l = h.lengthScales();
		final double r = Math.sqrt(5) * Math.hypot((p[0] - q[0]) / l[0], (p[2] - q[2]) / l[2]);
		return h.constant() * (1 + r + r * r / 3) * Math.exp(-r) * (p[1] == q[1] ? 1 : Math.exp(-1 /
			l[1]));
	}

	@Test
	void theSameChoiceThroughoutIsNoAxis() {
		final SplittableRandom random = new SplittableRandom(5);
		final double[][] x = points(25, random), without = new double[25][];
		for (int i = 0; i < 25; i++) {
			x[i][1] = 0.375;
			without[i] = new double[] { x[i][0], x[i][2] };
		}
		final double[] y = random.doubles(25).toArray();
		final Hyperparameters flat = new Hyperparameters(1.5, new double[] { 0.4, 0.7 }, 1e-3);
		final GaussianProcess a = GaussianProcess.of(x, y, shape(0.8, 1e-3)), b = GaussianProcess.of(
			without, y, flat);
		for (final double[] p : points(50, random)) {
			final GaussianProcess.Belief expected = b.predict(new double[] { p[0], p[2] });
			assertEquals(expected, a.predict(new double[] { p[0], 0.375, p[2] }));
			final double[] ofMean = a.slope(new double[] { p[0], 0.375, p[2] }).ofMean();
			assertArrayEquals(b.slope(new double[] { p[0], p[2] }).ofMean(), new double[] { ofMean[0],
				ofMean[2] });
			assertEquals(0, ofMean[1]);
		}
		final double[] gradient = new double[5], plain = new double[4];
		assertEquals(new MarginalLikelihood(without, y).at(flat, plain), new MarginalLikelihood(x, y,
			new boolean[] { false, true, false }).at(shape(0.8, 1e-3), gradient));
		assertEquals(0, gradient[2]);
	}

	@Test
	void theOrderOfTheNamesMeansNothing() {
		final SplittableRandom random = new SplittableRandom(6);
		final double[][] x = points(30, random);
		final double[] y = random.doubles(30).toArray();
		final double[] other = { 0.625, 0.125, 0.875, 0.375 };
		final double[][] renamed = Arrays.stream(x).map(p -> renamed(p, other)).toArray(double[][]::new);
		final GaussianProcess a = GaussianProcess.of(x, y, shape(0.8, 1e-3)), b = GaussianProcess.of(
			renamed, y, shape(0.8, 1e-3));
		for (final double[] p : points(50, random))
			assertEquals(a.predict(p), b.predict(renamed(p, other)));
	}

	private static double[] renamed(final double[] p, final double[] names) {
		return new double[] { p[0], names[(int) (4 * p[1])], p[2] };
	}

	@Test
	void theLikelihoodHasItsGradient() {
		final SplittableRandom random = new SplittableRandom(7);
		final boolean[] categorical = { false, true, false };
		final MarginalLikelihood likelihood = new MarginalLikelihood(points(30, random), random.doubles(
			30).toArray(), categorical);
		for (int round = 0; round < 20; round++) {
			final double[] theta = random.doubles(5, -1.5, 1).toArray(), gradient = new double[5];
			likelihood.at(Hyperparameters.ofLogarithms(theta, categorical), gradient);
			for (int i = 0; i < 5; i++) {
				final double[] up = theta.clone(), down = theta.clone();
				up[i] += 1e-5;
				down[i] -= 1e-5;
				final double difference = (likelihood.at(Hyperparameters.ofLogarithms(up, categorical),
					new double[5]) - likelihood.at(Hyperparameters.ofLogarithms(down, categorical),
						new double[5])) / 2e-5;
				assertEquals(difference, gradient[i], 1e-5 * (1 + Math.abs(difference)));
			}
		}
	}

	@Test
	void learnsWhetherAChoiceMatters() {
		final SplittableRandom random = new SplittableRandom(8);
		final double[][] x = points(50, random);
		final boolean[] categorical = { false, true, false };
		final double[] same = Arrays.stream(x).mapToDouble(p -> Math.sin(4 * p[0]) + p[2]).toArray();
		final double[] differs = Arrays.stream(x).mapToDouble(p -> Math.sin(4 * p[0] + 12 * p[1] + p[2]))
			.toArray();
		final double irrelevant = GaussianProcess.fit(x, same, categorical, random.split())
			.lengthScales()[1];
		final double relevant = GaussianProcess.fit(x, differs, categorical, random.split())
			.lengthScales()[1];
		assertTrue(irrelevant > 10, () -> "e^-1/l is " + Math.exp(-1 / irrelevant));
		assertTrue(relevant < 1.5, () -> "e^-1/l is " + Math.exp(-1 / relevant));
	}

	private static double median(final Engine engine, final SearchSpace space,
		final double[] penalties)
	{
		return Problems.median(IntStream.range(0, 3).mapToDouble(seed -> {
			final Study study = new Study(space, List.of(new Objective("f1", "", Link.identity(), 1.1),
				new Objective("f2", "", Link.identity(), 1.1)), engine, seed);
			for (int i = 0; i < 32; i++) {
				final Trial trial = study.ask();
				final double x = trial.configuration().get("x"), y = trial.configuration().get("y");
				final double worse = space.dimension() < 3 ? 0 : penalties[(int) trial.configuration().get(
					"mode")];
				final double g = 1 + 9 * Math.abs(y - worse) + worse;
				study.tell(trial, Observation.of(x, g * (1 - Math.sqrt(x / g))), 0);
			}
			return study.hypervolume() / 0.8766667;
		}).toArray());
	}

	/** ZDT1: a choice that changes nothing costs little. */
	@Test
	void anIrrelevantChoiceCostsLittle() {
		final SearchSpace plain = new SearchSpace(List.of(SPACE.parameters().get(0), SPACE.parameters()
			.get(2)));
		final double with = median(new BayesianEngine(), SPACE, new double[4]);
		final double without = median(new BayesianEngine(), plain, new double[4]);
		assertTrue(with > without - 0.03, () -> with + " instead of " + without);
	}

	/** Only "c" reaches the front, and its best y is another one. */
	@Test
	void findsTheChoiceThatMatters() {
		final double reached = median(new BayesianEngine(), SPACE, new double[] { 0.5, 0.3, 0, 0.8 });
		final double random = median(new RandomEngine(), SPACE, new double[] { 0.5, 0.3, 0, 0.8 });
		assertTrue(reached > 0.9, () -> "" + reached);
		assertTrue(random < 0.5, () -> "too easy: " + random);
	}

	@Test
	void triesEveryChoiceAndSettlesOnTheBest() {
		final Study study = new Study(SPACE, PLAIN, new BayesianEngine(), 1);
		final int[] count = new int[4];
		for (int i = 0; i < 40; i++) {
			final Trial trial = study.ask();
			final String mode = MODE.option(trial.configuration());
			if (i >= 20) count[MODE.options().indexOf(mode)]++;
			final double off = mode.equals("b") ? 0 : 0.6, x = trial.configuration().get("x");
			study.tell(trial, Observation.of(x * x + off, (1 - x) * (1 - x) + off + 0.1 * trial
				.configuration().get("y")), 0);
		}
		assertTrue(count[1] >= 15, () -> Arrays.toString(count));
		assertEquals(4, study.evaluations().stream().map(e -> MODE.option(e.configuration())).distinct()
			.count());
		study.front().forEach(e -> assertEquals("b", MODE.option(e.configuration())));
	}

	/** Nothing but choices: each of the 12 settings once, before any is repeated. */
	@Test
	void searchesChoicesAlone() {
		final SearchSpace space = new SearchSpace(List.of(MODE, new Parameter.Choice("kind", List.of(
			"k", "l", "m"))));
		final double[] worth = DoubleStream.iterate(0.9, v -> v * 0.8).limit(12).toArray();
		final Study study = new Study(space, PLAIN, new BayesianEngine(), 2);
		for (int i = 0; i < 24; i++) {
			final Trial trial = study.ask();
			final int cell = 3 * (int) trial.configuration().get("mode") + (int) trial.configuration().get(
				"kind");
			study.tell(trial, Observation.of(worth[cell], worth[(cell + 5) % 12]), 0);
		}
		assertEquals(12, study.evaluations().stream().map(Evaluation::configuration).distinct().count());
	}

	/** "a" is perfect everywhere, "c" in a corner only; both are known to be in the end. */
	@Test
	void looksForEquallyGoodChoices() {
		final Study study = new Study(SPACE, List.of(new Objective("a", "", Link.squareRoot(), 1),
			new Objective("b", "", Link.squareRoot(), 1)), new BayesianEngine(), 1);
		final int[] count = new int[4];
		for (int i = 0; i < 60; i++) {
			final Trial trial = study.ask();
			final String mode = MODE.option(trial.configuration());
			count[MODE.options().indexOf(mode)]++;
			final double x = trial.configuration().get("x");
			final double error = mode.equals("a") ? 0 : mode.equals("c") ? Math.max(0, x - 0.1) : 0.9;
			study.tell(trial, Observation.of(error, error), 0);
		}
		final List<String> perfect = study.front().stream().map(e -> MODE.option(e.configuration()))
			.distinct().sorted().toList();
		assertEquals(List.of("a", "c"), perfect, () -> Arrays.toString(count));
		for (final int c : count)
			assertTrue(c >= 8, () -> Arrays.toString(count));
	}

	@Test
	void resumesWithTheSameProposals() {
		final Study whole = new Study(SPACE, PLAIN, new BayesianEngine(), 3);
		for (int i = 0; i < 14; i++)
			answer(whole);
		final Study resumed = new Study(SPACE, PLAIN, new BayesianEngine(), 3);
		whole.evaluations().subList(0, 11).forEach(resumed::restore);
		for (int i = 11; i < 14; i++)
			answer(resumed);
		for (int i = 0; i < 14; i++)
			assertArrayEquals(whole.evaluations().get(i).unit(), resumed.evaluations().get(i).unit());
	}

	private static void answer(final Study study) {
		final Trial trial = study.ask();
		final double x = trial.configuration().get("x"), mode = trial.configuration().get("mode");
		study.tell(trial, Observation.of(x * x + 0.1 * mode, (1 - x) * (1 - x) + 0.1 * (3 - mode)), 0);
	}
}
