package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.List;

/** A part of an image: from, to (exclusive), px. */
record Tile(int fromX, int toX, int fromY, int toY) {

	/** Cuts an image into tiles of nearly equal size whose sides are no longer than asked. */
	static List<Tile> of(final int width, final int height, final int longest) {
		final int columns = (width + longest - 1) / longest, rows = (height + longest - 1) / longest;
		final List<Tile> tiles = new ArrayList<>();
		for (int row = 0; row < rows; row++)
			for (int column = 0; column < columns; column++)
				tiles.add(new Tile(cut(width, column, columns), cut(width, column + 1, columns), cut(height,
					row, rows), cut(height, row + 1, rows)));
		return tiles;
	}

	private static int cut(final int size, final int i, final int parts) {
		return (int) ((long) size * i / parts);
	}
}
