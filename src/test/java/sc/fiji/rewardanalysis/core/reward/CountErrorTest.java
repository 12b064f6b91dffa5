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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;

class CountErrorTest {

	private static AtomSet ofSize(final int n) {
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < n; i++)
			atoms.add(SquareCrystal.at(i % 100, i / 100));
		return SquareCrystal.set(atoms);
	}

	/** The band is 95 to 105, 100 are expected. */
	@ParameterizedTest
	@CsvSource({ "95, 0", "100, 0", "105, 0", "94, 0.01", "106, 0.01", "75, 0.2", "125, 0.2",
		"5, 0.9", "305, 2" })
	void theBandCostsNothingAndBeyondItIsLinear(final int n, final double expected) {
		final Score score = CountError.band().score(ofSize(n));
		assertEquals(expected, score.value(), 1e-12);
		assertEquals(n, score.signal());
		assertEquals(0, score.blamed().length);
	}

	@ParameterizedTest
	@CsvSource({ "95, 0.05", "100, 0", "105, 0.05", "75, 0.25", "305, 2.05" })
	void thePaperMeasuresFromTheExpectedNumber(final int n, final double expected) {
		assertEquals(expected, CountError.paper().score(ofSize(n)).value(), 1e-12);
	}

	@Test
	void onlyTheCountedAreaCounts() {
		final Area counted = Area.image(100, 100).inset(7);
		final AtomSet set = new AtomSet(SquareCrystal.atoms(), new AtomPhysics(SquareCrystal.PIXEL,
			counted, 73.96, 64, 81, counted, 73.96, SquareCrystal.DS, 0.7, new double[][] { { 1 } }));
		assertEquals(64, CountError.paper().score(set).signal(), "the outer rows are out");
		assertEquals((73.96 - 64) / 73.96, CountError.paper().score(set).value(), 1e-12);
	}

	@Test
	void fewerThanFiveAtomsMeanNothing() {
		assertFalse(ofSize(0).isFeasible());
		assertFalse(ofSize(4).isFeasible());
		assertTrue(ofSize(5).isFeasible());
		final List<Blob> outside = new ArrayList<>(ofSize(4).atoms());
		outside.add(SquareCrystal.at(-1, 3));
		assertFalse(SquareCrystal.set(outside).isFeasible(), "an atom that isn't counted doesn't help");
	}

	@Test
	void namesTellTheTwoApart() {
		assertEquals("QC", CountError.band().name());
		assertEquals("QC_paper", CountError.paper().name());
	}

	@Test
	void physicsThatCannotBeIsRefused() {
		assertRefused(() -> SquareCrystal.physics(106, 105), "106", "105");
		final Area a = Area.image(100, 100);
		final double[][] sites = { { 1 } };
		assertRefused(() -> new AtomPhysics(0, a, 100, 1, 2, a, 100, 1, 1, sites), "pixel_size");
		assertRefused(() -> new AtomPhysics(1, a, 4.9, 1, 9, a, 4.9, 1, 1, sites), "4.9", "larger area");
		assertRefused(() -> new AtomPhysics(1, a, 100, 1, 2, a, 0, 1, 1, sites), "larger area");
		assertRefused(() -> new AtomPhysics(1, a, 100, 1, 2, a, 100, 0, 1, sites), "DS");
		assertEquals(5, new AtomPhysics(1, a, 5, 5, 5, a, 5, 1, 1, sites).low(), "five are enough");
	}
}
