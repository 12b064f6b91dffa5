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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class RegionTest {

	private static List<Region> regions(final Mask mask, final Connectivity connectivity) {
		return Region.of(Labels.of(mask, connectivity), Masks.full(mask.width(), mask.height()), true);
	}

	/** By definition: the offsets of the disc, one by one. */
	@Test
	void dilationIsThatByADisc() {
		for (int seed = 0; seed < 20; seed++) {
			final Mask mask = Masks.random(37, 29, 0.02, seed);
			final double radius = new double[] { 0.5, 1, 1.5, 2.9, 7, 50 }[seed % 6];
			final Mask expected = Masks.of(37, 29, (x, y) -> {
				for (int i = 0; i < mask.pixels().length; i++)
					if (mask.pixels()[i] && Math.hypot(x - i % 37, y - i / 37) <= radius) return true;
				return false;
			});
			assertTrue(Masks.same(expected, Morphology.dilate(mask, radius)), seed + " " + radius);
		}
	}

	@Test
	void openingTakesWhatIsThin() {
		final Mask disc = Masks.disc(60, 30, 30, 15);
		final Mask line = Masks.of(60, 60, (x, y) -> disc.get(x, y) || y == 30);
		final Mask opened = Morphology.open(line, 3);
		assertEquals(disc.area(), opened.area(), 0.02 * disc.area());
		assertFalse(opened.get(3, 30));
		assertTrue(Masks.same(opened, Morphology.open(opened, 3)), "idempotent");
		assertEquals(3600, Morphology.erode(Masks.full(60, 60), 5).area(), "the border doesn't erode");
		final Mask half = Masks.of(60, 60, (x, y) -> x < 30);
		assertTrue(Masks.same(half, Morphology.dilate(Masks.disc(60, 10, 30, 5), 80, half)));
	}

	@Test
	void pixelsAtCornersAreOneRegionOrTwo() {
		final Mask mask = Masks.drawn("#..", ".#.", "..#");
		assertEquals(3, regions(mask, Connectivity.FOUR).size());
		assertEquals(1, regions(mask, Connectivity.EIGHT).size());
	}

	@Test
	void countsHoles() {
		final Mask mask = Masks.drawn( //
			"###########..", //
			"#...#..#..#..", //
			"#.#.#.#...#.#", //
			"#...#######..", //
			"#####.....###");
		final List<Region> four = regions(mask, Connectivity.FOUR);
		assertEquals(3, four.size());
		assertEquals(2, four.get(0).holes());
		assertEquals(0, four.get(1).holes());
		final List<Region> eight = regions(mask, Connectivity.EIGHT);
		assertEquals(3, eight.size());
		assertEquals(3, eight.get(0).holes(), "two spikes touch at a corner and part a hole");
	}

	@Test
	void tellsPlaceAndSize() {
		final Mask mask = Masks.of(50, 40, (x, y) -> x >= 10 && x < 20 && y >= 5 && y < 9);
		final Region r = regions(mask, Connectivity.FOUR).get(0);
		assertEquals(new Region(1, 40, 2 * (9 + 3), r.crofton(), 14.5, 6.5, 10, 5, 10, 4, 0, false), r);
		assertEquals(28, r.crofton(), 3, "short of the corners");
		assertTrue(regions(Masks.full(8, 8), Connectivity.FOUR).get(0).touchesBorder());
		final Mask analysed = Masks.of(50, 40, (x, y) -> x < 20);
		assertTrue(Region.of(Labels.of(mask, Connectivity.FOUR), analysed, true).get(0).touchesBorder());
	}

	/** A pixel of any side of the image, or beside one that isn't analysed. */
	@Test
	void bordersAreOnAllSides() {
		final int[][] sides = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } };
		final Mask dot = Masks.of(9, 7, (x, y) -> x == 4 && y == 3);
		assertFalse(Region.of(Labels.of(dot, Connectivity.FOUR), Masks.full(9, 7), true).get(0)
			.touchesBorder());
		for (final int[] side : sides) {
			final Mask but = Masks.of(9, 7, (x, y) -> x != 4 + side[0] || y != 3 + side[1]);
			assertTrue(Region.of(Labels.of(dot, Connectivity.FOUR), but, true).get(0).touchesBorder());
			final Mask outermost = Masks.of(9, 7, (x, y) -> x == 4 + 4 * side[0] && y == 3 + 3 * side[1]);
			assertTrue(regions(outermost, Connectivity.FOUR).get(0).touchesBorder());
			// One pixel in from there.
			final Mask inner = Masks.of(9, 7, (x, y) -> x == 4 + 3 * side[0] && y == 3 + 2 * side[1]);
			assertFalse(regions(inner, Connectivity.FOUR).get(0).touchesBorder());
		}
		final Mask corner = Masks.of(9, 7, (x, y) -> x != 3 || y != 2);
		assertFalse(Region.of(Labels.of(dot, Connectivity.FOUR), corner, true).get(0).touchesBorder());
	}

	/** 2πr, also on both sides of a ring. */
	@Test
	void croftonIsRightForDiscs() {
		for (final double radius : new double[] { 20, 45.3, 95 }) {
			final Mask disc = Masks.disc(201, 100.2, 99.7, radius);
			assertEquals(2 * Math.PI * radius, PerimeterMethod.CROFTON.of(disc), 0.015 * 2 * Math.PI *
				radius);
			assertEquals(1, regions(disc, Connectivity.FOUR).get(0).compactness(), 0.03);
		}
		final Mask ring = Masks.of(201, 201, (x, y) -> Math.abs(Math.hypot(x - 100, y - 100) - 60) < 20);
		assertEquals(2 * Math.PI * 120, PerimeterMethod.CROFTON.of(ring), 0.015 * 2 * Math.PI * 120);
		assertEquals(1, regions(ring, Connectivity.FOUR).get(0).holes());
	}

	/** Crofton's formula is right on average over directions, for a straight line too. */
	@Test
	void croftonOfAHalfPlaneIsRightOnAverage() {
		double sum = 0;
		for (int degree = 0; degree < 180; degree++) {
			final double a = Math.toRadians(degree), c = Math.cos(a), s = Math.sin(a);
			final Mask disc = Masks.disc(121, 60, 60, 50);
			final Mask half = Masks.of(121, 121, (x, y) -> disc.get(x, y) && c * (x - 60.3) + s * (y -
				60.4) > 0);
			sum += PerimeterMethod.CROFTON.of(half, disc) / 180;
		}
		assertEquals(100, sum, 1.5);
	}

	/** What runs along the border of the analysed area counts only if asked. */
	@Test
	void theBorderCountsOrNot() {
		final Mask half = Masks.of(100, 80, (x, y) -> x < 40), all = Masks.full(100, 80);
		for (final PerimeterMethod method : PerimeterMethod.values()) {
			assertEquals(0, method.of(all, all));
			assertTrue(method.of(all) > 270);
			assertTrue(method.of(half) > 180);
			// The end points of a chain of 80 pixels count one step less each.
			if (method == PerimeterMethod.PIXELS || method == PerimeterMethod.PIXELS_8) assertEquals(78,
				method.of(half, all));
		}
		assertEquals(Math.PI / 8 * (2 * 80 / 2 + 2 * 79 / Math.sqrt(2)), PerimeterMethod.CROFTON.of(half,
			all), 1e-9);
		// An area of any shape does it like the image.
		final Mask disc = Masks.disc(81, 40, 40, 30), left = Masks.of(81, 81, (x, y) -> x < 40 && disc
			.get(x, y));
		assertEquals(60, PerimeterMethod.PIXELS.of(left, disc), 4);
	}

	/** Whole turns and mirror images change nothing, nor does what else there is. */
	@ParameterizedTest
	@EnumSource
	void perimetersDependOnTheShapeOnly(final PerimeterMethod method) {
		for (int seed = 0; seed < 5; seed++) {
			final Mask mask = Masks.random(40, 40, 0.4, seed);
			final double length = method.of(mask);
			assertEquals(length, method.of(Masks.of(40, 40, (x, y) -> mask.get(39 - y, x))), 1e-9);
			assertEquals(length, method.of(Masks.of(40, 40, (x, y) -> mask.get(39 - x, y))), 1e-9);
			assertEquals(length, method.of(Masks.of(60, 50, (x, y) -> x >= 7 && x < 47 && y >= 3 && y < 43 &&
				mask.get(x - 7, y - 3))), 1e-9);
			// Regions that don't touch: each for itself, and all together.
			final Labels labels = Labels.of(mask, Connectivity.EIGHT);
			final double[] each = method.ofRegions(labels, null);
			double sum = 0;
			for (int k = 1; k <= labels.count(); k++) {
				assertEquals(method.of(labels.mask(k)), each[k], 1e-9);
				sum += each[k];
			}
			assertEquals(length, sum, 1e-9);
		}
	}

	@Test
	void measuresDontDependOnTheSizeOfTheImage() {
		final Mask small = Masks.disc(100, 50, 50, 25), large = Masks.disc(400, 200, 200, 100);
		final RegionMeasures a = RegionMeasures.of(small, Masks.full(100, 100), PerimeterMethod.CROFTON,
			true), b = RegionMeasures.of(large, Masks.full(400, 400), PerimeterMethod.CROFTON, true);
		assertEquals(Math.PI / 16, b.areaFraction(), 1e-3);
		assertEquals(Math.PI / 8, b.perimeter(), 0.01);
		assertEquals(b.areaFraction() / (b.perimeter() * b.perimeter()), b.paperCompactness(), 1e-12);
		assertEquals(1, b.roundness(), 0.03);
		assertEquals(a.areaFraction(), b.areaFraction(), 0.005);
		assertEquals(a.perimeter(), b.perimeter(), 0.01);
		// The area of a selection is the whole that counts.
		final Mask box = Masks.of(400, 400, (x, y) -> x >= 100 && x <= 300 && y >= 100 && y <= 300);
		assertEquals(Math.PI / 4, RegionMeasures.of(large, box, PerimeterMethod.CROFTON, true)
			.areaFraction(), 0.01);
	}

	/** Of 21 × 11 px in a corner of the image, wherever it is: its outline over the half of 21 + 11. */
	@Test
	void perimetersAreInPartsOfTheAnalysedBox() {
		for (final int[] corner : new int[][] { { 0, 0 }, { 3, 5 }, { 29, 19 } }) {
			final Mask box = Masks.of(50, 30, (x, y) -> x >= corner[0] && x <= corner[0] + 20 &&
				y >= corner[1] && y <= corner[1] + 10);
			assertEquals(60.0 / (21 + 11) / 2, RegionMeasures.of(box, box, PerimeterMethod.PIXELS, true)
				.perimeter(), 1e-12);
			// No row of it is full.
			final Mask holes = Masks.of(50, 30, (x, y) -> box.get(x, y) && (x + y - corner[0] - corner[1]) %
				5 == 0);
			final double length = PerimeterMethod.PIXELS.of(holes);
			assertEquals(length / (21 + 11) / 2, RegionMeasures.of(holes, holes, PerimeterMethod.PIXELS,
				true).perimeter(), 1e-12);
		}
		assertThrows(RewardAnalysisException.class, () -> RegionMeasures.of(Masks.full(20, 10), Masks.full(
			10, 20), PerimeterMethod.PIXELS, true));
	}

	@Test
	void twoDiscsAreHalfAsRound() {
		final Mask two = Masks.of(300, 150, (x, y) -> Math.hypot(x % 150 - 75, y - 75) < 60);
		assertEquals(0.5, RegionMeasures.of(two, Masks.full(300, 150), PerimeterMethod.CROFTON, true)
			.roundness(), 0.02);
	}

	@Test
	void nothingAndEverything() {
		final Mask all = Masks.full(30, 20), none = all.complement();
		final RegionMeasures empty = RegionMeasures.of(none, all, PerimeterMethod.CROFTON, true);
		assertEquals(0, empty.areaFraction());
		assertEquals(0, empty.perimeter());
		assertTrue(Double.isNaN(empty.paperCompactness()) && Double.isNaN(empty.roundness()));
		assertEquals(0, regions(none, Connectivity.EIGHT).size());
		final RegionMeasures full = RegionMeasures.of(all, all, PerimeterMethod.PIXELS, true);
		assertEquals(1, full.areaFraction());
		assertEquals(2 * (29 + 19) / 100.0, full.perimeter());
		final Mask dot = Masks.of(30, 20, (x, y) -> x == 5 && y == 5);
		final RegionMeasures lone = RegionMeasures.of(dot, all, PerimeterMethod.PIXELS, true);
		assertEquals(Double.POSITIVE_INFINITY, lone.paperCompactness());
		assertEquals(1, lone.roundness());
		assertThrows(RewardAnalysisException.class, () -> all.and(Masks.full(20, 30)));
		assertThrows(RewardAnalysisException.class, () -> Morphology.dilate(all, -1));
	}

	@Test
	void regionsAddUpToTheirMask() {
		final SplittableRandom random = new SplittableRandom(4);
		for (int trial = 0; trial < 20; trial++) {
			final boolean[] pixels = new boolean[60 * 40];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = random.nextDouble() < 0.02 * trial;
			final Mask mask = Morphology.dilate(new Mask(60, 40, pixels), trial % 4), all = Masks.full(60,
				40);
			final RegionMeasures whole = RegionMeasures.of(mask, all, PerimeterMethod.CROFTON, false);
			final RegionMeasures sum = RegionMeasures.of(Region.of(Labels.of(mask, Connectivity.EIGHT), all,
				false), all);
			assertEquals(whole.areaFraction(), sum.areaFraction(), 1e-12);
			assertEquals(whole.perimeter(), sum.perimeter(), 1e-12);
			assertEquals(whole.roundness(), sum.roundness(), 1e-12);
		}
	}
}
