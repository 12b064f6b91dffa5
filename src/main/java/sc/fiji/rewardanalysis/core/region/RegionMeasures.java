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

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * A whole mask in figures that don't depend on the size of the image.
 * <p>
 * An empty mask has area and perimeter 0 and compactnesses NaN. A mask of nothing but
 * lone pixels has a perimeter of 0 by {@link PerimeterMethod#PIXELS}, so that the
 * paper's compactness is infinite.
 *
 * @param areaFraction area over the number of analysed pixels, 0 to 1
 * @param perimeter length of all outlines, holes included, over 2 (W + H) of the
 *          analysed pixels' bounding box: about 1 for the full image, not limited
 * @param paperCompactness areaFraction / perimeter², what the paper's script has: not
 *          limited, larger for rounder and for fewer regions
 * @param roundness the isoperimetric quotient 4π A / P² of area and perimeter in
 *          pixels: 1 for a disc, 1/n for n equal ones, at most 1 (an estimated
 *          perimeter may be too short for what is small or cut off)
 */
public record RegionMeasures(double areaFraction, double perimeter, double paperCompactness,
	double roundness)
{

	/**
	 * Measures a mask.
	 *
	 * @param mask nothing of it outside the analysed pixels
	 * @param analysed of the same size
	 * @param method how lengths are estimated
	 * @param borderCounts whether outlines along the border of what is analysed count, as
	 *          in scikit-image
	 */
	public static RegionMeasures of(final Mask mask, final Mask analysed,
		final PerimeterMethod method, final boolean borderCounts)
	{
		Checks.given("mask", mask);
		Checks.given("perimeter method", method);
		mask.checkSameSize(analysed);
		return of(mask.area(), method.of(mask, borderCounts ? null : analysed), analysed);
	}

	/**
	 * Sums up regions of a mask, with their perimeters by Crofton's formula.
	 *
	 * @param regions of {@link Connectivity#EIGHT}, so that none touches another
	 * @param analysed pixels
	 */
	public static RegionMeasures of(final List<Region> regions, final Mask analysed) {
		return of(regions.stream().mapToLong(Region::area).sum(), regions.stream().mapToDouble(
			Region::crofton).sum(), analysed);
	}

	private static RegionMeasures of(final double area, final double length, final Mask analysed) {
		final double fraction = area == 0 ? 0 : area / analysed.area();
		final double perimeter = area == 0 ? 0 : length / halfway(analysed) / 2;
		return new RegionMeasures(fraction, perimeter, area == 0 ? Double.NaN : fraction / (perimeter *
			perimeter), roundness(area, length));
	}

	/** Width and height of the bounding box. */
	private static int halfway(final Mask mask) {
		int left = mask.width(), right = -1, top = mask.height(), bottom = -1;
		for (int y = 0; y < mask.height(); y++) {
			final int row = y * mask.width();
			int first = 0, last = mask.width() - 1;
			while (first <= last && !mask.pixels()[row + first])
				first++;
			if (first > last) continue;
			while (!mask.pixels()[row + last])
				last--;
			left = Math.min(left, first);
			right = Math.max(right, last);
			top = Math.min(top, y);
			bottom = y;
		}
		return right - left + 1 + bottom - top + 1;
	}

	/** The isoperimetric quotient, at most 1; NaN for no area. */
	static double roundness(final double area, final double perimeter) {
		return area == 0 ? Double.NaN : Math.min(1, 4 * Math.PI * area / (perimeter * perimeter));
	}
}
