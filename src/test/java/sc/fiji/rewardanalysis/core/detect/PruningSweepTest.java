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
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/** The sweep against pruning each list at each overlap by itself. */
class PruningSweepTest {

	/** Few places, scales and responses, as in a scale space: many ties. */
	private static List<Blob> blobs(final Random random) {
		final int side = 4 + random.nextInt(25), scales = 1 + random.nextInt(4);
		final List<Blob> blobs = new ArrayList<>();
		for (int i = 2 + random.nextInt(45); i > 0; i--)
			blobs.add(new Blob(random.nextInt(side), random.nextInt(side), 1 + 0.7 * random.nextInt(
				scales), random.nextInt(20)));
		blobs.sort(Comparator.comparingDouble(Blob::response).reversed());
		return blobs;
	}

	@Test
	void everyListAtEveryOverlapIsWhatPruningLeaves() {
		final Random random = new Random(1);
		int steps = 0;
		for (int trial = 0; trial < 80; trial++) {
			final List<Blob> all = blobs(random);
			final double low = trial % 3 == 0 ? 0 : 0.3 * random.nextDouble();
			final double high = trial % 4 == 0 ? 1 : low + (1 - low) * random.nextDouble();
			final int n = trial % 5 == 0 ? all.size() / 2 : all.size();
			final PruningSweep sweep = new PruningSweep(OverlapPairs.of(all, low, Progress.NONE), n, low,
				high);
			assertEquals(high, sweep.to());
			assertListsAt(all, n, sweep, high);
			double before;
			do {
				assertListsAt(all, n, sweep, sweep.from());
				assertListsAt(all, n, sweep, (sweep.from() + sweep.to()) / 2);
				assertTrue(sweep.from() >= low && sweep.to() <= high);
				before = sweep.from();
				steps++;
			}
			while (next(sweep) && sweep.to() <= before);
			assertEquals(low, sweep.from());
		}
		assertTrue(steps > 1000, "there is something to compare: " + steps);
	}

	/** A step whose reported changes are those that happened. */
	private static boolean next(final PruningSweep sweep) {
		final int n = sweep.size();
		final int[] before = IntStream.range(0, n).map(sweep::end).toArray();
		final boolean more = sweep.next();
		if (!more) return false;
		final TreeSet<Integer> told = new TreeSet<>();
		for (int c = 0; c < sweep.changes(); c++) {
			assertEquals(before[sweep.changed(c)], sweep.formerEnd(c));
			assertTrue(told.add(sweep.changed(c)), "once each");
		}
		for (int b = 0; b < n; b++)
			assertTrue(before[b] == sweep.end(b) || told.contains(b));
		return true;
	}

	private static void assertListsAt(final List<Blob> all, final int n, final PruningSweep sweep,
		final double overlap)
	{
		for (int k = 0; k <= n; k++) {
			final int length = k;
			final List<Blob> left = IntStream.range(0, k).filter(b -> length <= sweep.end(b)).mapToObj(
				all::get).toList();
			assertEquals(Pruning.prune(all.subList(0, k), overlap), left, "first " + k + " at " + overlap);
		}
	}

	@Test
	void allBreaksAreMet() {
		final Random random = new Random(7);
		final List<Blob> all = blobs(random);
		final TreeSet<Double> breaks = new TreeSet<>();
		for (int b = 0; b < all.size(); b++)
			for (int a = 0; a < b; a++)
				breaks.add(Math.min(1, Pruning.overlap(all.get(a), all.get(b))));
		breaks.remove(0.0);
		final PruningSweep sweep = new PruningSweep(OverlapPairs.of(all, 0, Progress.NONE), all.size(),
			0, 1);
		final TreeSet<Double> met = new TreeSet<>();
		while (sweep.next())
			met.add(sweep.to());
		assertTrue(breaks.containsAll(met));
		for (final double b : breaks)
			assertTrue(b - met.floor(b) < 1e-8, "only what is equal but for rounding is taken together");
	}
}
