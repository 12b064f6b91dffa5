/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

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
