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

package sc.fiji.rewardanalysis.core.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class PlacesTest {

	@Test
	void placesAreThoseAmongTheSet() {
		final Places places = new Places(new double[] { 0.4, 0.1, 0.2, Double.NaN, 0.4 }, 1);
		// 0.1, 0.2, 0.4, 0.4: the last ones share place 1, nothing is behind them.
		assertEquals(0.25, places.of(0.1), 1e-15);
		assertEquals(0.5, places.of(0.2), 1e-15);
		assertEquals(1, places.of(0.4));
		assertEquals(1, places.of(7));
		assertEquals(0.375, places.of(0.15), 1e-15, "half way");
		assertEquals(0.75, places.of(0.3), 1e-15);
		assertEquals(0.125, places.of(0.05), 1e-15, "better than all");
		assertEquals(0, places.of(0));
		assertTrue(Double.isNaN(places.of(Double.NaN)));
	}

	@Test
	void equalPlacesAreShared() {
		final Places places = new Places(new double[] { 3, 1, 1, 1, 2 }, 1);
		assertEquals(0.4, places.of(1), 1e-15, "the mean of 1/5, 2/5 and 3/5");
		assertEquals(0.8, places.of(2), 1e-15);
		final Places half = new Places(new double[] { 0, 0, 0.5, 2 }, 1);
		assertEquals(0, half.of(0), "no error can't be better");
		assertEquals(0.75, half.of(0.5), 1e-15);
		final Places none = new Places(new double[] { 0, 0 }, 2);
		assertEquals(0, none.of(0));
		assertEquals(0.25, none.of(0.5), 1e-15);
		assertEquals(1, none.of(3));
		assertEquals(0.5, new Places(new double[0], 2).of(1), 1e-15);
	}

	@Test
	void placesKeepTheOrder() {
		final Random random = new Random(3);
		for (int trial = 0; trial < 200; trial++) {
			final double[] set = random.doubles(1 + random.nextInt(9)).map(v -> Math.rint(4 * v) / 4)
				.toArray();
			final Places places = new Places(set, 1);
			final double[] places01 = random.doubles(50, 0, 1.5).sorted().map(places::of).toArray();
			for (int i = 1; i < places01.length; i++)
				assertTrue(places01[i] >= places01[i - 1]);
			assertTrue(places01[0] >= 0 && places01[49] <= 1);
			// Free of scale: an image that counts in thousands has the same places.
			final Places thousand = new Places(Arrays.stream(set).map(v -> 1000 * v).toArray(), 1000);
			for (double v = 0; v < 1.5; v += 0.1)
				assertEquals(places.of(v), thousand.of(1000 * v), 1e-12);
		}
	}
}
