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

package sc.fiji.rewardanalysis.core.workflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

/** Against the rules of the authors' code, Optimization/scikit-optimize.py. */
class OracleRewardsTest {

	/** A square grid of 10 px: inside, four neighbours make 40 px. */
	private static List<OraclePoint> grid() {
		final List<OraclePoint> points = new ArrayList<>();
		for (int i = 0; i < 36; i++)
			points.add(new OraclePoint(10 * (i % 6), 10 * (i / 6)));
		return points;
	}

	@Test
	void bothAreRelativeToTheOracle() {
		final List<OraclePoint> atoms = grid();
		assertEquals(new OracleRewards(0, 0), OracleRewards.of(atoms, 40, 36), "DS is no error: strictly less");
		assertEquals(new OracleRewards(0, 16 / 36.0), OracleRewards.of(atoms, 40.001, 36));
		assertEquals(new OracleRewards(6 / 30.0, 16 / 30.0), OracleRewards.of(atoms, 40.001, 30));
		assertEquals(new OracleRewards(4 / 40.0, 0), OracleRewards.of(atoms, 30, 40));
	}

	@Test
	void oneAtomIsAnErrorAndNoneIsNot() {
		assertEquals(new OracleRewards(0.9, 0.1), OracleRewards.of(grid().subList(0, 1), 30, 10));
		assertEquals(new OracleRewards(1, 0), OracleRewards.of(List.of(), 30, 10));
		assertEquals(new OracleRewards(0.8, 0.2), OracleRewards.of(grid().subList(0, 2), 30, 10),
			"two atoms have one neighbour each");
	}

	@Test
	void dsComesFromTheCrystalOrTheOracle() {
		assertEquals(0.8 * 40, OracleRewards.limit(new Oracle(grid(), "t"), 0.8), 1e-9);
		// Four neighbours of the other kind at a/√2.
		assertEquals(0.8 * 4 * 0.3905 / Math.sqrt(2) / 0.014, OracleRewards.limit(Lattices.get(
			"SrTiO3-001"), 0.014, 0.8), 1e-6);
		assertThrows(RewardAnalysisException.class, () -> OracleRewards.of(grid(), 30, 0));
	}
}
