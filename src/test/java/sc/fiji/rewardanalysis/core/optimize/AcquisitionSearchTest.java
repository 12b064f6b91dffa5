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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the best point is found where it is known which one that is. */
class AcquisitionSearchTest {

	private static final Parameter X = Parameter.of("x", "", 0, 1, false), Y = Parameter.of("y", "", 0,
		1, false);

	/** From 0 to 50. */
	private static final Parameter COUNT = new Parameter.Whole("n", "", 0, 50);
	private static final Parameter.Choice CHOICE = new Parameter.Choice("c", List.of("a", "b", "d"));

	/** A promise with numerical derivatives; unknown is what is far from the origin. */
	private record Promise(ToDoubleFunction<double[]> function) implements Acquisition {

		@Override
		public double at(final double[] unit) {
			return function.applyAsDouble(unit);
		}

		@Override
		public double at(final double[] unit, final double[] gradient) {
			for (int i = 0; i < unit.length; i++) {
				final double[] more = unit.clone(), less = unit.clone();
				more[i] += 1e-6;
				less[i] -= 1e-6;
				gradient[i] = (at(more) - at(less)) / 2e-6;
			}
			return at(unit);
		}

		@Override
		public double uncertainty(final double[] unit) {
			return Arrays.stream(unit).sum();
		}
	}

	private static SearchSpace space(final Parameter... parameters) {
		return new SearchSpace(List.of(parameters));
	}

	private static AcquisitionSearch search(final SearchSpace space,
		final ToDoubleFunction<double[]> function, final double[]... taken)
	{
		return new AcquisitionSearch(space, new Promise(function), List.of(taken));
	}

	private static SplittableRandom random() {
		return new SplittableRandom(7);
	}

	private static double square(final double v) {
		return v * v;
	}

	/** Inside, at an edge, and beyond a corner. */
	@Test
	void climbsToTheTop() {
		for (final double[] top : new double[][] { { 0.31234, 0.6789 }, { 0.2, 1 }, { -0.5, 1.5 } }) {
			final double[] best = search(space(X, Y), p -> -square(p[0] - top[0]) - 3 * square(p[1] -
				top[1])).best(List.of(), random()).orElseThrow();
			assertEquals(Math.max(0, top[0]), best[0], 2e-3);
			assertEquals(Math.min(1, top[1]), best[1], 2e-3);
		}
	}

	/** Of two hills the candidates see the lower, broad one far more often. */
	@Test
	void climbsMoreThanOneHill() {
		final double[] best = search(space(X, Y), p -> Math.max(1 - 0.5 * Math.hypot(p[0] - 0.2, p[1] -
			0.2), 1.5 - 4 * Math.hypot(p[0] - 0.81, p[1] - 0.83))).best(List.of(), random()).orElseThrow();
		assertEquals(0.81, best[0], 0.02);
		assertEquals(0.83, best[1], 0.02);
	}

	/** A needle that only who looks near the centre finds. */
	@Test
	void looksCloserNearCentres() {
		final ToDoubleFunction<double[]> needle = p -> -Math.min(0.05, Math.hypot(p[0] - 0.4321, p[1] -
			0.1234));
		final double[] best = search(space(X, Y), needle).best(List.of(new double[] { 0.44, 0.12 }),
			random()).orElseThrow();
		assertEquals(0, Math.hypot(best[0] - 0.4321, best[1] - 0.1234), 5e-3);
	}

	/** A ramp of steps, on which there is no slope: 37 of 50, and nothing beyond it. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 16, 37, 49, 50 })
	void stepsAlongIntegers(final int n) {
		final SearchSpace space = space(X, COUNT);
		final double[] best = search(space, p -> -square(p[0] - 0.5) - square(COUNT.at(p[1]) - n)).best(
			List.of(), random()).orElseThrow();
		assertEquals(n, COUNT.at(best[1]));
		assertEquals(0.5, best[0], 2e-3);
		assertArrayEquals(space.snapped(best), best);
	}

	/** The hill of the choice d is the highest, and narrow. */
	@Test
	void triesEveryChoice() {
		final ToDoubleFunction<double[]> function = p -> {
			final String choice = CHOICE.option(CHOICE.at(p[1]));
			return choice.equals("d") ? 1 - 30 * Math.abs(p[0] - 0.5) : choice.equals("b") ? 0.5 - Math.abs(
				p[0] - 0.5) : -1;
		};
		final double[] best = search(space(X, CHOICE), function).best(List.of(), random()).orElseThrow();
		assertEquals("d", CHOICE.option(CHOICE.at(best[1])));
		assertEquals(0.5, best[0], 2e-3);
	}

