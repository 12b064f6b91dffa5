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
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.DoubleToIntFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.DivergingColours;
import sc.fiji.rewardanalysis.core.HeatColours;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Values over an image in colours, with a scale bar and the colours' meaning beside it. */
public final class HeatPicture {

	private static final int UNKNOWN = 0x9A9A9A;

	private HeatPicture() {}

	/**
	 * @param probabilities row by row, 0 to 1; NaN where there is none, which is drawn dark
	 * @param meaning what is probable, a few words
	 * @param pixelSize nm per px for the scale bar; NaN for none
	 */
	public static BufferedImage draw(final float[] probabilities, final int width, final int height,
		final String meaning, final double pixelSize)
	{
		return draw(probabilities, width, height, meaning, pixelSize, HeatColours::rgb, HeatColours::rgb, new String[] { "0",
			"0.5", "1" });
	}

	/**
	 * Any values, from the least to the largest.
	 *
	 * @param values row by row; NaN where there is none, which is drawn grey
	 */
	public static BufferedImage drawRange(final float[] values, final int width, final int height,
		final String meaning, final double pixelSize)
	{
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (final float v : values)
			if (!Float.isNaN(v)) {
				low = Math.min(low, v);
				high = Math.max(high, v);
			}
		final float from = low <= high ? low : 0;
		return drawRange(values, width, height, meaning, pixelSize, from, high > low ? high : from + 1);
	}

	/**
	 * The same with given ends of the colours.
	 *
	 * @param from the least value
	 * @param to the largest, above it
	 */
	static BufferedImage drawRange(final float[] values, final int width, final int height,
		final String meaning, final double pixelSize, final double from, final double to)
	{
		final double span = to - from;
		return draw(values, width, height, meaning, pixelSize, v -> Double.isNaN(v) ? UNKNOWN : HeatColours
			.rgb((v - from) / span), HeatColours::rgb, new String[] { tick(from), tick(from + span / 2), tick(from + span) });
	}

	/**
	 * Values of either sign.
	 *
	 * @param values row by row; NaN where there is none, which is drawn dark grey
	 * @param largest what has the strongest colours, with either sign, above 0
	 */
	static BufferedImage drawAroundZero(final float[] values, final int width, final int height,
		final String meaning, final double pixelSize, final double largest)
	{
		return draw(values, width, height, meaning, pixelSize, v -> DivergingColours.rgb(v / largest),
			t -> DivergingColours.rgb(2 * t - 1), new String[] { tick(-largest), "0", "+" + tick(largest) });
	}

	private static String tick(final double value) {
		final BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
		return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
	}

	private static BufferedImage draw(final float[] values, final int width, final int height,
		final String meaning, final double pixelSize, final DoubleToIntFunction colours,
		final DoubleToIntFunction scale, final String[] ticks)
	{
		if (values.length != (long) width * height) throw new RewardAnalysisException(
			"An image of %d x %d px needs %d probabilities, not %d.", width, height, (long) width * height,
			values.length);
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(values, width, height);
		final GreyGround ground = new GreyGround(image);
		final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(11, Math.min(ground.height() / 36,
			28)));
		final FontMetrics metrics = Legend.metrics(font);
		final int gap = font.getSize() / 2 + 2, strip = font.getSize();
		final int text = Arrays.stream(ticks).mapToInt(metrics::stringWidth).max().getAsInt();
		final BufferedImage picture = new BufferedImage(ground.width() + 4 * gap + strip + text + metrics
			.getHeight(), ground.height(), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		ground.draw(g, colours);
		if (pixelSize > 0) ScaleBar.draw(g, ground.width(), ground.height(), pixelSize / ground.zoom());
		g.setFont(font);
		bar(g, metrics, ground.width() + gap, strip, ground.height(), gap, scale, ticks);
		label(g, metrics, meaning, ground.width() + 3 * gap + strip + text, ground.height());
		g.dispose();
		return picture;
	}

	/** The same without scale bar and colour bar, a pixel each. */
	public static BufferedImage plain(final float[] probabilities, final int width,
		final int height)
	{
		final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < probabilities.length; i++)
			if (!Float.isNaN(probabilities[i])) picture.setRGB(i % width, i / width, HeatColours.rgb(
				probabilities[i]));
		return picture;
	}

	private static void bar(final Graphics2D g, final FontMetrics metrics, final int left,
		final int strip, final int height, final int gap,
		final DoubleToIntFunction colours, final String[] ticks)
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

	/** From below to above. */
	private static void label(final Graphics2D g, final FontMetrics metrics, final String meaning,
		final int left, final int height)
	{
		final String shown = Labels.shortened(meaning, metrics, height);
		g.rotate(-Math.PI / 2);
		g.drawString(shown, -(height + metrics.stringWidth(shown)) / 2, left + metrics.getAscent());
		g.rotate(Math.PI / 2);
	}
}
