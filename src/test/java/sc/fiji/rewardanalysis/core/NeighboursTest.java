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

package sc.fiji.rewardanalysis.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class NeighboursTest {

	/** Whole coordinates, so that many are equally far and some atoms are one on the other. */
	private static List<Blob> atoms(final Random random, final int number, final int height) {
		return Stream.generate(() -> new Blob(random.nextInt(20), random.nextInt(height), 1, 1)).limit(
			number).toList();
	}

	private static int[] sorted(final List<Blob> atoms, final Position from) {
		return IntStream.range(0, atoms.size()).boxed().sorted(Comparator.comparingDouble((Integer i) -> Math
			.hypot(atoms.get(i).x() - from.x(), atoms.get(i).y() - from.y()))).mapToInt(i -> i).toArray();
	}

	@Test
	void areThoseThatSortingAllFinds() {
		final Random random = new Random(1);
		for (int trial = 0; trial < 100; trial++) {
			// Of height 1 they lie on a line.
			final List<Blob> atoms = atoms(random, 1 + random.nextInt(60), 1 + random.nextInt(20));
			final Neighbours neighbours = new Neighbours(atoms);
			final int atom = random.nextInt(atoms.size()), k = 1 + random.nextInt(10);
			final int[] expected = Arrays.stream(sorted(atoms, atoms.get(atom))).filter(i -> i != atom)
				.limit(k).toArray();
			assertArrayEquals(expected, Arrays.stream(neighbours.of(atom, k)).mapToInt(
				Neighbours.Neighbour::atom).toArray());
			final Blob place = new Blob(random.nextInt(200) - 100, random.nextInt(200) - 100, 1, 1);
			final int nearest = sorted(atoms, place)[0];
			assertEquals(nearest, neighbours.nearest(place));
			final double distance = Math.hypot(atoms.get(nearest).x() - place.x(), atoms.get(nearest).y() -
				place.y());
			assertEquals(nearest, neighbours.nearest(place.x(), place.y(), distance + 1e-9));
			assertEquals(-1, neighbours.nearest(place.x(), place.y(), distance - 1e-9));
		}
	}
}
