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

import java.awt.geom.Path2D;
import java.util.function.DoubleBinaryOperator;

import org.jfree.data.Range;

/** Where a function of the plane has a value: marching triangles, so that there is no doubt. */
final class Contours {

	/** Cells along each side. */
	private static final int CELLS = 240;

	private Contours() {}

	/** Short lines, each across half a cell, in coordinates of the plane. */
	static Path2D of(final DoubleBinaryOperator function, final double level, final Range x,
		final Range y)
	{
		final double dx = x.getLength() / CELLS, dy = y.getLength() / CELLS;
		final double[][] above = new double[CELLS + 1][CELLS + 1];
		for (int row = 0; row <= CELLS; row++)
			for (int column = 0; column <= CELLS; column++)
				above[row][column] = function.applyAsDouble(x.getLowerBound() + column * dx, y.getLowerBound() +
					row * dy) - level;
		final Path2D path = new Path2D.Double();
		for (int row = 0; row < CELLS; row++)
			for (int column = 0; column < CELLS; column++) {
				final double[][] corners = { { column, row, above[row][column] }, { column + 1, row,
					above[row][column + 1] }, { column + 1, row + 1, above[row + 1][column + 1] }, { column,
						row + 1, above[row + 1][column] } };
				cross(path, x, y, dx, dy, corners[0], corners[1], corners[2]);
				cross(path, x, y, dx, dy, corners[0], corners[2], corners[3]);
			}
		return path;
	}

	/** The line through a triangle, if its corners are on both sides. */
	private static void cross(final Path2D path, final Range x, final Range y, final double dx,
		final double dy, final double[]... corners)
	{
		boolean begun = false;
		for (int i = 0; i < corners.length; i++) {
			final double[] a = corners[i], b = corners[(i + 1) % corners.length];
			if (a[2] < 0 == b[2] < 0 || Double.isNaN(a[2] - b[2])) continue;
			final double t = a[2] / (a[2] - b[2]);
			final double px = x.getLowerBound() + dx * (a[0] + t * (b[0] - a[0])), py = y.getLowerBound() + dy *
				(a[1] + t * (b[1] - a[1]));
			if (begun) path.lineTo(px, py);
			else path.moveTo(px, py);
			begun = true;
		}
	}
}
