package sc.fiji.rewardanalysis.core.workflow.windows;

import sc.fiji.rewardanalysis.core.Area;

/**
 * A window of a {@link WindowGrid}. Coordinates are those of the analysed image, px.
 *
 * @param index its number in the grid, row by row, from 0
 * @param column of the grid, from 0
 * @param row of the grid, from 0
 * @param x first column of pixels
 * @param y first row of pixels
 * @param width px
 * @param height px
 * @param area what of it is analysed
 */
public record Window(int index, int column, int row, int x, int y, int width, int height,
	Area area)
{

	/** Of the window, whatever of it is analysed. */
	public double centreX() {
		return x + (width - 1) / 2.0;
	}

	/** Of the window, whatever of it is analysed. */
	public double centreY() {
		return y + (height - 1) / 2.0;
	}

	/** Whether both touch in the grid, corners included. */
	boolean isNeighbour(final Window other) {
		return this != other && Math.abs(column - other.column) <= 1 && Math.abs(row - other.row) <= 1;
	}
}
