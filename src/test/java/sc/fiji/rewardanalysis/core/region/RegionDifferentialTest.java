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

package sc.fiji.rewardanalysis.core.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Random masks: regions and perimeters are what their definitions say, pixel by pixel. */
class RegionDifferentialTest {

	private final SplittableRandom random = new SplittableRandom(4);

	@Test
	void regionsAndPerimetersAreThoseCounted() {
		for (int trial = 0; trial < 400; trial++) {
			final int width = 1 + random.nextInt(30), height = 1 + random.nextInt(30);
			final Mask mask = Masks.random(width, height, random.nextDouble(), trial);
			for (final Connectivity connectivity : Connectivity.values())
				assertArrayEquals(flooded(mask, connectivity == Connectivity.EIGHT), Labels.of(mask, connectivity)
					.pixels(), connectivity + " " + trial);
			assertEquals(joined(mask, false), PerimeterMethod.PIXELS.of(mask), 1e-9, "trial " + trial);
			assertEquals(joined(mask, true), PerimeterMethod.PIXELS_8.of(mask), 1e-9, "trial " + trial);
			final double straight = crossings(mask, 1, 0) + crossings(mask, 0, 1), oblique = crossings(mask, 1,
				1) + crossings(mask, 1, -1);
			assertEquals(Math.PI / 4 * straight, PerimeterMethod.CROFTON_2.of(mask), 1e-9, "trial " + trial);
			assertEquals(Math.PI / 8 * (straight + oblique / Math.sqrt(2)), PerimeterMethod.CROFTON.of(mask),
				1e-9, "trial " + trial);
		}
	}

	/** Turned by 90 degrees and mirrored, a mask has regions of the same size and outline. */
	@Test
	void movedMasksHaveTheSameRegions() {
		for (int trial = 0; trial < 100; trial++) {
			final int width = 1 + random.nextInt(40), height = 1 + random.nextInt(40);
			final Mask mask = Masks.random(width, height, 0.2 + 0.6 * random.nextDouble(), 1000 + trial);
			final List<String> expected = described(mask);
			assertEquals(expected, described(Masks.of(width, height, (x, y) -> mask.get(width - 1 - x, y))));
			assertEquals(expected, described(Masks.of(height, width, (x, y) -> mask.get(y, x))));
			assertEquals(expected, described(Masks.of(height, width, (x, y) -> mask.get(y, height - 1 - x))));
			assertEquals(expected, described(Masks.of(width + 9, height + 4, (x, y) -> is(mask, x - 3, y - 2))));
		}
	}

	/** In any order. */
	private static List<String> described(final Mask mask) {
		// As in a blank image: the border is no end of the world.
		final Mask framed = Masks.of(mask.width() + 2, mask.height() + 2, (x, y) -> is(mask, x - 1, y - 1));
		return Stream.of(Connectivity.values()).flatMap(c -> Region.of(Labels.of(framed, c), Masks.full(framed
			.width(), framed.height()), true).stream().map(r -> String.format(Locale.ROOT, "%s %d %.9f %.9f %d",
				c, r.area(), r.perimeter(), r.crofton(), r.holes()))).sorted().toList();
	}

	private static boolean is(final Mask mask, final int x, final int y) {
		return x >= 0 && y >= 0 && x < mask.width() && y < mask.height() && mask.pixels()[y * mask.width() +
			x];
	}

	private static int[] flooded(final Mask mask, final boolean corners) {
		final int[] labels = new int[mask.pixels().length];
		int count = 0;
		for (int i = 0; i < labels.length; i++)
			if (mask.pixels()[i] && labels[i] == 0) flood(mask, labels, i % mask.width(), i / mask.width(), ++count,
				corners);
		return labels;
	}

	private static void flood(final Mask mask, final int[] labels, final int x, final int y,
		final int label, final boolean corners)
	{
		if (!is(mask, x, y) || labels[y * mask.width() + x] != 0) return;
		labels[y * mask.width() + x] = label;
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++)
				if (corners || dx == 0 || dy == 0) flood(mask, labels, x + dx, y + dy, label, corners);
	}

	/** How often a line of pixels in this direction goes in or out, over all lines. */
	private static int crossings(final Mask mask, final int dx, final int dy) {
		int crossings = 0;
		for (int y = -1; y <= mask.height(); y++)
			for (int x = -1; x <= mask.width(); x++)
				if (is(mask, x, y) != is(mask, x + dx, y + dy)) crossings++;
		return crossings;
	}

	/**
	 * skimage's {@code perimeter}: outermost pixels, of which each counts 1, √2 or (1 + √2)/2
	 * by how many outermost ones it has at its edges and at its corners.
	 */
	private static double joined(final Mask mask, final boolean corners) {
		final Mask border = Masks.of(mask.width(), mask.height(), (x, y) -> is(mask, x, y) && isOutermost(
			mask, x, y, corners));
		double length = 0;
		for (int y = 0; y < mask.height(); y++)
			for (int x = 0; x < mask.width(); x++) {
				if (!is(border, x, y)) continue;
				int edges = 0, ends = 0;
				for (int k = -1; k <= 1; k += 2) {
					edges += (is(border, x + k, y) ? 1 : 0) + (is(border, x, y + k) ? 1 : 0);
					ends += (is(border, x + k, y + k) ? 1 : 0) + (is(border, x + k, y - k) ? 1 : 0);
				}
				length += switch (1 + 2 * edges + 10 * ends) {
					case 5, 7, 15, 17, 25, 27 -> 1;
					case 21, 33 -> Math.sqrt(2);
					case 13, 23 -> (1 + Math.sqrt(2)) / 2;
					default -> 0;
				};
			}
		return length;
	}

	/** Whether a neighbour is outside: an erosion would take the pixel. */
	private static boolean isOutermost(final Mask mask, final int x, final int y,
		final boolean corners)
	{
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++)
				if ((corners || dx == 0 || dy == 0) && !is(mask, x + dx, y + dy)) return true;
		return false;
	}
}
