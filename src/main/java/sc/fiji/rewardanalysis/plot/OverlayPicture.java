package sc.fiji.rewardanalysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * A grey image with its atoms as circles and a scale bar: what is seen in ImageJ,
 * for a file. Small images are enlarged so that circles are smooth.
 */
public final class OverlayPicture {

	/** Enlarge until this many pixels wide or high, at most 4 times. */
	private static final int COMFORTABLE_SIZE = 1000, MAX_ZOOM = 4;

	/** Fraction of pixels that are drawn pure black, and pure white. */
	private static final double SATURATED = 0.002;

	private OverlayPicture() {}

	/**
	 * @param pixels row by row
	 * @param atoms px, in the coordinates of {@code pixels}
	 * @param errors indices of atoms to mark
	 * @param pixelSize nm per px for the scale bar; NaN for none
	 */
	public static BufferedImage draw(final float[] pixels, final int width, final int height,
		final List<Blob> atoms, final int[] errors, final double pixelSize)
	{
		final int zoom = Math.max(1, Math.min(MAX_ZOOM, COMFORTABLE_SIZE / Math.max(width, height)));
		final BufferedImage picture = new BufferedImage(width * zoom, height * zoom,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.drawImage(grey(pixels, width, height), 0, 0, width * zoom, height * zoom, null);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		g.setStroke(new BasicStroke(zoom > 1 ? 1.8f : 1.2f));
		final boolean[] isError = new boolean[atoms.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
		for (int i = 0; i < isError.length; i++)
			circle(g, atoms.get(i), zoom, isError[i] ? Palette.VERMILLION : Palette.SKY);
		if (pixelSize > 0) scaleBar(g, picture.getWidth(), picture.getHeight(), pixelSize / zoom);
		g.dispose();
		return picture;
	}

	private static void circle(final Graphics2D g, final Blob atom, final int zoom,
		final Color colour)
	{
		final double r = atom.sigma() * Math.sqrt(2);
		g.setColor(colour);
		// A pixel's centre is half a pixel from the corner where Java2D counts from.
		g.draw(new Ellipse2D.Double((atom.x() + 0.5 - r) * zoom, (atom.y() + 0.5 - r) * zoom, 2 * r *
			zoom, 2 * r * zoom));
	}

	private static void scaleBar(final Graphics2D g, final int width, final int height,
		final double nmPerPixel)
	{
		final double length = roundLength(0.2 * width * nmPerPixel);
		final int bar = (int) Math.round(length / nmPerPixel), margin = Math.max(6, width / 50);
		final int thick = Math.max(3, height / 120);
		final String label = (length == Math.rint(length) ? Long.toString((long) length) : Double
			.toString(length)) + " nm";
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.max(11, height / 36)));
		final int textHeight = g.getFontMetrics().getAscent(), textWidth = g.getFontMetrics()
			.stringWidth(label);
		final int boxWidth = Math.max(bar, textWidth) + 2 * margin;
		final int boxHeight = textHeight + thick + 2 * margin;
		g.setColor(new Color(0, 0, 0, 170));
		g.fillRect(margin, height - margin - boxHeight, boxWidth, boxHeight);
		g.setColor(Color.WHITE);
		g.fillRect(margin + (boxWidth - bar) / 2, height - 2 * margin - thick, bar, thick);
		g.drawString(label, margin + (boxWidth - textWidth) / 2, height - 2 * margin - thick - margin /
			2);
	}

	/** The largest of 1, 2, 5 times a power of ten that is not above {@code nm}. */
	static double roundLength(final double nm) {
		final double decade = Math.pow(10, Math.floor(Math.log10(nm)));
		final double digit = nm / decade;
		final double rounded = digit >= 5 ? 5 : digit >= 2 ? 2 : 1;
		// 0.1 × 2 as the user writes it, not 0.2000…1.
		return decade < 1 ? rounded / Math.rint(1 / decade) : rounded * decade;
	}

	private static BufferedImage grey(final float[] pixels, final int width, final int height) {
		final float[] sorted = pixels.clone();
		Arrays.sort(sorted);
		final int cut = (int) (SATURATED * (sorted.length - 1));
		final float black = sorted[cut], white = sorted[sorted.length - 1 - cut];
		final float range = white > black ? white - black : 1;
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		final byte[] levels = ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer())
			.getData();
		for (int i = 0; i < pixels.length; i++)
			levels[i] = (byte) Math.max(0, Math.min(255, Math.round(255 * (pixels[i] - black) / range)));
		return image;
	}
}
