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

package sc.fiji.rewardanalysis.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Position;

class ColumnTargetTest {

	private static Position at(final double x, final double y) {
		return new Blob(x, y, 1, 1);
	}

	/** Pixel centres are integers: a column at (8, 9) is in the middle of pixel (8, 9). */
	@Test
	void valuesFollowFromTheDistanceOfThePixelsCentre() {
		final float[] target = ColumnTarget.draw(List.of(at(8, 9)), 20, 18);
		assertEquals(1, target[9 * 20 + 8]);
		assertEquals(1, target[9 * 20 + 10]);
		assertEquals(0, target[9 * 20 + 11]);
		assertEquals(3 - Math.hypot(2, 1), target[10 * 20 + 10], 1e-6);
		assertEquals(3 - Math.hypot(2, 2), target[7 * 20 + 6], 1e-6);
		assertEquals(0, target[7 * 20 + 5]);
	}

	@Test
	void discsHaveTheirAreaAndTheirCentre() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 50; i++) {
			final double x = 9 + random.nextDouble(), y = 9 + random.nextDouble();
			final float[] target = ColumnTarget.draw(List.of(at(x, y)), 20, 20);
			double sum = 0, sumX = 0, sumY = 0;
			for (int p = 0; p < target.length; p++) {
				sum += target[p];
				sumX += target[p] * (p % 20);
				sumY += target[p] * (p / 20);
			}
			// A linear rim from R - 1/2 to R + 1/2 holds pi (R² + 1/12).
			assertEquals(Math.PI * (ColumnTarget.RADIUS * ColumnTarget.RADIUS + 1 / 12.0), sum, 0.7);
			assertEquals(x, sumX / sum, 0.05);
			assertEquals(y, sumY / sum, 0.05);
		}
	}

	@Test
	void discsThatMeetKeepTheLargerValue() {
		final float[] one = ColumnTarget.draw(List.of(at(8, 8)), 20, 16), other = ColumnTarget.draw(List.of(
			at(11.3, 8.4)), 20, 16);
		final float[] both = new float[one.length];
		for (int i = 0; i < both.length; i++)
			both[i] = Math.max(one[i], other[i]);
		assertArrayEquals(both, ColumnTarget.draw(List.of(at(8, 8), at(11.3, 8.4)), 20, 16));
	}

	@Test
	void columnsOutsideShineIn() {
		assertEquals(1, ColumnTarget.draw(List.of(at(-2, 3)), 8, 8)[3 * 8]);
		assertEquals(0, ColumnTarget.draw(List.of(at(-3, 3)), 8, 8)[3 * 8]);
		Complaints.assertRefused(() -> ColumnTarget.draw(List.of(), 0, 8), "width");
	}
}
