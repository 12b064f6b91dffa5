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

package sc.fiji.rewardanalysis.core.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LimitedMemoryBfgsTest {

	private static double rosenbrock(final double[] x, final double[] gradient) {
		final double a = 1 - x[0], b = x[1] - x[0] * x[0];
		gradient[0] = -2 * a - 400 * x[0] * b;
		gradient[1] = 200 * b;
		return a * a + 100 * b * b;
	}

	@Test
	void followsABentValley() {
		final var minimum = new LimitedMemoryBfgs(new double[] { -5, -5 }, new double[] { 5, 5 }, 200,
			1e-14).minimise(LimitedMemoryBfgsTest::rosenbrock, new double[] { -1.2, 1 });
		assertArrayEquals(new double[] { 1, 1 }, minimum.point(), 1e-4);
	}

	/** Held below the optimum, the best first coordinate is the root of y = x². */
	@Test
	void stopsAtABound() {
		final var minimum = new LimitedMemoryBfgs(new double[] { -2, -2 }, new double[] { 2, 0.25 },
			200, 1e-14).minimise(LimitedMemoryBfgsTest::rosenbrock, new double[] { -1, 2 });
		assertEquals(0.25, minimum.point()[1]);
		final double[] gradient = new double[2];
		rosenbrock(minimum.point(), gradient);
		assertEquals(0, gradient[0], 1e-3);
		assertTrue(gradient[1] < 0);
	}

	@Test
	void staysWhereThereIsNoValue() {
		final double[] start = { 0.5 };
		final var minimum = new LimitedMemoryBfgs(new double[1], new double[] { 1 }, 10, 0).minimise((
			x, g) -> Double.NaN, start);
		assertArrayEquals(start, minimum.point());
		assertTrue(Double.isNaN(minimum.value()));
	}

	@Test
	void backsAwayFromWhereThereIsNoValue() {
		final var minimum = new LimitedMemoryBfgs(new double[] { -10 }, new double[] { 10 }, 200,
			1e-14).minimise((x, g) -> {
				g[0] = 1 - 1 / x[0];
				return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.NaN;
			}, new double[] { 9 });
		assertEquals(1, minimum.point()[0], 1e-4);
	}
}
