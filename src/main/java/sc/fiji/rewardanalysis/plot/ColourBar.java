package sc.fiji.rewardanalysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.function.DoubleToIntFunction;

/** What the colours beside a picture mean. */
final class ColourBar {

	private ColourBar() {}

	/**
	 * Draws the bar with its numbers at even distances, the lowest below.
	 *
	 * @param colours of 0 to 1, 0xRRGGBB
	 */
	static void draw(final Graphics2D g, final FontMetrics metrics, final int left, final int strip,
		final int height, final int gap, final DoubleToIntFunction colours, final String... ticks)
	{
		final int top = metrics.getAscent() / 2, length = Math.max(2, height - 2 * top - 1);
		for (int y = 0; y <= length; y++) {
			g.setColor(new Color(colours.applyAsInt(1 - (double) y / length)));
			g.fillRect(left, top + y, strip, 1);
		}
		g.setColor(Palette.INK);
		g.setStroke(new BasicStroke(1.5f));
		for (int i = 0; i < ticks.length; i++) {
			final double y = top + length * (1 - i / (ticks.length - 1.0));
			g.drawString(ticks[i], left + strip + gap / 2, (float) (y + 0.36 * metrics.getAscent()));
		}
	}

	/** Its name, from below to above. */
	static void label(final Graphics2D g, final FontMetrics metrics, final String meaning,
		final int left, final int height)
	{
		final String shown = Labels.shortened(meaning, metrics, height);
		g.rotate(-Math.PI / 2);
		g.drawString(shown, -(height + metrics.stringWidth(shown)) / 2, left + metrics.getAscent());
		g.rotate(Math.PI / 2);
	}
}
