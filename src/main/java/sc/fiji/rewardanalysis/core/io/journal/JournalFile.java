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

package sc.fiji.rewardanalysis.core.io.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.DiskFullException;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/**
 * A file to which lines are added, each at once and whole. One process at a time may have it
 * open; others may read it meanwhile.
 */
final class JournalFile implements AutoCloseable {

	/** Beyond any line, so that the lock keeps nobody from reading. */
	private static final long LOCKED = Long.MAX_VALUE - 1;

	/** Bytes; a thousand lines of a search have one million. */
	private static final long LONGEST = 1L << 30;

	private static final String IN_USE =
		"%s is in use by another run; wait until that one has ended, or choose another folder.";

	private final Path file;
	private final FileChannel channel;
	private long end;

	/**
	 * Opens the file, which is made if it isn't there, with its folder.
	 *
	 * @throws RewardAnalysisException if it is in use or can't be written
	 */
	JournalFile(final Path file) {
		this.file = file;
		boolean done = false;
		FileChannel opened = null;
		try {
			final Path folder = file.toAbsolutePath().getParent();
			if (folder != null) Files.createDirectories(folder);
			opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
			lock(opened);
			done = true;
		}
		catch (final IOException exc) {
			throw cannotWrite(exc);
		}
		finally {
			if (!done && opened != null) closed(opened);
		}
		channel = opened;
	}

	private void lock(final FileChannel opened) throws IOException {
		try {
			if (opened.tryLock(LOCKED, 1, false) != null) return;
		}
		catch (final OverlappingFileLockException exc) {
			throw new RewardAnalysisException(exc, IN_USE, file);
		}
		throw new RewardAnalysisException(IN_USE, file);
	}

	/** All there is. Read through the channel: closing another one would give the lock away. */
	byte[] content() {
		try {
			if (channel.size() > LONGEST) throw new RewardAnalysisException(
				"%s has %d MB, so it is no journal; move it away, or choose another folder.", file, channel.size() >> 20);
			final ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
			while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0);
			return Arrays.copyOf(bytes.array(), bytes.position());
		}
		catch (final IOException exc) {
			throw cannotWrite(exc);
		}
	}

	/** Lines are added after so many bytes; what follows is cut off. */
	void begin(final int length) {
		try {
			end = length;
			if (channel.size() > end) channel.truncate(end);
		}
		catch (final IOException exc) {
			throw cannotWrite(exc);
		}
	}

	/**
	 * Adds a line.
	 *
	 * @param force whether it shall survive a power failure
	 */
	void append(final JsonObject line, final boolean force) {
		final ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
		try {
			while (bytes.hasRemaining())
				channel.write(bytes, end + bytes.position());
			if (force) channel.force(false);
			end += bytes.limit();
		}
		catch (final ClosedByInterruptException exc) {
			throw (CancellationException) new CancellationException("Interrupted.").initCause(exc);
		}
		catch (final IOException exc) {
			// The next one to open it leaves out what is unfinished.
			final RewardAnalysisException failure = cannotWrite(exc);
			try {
				channel.close();
			}
			catch (final IOException other) {
				failure.addSuppressed(other);
			}
			throw failure;
		}
	}

	/** Moves a file to the first name with a number that is free: {@code journal-1.jsonl}. */
	static void keep(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
		for (int i = 1;; i++)
			try {
				Files.move(file, file.resolveSibling(name.substring(0, dot) + "-" + i + name.substring(
					dot)));
				return;
			}
			catch (final FileAlreadyExistsException exc) {
				// The next number then.
				continue;
			}
			catch (final NoSuchFileException exc) {
				// Another run was faster.
				return;
			}
			catch (final IOException exc) {
				throw cannotWrite(file, exc);
			}
	}

	private RewardAnalysisException cannotWrite(final IOException exc) {
		return cannotWrite(file, exc);
	}

	private static RewardAnalysisException cannotWrite(final Path file, final IOException exc) {
		final Path folder = file.toAbsolutePath().getParent();
		if (folder != null && AtomicFile.isFull(folder, 0, exc)) return new DiskFullException(exc, file);
		return new RewardAnalysisException(exc,
			"Cannot write the journal %s (%s); choose a folder that you may write to.", file, AtomicFile.reason(
				exc));
	}

	/** Lets others have the file. */
	@Override
	public void close() {
		closed(channel);
	}

	private void closed(final FileChannel opened) {
		try {
			opened.close();
		}
		catch (final IOException exc) {
			throw cannotWrite(exc);
		}
	}
}
