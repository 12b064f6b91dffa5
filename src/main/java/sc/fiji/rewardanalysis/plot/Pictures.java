package sc.fiji.rewardanalysis.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import sc.fiji.rewardanalysis.core.io.AtomicFile;

/** Writes pictures, whole or not at all. */
public final class Pictures {

	private Pictures() {}

	/** Writes a PNG file. */
	public static void write(final Path file, final BufferedImage picture) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			final ImageWriteParam smallest = writer.getDefaultWriteParam();
			smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			smallest.setCompressionQuality(0);
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), smallest);
		}
		catch (final IOException exc) {
			// Into memory: it can't happen.
			throw new UncheckedIOException(exc);
		}
		finally {
			writer.dispose();
		}
		AtomicFile.write(file, bytes.toByteArray());
	}
}
