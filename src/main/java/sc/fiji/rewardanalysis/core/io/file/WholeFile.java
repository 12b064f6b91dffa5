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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Reads files as a whole, and says why if that can't be. */
public final class WholeFile {

	/** Bytes; tables of a million rows have a tenth of it. */
	private static final long LONGEST = 1L << 30;

	private WholeFile() {}

	/** All of a text file, UTF-8. */
	public static String text(final Path file) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
		}
		catch (final CharacterCodingException e) {
			throw new RewardAnalysisException(e, "%s is not a text file in UTF-8.", file);
		}
	}

	/** All of a file. */
	public static byte[] bytes(final Path file) {
		Checks.given("file to read", file);
		try {
			check(file);
			return Files.readAllBytes(file);
		}
		catch (final NoSuchFileException e) {
			throw new RewardAnalysisException(e, "There is no file %s; check its name and folder.", file);
		}
		catch (final IOException e) {
			throw new RewardAnalysisException(e, "Cannot read %s (%s); check that it is a file that you may read.", file,
				AtomicFile.reason(e));
		}
	}

	/**
	 * Refuses a pipe or a device, of which a reader would wait for an end, and what doesn't fit into memory.
	 *
	 * @throws IOException if it isn't there
	 */
	public static void check(final Path file) throws IOException {
		final long size = Files.size(file);
		if (!Files.isRegularFile(file) && !Files.isDirectory(file)) throw new RewardAnalysisException(
			"%s is a pipe or a device; give a file.", file);
		if (size > LONGEST) throw new RewardAnalysisException(
			"%s has %d MB; no file that is read as a whole has more than %d, so choose another one.", file, size >> 20,
			LONGEST >> 20);
	}
}
