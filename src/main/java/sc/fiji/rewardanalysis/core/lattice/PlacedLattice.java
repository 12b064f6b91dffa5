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

package sc.fiji.rewardanalysis.core.lattice;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * An endless lattice at a place of the image plane: rotated, moved and scaled.
 * <p>
 * The column of site s in cell (i, j) lies at offset + scale · R(θ) · ((i + u) a +
 * (j + v) b). Because y grows downwards, a positive θ turns clockwise on the
 * screen. Walking a rectangle costs one step per lattice row plus one per column;
 * counting costs one step per row only. Immutable.
 */
public final class PlacedLattice {

	/** Below this share of a lattice step, a row counts as parallel to an edge. */
	private static final double PARALLEL = 1e-9;

	private final double[] u, v;
	private final double ax, ay, bx, by;
	private final double originX, originY;

	/**
	 * @param rotationDeg θ, degrees
	 * @param offsetX where the corner of cell (0, 0) lies, in the placement's unit
	 * @param offsetY likewise
	 * @param unitsPerNm 1 for a plane in nm, 1 / pixel size for one in px
	 */
	PlacedLattice(final Lattice lattice, final double rotationDeg, final double offsetX,
		final double offsetY, final double unitsPerNm)
	{
		Checks.finite("rotation", rotationDeg);
		originX = Checks.finite("offset x", offsetX);
		originY = Checks.finite("offset y", offsetY);
		Checks.positive("scale", unitsPerNm);
		final double c = unitsPerNm * Math.cos(Math.toRadians(rotationDeg));
		final double s = unitsPerNm * Math.sin(Math.toRadians(rotationDeg));
		final double[] a = lattice.vectorA(), b = lattice.vectorB();
		ax = c * a[0] - s * a[1];
		ay = s * a[0] + c * a[1];
		bx = c * b[0] - s * b[1];
		by = s * b[0] + c * b[1];
		u = lattice.sites().stream().mapToDouble(Site::u).toArray();
		v = lattice.sites().stream().mapToDouble(Site::v).toArray();
	}

	/**
	 * Visits every column of [minX, maxX) × [minY, maxY), row of cells by row of
	 * cells, always in the same order.
	 */
	public void forEachColumn(final double minX, final double minY, final double maxX,
		final double maxY, final ColumnVisitor visitor)
	{
		walk(minX, minY, maxX, maxY, visitor);
	}

	/** How many columns [minX, maxX) × [minY, maxY) holds. */
	public long count(final double minX, final double minY, final double maxX,
		final double maxY)
	{
		return walk(minX, minY, maxX, maxY, null);
	}

	private long walk(final double minX, final double minY, final double maxX,
		final double maxY, final ColumnVisitor visitor)
	{
		if (!(maxX > minX && maxY > minY)) return 0;
		// The cell rows which reach the rectangle: v of its four corners.
		final double[] corners = { row(minX, minY), row(maxX, minY), row(minX, maxY), row(maxX,
			maxY) };
		double lowest = corners[0], highest = corners[0];
		for (final double corner : corners) {
			lowest = Math.min(lowest, corner);
			highest = Math.max(highest, corner);
		}
		final int firstJ = (int) Math.floor(lowest) - 1, lastJ = (int) Math.ceil(highest);
		final double[] span = new double[2];
		long n = 0;
		for (int j = firstJ; j <= lastJ; j++) {
			for (int site = 0; site < u.length; site++) {
				final double x0 = originX + u[site] * ax + (j + v[site]) * bx;
				final double y0 = originY + u[site] * ay + (j + v[site]) * by;
				span[0] = Double.NEGATIVE_INFINITY;
				span[1] = Double.POSITIVE_INFINITY;
				if (!clip(x0, ax, ay, minX, maxX, span) || !clip(y0, ay, ax, minY, maxY, span))
					continue;
				final int first = (int) Math.ceil(span[0]), end = (int) Math.ceil(span[1]);
				if (end <= first) continue;
				n += end - first;
				if (visitor == null) continue;
				for (int i = first; i < end; i++)
					visitor.column(site, i, j, x0 + i * ax, y0 + i * ay);
			}
		}
		return n;
	}

	/** The coordinate along b, in cells, of a point of the plane. */
	private double row(final double x, final double y) {
		return (ax * (y - originY) - ay * (x - originX)) / (ax * by - ay * bx);
	}

	/**
	 * Narrows the span of i for which min ≤ start + i · step &lt; max.
	 *
	 * @param across the step's other component, which tells what is negligible
	 * @return whether anything is left
	 */
	private static boolean clip(final double start, final double step, final double across,
		final double min, final double max, final double[] span)
	{
		if (Math.abs(step) <= PARALLEL * Math.abs(across)) return start >= min && start < max;
		final double t0 = (min - start) / step, t1 = (max - start) / step;
		span[0] = Math.max(span[0], Math.min(t0, t1));
		span[1] = Math.min(span[1], Math.max(t0, t1));
		return span[0] < span[1];
	}
}
