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

package sc.fiji.rewardanalysis.core.workflow.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;

class AtomMergerTest {

	private static final double TOLERANCE = 4;

	private static Blob blob(final double x, final double y) {
		return new Blob(x, y, 2, 1);
	}

	private static double distance(final Blob a, final Blob b) {
		return Math.hypot(a.x() - b.x(), a.y() - b.y());
	}

	private static WindowGrid grid(final Random random) {
		final int size = 30 + random.nextInt(40);
		return WindowGrid.of(Area.image(60 + random.nextInt(90), 60 + random.nextInt(90)), size, (int) (2 *
			TOLERANCE) + random.nextInt(size - (int) (2 * TOLERANCE) + 1));
	}

	/** What each window sees of the atoms in it and around it, a little off their places. */
	private static List<List<Blob>> seen(final WindowGrid grid, final List<Blob> atoms,
		final double off, final Random random)
	{
		final List<List<Blob>> all = new ArrayList<>();
		for (final Window w : grid.windows()) {
			final List<Blob> here = new ArrayList<>();
			for (final Blob a : atoms) {
				final double r = off * random.nextDouble(), angle = 2 * Math.PI * random.nextDouble();
				final Blob b = blob(a.x() + r * Math.cos(angle), a.y() + r * Math.sin(angle));
				if (b.x() >= Math.max(-0.5, w.x() - TOLERANCE) && b.y() >= Math.max(-0.5, w.y() - TOLERANCE) && b
					.x() < w.x() + w.width() + TOLERANCE && b.y() < w.y() + w.height() + TOLERANCE) here.add(b);
			}
			Collections.shuffle(here, random);
			all.add(here);
		}
		return all;
	}

	/** Further from each other than any two of them may be mistaken for one. */
	private static List<Blob> apart(final Random random, final double least) {
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < 1500; i++) {
			final Blob b = blob(150 * random.nextDouble(), 150 * random.nextDouble());
			if (atoms.stream().allMatch(a -> distance(a, b) > least)) atoms.add(b);
		}
		return atoms;
	}

	/** The case that matters: seams cut through atoms that every window sees. */
	@Test
	void whatAllSeeIsThereOnce() {
		final Random random = new Random(1);
		for (int trial = 0; trial < 60; trial++) {
			final WindowGrid grid = grid(random);
			final List<Blob> atoms = apart(random, 2.1 * TOLERANCE);
			final List<MergedAtom> merged = AtomMerger.merge(grid, seen(grid, atoms, 0.49 * TOLERANCE, random),
				TOLERANCE);
			final Window last = grid.windows().get(grid.windows().size() - 1);
			final double width = last.x() + last.width(), height = last.y() + last.height();
			int inside = 0;
			for (final Blob a : atoms) {
				final long n = merged.stream().filter(m -> distance(m.blob(), a) <= 0.5 * TOLERANCE).count();
				// At the image's edge some windows may see it outside.
				final boolean sure = a.x() > 2 && a.y() > 2 && a.x() < width - 3 && a.y() < height - 3;
				assertTrue(sure ? n == 1 : n <= 1, n + " of " + a);
				inside += n;
			}
			assertEquals(inside, merged.size());
		}
	}

	/** Windows that agree on nothing: still no double, and nothing that only its own window sees is lost. */
	@Test
	void nothingIsDoubledOrLost() {
		final Random random = new Random(2);
		for (int trial = 0; trial < 60; trial++) {
			final WindowGrid grid = grid(random);
			final List<List<Blob>> found = new ArrayList<>();
			for (final Window w : grid.windows()) {
				final List<Blob> here = new ArrayList<>();
				for (int i = 0; i < 40; i++)
					here.add(blob(w.x() + (w.width() - 1) * random.nextDouble(), w.y() + (w.height() - 1) * random
						.nextDouble()));
				found.add(here);
			}
			final List<MergedAtom> merged = AtomMerger.merge(grid, found, TOLERANCE);
			for (final MergedAtom a : merged) {
				assertTrue(found.get(a.window()).contains(a.blob()));
				for (final MergedAtom b : merged)
					if (a.window() != b.window()) assertTrue(distance(a.blob(), b.blob()) > TOLERANCE);
			}
			for (final Window w : grid.windows())
				for (final Blob b : found.get(w.index())) {
					final double outside = grid.outside(w, b.x(), b.y());
					final boolean taken = merged.contains(new MergedAtom(b, w.index()));
					if (outside < -TOLERANCE) assertTrue(taken, "well inside its cell");
					if (outside > TOLERANCE) assertFalse(taken, "another window's");
				}
		}
	}

	@Test
	void theOrderOfTheListsMeansNothing() {
		final Random random = new Random(3);
		for (int trial = 0; trial < 30; trial++) {
			final WindowGrid grid = grid(random);
			final List<List<Blob>> found = seen(grid, apart(random, 3), 3, random), shuffled = new ArrayList<>();
			found.forEach(list -> {
				final List<Blob> copy = new ArrayList<>(list);
				Collections.shuffle(copy, random);
				shuffled.add(copy);
			});
			assertEquals(AtomMerger.merge(grid, found, TOLERANCE), AtomMerger.merge(grid, shuffled,
				TOLERANCE));
		}
	}

	/** A window's own decision that there are two stands. */
	@Test
	void oneWindowKeepsAll() {
		final WindowGrid grid = WindowGrid.of(Area.image(40, 40), 40, 20);
		final List<Blob> close = List.of(blob(10, 10), blob(11, 10), blob(30, 12));
		assertEquals(close, AtomMerger.merge(grid, List.of(close), TOLERANCE).stream().map(MergedAtom::blob)
			.toList());
		assertEquals(List.of(), AtomMerger.merge(grid, List.of(List.of()), TOLERANCE));
	}

	/** Windows of 40 px, 4 px apart: atoms are the same up to 2 px, whatever the tolerance. */
	@Test
	void halfTheStrideIsTheMost() {
		final WindowGrid grid = WindowGrid.of(Area.image(44, 40), 40, 4);
		assertEquals(2, grid.windows().size());
		assertEquals(2, AtomMerger.merge(grid, List.of(List.of(blob(20, 20)), List.of(blob(23, 20))), TOLERANCE)
			.size());
		assertEquals(1, AtomMerger.merge(grid, List.of(List.of(blob(20.9, 20)), List.of(blob(22.4, 20))),
			TOLERANCE).size());
	}

	/** Each puts it on the other's side of the seam at x = 29.5. */
	@Test
	void anAtomThatBothGiveAwayIsKept() {
		final WindowGrid grid = WindowGrid.of(Area.image(60, 40), 40, 20);
		assertEquals(2, grid.windows().size());
		final List<MergedAtom> merged = AtomMerger.merge(grid, List.of(List.of(blob(30, 20)), List.of(blob(29,
			20))), TOLERANCE);
		assertEquals(1, merged.size());
		// And each on its own side: there once, too.
		assertEquals(1, AtomMerger.merge(grid, List.of(List.of(blob(29, 20)), List.of(blob(30, 20))), TOLERANCE)
			.size());
		assertRefused(() -> AtomMerger.merge(grid, List.of(), 0), "tolerance");
	}
}
