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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Blob;

class SpacingErrorTest {

	private static Score score(final List<Blob> atoms) {
		return new SpacingError().score(SquareCrystal.set(atoms));
	}

	@Test
	void thePerfectCrystalHasNoErrors() {
		assertEquals(0, score(SquareCrystal.atoms()).value());
	}

	/**
	 * A false atom in the middle of four: its own sum is 4 · 0.707 = 2.83 nm; that of
	 * each of the four 0.707 + 3 = 3.71 nm, above DS = 3.2.
	 */
	@Test
	void aFalseAtomIsBlamedAndItsNeighboursAreNot() {
		final List<Blob> atoms = SquareCrystal.atoms();
		atoms.add(SquareCrystal.at(49.5, 49.5));
		final Score score = score(atoms);
		assertArrayEquals(new int[] { 100 }, score.blamed());
		assertEquals(1 / 64.0, score.value(), 1e-15, "relative to the columns of the judged area");
		assertEquals(4 * Math.sqrt(0.5), SquareCrystal.set(atoms).neighbourSum(100), 1e-12);
		assertEquals(3 + Math.sqrt(0.5), SquareCrystal.set(atoms).neighbourSum(44), 1e-12);
	}

	/** Two atoms on one spot: 0 + 3 · 1 nm. */
	@Test
	void twinsAreBothBlamed() {
		final List<Blob> atoms = SquareCrystal.atoms();
		atoms.add(atoms.get(44));
		assertArrayEquals(new int[] { 44, 100 }, score(atoms).blamed());
	}

	@Test
	void equalToDsIsNoError() {
		final List<Blob> atoms = SquareCrystal.atoms();
		final AtomPhysics p = SquareCrystal.physics();
		final AtomPhysics strict = new AtomPhysics(p.pixelSize(), p.counted(), 100, 95, 105, p.judged(),
			64, new AtomSet(atoms, p).neighbourSum(44), 0.7, p.siteDistances());
		final Score score = new SpacingError().score(new AtomSet(atoms, strict));
		assertTrue(Arrays.stream(score.blamed()).noneMatch(i -> i == 44));
	}

	@Test
	void anAtomInTheRimIsNeverBlamed() {
		final List<Blob> atoms = SquareCrystal.atoms();
		// A clump in the corner, closer than any crystal.
		for (int i = 0; i < 30; i++)
			atoms.add(SquareCrystal.at(1 + 0.2 * i, 1));
		assertEquals(0, score(atoms).value());
		assertEquals(0, score(atoms).blamed().length);
	}

	/** Atoms of the rim don't dilute: taking them away can't make the others better or worse. */
	@Test
	void removingTheRimDoesNotLowerTheError() {
		final Random random = new Random(8);
		for (int trial = 0; trial < 20; trial++) {
			final List<Blob> atoms = SquareCrystal.atoms();
			for (int i = 0; i < 8; i++)
				atoms.add(SquareCrystal.at(30 + 40 * random.nextDouble(), 30 + 40 * random.nextDouble()));
			final AtomPhysics physics = SquareCrystal.physics();
			final List<Blob> inner = atoms.stream().filter(physics.judged()::contains).toList();
			assertEquals(36, atoms.size() - inner.size());
			assertTrue(score(atoms).value() > 0);
			assertEquals(score(atoms).value(), score(inner).value(), 1e-15, "trial " + trial);
		}
	}

	/** A false atom of the rim still stands too close to a judged one. */
	@Test
	void falseNeighboursInTheRimCount() {
		final List<Blob> atoms = SquareCrystal.atoms();
		for (int i = 0; i < 3; i++)
			atoms.add(SquareCrystal.at(9.3, 44 + 0.5 * i));
		assertArrayEquals(new int[] { 41 }, score(atoms).blamed());
	}

	@Test
	void neighboursAreNamedNearestFirst() {
		final List<Blob> atoms = SquareCrystal.atoms();
		atoms.add(SquareCrystal.at(45.5, 45.5));
		final AtomSet set = SquareCrystal.set(atoms);
		assertEquals(100, set.nearestNeighbours(44)[0]);
		assertEquals(4, set.nearestNeighbours(44).length);
		set.nearestNeighbours(44)[0] = -1;
		assertEquals(100, set.nearestNeighbours(44)[0], "nobody can change them");
		final double sum = set.neighbourSum(44);
		set.nearestDistances(44)[0] = 99;
		assertEquals(sum, set.neighbourSum(44), "nor the distances");
		assertArrayEquals(new int[] { 1 }, SquareCrystal.set(atoms.subList(0, 2)).nearestNeighbours(0));
		assertEquals(0, SquareCrystal.set(atoms.subList(0, 1)).nearestNeighbours(0).length);
	}

	/** Two atoms on one spot in the middle are a result, a bad one. */
	@Test
	void twoAtomsAreEnough() {
		final Blob atom = SquareCrystal.at(50, 50);
		assertEquals(2 / 64.0, score(List.of(atom, atom)).value(), 1e-15);
	}

	@Test
	void oneAtomHasNoDistances() {
		assertTrue(Double.isNaN(score(List.of()).value()));
		assertTrue(Double.isNaN(score(List.of(SquareCrystal.at(50, 50))).value()));
		assertEquals(0.1, SquareCrystal.set(List.of(SquareCrystal.at(50, 50), SquareCrystal.at(51, 50)))
			.neighbourSum(0), 1e-12, "fewer than four neighbours: the sum of those");
	}
}
