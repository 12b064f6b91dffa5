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

package sc.fiji.rewardanalysis.core.io.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.DiskFullException;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Writes a file whole or not at all: into a temporary file of the same folder,
 * which is then moved over the target. A crash or a full disk leaves the old file
 * as it was. Missing parent folders are created.
 */
public final class AtomicFile {

	/** How names of temporary files begin and end; nobody else's do. */
	private static final String HIDDEN = ".", UNFINISHED = ".reward-analysis.tmp";

	/** A file into which nobody has written for so long is nobody's any more, ms. */
	private static final long LEFT = 60_000;

	/** What a file takes on a disk besides its bytes, at most. */
	private static final long ROOM = 1 << 16;

	private AtomicFile() {}

	/** Writes text as UTF-8. */
	public static void write(final Path file, final String text) {
		write(file, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Writes bytes. */
	public static void write(final Path file, final byte[] bytes) {
		Checks.given("file to write", file);
		if (Files.isDirectory(file)) throw new RewardAnalysisException(
			"%s is a folder; name a file in it.", file);
		final Path folder = file.toAbsolutePath().getParent();
		if (folder == null) throw new RewardAnalysisException("%s is no file name.", file);
		Path temporary = null;
		try {
			Files.createDirectories(folder);
			temporary = temporary(folder.resolve(file.getFileName()));
			Files.write(temporary, bytes);
			RunFiles.add(temporary, file);
			move(temporary, file);
		}
		catch (final IOException e) {
			discard(temporary, e);
			throw isFull(folder, bytes.length, e) ? new DiskFullException(e, file) : new RewardAnalysisException(e,
				"Cannot write %s (%s); choose a folder that exists and that you may write to.", file, reason(e));
		}
	}

	/** What a file is called until it is whole. */
	static Path temporary(final Path file) {
		return file.resolveSibling(HIDDEN + file.getFileName() + "." + Long.toString(System.nanoTime(),
			Character.MAX_RADIX) + UNFINISHED);
	}

	/** Whether a file is what a process left that was killed while it wrote one. */
	public static boolean isUnfinished(final Path file) {
		final String name = file.getFileName().toString();
		return name.startsWith(HIDDEN) && name.endsWith(UNFINISHED);
	}

	/** Deletes a file, if there is one. */
	public static void delete(final Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			throw new RewardAnalysisException(e, "Cannot delete %s (%s); choose another folder.", file,
				reason(e));
		}
	}

	/**
	 * Deletes all files of a folder, if there is one, whose names match.
	 *
	 * @param glob such as {@code overlay_*.png}
	 */
	public static void delete(final Path folder, final String glob) {
		if (!Files.isDirectory(folder)) return;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
			files.forEach(AtomicFile::delete);
		}
		catch (final IOException | DirectoryIteratorException e) {
			throw new RewardAnalysisException(e, "Cannot list %s (%s); choose another folder.", folder, e
				.getMessage());
		}
	}

	/** Deletes a folder with all that is in it, if there is one; links, not what they lead to. */
	public static void deleteAll(final Path folder) {
		if (Files.notExists(folder)) return;
		try (Stream<Path> all = Files.walk(folder)) {
			all.sorted(Comparator.reverseOrder()).forEach(AtomicFile::delete);
		}
		catch (final IOException | UncheckedIOException e) {
			throw new RewardAnalysisException(e, "Cannot delete %s (%s); choose another folder.", folder, e
				.getMessage());
		}
	}

	/**
	 * Tries to write into the folder, or into the nearest one above it that exists, so that
	 * a long run doesn't end with nowhere to put its results. Leaves nothing behind, and deletes what
	 * runs have left there that were killed while they wrote a file.
	 */
	public static void checkWritable(final Path folder) {
		Path existing = folder.toAbsolutePath();
		while (Files.notExists(existing) && existing.getParent() != null)
			existing = existing.getParent();
		try {
			final Path probe = Files.createTempFile(existing, HIDDEN + "writable.", UNFINISHED);
			try {
				tidy(existing, Files.getLastModifiedTime(probe).toMillis() - LEFT);
			}
			finally {
				Files.deleteIfExists(probe);
			}
		}
		catch (final IOException e) {
			if (isFull(existing, 0, e)) throw new DiskFullException(e, folder);
			throw new RewardAnalysisException(e,
				"Cannot write into output_folder %s (%s); choose a folder that you may write to.", folder,
				reason(e));
		}
	}

	/**
	 * Deletes temporary files that were written last before a time.
	 *
	 * @param time by the clock of the folder's file system, which may be another machine's, ms
	 */
	private static void tidy(final Path folder, final long time) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.filter(AtomicFile::isUnfinished).toList())
				if (Files.getLastModifiedTime(file).toMillis() < time) Files.deleteIfExists(file);
		}
		catch (final NoSuchFileException exc) {
			// Another run has just moved its own: that one needs no tidying.
			return;
		}
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			// Some network drives cannot; the plain move is the best they offer.
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void discard(final Path temporary, final IOException cause) {
		if (temporary == null) return;
		try {
			Files.deleteIfExists(temporary);
		}
		catch (final IOException e) {
			cause.addSuppressed(e);
		}
	}

	/**
	 * Whether something couldn't be written because there is no room for it.
	 *
	 * @param folder in which it would be
	 * @param bytes how much it is
	 */
	public static boolean isFull(final Path folder, final long bytes, final IOException e) {
		// The words are the system's, in the user's language.
		if (String.valueOf(e.getMessage()).matches("(?is).*(no space left|not enough space|quota).*")) return true;
		try {
			return Files.getFileStore(folder).getUsableSpace() < bytes + ROOM;
		}
		catch (final IOException other) {
			// Not even the folder is there.
			e.addSuppressed(other);
			return false;
		}
	}

	/** What an I/O exception says, with its kind: many messages are a bare path. */
	public static String reason(final IOException e) {
		final String kind = e.getClass().getSimpleName().replaceAll("Exception$", "").replaceAll(
			"([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
		// all that these say is the file, which is told anyway
		final String message = e instanceof final FileSystemException file ? file.getReason() : e
			.getMessage();
		return message == null ? kind : kind + ": " + message;
	}
}
