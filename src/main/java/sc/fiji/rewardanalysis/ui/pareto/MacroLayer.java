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

import java.util.Arrays;
import java.util.List;

import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.imagej.SolutionOverlay;
import sc.fiji.rewardanalysis.ui.pareto.Items.Column;

/**
 * The points, areas or particles that a macro leaves; those too close to others in bold type.
 * Immutable.
 */
public final class MacroLayer implements Layer {

	/** Them in words and columns. */
	public static final Items ITEMS = new Items("item", "circle", List.of(Column.count("id"), Column
		.number("x (px)"), Column.number("y (px)"), Column.number("sigma (px)"), Column.text("error")));

	private final int slice, left, top;
	private final List<Blob> items;
	private final boolean[] isError;

	/**
	 * @param slice from 1
	 * @param left left edge of the analysed box in the image, px
	 * @param top its upper edge, px
	 * @param items px of the analysed box
	 * @param errors indices of those that are errors
	 */
	public MacroLayer(final int slice, final int left, final int top, final List<Blob> items,
		final int[] errors)
	{
		this.slice = slice;
		this.left = left;
		this.top = top;
		this.items = List.copyOf(items);
		isError = new boolean[items.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
	}

	@Override
	public int slice() {
		return slice;
	}

	@Override
	public int size() {
		return items.size();
	}

	@Override
	public boolean isMarked(final int item) {
		return isError[item];
	}

	@Override
	public Object value(final int item, final int column) {
		final Blob b = items.get(item);
		return switch (column) {
			case 0 -> item + 1;
			case 1 -> left + b.x();
			case 2 -> top + b.y();
			case 3 -> b.sigma();
			default -> isError[item] ? "error" : "";
		};
	}

	@Override
	public int at(final double x, final double y, final double reach) {
		int nearest = Selection.NONE;
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < items.size(); i++) {
			final Blob b = items.get(i);
			final double d = Math.hypot(left + b.x() - x, top + b.y() - y);
			if (d >= least || d > Math.max(reach, b.sigma())) continue;
			least = d;
			nearest = i;
		}
		return nearest;
	}

	@Override
	public Roi outline(final int item) {
		return SolutionOverlay.around(items.get(item), left, top);
	}
}