	@Test
	void nothingPromisesNothing() {
		assertEquals(Optional.empty(), search(space(X), p -> Double.NEGATIVE_INFINITY).best(List.of(),
			random()));
		assertTrue(search(space(X), p -> p[0] > 0.9 ? 0 : Double.NEGATIVE_INFINITY).best(List.of(),
			random()).isPresent());
	}

	/** Then the point of the best hundredth of which least is known: here the one farthest right. */
	@Test
	void whatIsTakenIsNotAskedForAgain() {
		final SearchSpace space = space(COUNT);
		final ToDoubleFunction<double[]> best20 = p -> -Math.abs(COUNT.at(p[0]) - 20);
		final double[] twenty = { COUNT.toUnit(20) };
		assertEquals(20, COUNT.at(search(space, best20).best(List.of(), random()).orElseThrow()[0]));
		final double next = COUNT.at(search(space, best20, twenty).best(List.of(), random())
			.orElseThrow()[0]);
		assertEquals(1, Math.abs(next - 20), "19 or 21");
		// Along an axis without steps a thousandth is the same.
		final double[] top = { 0.5 };
		for (final double off : new double[] { 0, 0.0009, -0.0009 }) {
			final double other = search(space(X), p -> -square(p[0] - 0.5), new double[] { 0.5 + off }).best(
				List.of(), random()).orElseThrow()[0];
			assertTrue(Math.abs(other - top[0] - off) > 1e-3 && Math.abs(other - top[0]) < 0.02, other +
				" beside " + off);
		}
		assertEquals(0.5, search(space(X), p -> -square(p[0] - 0.5), new double[] { 0.502 }).best(List
			.of(), random()).orElseThrow()[0], 5e-4);
		// All are: then the best one.
		final double[][] all = IntStream.rangeClosed(0, 50).mapToObj(n -> new double[] { COUNT.toUnit(
			n) }).toArray(double[][]::new);
		assertEquals(20, COUNT.at(search(space, best20, all).best(List.of(), random()).orElseThrow()[0]));
	}

	/** Of 256 candidates and some more the best three: of them the one that is least known. */
	@Test
	void theLeastKnownIsAmongTheBestHundredth() {
		final List<double[]> asked = new ArrayList<>();
		final AcquisitionSearch search = search(space(X, Y), p -> {
			asked.add(p);
			return -square(p[0] - 0.3) - square(p[1] - 0.6);
		});
		final double[] point = search.leastKnownOfTheBest(List.of(), random());
		assertEquals(256, asked.size());
		asked.sort((p, q) -> Double.compare(Math.hypot(p[0] - 0.3, p[1] - 0.6), Math.hypot(q[0] - 0.3, q[1] -
			0.6)));
		final double[] expected = asked.subList(0, 3).stream().max((p, q) -> Double.compare(p[0] + p[1],
			q[0] + q[1])).orElseThrow();
		assertArrayEquals(expected, point);
	}

	/** With an odd number of points that were tried, the choice is that with the fewest. */
	@Test
	void everySecondTimeTheChoiceThatWasTriedLeast() {
		final SearchSpace space = space(X, CHOICE);
		final double a = CHOICE.toUnit(0), b = CHOICE.toUnit(1), d = CHOICE.toUnit(2);
		final ToDoubleFunction<double[]> likesA = p -> p[1] == a ? 1 : p[1] == b ? 0.5 : 0;
		final double[][] taken = { { 0.1, a }, { 0.2, a }, { 0.3, d }, { 0.4, d }, { 0.5, b } };
		assertEquals(b, search(space, likesA, taken).leastKnownOfTheBest(List.of(), random())[1]);
		assertEquals(a, search(space, likesA, Arrays.copyOf(taken, 4)).leastKnownOfTheBest(List.of(),
			random())[1]);
		assertEquals(b, search(space, likesA, Arrays.copyOf(taken, 3)).leastKnownOfTheBest(List.of(),
			random())[1]);
	}

	@Test
	void theSameSeedFindsTheSame() {
		final ToDoubleFunction<double[]> rough = p -> Math.sin(40 * p[0]) * Math.cos(31 * p[1]) + p[0];
		final List<double[]> centres = List.of(new double[] { 0.5, 0.5 });
		final double[] one = search(space(X, Y), rough).best(centres, random()).orElseThrow();
		assertArrayEquals(one, search(space(X, Y), rough).best(centres, random()).orElseThrow());
		assertFalse(Arrays.equals(search(space(X, Y), rough).leastKnownOfTheBest(centres, random()), search(
			space(X, Y), rough).leastKnownOfTheBest(centres, new SplittableRandom(8))));
	}
}
