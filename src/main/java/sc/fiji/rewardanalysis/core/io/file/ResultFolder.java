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

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.DiskFullException;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A folder of results that is there whole or not at all: files are written into a hidden folder
 * beside it, {@code .name.part}, which is renamed once all of them are there. A folder that is
 * replaced must be one of ours, which has an {@code image.json}.
 */
public final class ResultFolder implements AutoCloseable {

	/** Says of which image a folder is, and that it is one of ours. */
	public static final String MARK = "image.json";

	private static final String PART = ".part", OLD = ".old";

	private final Path folder, part, old;

	/**
	 * Begins an empty one.
	 *
	 * @param folder where it is once it is whole
	 * @throws RewardAnalysisException if it can't be written, or something else is there
	 */
	public ResultFolder(final Path folder) {
		this.folder = folder;
		part = beside(PART);
		old = beside(OLD);
		if (Files.exists(folder) && !isOurs(folder)) throw new RewardAnalysisException(
			"%s is no folder of an earlier run, for it has no %s; move it away, or choose another output_folder.",
			folder, MARK);
		AtomicFile.deleteAll(part);
		try {
			Files.createDirectories(part);
		}
		catch (final IOException exc) {
			throw cannotWrite(exc);
		}
	}

	private Path beside(final String end) {
		return folder.resolveSibling("." + folder.getFileName() + end);
	}

	/** Whether results of an image are there. */
	public static boolean isOurs(final Path folder) {
		return Files.isRegularFile(folder.resolve(MARK));
	}

	/** Of which image such a folder is, and what was done with it: what {@link #finish} was told. */
	public static Map<String, String> about(final Path folder) {
		final JsonFields json = JsonFields.read(folder.resolve(MARK));
		final Map<String, String> about = new LinkedHashMap<>();
		for (final String name : json.keys())
			about.put(name, json.string(name));
		return about;
	}

	/** Where files are written meanwhile. */
	public Path path() {
		return part;
	}

	/**
	 * All files are there, and survive a power failure.
	 *
	 * @param about of which image they are, by name, in order
	 */
	public void finish(final Map<String, String> about) {
		final JsonObject json = new JsonObject();
		about.forEach(json::addProperty);
		AtomicFile.write(part.resolve(MARK), new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
			.create().toJson(json) + "\n");
		try {
			force(part);
			AtomicFile.deleteAll(old);
			// In between there is none, and the next run does it anew.
			if (Files.exists(folder)) Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
			Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
			forceNames(folder.toAbsolutePath().getParent());
			AtomicFile.deleteAll(old);
		}
		catch (final ClosedByInterruptException exc) {
			throw (CancellationException) new CancellationException("Interrupted.").initCause(exc);
		}
		catch (final IOException exc) {
			throw cannotWrite(exc);
		}
	}

	/**
	 * Waits until all that is in a folder is on the disk, not only on its way there.
	 *
	 * @throws IOException if it can't be written
	 */
	public static void force(final Path folder) throws IOException {
		final List<Path> all;
		try (Stream<Path> files = Files.walk(folder)) {
			all = files.toList();
		}
		catch (final UncheckedIOException exc) {
			throw exc.getCause();
		}
		for (final Path file : all)
			if (Files.isDirectory(file)) forceNames(file);
			else try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
				channel.force(true);
			}
	}

	/** Waits until the names of what is in a folder are on the disk. */
	private static void forceNames(final Path folder) throws IOException {
		// Windows opens no folders; its file systems keep names in journals of their own.
		if (File.separatorChar == '\\') return;
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	/** Deletes what is there unless it was finished. */
	@Override
	public void close() {
		AtomicFile.deleteAll(part);
	}

	/**
	 * Deletes what runs have left that were killed.
	 *
	 * @param root the output folder
	 * @param folders all folders of images that there may be, below it
	 */
	public static void tidy(final Path root, final Stream<String> folders) {
		final List<Path> left = folders.map(root::resolve).flatMap(f -> Stream.of(f.resolveSibling("." + f
			.getFileName() + PART), f.resolveSibling("." + f.getFileName() + OLD))).distinct().toList();
		left.forEach(AtomicFile::deleteAll);
		if (!Files.isDirectory(root)) return;
		try (Stream<Path> files = Files.list(root)) {
			files.filter(AtomicFile::isUnfinished).forEach(AtomicFile::delete);
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "What an earlier run left in %s can't be deleted (%s).",
				root, AtomicFile.reason(exc));
		}
	}

	/** The same, of all folders of images that there are or were. */
	public static void tidy(final Path root) {
		final List<String> left = new ArrayList<>();
		try {
			if (Files.isDirectory(root)) Files.walkFileTree(root, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(final Path folder,
					final BasicFileAttributes attributes)
				{
					final String name = folder.getFileName().toString();
					if (folder.equals(root)) return FileVisitResult.CONTINUE;
					if (!name.startsWith(".")) return isOurs(folder) ? FileVisitResult.SKIP_SUBTREE
						: FileVisitResult.CONTINUE;
					for (final String end : List.of(PART, OLD))
						if (name.endsWith(end)) left.add(root.relativize(folder.resolveSibling(name.substring(1, name
							.length() - end.length()))).toString());
					return FileVisitResult.SKIP_SUBTREE;
				}
			});
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "Cannot list %s (%s); choose another folder.", root,
				AtomicFile.reason(exc));
		}
		tidy(root, left.stream());
	}

	private RewardAnalysisException cannotWrite(final IOException exc) {
		if (AtomicFile.isFull(folder.getParent(), 0, exc)) return new DiskFullException(exc, folder);
		return new RewardAnalysisException(exc,
			"Cannot write %s (%s); choose an output_folder that you may write to.", folder, AtomicFile.reason(
				exc));
	}
}
