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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A file's content as it was: whoever comes back sees whether it is still the same.
 *
 * @param size bytes
 * @param modified ms since 1970; -1 if the file had been written so lately that what is written next may
 *          have the same time
 * @param sha256 of its bytes, hexadecimal
 */
public record FileState(long size, long modified, String sha256) {

	private static final int BUFFER = 1 << 16;

	/** The coarsest clock of a drive, FAT's, ms. */
	private static final long TICK = 2000;

	private static final long UNSETTLED = -1;

	/**
	 * Reads all of a file.
	 *
	 * @throws RewardAnalysisException if it can't be read
	 */
	public static FileState of(final Path file) {
		try {
			final long now = System.currentTimeMillis(), size = Files.size(file), time = Files.getLastModifiedTime(file)
				.toMillis();
			return new FileState(size, now - time > TICK ? time : UNSETTLED, hash(file));
		}
		catch (final IOException exc) {
			throw cannotRead(file, exc);
		}
	}

	/**
	 * Whether a file still has that content. One of the same size and time is taken to be the
	 * same; one of the same size and another time, such as a copy, is read, as is one that had only
	 * just been written.
	 */
	public boolean isOf(final Path file) {
		try {
			return Files.size(file) == size && (modified != UNSETTLED && Files.getLastModifiedTime(file)
				.toMillis() == modified || hash(file).equals(sha256));
		}
		catch (final IOException exc) {
			// What can't be read is found out, and told, when it is opened.
			return false;
		}
	}

	private static String hash(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			final byte[] buffer = new byte[BUFFER];
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer))
				digest.update(buffer, 0, n);
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java platform has SHA-256.", exc);
		}
	}

	private static RewardAnalysisException cannotRead(final Path file, final IOException exc) {
		return new RewardAnalysisException(exc, exc instanceof NoSuchFileException
			? "There is no file %s any more." : "%s can't be read; check that you may read it.", file);
	}
}
