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

package sc.fiji.rewardanalysis.plot;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/** Several charts in rows and columns, as one. */
final class GridPlot extends Plot {

	private static final long serialVersionUID = 1L;

	private final List<JFreeChart> cells;
	private final int columns;
	private final double left, bottom;
	private final LegendItemCollection legend;

	/**
	 * @param cells row by row
	 * @param left by how much the first column is wider than the others, px
	 * @param bottom by how much the last row is higher than the others, px
	 */
	GridPlot(final List<JFreeChart> cells, final int columns, final double left,
		final double bottom, final LegendItemCollection legend)
	{
		this.cells = List.copyOf(cells);
		this.columns = columns;
		this.left = left;
		this.bottom = bottom;
		this.legend = legend;
	}

	List<JFreeChart> cells() {
		return cells;
	}

	@Override
	public String getPlotType() {
		return "Grid";
	}

	@Override
	public LegendItemCollection getLegendItems() {
		return legend;
	}

	@Override
	public void draw(final Graphics2D g, final Rectangle2D area, final Point2D anchor,
		final PlotState parent, final PlotRenderingInfo info)
	{
		if (info != null) info.setPlotArea(area);
		final int rows = (cells.size() + columns - 1) / columns;
		final double width = (area.getWidth() - left) / columns, height = (area.getHeight() - bottom) /
			rows;
		for (int i = 0; i < cells.size(); i++) {
			final int column = i % columns, row = i / columns;
			cells.get(i).draw(g, new Rectangle2D.Double(area.getX() + column * width + (column > 0 ? left
				: 0), area.getY() + row * height, width + (column == 0 ? left : 0), height + (row == rows - 1
					? bottom : 0)));
		}
	}
}
