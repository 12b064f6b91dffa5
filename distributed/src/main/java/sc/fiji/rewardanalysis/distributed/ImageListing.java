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
import java.util.List;
import java.util.TreeSet;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/**
 * Which images there are.
 *
 * @param inputs files, folders or patterns of these, of any file system that Hadoop reads
 * @param pattern of the names of files in folders, such as {@code *.tif}
 * @param recursive whether folders in folders are looked at, too
 */
record ImageListing(List<String> inputs, String pattern, boolean recursive) {

	/** What ImageJ opens by itself. */
	static final String PATTERN = "*.{tif,tiff,TIF,TIFF,png,PNG,jpg,jpeg,gif,bmp,pgm,fits,dcm}";

	/**
	 * Lists them.
	 *
	 * @return each once, by path
	 * @throws RewardAnalysisException if an input isn't there, or there is no image
	 */
	List<ListedImage> list(final Configuration configuration) {
		final TreeSet<ListedImage> images = new TreeSet<>();
		for (final String input : inputs)
			try {
				add(images, new Path(input), configuration);
			}
			catch (final IOException | IllegalArgumentException exc) {
				throw new RewardAnalysisException(exc, "%s can't be listed (%s); check its name.", input,
					exc instanceof final IOException io ? AtomicFile.reason(io) : exc.getMessage());
			}
		if (images.isEmpty()) throw new RewardAnalysisException(
			"There is no image %s in %s; give another --input or --pattern, or --recursive.", pattern, String
				.join(", ", inputs));
		return List.copyOf(images);
	}

	private void add(final TreeSet<ListedImage> images, final Path input,
		final Configuration configuration) throws IOException
	{
		final FileSystem files = input.getFileSystem(configuration);
		final FileStatus[] found = files.globStatus(input);
		if (found == null || found.length == 0) throw new RewardAnalysisException(
			"There is nothing at %s; check its name.", input);
		final GlobFilter named = new GlobFilter(pattern);
		for (final FileStatus status : found) {
			if (status.isFile()) images.add(image(status));
			else for (final RemoteIterator<LocatedFileStatus> all = files.listFiles(status.getPath(),
				recursive); all.hasNext();)
			{
				final LocatedFileStatus file = all.next();
				if (named.accept(file.getPath()) && !isHidden(file.getPath(), status.getPath())) images.add(
					image(file));
			}
		}
	}

	private static ListedImage image(final FileStatus status) {
		return new ListedImage(status.getPath().toString(), status.getLen(), status
			.getModificationTime());
	}

	/** Below {@code folder}, names that begin with a dot or an underscore are no data. */
	private static boolean isHidden(final Path file, final Path folder) {
		for (Path p = file; p != null && !p.equals(folder); p = p.getParent())
			if (p.getName().startsWith(".") || p.getName().startsWith("_")) return true;
		return false;
	}
}
