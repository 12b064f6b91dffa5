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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import sc.fiji.rewardanalysis.core.DiskFullException;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Keeps other runs out of an output folder, in this program and in others, by a lock on a hidden
 * file in it. A run that is killed leaves no lock. Once it is closed, the file is gone, and so are
 * folders that were made for it and have nothing else in them.
 */
public final class OutputLock implements AutoCloseable {

	private static final String NAME = ".in-use";

	/** Beyond what is in it, so that it can be read and written. */
	private static final long LOCKED = Long.MAX_VALUE - 1;

	/** Bytes, at most; and how often it is tried whether they are there. */
	private static final int MARK = 4000, TRIES = 20;

	/**
	 * Folders that runs of this program have. A second one mustn't even open the file: closing it would give
	 * the first one's lock away.
	 */
	private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

	private final Path file;
	private Path taken;
	private final Deque<Path> made = new ArrayDeque<>();
	private FileChannel channel;

	/**
	 * Takes the folder.
	 *
	 * @param folder made if it isn't there
	 * @throws RewardAnalysisException if another run has it, or it can't be written to
	 */
	public OutputLock(final Path folder) {
		file = folder.toAbsolutePath().resolve(NAME);
		boolean done = false;
		try {
			for (Path p = file.getParent(); p != null && Files.notExists(p); p = p.getParent())
				made.addLast(p);
			Files.createDirectories(file.getParent());
			lock(folder);
			done = true;
		}
		catch (final IOException exc) {
			if (AtomicFile.isFull(folder.toAbsolutePath(), 0, exc)) throw new DiskFullException(exc, folder);
			throw new RewardAnalysisException(exc,
				"Cannot write into output_folder %s (%s); choose a folder that you may write to.", folder, AtomicFile
					.reason(exc));
		}
		finally {
			if (!done) tidy();
		}
	}

	private void lock(final Path folder) throws IOException {
		taken = file.getParent().toRealPath();
		if (!TAKEN.add(taken)) {
			taken = null;
			throw refusal(folder);
		}
		for (int tries = 1; channel == null; tries++) {
			final FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
			try {
				if (isTaken(opened)) throw refusal(folder);
				// A drive that tells sizes late must not keep anybody waiting for ever.
				if (isThere(opened) || tries == TRIES) channel = opened;
			}
			finally {
				if (channel == null) opened.close();
			}
		}
	}

	private static RewardAnalysisException refusal(final Path folder) {
		return new RewardAnalysisException(
			"Another run is writing into output_folder %s; wait until it has ended, or choose another folder.",
			folder);
	}

	private static boolean isTaken(final FileChannel opened) {
		try {
			return opened.tryLock(LOCKED, 1, false) == null;
		}
		catch (final OverlappingFileLockException exc) {
			return true;
		}
		catch (final IOException exc) {
			// Some network drives know no locks; nobody can be kept out there.
			return false;
		}
	}

	/**
	 * Whether it is the file of that name: who had it before may have deleted it meanwhile. It can be known by
	 * its size; to read it, it would have to be opened again, and closing that would give the lock away.
	 */
	private boolean isThere(final FileChannel opened) throws IOException {
		final int size = 1 + new SecureRandom().nextInt(MARK);
		try {
			opened.truncate(0);
			opened.write(ByteBuffer.allocate(size), 0);
			return Files.exists(file) && Files.size(file) == size;
		}
		catch (final NoSuchFileException exc) {
			return false;
		}
		catch (final IOException exc) {
			Files.deleteIfExists(file);
			throw exc;
		}
	}

	/** Lets others have the folder. */
	@Override
	public void close() {
		try {
			// First, while nobody else can have it.
			Files.deleteIfExists(file);
			channel.close();
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "Cannot delete %s (%s); delete it by hand.", file, AtomicFile
				.reason(exc));
		}
		tidy();
	}

	private void tidy() {
		if (taken != null) TAKEN.remove(taken);
		try {
			// Below a file some of Java's versions take what isn't there for an error.
			for (final Path folder : made)
				if (Files.isDirectory(folder)) Files.deleteIfExists(folder);
		}
		catch (final DirectoryNotEmptyException exc) {
			// There are results.
			return;
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "Cannot delete %s (%s); delete it by hand.", file.getParent(),
				AtomicFile.reason(exc));
		}
	}
}
