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

package sc.fiji.rewardanalysis.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PatchBatchesTest {

	private static PatchSet raster(final int columns, final int rows) {
		return new PatchSet(1, new float[columns * rows][1], new double[columns * rows],
			new double[columns * rows], columns, rows);
	}

	@Test
	void eachPatchComesOnceInBatchesOfAboutTheSize() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int trial = 0; trial < 50; trial++) {
			final int columns = 1 + random.nextInt(20), rows = 1 + random.nextInt(20), n = columns * rows;
			final int batch = 2 + random.nextInt(n);
			final List<int[]> batches = PatchBatches.shuffled(n, batch, random);
			assertArrayEquals(IntStream.range(0, n).toArray(), batches.stream().flatMapToInt(Arrays::stream)
				.sorted().toArray());
			for (final int[] some : batches)
				assertTrue(some.length < 2 * batch && (some.length >= batch || n < batch));
		}
	}

	@Test
	void eachPatchHasAnyOfItsNeighboursBeside() {
		final int[][] neighbours = NeighbourGraph.of(raster(7, 5)).neighbours();
		final int[] all = IntStream.range(0, 35).toArray();
		final Set<Integer> besideTen = new HashSet<>();
		final SplittableRandom random = new SplittableRandom(1);
		for (int trial = 0; trial < 100; trial++) {
			final int[] beside = PatchBatches.beside(neighbours, all, random);
			for (int i = 0; i < 35; i++)
				assertTrue(Arrays.binarySearch(neighbours[i], beside[i]) >= 0);
			besideTen.add(beside[10]);
		}
		assertEquals(Set.of(3, 9, 11, 17), besideTen);
		// Who has no neighbour stands beside himself.
		assertArrayEquals(new int[] { 1 }, PatchBatches.beside(new int[][] { { 1 }, {} }, new int[] { 1 },
			random));
	}

	/** Atoms of a square lattice: four nearest ones, and of the next four those that come first. */
	@Test
	void atomsHaveTheirNearestOnesAsNeighbours() {
		final int n = 10;
		final double[] x = new double[n * n], y = new double[n * n];
		for (int i = 0; i < x.length; i++) {
			x[i] = 8 * (i % n);
			y[i] = 8 * (i / n);
		}
		// One far from all others: more than twice the spacing is no neighbour.
		x[99] = 200;
		final NeighbourGraph graph = NeighbourGraph.of(new PatchSet(1, new float[n * n][1], x, y, 0, 0));
		final int[][] neighbours = graph.neighbours();
		assertEquals(0, neighbours[99].length);
		for (final int next : new int[] { 44, 46, 35, 55 })
			assertTrue(Arrays.binarySearch(neighbours[45], next) >= 0, next + "");
		for (int i = 0; i < 99; i++)
			for (final int next : neighbours[i])
				assertTrue(Math.hypot(x[i] - x[next], y[i] - y[next]) <= 8 * 2);
	}
}
