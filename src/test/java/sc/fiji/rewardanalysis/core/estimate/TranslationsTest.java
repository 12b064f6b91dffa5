package sc.fiji.rewardanalysis.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Plane lattices and their bases. */
class TranslationsTest {

	@Test
	void aReducedBasisSpansTheSameLatticeByItsShortestVectors() {
		final SplittableRandom random = new SplittableRandom(4);
		for (int i = 0; i < 500; i++) {
			final Translations t = new Translations(random.nextDouble(-9, 9), random.nextDouble(-9, 9),
				random.nextDouble(-9, 9), random.nextDouble(-9, 9));
			final Translations r = t.reduced();
			assertEquals(t.area(), r.area(), 1e-9 * (1 + t.a() * t.b()));
			assertTrue(r.a() <= r.b() * (1 + 1e-9));
			assertTrue(r.angle() >= 60 - 1e-6 && r.angle() <= 90 + 1e-6, "angle " + r.angle());
			// Whole numbers of either basis.
			for (final double[] v : new double[][] { { r.ax(), r.ay() }, { r.bx(), r.by() } }) {
				assertEquals(Math.rint(t.first(v[0], v[1])), t.first(v[0], v[1]), 1e-6);
				assertEquals(Math.rint(t.second(v[0], v[1])), t.second(v[0], v[1]), 1e-6);
			}
			for (int m = -3; m <= 3; m++)
				for (int n = -3; n <= 3; n++)
					if (m != 0 || n != 0) assertTrue(Math.hypot(t.x(m, n), t.y(m, n)) >= r.a() * (1 - 1e-9));
		}
	}

	@Test
	void theReciprocalOfTheReciprocalIsTheLattice() {
		final Translations t = new Translations(3, 1, -1, 2), r = t.reciprocal();
		assertEquals(1, r.ax() * t.ax() + r.ay() * t.ay(), 1e-12);
		assertEquals(0, r.ax() * t.bx() + r.ay() * t.by(), 1e-12);
		assertEquals(1, r.bx() * t.bx() + r.by() * t.by(), 1e-12);
		assertEquals(t.bx(), r.reciprocal().bx(), 1e-12);
	}

	@Test
	void aHexagonHasSixtyDegrees() {
		final Translations t = new Translations(2, 0, -1, Math.sqrt(3)).reduced();
		assertEquals(60, t.angle(), 1e-9);
		assertEquals(2 * Math.sqrt(3), t.area(), 1e-12);
	}
}
