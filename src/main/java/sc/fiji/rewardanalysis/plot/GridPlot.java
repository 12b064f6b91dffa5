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
