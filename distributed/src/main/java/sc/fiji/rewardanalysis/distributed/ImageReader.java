package sc.fiji.rewardanalysis.distributed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.imagej.ImageFiles;

/** Images from where Hadoop finds them. */
final class ImageReader {

	private ImageReader() {}

	/**
	 * Opens an image as a single machine does, from a copy with the same name: ImageJ goes by it.
	 *
	 * @param folder for the copy, which is deleted again
	 * @throws RewardAnalysisException if it can't be read, is cut short, or ImageJ knows no such
	 *           image
	 */
	static ImagePlus read(final ListedImage image, final Configuration configuration,
		final Path folder)
	{
		final Path copy = folder.resolve(image.name());
		try {
			copy(image.path(), copy, configuration);
			return ImageFiles.open(copy, new TaskProgress());
		}
		finally {
			AtomicFile.delete(copy);
		}
	}

	/** Copies a file to this machine. */
	static void copy(final String path, final Path to, final Configuration configuration) {
		try (FSDataInputStream in = StoredImage.open(path, configuration)) {
			Files.copy(in, to);
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be copied to %s (%s); check that it is there, " +
				"and give executors more disk.", path, to, AtomicFile.reason(exc));
		}
	}
}
