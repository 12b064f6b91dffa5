package sc.fiji.rewardanalysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.List;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * A grey image with its atoms as circles and a scale bar: what is seen in ImageJ, for a
 * page. Each pixel of a small image becomes a square of several, so that circles and the bar
 * are smooth; large images are shrunk to what a screen can show.
 */
public final class OverlayPicture {

	/** Magnify until this many pixels wide or high: at 300 dots an inch a column of a journal. */
	private static final int COMFORTABLE_SIZE = 1000;

	/** Beyond it there is nothing to see but squares. */
	private static final int MAX_ZOOM = 16;

	/** Average square blocks of pixels above so many wide or high. */
	private static final int LARGEST_SIZE = 4096;

	/** Fraction of pixels that are drawn pure black, and pure white. */
	private static final double SATURATED = 0.002;

	private OverlayPicture() {}

	/**
	 * @param image two-dimensional, origin (0, 0)
	 * @param atoms px, in the image's coordinates
	 * @param errors indices of atoms to mark
	 * @param pixelSize nm per px for the scale bar; NaN for none
	 */
	public static BufferedImage draw(final RandomAccessibleInterval<? extends RealType<?>> image,
		final List<Blob> atoms, final int[] errors, final double pixelSize)
	{
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final int longest = Math.max(width, height), block = (longest + LARGEST_SIZE - 1) /
			LARGEST_SIZE;
		final double zoom = block > 1 ? 1.0 / block : Math.min(MAX_ZOOM, (COMFORTABLE_SIZE + longest - 1) /
			longest);
		final int shownWidth = (int) Math.ceil(width * zoom), shownHeight = (int) Math.ceil(height *
			zoom);
		final BufferedImage picture = new BufferedImage(shownWidth, shownHeight,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.drawImage(grey(averages(image, block), (width + block - 1) / block, (height + block - 1) /
			block), 0, 0, shownWidth, shownHeight, null);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		g.setStroke(new BasicStroke(zoom > 1 ? 1.8f : 1.2f));
		final boolean[] isError = new boolean[atoms.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
		for (int i = 0; i < isError.length; i++)
			circle(g, atoms.get(i), zoom, isError[i] ? Palette.VERMILLION : Palette.SKY);
		if (pixelSize > 0) ScaleBar.draw(g, picture.getWidth(), picture.getHeight(), pixelSize / zoom);
		g.dispose();
		return picture;
	}

	private static void circle(final Graphics2D g, final Blob atom, final double zoom,
		final Color colour)
	{
		final double r = atom.sigma() * Math.sqrt(2);
		g.setColor(colour);
		// A pixel's centre is half a pixel from the corner where Java2D counts from.
		g.draw(new Ellipse2D.Double((atom.x() + 0.5 - r) * zoom, (atom.y() + 0.5 - r) * zoom, 2 * r *
			zoom, 2 * r * zoom));
	}

	/** The means of blocks of pixels, row by row; what is not finite doesn't count. */
	private static float[] averages(final RandomAccessibleInterval<? extends RealType<?>> image,
		final int block)
	{
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final int columns = (width + block - 1) / block, rows = (height + block - 1) / block;
		final float[] means = new float[columns * rows];
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		for (int row = 0; row < rows; row++) {
			final double[] sums = new double[columns];
			final int[] counts = new int[columns];
			for (int y = row * block; y < Math.min(height, (row + 1) * block); y++) {
				access.setPosition(0, 0);
				access.setPosition(y, 1);
				for (int x = 0; x < width; x++) {
					final double v = access.get().getRealDouble();
					if (Double.isFinite(v)) {
						sums[x / block] += v;
						counts[x / block]++;
					}
					access.fwd(0);
				}
			}
			for (int column = 0; column < columns; column++)
				means[row * columns + column] = (float) (sums[column] / counts[column]);
		}
		return means;
	}

	private static BufferedImage grey(final float[] pixels, final int width, final int height) {
		final float[] sorted = pixels.clone();
		// What is not a number comes last, and is drawn black.
		Arrays.sort(sorted);
		int n = sorted.length;
		while (n > 1 && Float.isNaN(sorted[n - 1]))
			n--;
		final int cut = (int) (SATURATED * (n - 1));
		final float black = sorted[cut], white = sorted[n - 1 - cut];
		final float range = white > black ? white - black : 1;
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		final byte[] levels = ((DataBufferByte) image.getRaster().getDataBuffer())
			.getData();
		for (int i = 0; i < pixels.length; i++)
			levels[i] = (byte) Math.max(0, Math.min(255, Math.round(255 * (pixels[i] - black) / range)));
		return image;
	}
}
