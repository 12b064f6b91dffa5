package sc.fiji.rewardanalysis.core.lattice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Plane lattices and their bases. */
class LatticeVectorsTest {

	@Test
	void aReducedBasisSpansTheSameLatticeByItsShortestVectors() {
		final SplittableRandom random = new SplittableRandom(4);
		for (int i = 0; i < 500; i++) {
			final LatticeVectors t = new LatticeVectors(random.nextDouble(-9, 9), random.nextDouble(-9, 9),
				random.nextDouble(-9, 9), random.nextDouble(-9, 9));
			final LatticeVectors r = t.reduced();
			assertEquals(t.area(), r.area(), 1e-9 * (1 + t.lengthA() * t.lengthB()));
			assertTrue(r.lengthA() <= r.lengthB() * (1 + 1e-9));
			assertTrue(r.angle() >= 60 - 1e-6 && r.angle() <= 90 + 1e-6, "angle " + r.angle());
			// Whole numbers of either basis.
			for (final double[] v : new double[][] { { r.ax(), r.ay() }, { r.bx(), r.by() } }) {
				assertEquals(Math.rint(t.fractionA(v[0], v[1])), t.fractionA(v[0], v[1]), 1e-6);
				assertEquals(Math.rint(t.fractionB(v[0], v[1])), t.fractionB(v[0], v[1]), 1e-6);
			}
			for (int m = -3; m <= 3; m++)
				for (int n = -3; n <= 3; n++)
					if (m != 0 || n != 0) assertTrue(Math.hypot(t.x(m, n), t.y(m, n)) >= r.lengthA() * (1 - 1e-9));
		}
	}

	@Test
	void theReciprocalOfTheReciprocalIsTheLattice() {
		final LatticeVectors t = new LatticeVectors(3, 1, -1, 2), r = t.reciprocal();
		assertEquals(1, r.ax() * t.ax() + r.ay() * t.ay(), 1e-12);
		assertEquals(0, r.ax() * t.bx() + r.ay() * t.by(), 1e-12);
		assertEquals(1, r.bx() * t.bx() + r.by() * t.by(), 1e-12);
		assertEquals(t.bx(), r.reciprocal().bx(), 1e-12);
	}

	@Test
	void aHexagonHasSixtyDegrees() {
		final LatticeVectors t = new LatticeVectors(2, 0, -1, Math.sqrt(3)).reduced();
		assertEquals(60, t.angle(), 1e-9);
		assertEquals(2 * Math.sqrt(3), t.area(), 1e-12);
	}
}
