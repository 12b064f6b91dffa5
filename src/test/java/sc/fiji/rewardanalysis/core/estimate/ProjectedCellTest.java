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

package sc.fiji.rewardanalysis.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.lattice.Site;

/** By what translations crystals' images repeat themselves. */
class ProjectedCellTest {

	@Test
	void centredCellsAreHalved() {
		// Fe: two equal sites; Au and Si along [110] are centred; SrTiO3 is not.
		final double[] cells = { 0.28665 * 0.28665 / 2, 0.40786 * 0.40786 / Math.sqrt(2) / 2, 0.5431020511 *
			0.5431020511 / Math.sqrt(2) / 2, 0.3905 * 0.3905 };
		final String[] names = { "Fe-100", "Au-110", "Si-110", "SrTiO3-001" };
		for (int i = 0; i < cells.length; i++)
			assertEquals(cells[i], ProjectedCell.of(Lattices.get(names[i])).get(0).translations().area(),
				1e-9, names[i]);
	}

	@Test
	void sitesThatHardlyDifferMayLookAlike() {
		final Lattice alike = new Lattice("alike", "", "", 0.4, 0.4, 90, List.of(new Site("Zr", 40, 0, 0),
			new Site("Nb", 41, 0.5, 0.5)));
		final List<ProjectedCell> cells = ProjectedCell.of(alike);
		assertEquals(0.16, cells.get(0).translations().area(), 1e-12);
		assertTrue(cells.stream().anyMatch(c -> Math.abs(c.translations().area() - 0.08) < 1e-12));
	}

	@Test
	void aSiteAtTheOriginScattersAllWavesAlike() {
		final Lattice one = new Lattice("one", "", "", 0.3, 0.4, 90, List.of(new Site("Au", 79, 0, 0)));
		final double power = Math.pow(79, 3.4);
		assertEquals(power, ProjectedCell.power(one, 3, -2), 1e-6 * power);
		assertEquals(0, ProjectedCell.power(Lattices.get("Fe-100"), 1, 0), 1e-3);
	}

	/** A ring of summits around the cell's corner, which its edges cut. */
	@Test
	void prominenceGoesAroundTheCell() {
		final float[] values = { 5, 1, 4, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0 };
		final double[] prominences = MeanCell.prominences(values, 4, 4);
		final double[] expected = new double[16];
		expected[0] = 5;
		expected[2] = 3;
		expected[8] = 3;
		assertArrayEquals(expected, prominences, 1e-6);
	}
}
