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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.feature.NeighbourhoodGeometry;

/**
 * A square lattice whose atoms are displaced to the right and to the left by turns, on the left
 * half by three times as much as on the right one. All partners of an atom are displaced the
 * other way, so its displacement is in proportion to how far it was moved.
 */
class DisorderTest {

	private static final int SIDE = 24, STEP = 10;
	private static final double NM = 0.02, LITTLE = 0.2, MUCH = 0.6;

	/** Where an atom lies that is moved by so much, px. */
	private interface Shift {

		double of(int column, int row);
	}

	private static Disorder disorder(final Shift shift) {
		final List<Blob> atoms = new ArrayList<>();
		for (int row = 0; row < SIDE; row++)
			for (int column = 0; column < SIDE; column++)
				atoms.add(new Blob(STEP * (column + 1) + shift.of(column, row), STEP * (row + 1), 2, 1));
		final Area image = Area.image(STEP * (SIDE + 1), STEP * (SIDE + 1));
		return new Disorder(atoms, NeighbourhoodGeometry.of(atoms, image, null, NM, 0, Progress.NONE), image,
			null, NM, Progress.NONE);
	}

	private static double turns(final int column, final int row, final double shift) {
		return (column + row) % 2 == 0 ? shift : -shift;
	}

	private static boolean[] which(final boolean left) {
		final boolean[] which = new boolean[SIDE * SIDE];
		for (int i = 0; i < which.length; i++)
			which[i] = i % SIDE < SIDE / 2 == left;
		return which;
	}

	private static Disorder halves() {
		return disorder((column, row) -> turns(column, row, column < SIDE / 2 ? MUCH : LITTLE));
	}

	@Test
	void contrastIsTheRatioOfDisplacements() {
		final Disorder disorder = halves();
		assertTrue(disorder.isDisplacement());
		assertEquals(MUCH / LITTLE, disorder.contrast(which(true), which(false)), 1e-3);
		assertEquals(LITTLE / MUCH, disorder.contrast(which(false), which(true)), 1e-3);
		assertEquals(0, disorder.contrast(which(true), new boolean[SIDE * SIDE]));
	}

	@Test
	void contrastsAreThoseOfEachRegion() {
		final int[] region = new int[SIDE * SIDE];
		for (int i = 0; i < region.length; i++)
			region[i] = i % SIDE >= SIDE / 2 ? 0 : i / SIDE < SIDE / 2 ? 1 : 2;
		assertArrayEquals(new double[] { 1, MUCH / LITTLE, MUCH / LITTLE, 0 }, halves().contrasts(region, 3),
			1e-3);
	}

	/** Each of two halves of one level: all of the variance lies between them, but at their seam. */
	@Test
	void separationIsNearlyAllOfTheVariance() {
		assertTrue(halves().separation(which(true)) > 0.9);
		final boolean[] rows = new boolean[SIDE * SIDE];
		for (int i = 0; i < rows.length / 2; i++)
			rows[i] = true;
		assertEquals(0, halves().separation(rows), 0.01);
	}

	/** Only the surroundings count: one displaced atom in a crystal has the contrast of the rest. */
	@Test
	void anAtomDoesntCountForItself() {
		final int odd = SIDE / 2;
		final Disorder disorder = disorder((column, row) -> turns(column, row, column == odd && row == odd
			? 5 * LITTLE : LITTLE));
		final boolean[] one = new boolean[SIDE * SIDE], others = new boolean[SIDE * SIDE];
		for (int i = 0; i < one.length; i++) {
			one[i] = i == odd * SIDE + odd;
			others[i] = !one[i];
		}
		assertEquals(1, disorder.contrast(one, others), 0.2);
	}

	@Test
	void lindemannsRatioIsAShareOfTheDistance() {
		final Disorder disorder = halves();
		assertEquals(MUCH / LITTLE, disorder.lindemann(which(true)) / disorder.lindemann(which(false)), 1e-3);
		// From where partners want it an atom is moved twice as far as from its site.
		assertEquals(2 * MUCH * NM / disorder.spacing(), disorder.lindemann(which(true)), 0.01);
		assertTrue(Double.isNaN(disorder.lindemann(new boolean[SIDE * SIDE])));
	}
}
