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

import sc.fiji.rewardanalysis.core.latent.PhaseMap;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;
import sc.fiji.rewardanalysis.imagej.RegionOverlay;
import sc.fiji.rewardanalysis.ui.pareto.Items.Column;

/**
 * A solution's phases. Immutable.
 *
 * @param slice from 1
 * @param left left edge of the analysed box in the image, px
 * @param top its upper edge, px
 */
public record PhaseLayer(int slice, int left, int top, PhaseResult result) implements Layer {

	/** Phases in words and columns. */
	public static Items items(final String unit) {
		return new Items("phase", "area", List.of(Column.count("phase"), Column.count("patches"), Column
			.number("area (" + unit + "²)"), Column.number("area (%)"), Column.number("boundary (" + unit +
				")")));
	}

	@Override
	public int size() {
		return result.segmentation().classes();
	}

	@Override
	public boolean isMarked(final int item) {
		return false;
	}

	@Override
	public Object value(final int item, final int column) {
		final double side = result.scene().unit();
		final double[] areas = result.phases().areas();
		double all = 0;
		for (final double area : areas)
			all += area;
		return switch (column) {
			case 0 -> item + 1;
			case 1 -> result.segmentation().counts()[item];
			case 2 -> areas[item] * side * side;
			case 3 -> 100 * areas[item] / all;
			default -> result.phases().boundaries()[item] * side;
		};
	}

	@Override
	public int at(final double x, final double y, final double reach) {
		final PhaseMap map = result.phases();
		final int column = (int) Math.rint(x) - left, row = (int) Math.rint(y) - top;
		if (column < 0 || row < 0 || column >= map.width() || row >= map.height()) return Selection.NONE;
		final int label = map.labels()[row * map.width() + column];
		return label == 0 ? Selection.NONE : label - 1;
	}

	@Override
	public Roi outline(final int item) {
		return RegionOverlay.outline(result.phases().labels(), result.phases().width(), left, top, item +
			1).orElseThrow();
	}
}
