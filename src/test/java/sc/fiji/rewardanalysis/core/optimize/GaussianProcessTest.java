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

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class GaussianProcessTest {

	/** The jitter that scikit-learn adds to the noise. */
	private static final double ALPHA = 1e-10;

	/** A case of scikit-learn's GaussianProcessRegressor; {@code make_golden.py}. */
	private static final class Case {

		final JsonObject json;
		final double[][] inputs, test;
		final double[] outputs;
		final double mean, scale;
		final Hyperparameters hyperparameters;

		Case(final String name) {
			json = Reference.json("gp/" + name);
			final int d = json.get("d").getAsInt();
			final double[][] train = Reference.csv("gp/" + name + "_train");
			inputs = Reference.columns(train, d);
			outputs = Reference.column(train, d);
			test = Reference.csv("gp/" + name + "_test");
			mean = json.get("y_mean").getAsDouble();
			scale = json.get("y_std").getAsDouble();
			hyperparameters = new Hyperparameters(json.get("constant").getAsDouble(), Reference
				.numbers(json.getAsJsonArray("length_scales")), json.get("white").getAsDouble() + ALPHA);
		}

		double[] standardised(final double centre, final double unit) {
			return Arrays.stream(outputs).map(y -> (y - centre) / unit).toArray();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a_1d", "b_2d", "c_2d_norm", "d_5d", "e_5d_n120", "f_2d_iso_dup" })
	void predictsAsScikitLearn(final String name) {
		final Case c = new Case(name);
		final int d = c.inputs[0].length;
		final GaussianProcess process = new GaussianProcess(c.inputs, c.outputs, c.mean, c.scale,
			c.hyperparameters);
		for (final double[] row : c.test) {
			final GaussianProcess.Belief belief = process.predict(Arrays.copyOf(row, d));
			assertEquals(row[d], belief.mean(), 1e-6 * (1 + Math.abs(row[d])));
			assertEquals(row[d + 2], belief.sd(), 1e-6);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a_1d", "b_2d", "c_2d_norm", "d_5d", "e_5d_n120", "f_2d_iso_dup" })
	void likelihoodIsThatOfScikitLearn(final String name) {
		final Case c = new Case(name);
		final int d = c.inputs[0].length;
		final double[] gradient = new double[d + 2];
		final double likelihood = new MarginalLikelihood(c.inputs, c.standardised(c.mean, c.scale))
			.at(c.hyperparameters, gradient);
		final double expected = c.json.get("log_marginal_likelihood").getAsDouble();
		assertEquals(expected, likelihood, 1e-7 * (1 + Math.abs(expected)));

		final JsonObject slopes = c.json.getAsJsonObject("grad_wrt_log");
		assertRelative(slopes.get("constant").getAsDouble(), gradient[0]);
		final double[] byLength = Reference.numbers(slopes.getAsJsonArray("length_scales"));
		for (int i = 0; i < d; i++)
			assertRelative(byLength[i], gradient[i + 1]);
		// Only the white noise varies there, not the jitter.
		final double share = 1 - ALPHA / c.hyperparameters.noise();
		assertRelative(slopes.get("white").getAsDouble(), gradient[d + 1] * share);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a_1d", "b_2d", "c_2d_norm", "d_5d", "f_2d_iso_dup" })
	void findsTheLikelihoodsMaximumWithoutPriors(final String name) {
		final Case c = new Case(name);
		final double mean = Arrays.stream(c.outputs).average().orElseThrow();
		final double sd = Math.sqrt(Arrays.stream(c.outputs).map(y -> (y - mean) * (y - mean))
			.average().orElseThrow());
		final double[] z = c.standardised(mean, sd);
		final MarginalLikelihood likelihood = new MarginalLikelihood(c.inputs, z);
		double best = Double.NEGATIVE_INFINITY;
		for (int seed = 0; seed < 4; seed++)
			best = Math.max(best, likelihood.at(HyperparameterFit.mostLikely(c.inputs, z,
				new SplittableRandom(seed)), new double[c.inputs[0].length + 2]));
		final double expected = c.json.getAsJsonObject("optimised").get("lml").getAsDouble();
		assertTrue(best > expected - 0.1, () -> "expected " + expected);
	}

	@Test
	void slopesAgreeWithDifferences() {
		final Case c = new Case("d_5d");
		final GaussianProcess process = new GaussianProcess(c.inputs, c.outputs, c.mean, c.scale,
			c.hyperparameters);
		for (final double[] row : c.test) {
			final double[] x = Arrays.copyOf(row, 5);
			final GaussianProcess.Slope slope = process.slope(x);
			assertEquals(process.predict(x), slope.belief());
			for (int i = 0; i < 5; i++) {
				final double[] up = x.clone(), down = x.clone();
				up[i] += 1e-5;
				down[i] -= 1e-5;
				final GaussianProcess.Belief a = process.predict(down), b = process.predict(up);
				assertEquals((b.mean() - a.mean()) / 2e-5, slope.ofMean()[i], 1e-5);
				assertEquals((b.sd() - a.sd()) / 2e-5, slope.ofSd()[i], 1e-5);
			}
		}
	}

	@Test
	void passesThroughDataWithoutNoise() {
		final double[][] x = { { 0.1 }, { 0.4 }, { 0.9 } };
		final double[] y = { 3, -1, 2 };
		final GaussianProcess process = GaussianProcess.of(x, y, new Hyperparameters(1, new double[] {
			0.3 }, 0));
		for (int i = 0; i < 3; i++) {
			assertEquals(y[i], process.predict(x[i]).mean(), 1e-12);
			assertEquals(0, process.predict(x[i]).sd(), 1e-5);
			assertTrue(process.predict(x[i]).sd() > 0);
		}
	}

	@Test
	void forgetsDataFarAway() {
		final GaussianProcess process = GaussianProcess.of(new double[][] { { 0 }, { 1 } },
			new double[] { 10, 14 }, new Hyperparameters(2, new double[] { 0.1 }, 1e-3));
		final GaussianProcess.Belief far = process.predict(new double[] { 100 });
		assertEquals(12, far.mean(), 1e-12);
		assertEquals(2 * Math.sqrt(2), far.sd(), 1e-12);
		assertEquals(1, process.relativeVariance(new double[] { 100 }), 1e-12);
	}

	@Test
	void growsToWhatItWouldBe() {
		final Case c = new Case("d_5d");
		final int n = c.inputs.length;
		final GaussianProcess whole = GaussianProcess.of(c.inputs, c.outputs, c.hyperparameters);
		GaussianProcess grown = GaussianProcess.of(Arrays.copyOf(c.inputs, 20), Arrays.copyOf(c.outputs,
			20), c.hyperparameters);
		for (int i = 20; i < n; i += 5)
			grown = grown.with(Arrays.copyOfRange(c.inputs, i, i + 5), Arrays.copyOfRange(c.outputs, i, i +
				5));
		for (final double[] row : c.test)
			assertEquals(whole.predict(Arrays.copyOf(row, 5)), grown.predict(Arrays.copyOf(row, 5)));
	}

	/** To believe changes no expectation, only how sure one is of it. */
	@Test
	void believesItself() {
		final Case c = new Case("b_2d");
		final GaussianProcess process = GaussianProcess.of(c.inputs, c.outputs, c.hyperparameters);
		final double[] place = { 0.43, 0.61 };
		final GaussianProcess believing = process.believing(new double[][] { place });
		final double before = process.predict(place).sd(), after = believing.predict(place).sd();
		assertTrue(after < 0.5 * before, () -> before + " and " + after);
		for (final double[] row : c.test) {
			final double[] x = Arrays.copyOf(row, 2);
			assertEquals(process.predict(x).mean(), believing.predict(x).mean(), 1e-9);
			assertTrue(believing.predict(x).sd() <= process.predict(x).sd() + 1e-12);
		}
	}

	/** A single point tells nothing about lengths: what is left are the priors' most probable ones. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void withoutDataLengthsAreThoseOfThePrior(final int numerical) {
		final boolean[] categorical = new boolean[numerical + 1];
		categorical[numerical] = true;
		final double[] lengths = GaussianProcess.fit(new double[1][numerical + 1], new double[] { 3 },
			categorical, new SplittableRandom(4)).lengthScales();
		for (int i = 0; i < numerical; i++)
			assertEquals(0.6 + 0.5 * Math.log(numerical), Math.log(lengths[i]), 0.05);
		assertEquals(Math.log(2), Math.log(lengths[numerical]), 0.15);
	}

	@Test
	void learnsFromConstantAndRepeatedData() {
		final double[][] x = IntStream.range(0, 20).mapToObj(i -> new double[] { i / 3 / 7.0, 0.5 })
			.toArray(double[][]::new);
		for (final double level : new double[] { 0, 0.1, 1e9 }) {
			final double[] y = new double[20];
			Arrays.fill(y, level);
			final GaussianProcess process = GaussianProcess.of(x, y, GaussianProcess.fit(x, y,
				new SplittableRandom(1)));
			assertEquals(level, process.predict(new double[] { 0.3, 0.2 }).mean(), 1e-9 * level);
			assertTrue(Double.isFinite(process.predict(new double[] { 0.3, 0.2 }).sd()));
		}
	}

	@Test
	void takesStepsForNoiseRatherThanForShape() {
		final SplittableRandom random = new SplittableRandom(9);
		final double[][] x = IntStream.range(0, 60).mapToObj(i -> random.doubles(2).toArray())
			.toArray(double[][]::new);
		final double[] smooth = Arrays.stream(x).mapToDouble(p -> Math.sin(3 * p[0]) + p[1])
			.toArray();
		final double[] stepped = Arrays.stream(smooth).map(y -> Math.rint(4 * y) / 4).toArray();
		final double quiet = GaussianProcess.fit(x, smooth, random.split()).noise();
		final double loud = GaussianProcess.fit(x, stepped, random.split()).noise();
		assertTrue(quiet < 1e-4, () -> "smooth: " + quiet);
		assertTrue(loud > 1e-3, () -> "stepped: " + loud);
	}

	@Test
	void rejectsWhatItCannotLearnFrom() {
		final Hyperparameters h = new Hyperparameters(1, new double[] { 1 }, 0);
		assertThrows(RewardAnalysisException.class, () -> GaussianProcess.of(new double[0][],
			new double[0], h));
		assertThrows(RewardAnalysisException.class, () -> GaussianProcess.of(new double[][] { {
			1 } }, new double[] { Double.NaN }, h));
		assertThrows(RewardAnalysisException.class, () -> GaussianProcess.of(new double[][] { { 1,
			2 } }, new double[] { 1 }, h));
		assertThrows(RewardAnalysisException.class, () -> GaussianProcess.of(new double[][] { { 1 },
			{ 1 } }, new double[] { 1, 2 }, h));
		assertThrows(RewardAnalysisException.class, () -> new Hyperparameters(1, new double[] { 0 },
			0));
	}

	private static void assertRelative(final double expected, final double actual) {
		assertEquals(expected, actual, 1e-5 * (1 + Math.abs(expected)));
	}
}
