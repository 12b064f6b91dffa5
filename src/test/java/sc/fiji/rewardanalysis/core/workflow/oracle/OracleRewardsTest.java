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
