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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.lattice.ColumnCount;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Site;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;

class ExpectedPhysicsTest {

	private static final Area IMAGE = Area.image(256, 256);

	/** Y to Cu2, nm: half of b along x, (0.5 − 0.356) c along y. */
	private static final double NEAREST = Math.hypot(0.5 * 0.3887, (0.5 - 0.356) * 1.168);

	/** Six columns in a cell of 0.3887 × 1.168 nm². */
	private static final double DENSITY = 6 / (0.3887 * 1.168);

	@Test
	void ybcoCountsWhereWholeColumnsFit() {
		final AtomPhysics p = ExpectedPhysics.of(Ybco.LATTICE, 0.015, IMAGE, 0.8, 0);
		final double nearest = NEAREST / 0.015;
		assertEquals(NEAREST, p.nearestDistance(), 1e-12);
		assertEquals(Math.pow(256 - nearest, 2), p.counted().size(), 1e-6, "half a distance on each side");
		assertEquals(Math.pow(256 - 2 * nearest, 2), p.judged().size(), 1e-6);
		assertEquals(DENSITY * Math.pow(256 * 0.015 - NEAREST, 2), p.expected(), 1e-9);
		assertEquals(DENSITY * Math.pow(256 * 0.015 - 2 * NEAREST, 2), p.expectedJudged(), 1e-9);
		assertTrue(p.low() < p.expected() && p.expected() < p.high());
		assertTrue(p.high() - p.low() < 0.25 * p.expected(), "a band that says something");
		// Y has four Cu2 at the nearest distance, which no other sum undercuts.
		assertEquals(0.8 * 4 * NEAREST, p.neighbourSumLimit(), 1e-12);
		assertEquals(6, p.siteDistances().length);
		assertEquals(4, p.siteDistances()[0].length);
	}

	@Test
	void thePaperCountsEverything() {
		final AtomPhysics p = ExpectedPhysics.ofPaper(Ybco.LATTICE, 0.015, IMAGE, 0.8, 0);
		assertEquals(DENSITY * 3.84 * 3.84, p.expected(), 1e-9);
		assertEquals(p.expected(), ExpectedPhysics.expected(Ybco.LATTICE, 0.015, IMAGE), 1e-12);
		assertEquals(p.expected(), p.expectedJudged(), 1e-12);
		final ColumnCount whole = ColumnCount.of(Ybco.LATTICE, 0.015, IMAGE);
		assertEquals(whole.low(), p.low());
		assertEquals(whole.high(), p.high());
		assertEquals(IMAGE.size(), p.counted().size());
		assertEquals(IMAGE.size(), p.judged().size());
	}

	/** Lengths wrong by 5 % are areas wrong by 1.05². */
	@Test
	void anUncertainPixelSizeWidensTheBand() {
		final AtomPhysics sure = ExpectedPhysics.of(Ybco.LATTICE, 0.015, IMAGE, 0.8, 0);
		final AtomPhysics unsure = ExpectedPhysics.of(Ybco.LATTICE, 0.015, IMAGE, 0.8, 0.05);
		assertEquals((int) Math.floor(sure.low() / 1.1025), unsure.low());
		assertEquals((int) Math.ceil(sure.high() * 1.1025), unsure.high());
		assertEquals(sure.expected(), unsure.expected());
	}

	/** No point of a square lattice is farther from a column than half a diagonal. */
	@Test
	void coveringRadiusOfASquareIsHalfItsDiagonal() {
		final Lattice square = new Lattice("square", "one column", "none", 0.4, 0.4, 90, List.of(
			new Site("X", 1, 0.3, 0.7)));
		final AtomPhysics p = ExpectedPhysics.of(square, 0.02, IMAGE, 0.8, 0);
		assertEquals(0.4 * Math.sqrt(0.5), p.coveringRadius(), 0.005);
	}

	@Test
	void aMaskExpectsLess() {
		final boolean[] left = new boolean[256 * 256];
		for (int i = 0; i < left.length; i++)
			left[i] = i % 256 < 128;
		final AtomPhysics p = ExpectedPhysics.of(Ybco.LATTICE, 0.015, Area.mask(left, 256, 256), 0.8, 0);
		assertEquals(DENSITY * p.counted().size() * 0.015 * 0.015, p.expected(), 1e-9);
		assertTrue(p.counted().size() < 0.5 * Math.pow(256 - NEAREST / 0.015, 2));
		assertTrue(p.low() < p.expected() && p.expected() < p.high());
	}

	@Test
	void whatCannotBeExpectedIsSaidWithAWayOut() {
		assertRefused(() -> ExpectedPhysics.of(Ybco.LATTICE, 0.15, IMAGE, 0.8, 0), "1.71 px apart",
			"0.15 nm per pixel", "pixel size");
		assertRefused(() -> ExpectedPhysics.ofPaper(Ybco.LATTICE, 0.15, IMAGE, 0.8, 0), "pixel size");
		assertRefused(() -> ExpectedPhysics.of(Ybco.LATTICE, 0.015, Area.image(30, 200), 0.8, 0),
			"smaller than one column", "larger area");
		assertRefused(() -> ExpectedPhysics.of(Ybco.LATTICE, 0.015, Area.image(40, 40), 0.8, 0),
			"at least 5", "larger area");
		assertRefused(() -> ExpectedPhysics.of(Ybco.LATTICE, 0, IMAGE, 0.8, 0), "pixel_size");
		assertRefused(() -> ExpectedPhysics.of(Ybco.LATTICE, 0.015, IMAGE, 1.1, 0), "ds_fraction");
		assertRefused(() -> ExpectedPhysics.of(Ybco.LATTICE, 0.015, IMAGE, 0.8, 0.6),
			"pixel_tolerance");
		assertRefused(() -> ExpectedPhysics.of(null, 0.015, IMAGE, 0.8, 0), "lattice");
	}
}
