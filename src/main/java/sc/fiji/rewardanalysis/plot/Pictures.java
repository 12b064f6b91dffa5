package sc.fiji.rewardanalysis.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import sc.fiji.rewardanalysis.core.io.AtomicFile;

/** Writes pictures, whole or not at all. */
public final class Pictures {

	private Pictures() {}

	/** Writes a PNG file. */
	public static void write(final Path file, final BufferedImage picture) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "png", bytes);
		}
		catch (final IOException exc) {
			// Into memory: it can't happen.
			throw new UncheckedIOException(exc);
		}
		AtomicFile.write(file, bytes.toByteArray());
	}
}
