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

package sc.fiji.rewardanalysis.core.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.crystal.IndexedAtom.Status;

/** One grain of which parts were numbered apart: all have the cells of the largest in the end. */
class IslandsTest {

	private static final Motif MOTIF = new Motif(List.of("A", "B"), new double[] { 0, 0.5 },
		new double[] { 0, 0.4 });

	private final Random random = new Random(3);
	private final List<Blob> atoms = new ArrayList<>();
	private final List<IndexedAtom> numbered = new ArrayList<>();
	private final List<Integer> islands = new ArrayList<>();

	/** Cells of a part of a grain with translations (10, 1) and (−2, 9), by numbers that are too low. */
	private void add(final int grain, final int island, final int h0, final int k0, final int side,
		final int dh, final int dk)
	{
		for (int h = h0; h < h0 + side; h++)
			for (int k = k0; k < k0 + side; k++)
				for (int s = 0; s < 2; s++) {
					final double a = h + MOTIF.u(s), b = k + MOTIF.v(s);
					atoms.add(new Blob(7 + 10 * a - 2 * b + 0.3 * random.nextGaussian(), 5 + a + 9 * b + 0.3 *
						random.nextGaussian(), 2, 1));
					numbered.add(new IndexedAtom(Status.INDEXED, grain, h - dh, k - dk, s, 0));
					islands.add(island);
				}
	}

	private IndexedAtom[] joined() {
		return Islands.joined(atoms, numbered.toArray(IndexedAtom[]::new), islands.stream().mapToInt(
			i -> i).toArray(), 0, MOTIF);
	}

	@Test
	void partsGoOnWhereTheLargestEnds() {
		// Not the first is the largest; one number has no part.
		add(0, 0, -9, 2, 3, -9, 2);
		add(0, 1, 0, 0, 8, 0, 0);
		add(0, 3, 12, 10, 4, 12, 10);
		add(0, 4, 12, -8, 2, -1, 5);
		final int own = atoms.size();
		// Neither of another grain, nor what has no site.
		add(1, 3, 30, 30, 3, 7, 7);
		atoms.add(new Blob(400, 400, 2, 1));
		numbered.add(IndexedAtom.NONE);
		islands.add(3);
		final IndexedAtom[] joined = joined();
		for (int i = 0; i < joined.length; i++) {
			final IndexedAtom before = numbered.get(i), after = joined[i];
			if (i >= own) assertSame(before, after);
			else {
				final double a = after.h() + MOTIF.u(after.site()), b = after.k() + MOTIF.v(after.site());
				assertEquals(7 + 10 * a - 2 * b, atoms.get(i).x(), 2);
				assertEquals(5 + a + 9 * b, atoms.get(i).y(), 2);
				assertEquals(before.site(), after.site());
			}
			if (islands.get(i) == 1) assertSame(before, after, "the largest keeps its numbers");
		}
	}

	@Test
	void onePartOrTooFewAtomsStayAsTheyAre() {
		add(0, 0, 0, 0, 4, 0, 0);
		for (final IndexedAtom a : joined())
			assertSame(numbered.get(0).status(), a.status());
		assertEquals(numbered, List.of(joined()));
		atoms.clear();
		numbered.clear();
		islands.clear();
		// Through two atoms of the largest there is no lattice.
		add(0, 0, 0, 0, 1, 0, 0);
		add(0, 1, 5, 5, 1, 5, 5);
		assertEquals(numbered, List.of(joined()));
	}
}
