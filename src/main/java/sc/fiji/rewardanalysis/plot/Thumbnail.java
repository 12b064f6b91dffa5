package sc.fiji.rewardanalysis.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.AtomicFile;

/**
 * The small picture of an analysis: that of its pictures which tells most, so small that a thousand of
 * them fit into a page.
 */
public final class Thumbnail {

	/** The name of its file, in the analysis's folder. */
	public static final String NAME = "thumbnail.png";

	/** Its longer side, px. */
	public static final int SIZE = 240;

	/** An analysis's picture; the first one that is there. */
	private static final List<String> PICTURES = List.of("overlay.png", "phases.png", "comparison.png",
		"strain.png", "spectrum.png", "noise_f1.png", "overlay_0001.png");

	/** While it is read, a picture is so many times as large: what is averaged then looks smooth. */
	private static final int FINER = 2;

	private Thumbnail() {}

	/** The picture of an analysis; empty if it has none. */
	public static Optional<Path> picture(final Path folder) {
		return PICTURES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
	}

	/**
	 * Writes an analysis's small picture, unless there is one that is newer than what it shows.
	 *
	 * @param folder of the analysis
	 * @return the small picture; empty if the analysis has no picture
	 * @throws RewardAnalysisException if its picture can't be read
	 */
	public static Optional<Path> write(final Path folder) {
		final Path file = folder.resolve(NAME);
		final Optional<Path> picture = picture(folder);
		if (picture.isEmpty()) {
			AtomicFile.delete(file);
			return Optional.empty();
		}
		if (!isNewer(file, picture.get())) Pictures.write(file, read(picture.get(), SIZE));
		return Optional.of(file);
	}

	private static boolean isNewer(final Path file, final Path than) {
		try {
			return Files.isRegularFile(file) && Files.getLastModifiedTime(file).compareTo(Files
				.getLastModifiedTime(than)) >= 0;
		}
		catch (final IOException exc) {
			// Then it is drawn, which says what is wrong.
			return false;
		}
	}

	/**
	 * Reads a picture no larger than is needed, and without ever having more of it in memory than some times
	 * that.
	 *
	 * @param size its longer side, px; a smaller picture stays as it is
	 */
	public static BufferedImage read(final Path file, final int size) {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			final Iterator<ImageReader> readers = in == null ? List.<ImageReader> of().iterator() : ImageIO
				.getImageReaders(in);
			if (!readers.hasNext()) throw new IOException("it is no picture");
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				final int longer = Math.max(reader.getWidth(0), reader.getHeight(0)), step = Math.max(1, longer /
					(FINER * size));
				final ImageReadParam param = reader.getDefaultReadParam();
				param.setSourceSubsampling(step, step, step / 2, step / 2);
				return shrunk(reader.read(0, param), size);
			}
			finally {
				reader.dispose();
			}
		}
		catch (final IOException | RuntimeException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); analyse the image again.", file, exc
				.getMessage());
		}
	}

	/** By halves, so that each pixel counts. */
	private static BufferedImage shrunk(final BufferedImage picture, final int size) {
		BufferedImage now = drawn(picture, picture.getWidth(), picture.getHeight());
		while (Math.max(now.getWidth(), now.getHeight()) > size) {
			final double factor = Math.max(0.5, (double) size / Math.max(now.getWidth(), now.getHeight()));
			now = drawn(now, Math.max(1, (int) Math.round(factor * now.getWidth())), Math.max(1, (int) Math
				.round(factor * now.getHeight())));
		}
		return now;
	}

	/** What is transparent becomes white. */
	private static BufferedImage drawn(final BufferedImage picture, final int width, final int height) {
		final BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = drawn.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		g.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
		g.dispose();
		return drawn;
	}
}
