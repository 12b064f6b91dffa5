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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class NormalTest {

	/** Values of the continued fraction with 60 digits and 4000 terms. */
	@Test
	void keepsItsRelativePrecisionFarOut() {
		assertEquals(4.906713927148187e-198, Normal.cdf(-30), 1e-13 * 4.9e-198);
		assertEquals(7.619853024160527e-24, Normal.cdf(-10), 1e-13 * 7.6e-24);
	}

	@Test
	void agreesWithTheErrorFunction() {
		for (double z = -5; z <= 9; z += 0.01) {
			final double expected = 0.5 * Erf.erfc(-z / Math.sqrt(2));
			assertEquals(expected, Normal.cdf(z), 1e-12 * expected);
		}
	}

	@Test
	void integralsHaveTheirDerivatives() {
		for (double z = -12; z <= 8; z += 0.037) {
			final double h = 1e-5;
			assertRelative(Normal.cdf(z), (Normal.integral(z + h) - Normal.integral(z - h)) / (2 *
				h));
			assertRelative(Normal.integral(z), (Normal.doubleIntegral(z + h) - Normal.doubleIntegral(
				z - h)) / (2 * h));
		}
	}

	@Test
	void neverDecreasesAcrossTheSwitchOfMethods() {
		double cdf = 0, integral = 0, doubleIntegral = 0;
		for (double z = -36; z < 6; z += 1e-3) {
			assertTrue(Normal.cdf(z) > cdf);
			assertTrue(Normal.integral(z) > integral);
			assertTrue(Normal.doubleIntegral(z) > doubleIntegral);
			cdf = Normal.cdf(z);
			integral = Normal.integral(z);
			doubleIntegral = Normal.doubleIntegral(z);
		}
	}

	private static void assertRelative(final double expected, final double actual) {
		assertEquals(expected, actual, 1e-7 * Math.abs(expected));
	}
}
