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

package sc.fiji.rewardanalysis.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.WholeFile;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroText;

/** A file with a macro in ImageJ's language. */
public final class MacroFile {

	/** More is no macro. */
	private static final long LARGEST = 1 << 20;

	private MacroFile() {}

	/**
	 * Reads a macro, in UTF-8 or else in Latin 1, as ImageJ does.
	 *
	 * @throws RewardAnalysisException if there is none, or it can't be tuned
	 */
	public static MacroText read(final Path path) {
		if (!Files.isRegularFile(path)) throw new RewardAnalysisException(
			"macro_file %s isn't there; choose an .ijm or .txt file.", path);
		final String name = path.getFileName().toString();
		if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(ijm|txt)")) throw new RewardAnalysisException(
			"%s is no macro in ImageJ's language; choose an .ijm or .txt file. A macro can call a script in another language.",
			name);
		try {
			WholeFile.check(path);
			if (Files.size(path) > LARGEST) throw new RewardAnalysisException(
				"%s is larger than 1 MB; choose a macro.", name);
			return new MacroText(name, text(Files.readAllBytes(path)));
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); choose another file.", path,
				AtomicFile.reason(exc));
		}
	}

	private static String text(final byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (final CharacterCodingException exc) {
			// In Latin 1 every byte is a letter.
			return new String(bytes, StandardCharsets.ISO_8859_1);
		}
	}
}
