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

package sc.fiji.rewardanalysis.core;

import java.util.List;
import java.util.function.IntConsumer;

/** Points sorted into square cells, to find those near another one. Immutable. */
public final class PointGrid {

	/** Cells, about: more would take more memory than they save time. */
	private static final double MOST = 1 << 22;

	private final double cellSize, left, top;
	private final int columns, rows;

	/** Where the points of each cell begin among {@link #members}. */
	private final int[] start;
	private final int[] members;

	/**
	 * @param points px
	 * @param least side of a cell, above 0, px: about the distance that is asked for. Cells are larger if
	 *          there would be too many of them
	 */
	public PointGrid(final List<? extends Position> points, final double least) {
		left = points.stream().mapToDouble(Position::x).min().orElse(0);
		top = points.stream().mapToDouble(Position::y).min().orElse(0);
		final double width = points.stream().mapToDouble(Position::x).max().orElse(0) - left, height = points
			.stream().mapToDouble(Position::y).max().orElse(0) - top;
		cellSize = Math.max(Checks.positive("cell size", least), Math.max(Math.sqrt(width / MOST * height), Math
			.max(width, height) / MOST));
		columns = 1 + (int) (width / cellSize);
		rows = 1 + (int) (height / cellSize);
		start = new int[columns * rows + 1];
		for (final Position p : points)
			start[cell(p) + 1]++;
		for (int c = 0; c < columns * rows; c++)
			start[c + 1] += start[c];
		members = new int[points.size()];
		final int[] next = start.clone();
		for (int i = 0; i < members.length; i++)
			members[next[cell(points.get(i))]++] = i;
	}

	private int cell(final Position p) {
		return row(p.y()) * columns + column(p.x());
	}

	private int column(final double x) {
		return Math.max(0, Math.min(columns - 1, (int) ((x - left) / cellSize)));
	}

	private int row(final double y) {
		return Math.max(0, Math.min(rows - 1, (int) ((y - top) / cellSize)));
	}

	/**
	 * Calls with the index of every point that lies within a distance, and of some more
	 * beyond it. The order depends on the points alone.
	 *
	 * @param distance 0 or more, px
	 */
	public void forEachNear(final Position p, final double distance, final IntConsumer consumer) {
		final int fromX = column(p.x() - distance), toX = column(p.x() + distance);
		final int fromY = row(p.y() - distance), toY = row(p.y() + distance);
		for (int y = fromY; y <= toY; y++)
			for (int m = start[y * columns + fromX]; m < start[y * columns + toX + 1]; m++)
				consumer.accept(members[m]);
	}
}
