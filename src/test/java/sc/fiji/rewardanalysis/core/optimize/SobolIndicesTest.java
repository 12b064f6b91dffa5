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

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobolIndicesTest {

	private static SobolIndices of(final int dimension, final ToDoubleFunction<double[]> function) {
		return SobolIndices.of(function, dimension, 4096, new SplittableRandom(5));
	}

	/** V(aᵢxᵢ) = aᵢ²/12, and there are no interactions. */
	@Test
	void anAdditiveFunctionHasMainEffectsOnly() {
		final double[] a = { 1, 2, 0, 3 };
		final SobolIndices indices = of(4, x -> a[0] * x[0] + a[1] * x[1] + a[3] * x[3]);
		final double[] expected = Arrays.stream(a).map(v -> v * v / 14).toArray();
		assertArrayEquals(expected, indices.main(), 2e-3);
		assertArrayEquals(expected, indices.total(), 2e-3);
		assertEquals(0, indices.total()[2], "not used at all");
		assertEquals(1, Arrays.stream(indices.main()).sum(), 4e-3);
	}

	/** Ishigami &amp; Homma 1990, with a = 7, b = 0.1; its indices are known. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 1e4 })
	void ishigami(final double offset) {
		final double a = 7, b = 0.1, p4 = Math.pow(Math.PI, 4);
		final SobolIndices indices = of(3, u -> {
			final double[] x = Arrays.stream(u).map(v -> Math.PI * (2 * v - 1)).toArray();
			return offset + Math.sin(x[0]) + a * Math.pow(Math.sin(x[1]), 2) + b * Math.pow(x[2], 4) * Math
				.sin(x[0]);
		});
		final double v1 = 0.5 * Math.pow(1 + b * p4 / 5, 2), v2 = a * a / 8, v13 = 8 * b * b * p4 * p4 /
			225, v = v1 + v2 + v13;
		assertArrayEquals(new double[] { v1 / v, v2 / v, 0 }, indices.main(), 0.01);
		assertArrayEquals(new double[] { (v1 + v13) / v, v2 / v, v13 / v }, indices.total(), 0.01);
	}

	/** (x − ½)(y − ½) is all interaction. */
	@Test
	void aPureInteractionHasNoMainEffect() {
		final SobolIndices indices = of(2, x -> (x[0] - 0.5) * (x[1] - 0.5));
		assertArrayEquals(new double[] { 0, 0 }, indices.main(), 5e-3);
		assertArrayEquals(new double[] { 1, 1 }, indices.total(), 5e-3);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.1, -1e9 })
	void aConstantHasNone(final double value) {
		final SobolIndices indices = of(3, x -> value);
		assertArrayEquals(new double[3], indices.main());
		assertArrayEquals(new double[3], indices.total());
	}

	/** A whole number k of 1, 2, 3 has the variance 2/3, a choice worth 1 or 0 1/4. */
	@Test
	void integersAndChoicesCountAsTheyAreSnapped() {
		final SearchSpace space = new SearchSpace(List.of(new Parameter.Whole("k", "", 1, 3),
			new Parameter.Choice("mode", List.of("a", "b"))));
		final SobolIndices indices = of(2, x -> {
			final Configuration c = space.at(space.snapped(x));
			return c.get("k") + c.get("mode");
		});
		final double[] expected = { 2.0 / 3 / (2.0 / 3 + 0.25), 0.25 / (2.0 / 3 + 0.25) };
		assertArrayEquals(expected, indices.main(), 5e-3);
		assertArrayEquals(expected, indices.total(), 5e-3);
	}

	/**
	 * f = x with one of two options, ½ with the other: V = ½·1/12, E[f | x] = ¼ + x/2,
	 * E[f | option] = ½.
	 */
	@Test
	void aConditionalParameterActsThroughItsChoice() {
		final SearchSpace space = new SearchSpace(List.of(new Parameter.Choice("mode", List.of("with",
			"without")), Parameter.of("x", "", 0, 1, false))).when("x", "mode", "with");
		final SobolIndices indices = of(2, u -> space.snapped(u)[1]);
		assertArrayEquals(new double[] { 0, 0.5 }, indices.main(), 0.01);
		assertArrayEquals(new double[] { 0.5, 1 }, indices.total(), 0.01);
	}

	@Test
	void totalsAreNotBelowMains() {
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 10; i++) {
			final double[] w = random.doubles(9).toArray();
			final SobolIndices indices = of(3, x -> w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + 4 * w[3] *
				x[0] * x[1] + 4 * w[4] * x[1] * x[2] + Math.sin(9 * w[5] * x[2]));
			for (int axis = 0; axis < 3; axis++)
				assertTrue(indices.total()[axis] > indices.main()[axis] - 0.02);
			assertTrue(Arrays.stream(indices.main()).sum() < 1.03);
			assertTrue(Arrays.stream(indices.total()).sum() > 0.97);
		}
	}
}
