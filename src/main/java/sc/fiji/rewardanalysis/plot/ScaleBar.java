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
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** A bar of a round length with its label: white with a black rim, seen on any ground. */
final class ScaleBar {

	/** The bar's length is at most this part of the picture's width. */
	private static final double PART = 0.3;

	/** Smallest picture, px, that has room for a label. */
	private static final int SMALLEST = 48;

	/** From the largest: a bar has the largest unit of which it is at least one. */
	private enum Unit {
			MICROMETRE("µm", 1e-3), NANOMETRE("nm", 1), ANGSTROM("Å", 10), PICOMETRE("pm", 1e3);

		private final String symbol;
		private final double perNanometre;

		Unit(final String symbol, final double perNanometre) {
			this.symbol = symbol;
			this.perNanometre = perNanometre;
		}
	}

	private ScaleBar() {}

	/** A label with a black rim around a point. */
	static void label(final Graphics2D g, final String label, final int size, final double x,
		final double y, final Color colour)
	{
		final Shape text = text(g, label, size, x, y + 0.36 * size);
		g.setStroke(new BasicStroke(Math.max(2, size / 8f), BasicStroke.CAP_ROUND,
			BasicStroke.JOIN_ROUND));
		g.setColor(Color.BLACK);
		g.draw(text);
		g.setColor(colour);
		g.fill(text);
	}

	/** Draws it into the lower left corner, unless the picture is too small for one. */
	static void draw(final Graphics2D g, final int width, final int height,
		final double nmPerPixel)
	{
		if (Math.min(width, height) < SMALLEST) return;
		final int side = Math.min(width, height), margin = Math.max(6, side / 30);
		final double length = roundLength(PART * width * nmPerPixel);
		final int bar = (int) Math.round(length / nmPerPixel), thick = Math.max(3, side / 100);
		final int top = height - margin - thick;
		final Shape text = text(g, label(length), Math.max(11, side / 24), margin + bar / 2.0, top - Math.max(
			4, thick / 2.0));
		final float rim = Math.max(2, thick / 3f);
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke(rim, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		g.draw(text);
		// Whole pixels, or the bar's ends would be grey and its length anybody's guess.
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
		final int around = Math.max(1, Math.round(rim / 2));
		g.fillRect(margin - around, top - around, bar + 2 * around, thick + 2 * around);
		g.setColor(Color.WHITE);
		g.fillRect(margin, top, bar, thick);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.fill(text);
	}

	/**
	 * Lines at the foot of a picture with a label above, in a colour with a black rim.
	 *
	 * @param x middle of the label
	 * @param width of the lines
	 */
	static void labelled(final Graphics2D g, final Shape lines, final String label, final double x,
		final GreyGround ground, final float width, final Color colour)
	{
		final int side = Math.min(ground.width(), ground.height());
		if (side < SMALLEST) return;
		final int size = Math.max(11, side / 24);
		final Rectangle2D box = lines.getBounds2D();
		final Shape text = text(g, label, size, Math.min(x, ground.width() - 0.3 * size * label.length()), box
			.getMinY() - Math.max(4, size / 3.0));
		final Stroke stroke = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke(2 * width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		g.draw(lines);
		g.setStroke(stroke);
		g.draw(text);
		g.setColor(colour);
		g.draw(lines);
		g.fill(text);
	}

	/** Centred at {@code x}, but not beyond the left edge of the bar's margin; its foot at {@code y}. */
	private static Shape text(final Graphics2D g, final String label, final int size,
		final double x, final double y)
	{
		final Font font = new Font(Font.SANS_SERIF, Font.BOLD, size);
		final Shape outline = font.createGlyphVector(g.getFontRenderContext(), label).getOutline();
		final Rectangle2D box = outline.getBounds2D();
		final double left = Math.max(3, x - box.getWidth() / 2);
		return AffineTransform.getTranslateInstance(left - box.getMinX(), y - box.getMaxY())
			.createTransformedShape(outline);
	}

	/** A round length with its unit: 2 nm, 5 Å, 1 µm. */
	static String label(final double nm) {
		Unit unit = Unit.PICOMETRE;
		for (final Unit u : Unit.values())
			// A thousandth is lost in 0.1 · 10.
			if (nm * u.perNanometre > 0.999) {
				unit = u;
				break;
			}
		final double value = nm * unit.perNanometre;
		return (value > 0.999 ? Long.toString(Math.round(value)) : Double.toString(value)) + " " +
			unit.symbol;
	}

	/** The largest of 1, 2, 5 times a power of ten that is not above {@code nm}. */
	static double roundLength(final double nm) {
		final double decade = Math.pow(10, Math.floor(Math.log10(nm)));
		final double digit = nm / decade;
		final double rounded = digit >= 5 ? 5 : digit >= 2 ? 2 : 1;
		// 0.1 × 2 as the user writes it, not 0.2000…1.
		return decade < 1 ? rounded / Math.rint(1 / decade) : rounded * decade;
	}
}
