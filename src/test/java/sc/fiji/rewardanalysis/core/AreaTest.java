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

package sc.fiji.rewardanalysis.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class AreaTest {

	@Test
	void anImageGoesFromEdgeToEdgeOfItsPixels() {
		final Area area = Area.image(5, 3);
		assertTrue(area.isRectangle());
		assertEquals(15, area.size());
		assertEquals(-0.5, area.minX());
		assertEquals(-0.5, area.minY());
		assertEquals(4.5, area.maxX());
		assertEquals(2.5, area.maxY());
		assertTrue(area.contains(-0.5, -0.5));
		assertTrue(area.contains(4.499, 2.499));
		assertFalse(area.contains(4.5, 1), "the right edge belongs to the next pixel");
		assertFalse(area.contains(1, 2.5), "and so does the lower one");
		assertFalse(area.contains(Double.NaN, 1));
	}

	@Test
	void insetTakesARimOffEverySide() {
		final Area area = Area.image(10, 8).inset(1.25);
		assertEquals(7.5 * 5.5, area.size(), 1e-12);
		assertTrue(area.contains(0.75, 0.75));
		assertFalse(area.contains(0.74, 3));
		assertFalse(area.contains(3, 6.25));
		assertEquals(Area.image(10, 8).inset(3).size(), area.inset(1.75).size(), 1e-12);
	}

	@Test
	void anInsetBeyondTheMiddleLeavesNothing() {
		final Area area = Area.image(10, 100).inset(6);
		assertEquals(0, area.size());
		assertFalse(area.contains(4.5, 50));
		final boolean[] all = new boolean[100];
		Arrays.fill(all, true);
		assertEquals(0, Area.mask(all, 10, 10).inset(6).size());
	}

	@Test
	void aMaskCountsItsForeground() {
		final boolean[] mask = new boolean[12];
		mask[1 * 4 + 2] = true;
		final Area area = Area.mask(mask, 4, 3);
		assertFalse(area.isRectangle());
		assertEquals(1, area.size());
		assertTrue(area.contains(2, 1));
		assertTrue(area.contains(1.5, 0.5), "a pixel reaches half a pixel around its centre");
		assertTrue(area.contains(2.499, 1.499));
		assertFalse(area.contains(2.5, 1));
		assertFalse(area.contains(1.499, 1));
	}

	@Test
	void aFullMaskIsTheRectangleAtWholeInsets() {
		final boolean[] all = new boolean[20 * 13];
		Arrays.fill(all, true);
		for (int margin = 0; margin < 7; margin++)
			assertEquals(Area.image(20, 13).inset(margin).size(), Area.mask(all, 20, 13).inset(margin)
				.size(), "margin " + margin);
	}

	/** Distance to the nearest background pixel's centre, less half a pixel. */
	@Test
	void depthIsThatOfBruteForce() {
		final Random random = new Random(3);
		for (int trial = 0; trial < 60; trial++) {
			final int w = 1 + random.nextInt(17), h = 1 + random.nextInt(17);
			final double density = random.nextDouble();
			final boolean[] mask = new boolean[w * h];
			for (int i = 0; i < mask.length; i++)
				mask[i] = random.nextDouble() < density || trial % 5 == 0;
			// No distance of two pixels is near it.
			final double margin = random.nextInt(5) + 0.02;
			final Area inset = Area.mask(mask, w, h).inset(margin);
			int size = 0;
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++) {
					final boolean expected = depth(mask, w, h, x, y) > margin;
					assertEquals(expected, inset.contains(x, y), w + " x " + h + " at " + x + ", " + y);
					if (expected) size++;
				}
			assertEquals(size, inset.size());
		}
	}

	private static double depth(final boolean[] mask, final int w, final int h, final int x,
		final int y)
	{
		double nearest = Double.POSITIVE_INFINITY;
		for (int j = -1; j <= h; j++)
			for (int i = -1; i <= w; i++) {
				final boolean outside = i < 0 || j < 0 || i >= w || j >= h;
				if (outside || !mask[j * w + i]) nearest = Math.min(nearest, Math.hypot(i - x, j - y));
			}
		return nearest - 0.5;
	}

	@Test
	void aPartIsWhereBothAre() {
		final Random random = new Random(5);
		for (int trial = 0; trial < 60; trial++) {
			final int w = 4 + random.nextInt(14), h = 4 + random.nextInt(14);
			final boolean[] mask = new boolean[w * h];
			for (int i = 0; i < mask.length; i++)
				mask[i] = random.nextInt(4) > 0;
			final Area whole = trial % 2 == 0 ? Area.image(w, h) : Area.mask(mask, w, h);
			final int x0 = random.nextInt(w) - 1, y0 = random.nextInt(h) - 1, x1 = x0 + 1 + random.nextInt(w), y1 = y0 +
				1 + random.nextInt(h);
			final int margin = random.nextInt(2);
			final Area part = whole.within(x0 - 0.5, y0 - 0.5, x1 + 0.5, y1 + 0.5).inset(margin);
			int size = 0;
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++) {
					final boolean expected = whole.inset(margin).contains(x, y) && x >= x0 + margin && x <= x1 -
						margin && y >= y0 + margin && y <= y1 - margin;
					assertEquals(expected, part.contains(x, y));
					if (expected) size++;
				}
			assertEquals(size, part.size());
		}
	}

	@Test
	void refusesWhatIsNoArea() {
		assertRefused(() -> Area.image(0, 3), "image width");
		assertRefused(() -> Area.image(3, -1), "image height");
		assertRefused(() -> Area.mask(new boolean[5], 2, 3), "5", "2 x 3");
		assertRefused(() -> Area.image(3, 3).inset(-1), "margin");
		assertRefused(() -> Area.image(3, 3).inset(Double.NaN), "margin");
	}
}
