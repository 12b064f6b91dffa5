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
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** What the colours of a picture mean, in rows below it. */
final class Legend {

	/** How much of what is below a filled mark lets through, of 255. */
	static final int VEIL = 80;

	/** What a mark looks like. */
	enum Mark {
			DISC, SQUARE, CROSS, ARROW, DIAMOND, TRIANGLE
	}

	/** Of one colour: what it means and how it is drawn. */
	record Entry(String text, Color colour, Mark mark) {

		/** A disc, or a square for an area. */
		Entry(final String text, final Color colour, final boolean area) {
			this(text, colour, area ? Mark.SQUARE : Mark.DISC);
		}
	}

	private final int width, size, gap;
	private final Font font;
	private final List<List<Entry>> rows = new ArrayList<>();
	private final FontMetrics metrics;

	/** @param width of the picture, px */
	Legend(final List<Entry> entries, final int width) {
		this.width = width;
		size = Math.max(11, Math.min(width / 36, 28));
		gap = Math.max(4, size / 2);
		font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
		metrics = metrics(font);
		for (final Entry entry : entries) {
			if (rows.isEmpty() || width(rows.get(rows.size() - 1)) + width(entry) > width - 2 * gap) rows.add(
				new ArrayList<>());
			rows.get(rows.size() - 1).add(entry);
		}
	}

	static FontMetrics metrics(final Font font) {
		final Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
		try {
			GreyGround.smooth(g);
			return g.getFontMetrics(font);
		}
		finally {
			g.dispose();
		}
	}

	private int width(final List<Entry> row) {
		return row.stream().mapToInt(this::width).sum();
	}

	/** With its mark before and the gap behind it. */
	private int width(final Entry entry) {
		return size + gap + metrics.stringWidth(text(entry)) + 2 * gap;
	}

	private String text(final Entry entry) {
		return Labels.shortened(entry.text, metrics, Math.max(1, width - size - 5.0 * gap));
	}

	/** Of all rows, px; 0 if there are no entries. */
	int height() {
		return rows.isEmpty() ? 0 : rows.size() * rowHeight() + gap;
	}

	private int rowHeight() {
		return metrics.getHeight() + gap / 2;
	}

	/** Draws it on white below {@code top}. */
	void draw(final Graphics2D g, final int top) {
		g.setColor(Color.WHITE);
		g.fillRect(0, top, width, height());
		g.setFont(font);
		for (int row = 0; row < rows.size(); row++) {
			int x = gap;
			final int y = top + gap / 2 + row * rowHeight();
			for (final Entry entry : rows.get(row)) {
				mark(g, entry, x, y + (rowHeight() - size) / 2.0);
				g.setColor(Palette.INK);
				g.drawString(text(entry), x + size + gap, y + gap / 4 + metrics.getAscent());
				x += width(entry);
			}
		}
	}

	private void mark(final Graphics2D g, final Entry entry, final double x, final double y) {
		final double line = Math.max(1.5, size / 9.0), side = size - line;
		final Shape shape = shape(entry.mark, x + line / 2, y + line / 2, side);
		g.setColor(veiled(entry.colour));
		if (entry.mark != Mark.CROSS && entry.mark != Mark.ARROW) g.fill(shape);
		g.setColor(entry.colour);
		g.setStroke(new BasicStroke((float) line));
		g.draw(shape);
	}

	private static Shape shape(final Mark mark, final double x, final double y, final double side) {
		return switch (mark) {
			case DISC -> new Ellipse2D.Double(x, y, side, side);
			case SQUARE -> new Rectangle2D.Double(x, y, side, side);
			case CROSS -> cross(x, y, side);
			case ARROW -> lines(x, y, side, 0, 0.5, 1, 0.5, 0.6, 0.25, 1, 0.5, 0.6, 0.75);
			case DIAMOND -> lines(x, y, side, 0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5, 0.5, 0);
			case TRIANGLE -> lines(x, y, side, 0.5, 0, 1, 0.9, 0, 0.9, 0.5, 0);
		};
	}

	private static Path2D lines(final double x, final double y, final double side,
		final double... corners)
	{
		final Path2D path = new Path2D.Double();
		path.moveTo(x + side * corners[0], y + side * corners[1]);
		for (int i = 2; i < corners.length; i += 2)
			path.lineTo(x + side * corners[i], y + side * corners[i + 1]);
		return path;
	}

	/** Two diagonals of a square. */
	static Path2D cross(final double x, final double y, final double side) {
		final Path2D cross = new Path2D.Double();
		cross.moveTo(x, y);
		cross.lineTo(x + side, y + side);
		cross.moveTo(x, y + side);
		cross.lineTo(x + side, y);
		return cross;
	}

	/** A colour that lets most of what is below through. */
	static Color veiled(final Color colour) {
		return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), VEIL);
	}
}
