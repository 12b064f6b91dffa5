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
