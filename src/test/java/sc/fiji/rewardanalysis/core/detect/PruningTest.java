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

package sc.fiji.rewardanalysis.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Blob;

class PruningTest {

	private static Blob blob(final double x, final double y, final double sigma) {
		return new Blob(x, y, sigma, 1);
	}

	/** A blob whose disc, of radius σ√2, has this radius. */
	private static Blob disc(final double x, final double radius) {
		return blob(x, 7, radius / Math.sqrt(2));
	}

	@Test
	void overlapsAreThoseOfCircles() {
		assertEquals(1, Pruning.overlap(disc(3, 2), disc(3, 2)), "the same disc");
		assertEquals(1, Pruning.overlap(disc(3, 1), disc(3, 4)), "concentric");
		assertEquals(1, Pruning.overlap(disc(3, 1), disc(5.9, 4)), "contained");
		assertEquals(0, Pruning.overlap(disc(3, 1), disc(8, 4)), 1e-6, "touching from outside");
		assertEquals(0, Pruning.overlap(disc(3, 1), disc(8.1, 4)), "apart");
		// Equal circles r apart share r²(2π/3 − √3/2).
		assertEquals(2 / 3.0 - Math.sqrt(3) / (2 * Math.PI), Pruning.overlap(disc(0, 2), disc(2, 2)),
			1e-12);
		// A circle whose centre lies on a circle so large that it is a line: a half.
		assertEquals(0.5, Pruning.overlap(disc(0, 1), disc(1e4, 1e4)), 1e-4);
	}

	@Test
	void overlapDoesNotDependOnTheOrder() {
		final Random random = new Random(1);
		for (int i = 0; i < 200; i++) {
			final Blob a = blob(5 * random.nextDouble(), 5 * random.nextDouble(), 1 + random
				.nextDouble());
			final Blob b = blob(5 * random.nextDouble(), 5 * random.nextDouble(), 1 + random
				.nextDouble());
			assertEquals(Pruning.overlap(a, b), Pruning.overlap(b, a), 1e-12);
		}
	}

	/** Equal circles half a radius apart share 0.685 of their area. */
	@Test
	void theSmallerGoesAndOfEqualOnesTheFirst() {
		final Blob small = disc(0, 1), large = disc(0.5, 2), twin = disc(0.5, 1);
		assertEquals(List.of(large), Pruning.prune(List.of(small, large), 0.5));
		assertEquals(List.of(large), Pruning.prune(List.of(large, small), 0.5));
		assertEquals(List.of(twin), Pruning.prune(List.of(small, twin), 0.5));
		assertEquals(List.of(small), Pruning.prune(List.of(twin, small), 0.5));
		assertEquals(2, Pruning.prune(List.of(small, twin), 0.7).size());
		assertEquals(2, Pruning.prune(List.of(small, large), 1).size(), "nothing overlaps by more than 1");
	}

	@Test
	void theHashChangesNothing() {
		final Random random = new Random(2);
		for (int trial = 0; trial < 40; trial++) {
			final int side = 10 + random.nextInt(60);
			final List<Blob> blobs = new ArrayList<>();
			for (int i = 0; i < 150; i++)
				// Few scales and whole pixels, as in a scale space: many ties. Left of 0, too.
				blobs.add(blob(random.nextInt(side) - side / 2, random.nextInt(side), 1 + random.nextInt(
					4)));
			for (final double overlap : new double[] { 0, 0.2, 0.5, 0.9 })
				assertEquals(bruteForce(blobs, overlap), Pruning.prune(blobs, overlap), "trial " + trial);
		}
	}

	/** scikit-image's rule for all pairs in ascending order. */
	private static List<Blob> bruteForce(final List<Blob> blobs, final double overlap) {
		final boolean[] erased = new boolean[blobs.size()];
		for (int i = 0; i < erased.length; i++)
			for (int j = i + 1; j < erased.length; j++) {
				if (erased[i] || erased[j] || Pruning.overlap(blobs.get(i), blobs.get(j)) <= overlap)
					continue;
				erased[blobs.get(i).sigma() > blobs.get(j).sigma() ? j : i] = true;
			}
		final List<Blob> kept = new ArrayList<>();
		for (int i = 0; i < erased.length; i++)
			if (!erased[i]) kept.add(blobs.get(i));
		return kept;
	}

	/** What happens in one cluster is none of the others' business. */
	@Test
	void clustersApartDoNotInfluenceEachOther() {
		final Random random = new Random(4);
		final List<List<Blob>> clusters = new ArrayList<>();
		final HashSet<Blob> expected = new HashSet<>();
		for (int c = 0; c < 25; c++) {
			final List<Blob> cluster = new ArrayList<>();
			for (int i = 0; i < 6; i++)
				cluster.add(blob(50 * (c % 5) + 4 * random.nextDouble(), 50 * (c / 5) + 4 * random
					.nextDouble(), 1 + random.nextDouble()));
			clusters.add(cluster);
			expected.addAll(Pruning.prune(cluster, 0.3));
		}
		assertTrue(expected.size() > 25 && expected.size() < 150, "something is pruned");
		for (int shuffle = 0; shuffle < 5; shuffle++) {
			Collections.shuffle(clusters, random);
			final List<Blob> all = clusters.stream().flatMap(List::stream).toList();
			assertEquals(expected, new HashSet<>(Pruning.prune(all, 0.3)));
		}
	}
}
