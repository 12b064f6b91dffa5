package sc.fiji.rewardanalysis.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.HeatColours;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Probabilities over an image in colours, with a scale bar and the colours' meaning beside it. */
public final class HeatPicture {

	private static final String[] TICKS = { "0", "0.5", "1" };

	private HeatPicture() {}

	/**
	 * @param probabilities row by row, 0 to 1; NaN where there is none, which is drawn dark
	 * @param meaning what is probable, a few words
	 * @param pixelSize nm per px for the scale bar; NaN for none
	 */
	public static BufferedImage draw(final float[] probabilities, final int width, final int height,
		final String meaning, final double pixelSize)
	{
		if (probabilities.length != (long) width * height) throw new RewardAnalysisException(
			"An image of %d x %d px needs %d probabilities, not %d.", width, height, (long) width * height,
			probabilities.length);
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(probabilities, width, height);
		final GreyGround ground = new GreyGround(image);
		final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(11, Math.min(ground.height() / 36,
			28)));
		final FontMetrics metrics = Legend.metrics(font);
		final int gap = font.getSize() / 2 + 2, strip = font.getSize(), text = metrics.stringWidth("0.5");
		final BufferedImage picture = new BufferedImage(ground.width() + 4 * gap + strip + text + metrics
			.getHeight(), ground.height(), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		ground.draw(g, HeatColours::rgb);
		if (pixelSize > 0) ScaleBar.draw(g, ground.width(), ground.height(), pixelSize / ground.zoom());
		g.setFont(font);
		ColourBar.draw(g, metrics, ground.width() + gap, strip, ground.height(), gap, HeatColours::rgb, TICKS);
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
