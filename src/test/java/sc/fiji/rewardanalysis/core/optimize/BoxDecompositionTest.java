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

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxDecompositionTest {

	/** With a lower bound put in for −∞, boxes and front fill the whole space once. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void boxesFillWhatTheFrontLeaves(final int m) {
		final SplittableRandom random = new SplittableRandom(m);
		final double[] reference = new double[m];
		Arrays.fill(reference, 1);
		for (int i = 0; i < 300; i++) {
			final int grid = i % 3 == 0 ? 4 : 1 << 20;
			// On a coarse grid many coordinates are equal; some points lie beyond the reference.
			final double[][] front = IntStream.range(0, i % 23).mapToObj(k -> IntStream.range(0, m)
				.mapToDouble(j -> 1.1 * random.nextInt(grid) / grid).toArray()).toArray(double[][]::new);
			final List<BoxDecomposition.Box> boxes = BoxDecomposition.of(front, reference);
			final double free = boxes.stream().mapToDouble(b -> IntStream.range(0, m).mapToDouble(j -> b
				.upper()[j] - Math.max(-1, b.lower()[j])).reduce(1, (x, y) -> x * y)).sum();
			assertEquals(Math.pow(2, m) - Hypervolume.of(front, reference), free, 1e-12);
			final int n = front.length;
			assertTrue(boxes.size() <= (m == 4 ? (n + 1) * (n + 1) : 2 * n + 1));
		}
	}

	/** Equal volume could hide overlaps: every point not dominated is in one box exactly. */
	@Test
	void boxesAreDisjoint() {
		final SplittableRandom random = new SplittableRandom(9);
		for (int i = 0; i < 50; i++) {
			final double[][] front = IntStream.range(0, 15).mapToObj(k -> random.doubles(3).toArray())
				.toArray(double[][]::new);
			final List<BoxDecomposition.Box> boxes = BoxDecomposition.of(front, new double[] { 1, 1, 1 });
			for (int k = 0; k < 200; k++) {
				final double[] p = random.doubles(3, -0.2, 1).toArray();
				final boolean dominated = Arrays.stream(front).anyMatch(q -> ParetoFront.dominates(q, p));
				assertEquals(dominated ? 0 : 1, boxes.stream().filter(b -> IntStream.range(0, 3).allMatch(
					j -> p[j] > b.lower()[j] && p[j] < b.upper()[j])).count());
			}
		}
	}
}
