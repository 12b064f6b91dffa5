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

package sc.fiji.rewardanalysis.core.workflow.many;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Listed;

/**
 * Looks for the images of a folder. Hidden files and folders, which begin with a dot, are left
 * out, as are the output folder, pipes and devices. Links are followed, but no circle of them; one
 * that leads nowhere is an image that can't be read.
 *
 * @param input the folder of images
 * @param patterns which files are meant
 * @param recursive whether folders in it are looked into
 * @param output where results go
 */
public record FolderScan(Path input, FilePatterns patterns, boolean recursive, Path output) {

	/**
	 * @throws RewardAnalysisException if there is no such folder, or both are the same
	 */
	public FolderScan {
		Checks.given("pattern", patterns);
		if (!Files.isDirectory(Checks.given("input_folder", input))) throw new RewardAnalysisException(
			"input_folder is \"%s\", which is no folder; choose that of the images.", input);
		if (real(input).equals(real(Checks.given("output_folder", output))))
			throw new RewardAnalysisException(
				"input_folder and output_folder are both %s; choose another one for the results, such as %s.",
				input, input.resolve("results"));
	}

	/**
	 * The images, in {@link NaturalOrder}.
	 *
	 * @param known folders by image that were given before, and are kept
	 * @throws RewardAnalysisException if the folder can't be listed
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public List<ImageFile> images(final Map<String, String> known, final Progress progress) {
		final List<String> images = listing(progress).stream().map(Listed::path).toList();
		final FolderNames names = new FolderNames(known, images);
		return images.stream().map(image -> new ImageFile(image, input.resolve(image), names.of(image)))
			.toList();
	}

	/**
	 * The images as they are now, in {@link NaturalOrder}.
	 *
	 * @throws RewardAnalysisException if the folder can't be listed
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public List<Listed> listing(final Progress progress) {
		final List<Listed> files = new ArrayList<>();
		final Path results = real(output);
		try {
			// A circle of links is a visit that failed.
			Files.walkFileTree(input, EnumSet.of(FileVisitOption.FOLLOW_LINKS), recursive
				? Integer.MAX_VALUE : 1, new SimpleFileVisitor<>() {

					@Override
					public FileVisitResult preVisitDirectory(final Path folder,
						final BasicFileAttributes attributes)
					{
						progress.checkCanceled();
						if (folder.equals(input)) return FileVisitResult.CONTINUE;
						return isHidden(folder) || real(folder).equals(results) ? FileVisitResult.SKIP_SUBTREE
							: FileVisitResult.CONTINUE;
					}

					@Override
					public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
						final String path = path(file);
						// Of a link that leads nowhere somebody should hear; a pipe or a device has no end.
						final boolean isFile = attributes.isRegularFile() || attributes.isSymbolicLink();
						if (isFile && !isHidden(file) && patterns.matches(path)) files.add(new Listed(path, attributes
							.size(), attributes.lastModifiedTime().toMillis()));
						return FileVisitResult.CONTINUE;
					}

					@Override
					public FileVisitResult visitFileFailed(final Path file, final IOException exc)
						throws IOException
					{
						if (file.equals(input)) throw exc;
						return FileVisitResult.CONTINUE;
					}
				});
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be listed; check that you may read it.", input);
		}
		files.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.path(), b.path()));
		return files;
	}

	private String path(final Path file) {
		return input.relativize(file).toString().replace('\\', '/');
	}

	private static boolean isHidden(final Path file) {
		return file.getFileName().toString().startsWith(".");
	}

	/** Without links, as far as it exists. */
	private static Path real(final Path path) {
		try {
			return path.toRealPath();
		}
		catch (final IOException exc) {
			final Path absolute = path.toAbsolutePath().normalize(), parent = absolute.getParent();
			return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
		}
	}
}
