package sc.fiji.rewardanalysis.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.io.AtomicFile;

/** Writes pictures, whole or not at all. */
public final class Pictures {

	private Pictures() {}

	/** Writes a PNG file. */
	public static void write(final Path file, final BufferedImage picture) {
		AtomicFile.write(file, png(picture));
	}

	/**
	 * Draws and writes a PNG file, in place of what is there under its name. Drawing can't hear of
	 * a cancel, so nobody waits for it then.
	 *
	 * @param drawing draws it, on another thread
	 * @throws java.util.concurrent.CancellationException if cancelled; there is no file then
	 */
	public static void write(final Path file, final Supplier<BufferedImage> drawing,
		final Progress progress)
	{
		AtomicFile.delete(file);
		AtomicFile.write(file, Waiting.unlessCancelled(() -> png(drawing.get()), progress));
	}

	private static byte[] png(final BufferedImage picture) {
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
		return bytes.toByteArray();
	}
}
