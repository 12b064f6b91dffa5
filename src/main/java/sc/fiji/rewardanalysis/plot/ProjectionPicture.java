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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.lattice.AtomColumn;
import sc.fiji.rewardanalysis.core.lattice.CrystalProjection;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/** Some cells of a projected crystal. */
public final class ProjectionPicture {

	private static final int SIDE = 640;

	/** Of the longer diagonal of the cell, how many there are on a side. */
	private static final double CELLS = 2;

	/** Radii in shares of the distance between neighbours. */
	private static final double LARGEST = 0.36, SMALLEST = 0.16;

	/** Entries of the legend. */
	private static final int MOST = 10;

	private ProjectionPicture() {}

	/**
	 * Columns as discs, the brighter the larger, in a colour for each species; those that are left
	 * out as small grey circles. The line is the outline of a cell, a its first vector, b its
	 * second one.
	 */
	public static BufferedImage of(final CrystalProjection projection, final List<AtomColumn> shown) {
		final Lattice lattice = projection.lattice(shown);
		final double[] a = lattice.vectorA(), b = lattice.vectorB();
		final double span = CELLS * Math.max(Math.hypot(a[0] + b[0], b[1]), Math.hypot(a[0] - b[0], b[1]));
		final double scale = SIDE / span;
		final List<String> species = shown.stream().map(AtomColumn::species).distinct().toList();
		final Legend legend = new Legend(entries(species, shown.size() < projection.columns().size()), SIDE);
		final BufferedImage picture = new BufferedImage(SIDE, SIDE + legend.height(), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(new Color(0x101010));
		g.fillRect(0, 0, SIDE, SIDE);
		GreyGround.smooth(g);
		final double x0 = SIDE / 2.0 - scale * (a[0] + b[0]) / 2, y0 = SIDE / 2.0 - scale * b[1] / 2;
		final double next = Math.min(lattice.nearestDistance(), Math.min(lattice.a(), lattice.b())) * scale;
		for (int n = projection.columns().size() - 1; n >= 0; n--) {
			final AtomColumn column = projection.columns().get(n);
			final boolean taken = shown.contains(column);
			final double r = taken ? next * (SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(projection.brightness(column)))
				: Math.min(5, next * SMALLEST);
			g.setColor(taken ? new Color(ClassColours.rgb(species.indexOf(column.species()))) : Palette.GREY);
			final int lastJ = last(y0, column.v(), scale * b[1], r);
			for (int j = first(y0, column.v(), scale * b[1], r); j <= lastJ; j++) {
				final double v = column.v() + j, left = x0 + scale * v * b[0], y = y0 + scale * v * b[1];
				final int lastI = last(left, column.u(), scale * a[0], r);
				for (int i = first(left, column.u(), scale * a[0], r); i <= lastI; i++) {
					final double x = left + scale * (column.u() + i) * a[0];
					final Ellipse2D disc = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
					if (taken) g.fill(disc);
					else g.draw(disc);
				}
			}
		}
		outline(g, x0, y0, scale, a, b);
		g.setClip(null);
		ScaleBar.draw(g, SIDE, SIDE, 1 / scale);
		legend.draw(g, SIDE);
		g.dispose();
		return picture;
	}

	/** The first cell along an axis whose disc is seen. */
	private static int first(final double origin, final double fraction, final double step, final double r) {
		return (int) Math.ceil((-r - origin) / step - fraction);
	}

	private static int last(final double origin, final double fraction, final double step, final double r) {
		return (int) Math.floor((SIDE + r - origin) / step - fraction);
	}

	private static List<Legend.Entry> entries(final List<String> species, final boolean some) {
		final List<Legend.Entry> entries = new ArrayList<>();
		for (int i = 0; i < Math.min(MOST, species.size()); i++)
			entries.add(new Legend.Entry(species.get(i), new Color(ClassColours.rgb(i)), false));
		if (species.size() > MOST) entries.add(new Legend.Entry("and others", Palette.INK, false));
		if (some) entries.add(new Legend.Entry("left out", Palette.GREY, false));
		return entries;
	}

	private static void outline(final Graphics2D g, final double x0, final double y0, final double scale,
		final double[] a, final double[] b)
	{
		final Path2D cell = new Path2D.Double();
		cell.moveTo(x0, y0);
		cell.lineTo(x0 + scale * a[0], y0);
		cell.lineTo(x0 + scale * (a[0] + b[0]), y0 + scale * b[1]);
		cell.lineTo(x0 + scale * b[0], y0 + scale * b[1]);
		cell.closePath();
		g.setStroke(new BasicStroke(4f));
		g.setColor(Color.BLACK);
		g.draw(cell);
		g.setStroke(new BasicStroke(2f));
		g.setColor(Color.WHITE);
		g.draw(cell);
		ScaleBar.label(g, "a", 22, x0 + scale * a[0] / 2, y0 - 16, Color.WHITE);
		ScaleBar.label(g, "b", 22, x0 + scale * b[0] / 2 - 16, y0 + scale * b[1] / 2, Color.WHITE);
	}
}
