package sc.fiji.rewardanalysis.plot;

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
		return draw(probabilities, width, height, meaning, pixelSize, HeatColours::rgb, new String[] { "0",
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
		final double from = low <= high ? low : 0, span = high > low ? (double) high - low : 1;
		return draw(values, width, height, meaning, pixelSize, v -> Double.isNaN(v) ? UNKNOWN : HeatColours
			.rgb((v - from) / span), new String[] { tick(from), tick(from + span / 2), tick(from + span) });
	}

	private static String tick(final double value) {
		final BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
		return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
	}

	private static BufferedImage draw(final float[] values, final int width, final int height,
		final String meaning, final double pixelSize, final DoubleToIntFunction colours,
		final String[] ticks)
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
		ColourBar.draw(g, metrics, ground.width() + gap, strip, ground.height(), gap, HeatColours::rgb, ticks);
		ColourBar.label(g, metrics, meaning, ground.width() + 3 * gap + strip + text, ground.height());
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
}
