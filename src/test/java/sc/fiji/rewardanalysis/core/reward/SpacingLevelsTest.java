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

package sc.fiji.rewardanalysis.core.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/** Errors of nested results, kept up to date, against judging each result by itself. */
class SpacingLevelsTest {

	private static final int SIDE = 24;
	private static final Area IMAGE = Area.image(SIDE, SIDE);

	private static AtomPhysics physics(final double ds) {
		return new AtomPhysics(0.1, IMAGE, 20, 5, 200, IMAGE.inset(3), 16, ds, 0.3, new double[][] { {
			0.4, 0.4, 0.4, 0.4 } });
	}

	/** Blobs in which places are shared, and some that lie beyond the image. */
	private static List<Blob> candidates(final Random random, final int n) {
		final List<Blob> all = new ArrayList<>();
		for (int i = 0; i < n; i++)
			all.add(new Blob(random.nextInt(SIDE + 4) - 2, random.nextInt(SIDE), 1, 1));
		return all;
	}

	private static boolean[] inImage(final List<Blob> candidates) {
		final boolean[] inside = new boolean[candidates.size()];
		for (int i = 0; i < inside.length; i++)
			inside[i] = IMAGE.contains(candidates.get(i));
		return inside;
	}

	private static void compare(final String message, final SpacingLevels levels, final int first,
		final int last, final List<Blob> candidates, final boolean[] isAtom, final int[] end,
		final AtomPhysics physics)
	{
		for (int k = first; k <= last; k++) {
			final int result = k;
			final List<Blob> atoms = IntStream.range(0, end.length).filter(b -> isAtom[b] && b < result &&
				result <= end[b]).mapToObj(candidates::get).toList();
			if (atoms.size() < AtomPhysics.FEWEST_ATOMS) continue;
			assertEquals(new SpacingError().score(new AtomSet(atoms, physics)).blamed().length, levels
				.errors(k), message + ", result " + k + " of " + last);
		}
	}

	@Test
	void eachResultHasTheErrorsThatItHasByItself() {
		final Random random = new Random(21);
		int seen = 0;
		for (int trial = 0; trial < 60; trial++) {
			// Now and then more than there is room for at first.
			final int n = 8 + random.nextInt(trial % 10 == 0 ? 250 : 60);
			final List<Blob> candidates = candidates(random, n);
			final boolean[] isAtom = inImage(candidates);
			final AtomPhysics physics = physics(0.3 + 1.4 * random.nextDouble());
			final SpacingNeighbours neighbours = new SpacingNeighbours(candidates, isAtom, physics,
				Progress.NONE);
			assertEquals(n, neighbours.size());
			final int known = trial % 3 == 0 ? 1 + n / 2 : n;
			final int first = random.nextInt(3) == 0 ? 1 + random.nextInt(known) : 1;
			final int last = first + random.nextInt(known - first + 1);
			final int[] end = new int[known];
			for (int b = 0; b < known; b++)
				end[b] = random.nextInt(3) == 0 ? b + random.nextInt(known - b + 1) : known;
			final SpacingLevels levels = new SpacingLevels(neighbours, end, first, last);
			compare("trial " + trial, levels, first, last, candidates, isAtom, end, physics);
			for (int move = 0; move < 12; move++) {
				final int b = random.nextInt(known);
				// To where it was as well.
				end[b] = random.nextInt(5) == 0 ? end[b] : b + random.nextInt(known - b + 1);
				levels.moveEnd(b, end[b]);
				compare("trial " + trial + ", move " + move, levels, first, last, candidates, isAtom, end,
					physics);
			}
			for (int k = first; k <= last; k++)
				seen += levels.errors(k);
		}
		assertTrue(seen > 1_000, seen + " errors");
	}

	/**
	 * Three in a cluster and one at 0.6 nm make the first an error; that one has nobody near
	 * enough to be an error itself.
	 */
	@Test
	void itMattersToOthersWhenALonelyOneGoes() {
		final List<Blob> atoms = List.of(at(10, 10), at(9, 10), at(10, 9), at(10, 11), at(16, 10), at(20,
			20));
		final boolean[] isAtom = inImage(atoms);
		final int[] end = { 6, 6, 6, 6, 6, 6 };
		final AtomPhysics physics = physics(0.95);
		final SpacingLevels levels = new SpacingLevels(new SpacingNeighbours(atoms, isAtom, physics,
			Progress.NONE), end, 6, 6);
		assertEquals(1, levels.errors(6));
		end[4] = 5;
		levels.moveEnd(4, 5);
		compare("without it", levels, 6, 6, atoms, isAtom, end, physics);
		assertEquals(0, levels.errors(6));
	}

	/** A square of five: its centre's neighbours are 0.1 nm away, exactly DS in sum. */
	@Test
	void equalToDsIsNoError() {
		final List<Blob> atoms = List.of(at(10, 10), at(9, 10), at(11, 10), at(10, 9), at(10, 11));
		for (final double above : new double[] { 0, 1e-9 }) {
			final AtomPhysics physics = physics(0.4 + above);
			final SpacingLevels levels = new SpacingLevels(new SpacingNeighbours(atoms, inImage(atoms),
				physics, Progress.NONE), new int[] { 5, 5, 5, 5, 5 }, 1, 5);
			assertEquals(above > 0 ? 1 : 0, levels.errors(5));
		}
	}

	/** Of three that sit as near as they can only a fourth within the rest of DS matters. */
	@Test
	void onlyThoseWhoCanTakePartAreKept() {
		final List<Blob> atoms = List.of(at(5, 5), at(6, 5), at(4, 5), at(5, 6), at(5, 9), at(5, 20), at(
			-2, 5));
		final SpacingNeighbours neighbours = new SpacingNeighbours(atoms, inImage(atoms), physics(0.8),
			Progress.NONE);
		// 0.8 − 0.1 − 0.1 − 0.1 = 0.5 nm; that at 0.4 nm may, that at 1.5 nm can't, that beyond isn't there.
		assertArrayEquals(new int[] { 1, 2, 3, 4 }, neighbours.near(0));
		assertArrayEquals(new double[] { 0.1, 0.1, 0.1, 0.4 }, neighbours.distance(0), 1e-12);
		assertArrayEquals(new int[0], neighbours.near(6), "it is no atom itself");
		assertArrayEquals(new int[0], neighbours.near(5));
		assertTrue(neighbours.isJudged(0) && !neighbours.isJudged(6));
	}

	@Test
	void canBeCancelled() {
		final List<Blob> atoms = candidates(new Random(1), 300);
		assertThrows(CancellationException.class, () -> new SpacingNeighbours(atoms, inImage(atoms),
			physics(1), new Progress() {

				private int asked;

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public boolean isCanceled() {
					return ++asked == 2;
				}
			}));
	}

	private static Blob at(final double x, final double y) {
		return new Blob(x, y, 1, 1);
	}
}
