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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published maxima of the {@link Problems} belong to the functions as written here. */
class ProblemsTest {

	private static final int DENSE = 20_000;

	private static Observation observed(final Problems problem, final double... values) {
		final Map<String, Double> named = new LinkedHashMap<>();
		for (int i = 0; i < values.length; i++)
			named.put(problem.space.parameters().get(i).name(), values[i]);
		return problem.observed(Configuration.of(named));
	}

	/** The fraction of the maximum that these points reach, of those that are allowed. */
	private static double fraction(final Problems problem, final List<double[]> points) {
		final List<Constraint> constraints = problem.study(new SobolEngine(), 0).constraints();
		final List<double[]> values = new ArrayList<>();
		for (final double[] x : points) {
			final Observation o = observed(problem, x);
			final double[] c = o.constraints();
			if (IntStream.range(0, c.length).allMatch(i -> constraints.get(i).isMet(c[i]))) values.add(o
				.signals());
		}
		return Hypervolume.of(values.toArray(double[][]::new), problem.reference) / problem.maximum;
	}

	/** Points from 0 to 1 along the front's first setting. */
	private static List<double[]> along(final int dimension, final double rest) {
		return IntStream.rangeClosed(0, DENSE).mapToObj(i -> {
			final double[] x = new double[dimension];
			Arrays.fill(x, rest);
			x[0] = (double) i / DENSE;
			return x;
		}).toList();
	}

	@ParameterizedTest
	@CsvSource({ "ZDT1,3,0", "ZDT2,3,0", "ZDT3,3,0", "ZDT3_BOTORCH,3,0", "DTLZ2,4,0.5", "C2_DTLZ2,4,0.5" })
	void maximumIsThatOfTheKnownFront(final Problems problem, final int dimension,
		final double rest)
	{
		// BoTorch's maximum of C2-DTLZ2 is itself an approximation.
		final double tolerance = problem == Problems.C2_DTLZ2 ? 2e-3 : 2e-4;
		assertEquals(1, fraction(problem, along(dimension, rest)), tolerance);
	}

	/** Its front is x = y up to 3, then y = 3. */
	@Test
	void maximumOfBnhIsThatOfTheKnownFront() {
		final List<double[]> front = IntStream.rangeClosed(0, DENSE).mapToObj(i -> {
			final double x = 5.0 * i / DENSE;
			return new double[] { x, Math.min(x, 3) };
		}).toList();
		assertEquals(1, fraction(Problems.BNH, front), 2e-4);
	}

	/** The front is an eighth of the unit sphere. */
	@Test
	void maximumOfThreeObjectivesIsThatOfTheKnownFront() {
		final int n = 60;
		final List<double[]> front = IntStream.range(0, n * n).mapToObj(i -> new double[] { (i / n) /
			(n - 1.0), (i % n) / (n - 1.0), 0.5, 0.5, 0.5 }).toList();
		final double reached = fraction(Problems.DTLZ2_THREE, front);
		assertTrue(reached > 0.97 && reached < 1, () -> "" + reached);
	}

	@Test
	void maximumOfTheMixedProblemIsThatOfAllLevels() {
		final int fine = 5_000;
		final List<double[]> all = new ArrayList<>();
		for (int level = 0; level <= 20; level++)
			for (int kind = 0; kind < 4; kind++)
				for (int i = 0; i <= fine; i++)
					all.add(new double[] { level, (double) i / fine, kind });
		assertEquals(1, fraction(Problems.MIXED, all), 1e-4);
	}

	@ParameterizedTest
	@CsvSource({ "BRANIN_CURRIN,20000,0.95", "ZDT1,20000,0.8", "ZDT2,20000,0.55", "ZDT3,20000,0.8",
		"ZDT3_BOTORCH,20000,0.8", 		"DTLZ2,20000,0.9", "DTLZ2_THREE,5000,0.75", "VEHICLE_SAFETY,5000,0.8", "BNH,20000,0.99",
		"CONSTRAINED_BRANIN_CURRIN,20000,0.98", "C2_DTLZ2,20000,0.85", "MIXED,20000,0.95" })
	void evenlySpreadPointsApproachTheMaximumAndNeverExceedIt(final Problems problem,
		final int n, final double least)
	{
		final ShiftedSobol sobol = new ShiftedSobol(problem.space.dimension(), new SplittableRandom(
			1));
		final List<double[]> points = IntStream.range(0, n).mapToObj(i -> problem.space.at(sobol
			.next()).asMap().values().stream().mapToDouble(Double::doubleValue).toArray()).toList();
		final double reached = fraction(problem, points);
		assertTrue(reached > least && reached < 1, () -> "" + reached);
	}

	/** Worked out with BoTorch's formulas by hand; slack turned into a value and a limit. */
	@Test
	void constraintsAllowWhatTheyShould() {
		assertArrayEquals(new double[] { 25, -73 }, observed(Problems.BNH, 0, 0).constraints(), 1e-12);
		assertArrayEquals(new double[] { 50 }, observed(Problems.CONSTRAINED_BRANIN_CURRIN, 0.5 + 5 /
			15.0, 0.5 + 5 / 15.0).constraints(), 1e-12);
		assertArrayEquals(new double[] { -0.04 }, observed(Problems.C2_DTLZ2, 0, 0.5, 0.5, 0.5)
			.constraints(), 1e-12);
		assertTrue(observed(Problems.C2_DTLZ2, 0.25, 0.5, 0.5, 0.5).constraints()[0] > 0);
	}

	/** Branin's minimum at (pi, 2.275) and Currin's maximum at (13/60, 0), both published. */
	@Test
	void functionsHaveThePublishedExtremes() {
		assertEquals(0.397887, observed(Problems.BRANIN_CURRIN, (Math.PI + 5) / 15, 2.275 / 15)
			.signals()[0], 1e-6);
		assertEquals(13.798702, observed(Problems.BRANIN_CURRIN, 0.216666585, 0).signals()[1], 1e-4);
	}
}
