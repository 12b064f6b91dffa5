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

package sc.fiji.rewardanalysis.ui.pareto;

import java.util.List;

import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.region.Region;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions.AmorphousRegion;
import sc.fiji.rewardanalysis.imagej.RegionOverlay;
import sc.fiji.rewardanalysis.ui.pareto.Items.Column;

/**
 * A solution's amorphous regions, those that touch the border of the analysed area in bold
 * type: they may go on beyond it. Immutable.
 */
public final class RegionLayer implements Layer {

	/** Regions in words and columns. */
	public static final Items ITEMS = new Items("region", "area", List.of(Column.count("id"), Column
		.number("area (nm²)"), Column.number("area (%)"), Column.number("perimeter (nm)"), Column.number(
			"compactness"), Column.number("x (px)"), Column.number("y (px)"), Column.count("atoms"), Column
				.number("contrast"), Column.number("mean probability"), Column.count("holes"), Column.text(
					"border")));

	private final int slice, left, top;
	private final AmorphousRegions found;
	private final double pixelSize, analysed;

	/** By pixel of the analysed box, row by row; from 1. */
	private final int[] labels;

	/**
	 * @param slice from 1
	 * @param left left edge of the analysed box in the image, px
	 * @param top its upper edge, px
	 * @param pixelSize nm
	 * @param analysed how many pixels were analysed
	 */
	public RegionLayer(final int slice, final int left, final int top,
		final AmorphousRegions found, final double pixelSize, final long analysed)
	{
		this.slice = slice;
		this.left = left;
		this.top = top;
		this.found = Checks.given("regions", found);
		this.pixelSize = Checks.positive("pixel_size", pixelSize);
		this.analysed = analysed;
		labels = found.labels();
	}

	@Override
	public int slice() {
		return slice;
	}

	@Override
	public int size() {
		return found.regions().size();
	}

	@Override
	public boolean isMarked(final int item) {
		return found.regions().get(item).region().touchesBorder();
	}

	@Override
	public Object value(final int item, final int column) {
		final AmorphousRegion entry = found.regions().get(item);
		final Region r = entry.region();
		return switch (column) {
			case 0 -> item + 1;
			case 1 -> r.area() * pixelSize * pixelSize;
			case 2 -> 100 * r.area() / analysed;
			case 3 -> r.crofton() * pixelSize;
			case 4 -> r.compactness();
			case 5 -> left + r.x();
			case 6 -> top + r.y();
			case 7 -> entry.atoms();
			case 8 -> entry.contrast();
			case 9 -> entry.meanProbability();
			case 10 -> r.holes();
			default -> r.touchesBorder() ? "touches" : "";
		};
	}

	/** A region is its pixels, so nobody needs to come near. */
	@Override
	public int at(final double x, final double y, final double reach) {
		final int width = found.mask().width(), column = (int) Math.rint(x) - left, row = (int) Math.rint(
			y) - top;
		if (column < 0 || row < 0 || column >= width || row >= found.mask().height())
			return Selection.NONE;
		final int label = labels[row * width + column];
		return label == 0 ? Selection.NONE : label - 1;
	}

	@Override
	public Roi outline(final int item) {
		return RegionOverlay.outline(labels, found.mask().width(), left, top, item + 1).orElseThrow();
	}
}
