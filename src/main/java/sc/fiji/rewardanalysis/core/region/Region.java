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

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * One connected region of a mask.
 *
 * @param label its number among {@link Labels}, from 1
 * @param area number of pixels, px²
 * @param perimeter as scikit-image's {@code regionprops} has it
 *          ({@link PerimeterMethod#PIXELS}), px
 * @param crofton perimeter by Crofton's formula in four directions, px
 * @param x column of its centroid, px
 * @param y row of its centroid, px
 * @param left first column
 * @param top first row
 * @param width number of columns from the first to the last
 * @param height number of rows from the first to the last
 * @param holes number of holes
 * @param touchesBorder whether one of its pixels is at the border of the analysed area
 */
public record Region(int label, long area, double perimeter, double crofton, double x, double y,
	int left, int top, int width, int height, int holes, boolean touchesBorder)
{

	/** 4π area / crofton², 1 for a disc and less for everything else; at most 1. */
	public double compactness() {
		return RegionMeasures.roundness(area, crofton);
	}

	/**
	 * Measures all regions, in the order of their numbers.
	 *
	 * @param analysed of the same size, contains the mask
	 * @param borderCounts whether perimeters count what runs along the border of the
	 *          analysed area
	 */
	public static List<Region> of(final Labels labels, final Mask analysed,
		final boolean borderCounts)
	{
		Checks.given("labels", labels);
		Checks.given("analysed pixels", analysed);
		final Mask counted = borderCounts ? null : analysed;
		final double[] perimeters = PerimeterMethod.PIXELS.ofRegions(labels, counted);
		final Outlines outlines = new Outlines(labels, counted);
		final Extent[] extents = Extent.of(labels, analysed);
		final List<Region> regions = new ArrayList<>(labels.count());
		for (int k = 1; k <= labels.count(); k++) {
			final Extent e = extents[k];
			regions.add(new Region(k, e.area, perimeters[k], outlines.crofton4(k), (double) e.sumX /
				e.area, (double) e.sumY / e.area, e.left, e.top, e.right - e.left + 1, e.bottom - e.top + 1,
				outlines.holes(k), e.touches));
		}
		return regions;
	}

	/** Collects a region's pixels. */
	private static final class Extent {

		private long area, sumX, sumY;
		private int left = Integer.MAX_VALUE, top = Integer.MAX_VALUE, right, bottom;
		private boolean touches;

		private static Extent[] of(final Labels labels, final Mask analysed) {
			final Extent[] extents = new Extent[labels.count() + 1];
			for (int k = 0; k < extents.length; k++)
				extents[k] = new Extent();
			final int w = labels.width();
			for (int y = 0; y < labels.height(); y++)
				for (int x = 0; x < w; x++) {
					final int label = labels.pixels()[y * w + x];
					if (label != 0) extents[label].add(x, y, analysed);
				}
			return extents;
		}

		private void add(final int x, final int y, final Mask analysed) {
			area++;
			sumX += x;
			sumY += y;
			left = Math.min(left, x);
			right = Math.max(right, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
			touches |= x == 0 || y == 0 || x == analysed.width() - 1 || y == analysed.height() - 1 ||
				!(analysed.get(x - 1, y) && analysed.get(x + 1, y) && analysed.get(x, y - 1) && analysed.get(
					x, y + 1));
		}
	}
}
