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
