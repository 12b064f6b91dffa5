package sc.fiji.rewardanalysis.distributed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.AtomicFile;

/** Images from where Hadoop finds them. */
final class ImageReader {

	private ImageReader() {}

	/**
	 * Opens an image as ImageJ does: a TIFF in memory, others by way of a file of the same name.
	 *
	 * @param folder for that file, which is deleted again
	 * @throws RewardAnalysisException if it can't be read, or ImageJ knows no such image
	 */
	static ImagePlus read(final ImageFile file, final Configuration configuration,
		final Path folder)
	{
		final byte[] bytes = bytes(file.path(), configuration);
		final String name = file.name();
		final ImagePlus image = isTiff(bytes) ? new Opener().openTiff(new ByteArrayInputStream(bytes),
			name) : open(bytes, folder.resolve(name));
		if (image == null || image.getProcessor() == null) throw new RewardAnalysisException(
			"%s is no image that ImageJ opens.", name);
		image.setTitle(name);
		return image;
	}

	private static boolean isTiff(final byte[] bytes) {
		return bytes.length > 8 && (bytes[0] == 'I' && bytes[1] == 'I' && bytes[2] == 42 ||
			bytes[0] == 'M' && bytes[1] == 'M' && bytes[3] == 42);
	}

	private static ImagePlus open(final byte[] bytes, final Path file) {
		// ImageJ goes by the ending first, and says of what it doesn't know that it is text.
		if (bytes.length == 0 || file.toString().toLowerCase(Locale.ROOT).endsWith(".txt")) return null;
		try {
			Files.write(file, bytes);
			return IJ.openImage(file.toString());
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be written (%s); give executors more disk.",
				file, AtomicFile.reason(exc));
		}
		finally {
			AtomicFile.delete(file);
		}
	}

	/** All of a file. */
	static byte[] bytes(final String path, final Configuration configuration) {
		final org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(path);
		try (FSDataInputStream in = FileSystem.get(file.toUri(), configuration).open(file)) {
			return in.readAllBytes();
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s).", path, AtomicFile.reason(exc));
		}
	}
}
