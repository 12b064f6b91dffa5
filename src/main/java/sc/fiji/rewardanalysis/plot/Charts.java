package sc.fiji.rewardanalysis.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/** Charts as images and files. */
public final class Charts {

	/** Dots of an image's side for each pixel of a chart's size: text is readable in print. */
	private static final double PRINT = 2;

	private Charts() {}

	/**
	 * A chart as an image.
	 *
	 * @param size px of a screen with one dot a pixel
	 * @param scale how many dots a pixel the image shall have
	 */
	public static BufferedImage image(final JFreeChart chart, final Dimension size,
		final double scale)
	{
		// Without an alpha channel, which files would carry.
		final BufferedImage image = new BufferedImage((int) Math.ceil(scale * size.width), (int) Math.ceil(
			scale * size.height), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = image.createGraphics();
		g.scale(scale, scale);
		chart.draw(g, new Rectangle(size));
		g.dispose();
		return image;
	}

	/**
	 * Writes a chart as PNG and as SVG, in place of what is there.
	 *
	 * @param name of the files, without an ending
	 * @param chart makes it, on another thread
	 * @param vectors whether there shall be an SVG
	 * @return why there is no SVG though there should be; else empty
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static String write(final Path folder, final String name,
		final Supplier<JFreeChart> chart, final Dimension size, final boolean vectors,
		final Progress progress)
	{
		Pictures.writeForPrint(folder.resolve(name + ".png"), () -> image(chart.get(), size, PRINT),
			progress);
		final Path svg = folder.resolve(name + ".svg");
		AtomicFile.delete(svg);
		return vectors ? Pictures.writeVectors(svg, () -> Svg.of(chart.get(), size), progress) : "";
	}
}
