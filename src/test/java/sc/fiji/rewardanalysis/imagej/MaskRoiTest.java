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

package sc.fiji.rewardanalysis.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;

class MaskRoiTest {

	private static boolean[] random(final Random random, final int n, final double density) {
		final boolean[] mask = new boolean[n];
		for (int i = 0; i < n; i++)
			mask[i] = random.nextDouble() < density;
		return mask;
	}

	/** Specks, holes, corners that touch, masks along the border: there and back is the identity. */
	@Test
	void aRoiHoldsThePixelsOfItsMask() {
		final Random random = new Random(1);
		for (int run = 0; run < 300; run++) {
			final int width = 1 + random.nextInt(24), height = 1 + random.nextInt(24);
			final int left = random.nextInt(50), top = random.nextInt(50);
			final boolean[] mask = random(random, width * height, random.nextDouble());
			mask[random.nextInt(mask.length)] = true;
			final Roi roi = MaskRoi.of(mask, width, height, left, top).orElseThrow();
			assertArrayEquals(mask, MaskRoi.mask(roi, width, height, left, top), "run " + run);
		}
	}

	/** Also once it was written to a file. */
	@Test
	void aSavedRoiHoldsThemToo() {
		final Random random = new Random(2);
		for (int run = 0; run < 50; run++) {
			final boolean[] mask = random(random, 20 * 30, 0.1 + 0.8 * random.nextDouble());
			final Roi roi = MaskRoi.of(mask, 20, 30, 7, 5).orElseThrow();
			final Roi read = RoiDecoder.openFromByteArray(RoiEncoder.saveAsByteArray(roi));
			assertArrayEquals(mask, MaskRoi.mask(read, 20, 30, 7, 5), "run " + run);
		}
	}

	@Test
	void aHoleIsAHole() {
		final boolean[] ring = new boolean[25];
		Arrays.fill(ring, true);
		ring[12] = false;
		final Roi roi = MaskRoi.of(ring, 5, 5, 10, 20).orElseThrow();
		assertEquals(24, roi.getContainedPoints().length);
		assertTrue(roi.contains(11, 21));
		assertTrue(!roi.contains(12, 22));
	}

	@Test
	void withoutForegroundThereIsNone() {
		assertTrue(MaskRoi.of(new boolean[12], 3, 4, 0, 0).isEmpty());
	}

	@Test
	void partsOfARoiOutsideTheMaskAreCutOff() {
		final boolean[] mask = MaskRoi.mask(new Roi(-2, -2, 4, 4), 3, 3, 0, 0);
		assertArrayEquals(new boolean[] { true, true, false, true, true, false, false, false, false },
			mask);
	}
}
