package sc.fiji.rewardanalysis.core.workflow.many;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Which files are meant: one or more globs, of which one must match, regardless of case.
 * {@code *} is any text within a name, {@code ?} a character, {@code **} any text. A glob with a
 * slash is that of the path below the folder, others that of the file's name. Immutable.
 */
public final class FilePatterns {

	/** The images that Fiji opens. */
	public static final String IMAGES =
		"*.tif;*.tiff;*.png;*.dm3;*.dm4;*.mrc;*.ser;*.emd;*.raw;*.jpg;*.jpeg;*.bmp;*.gif;*.pgm;*.fits";

	/** A compiled glob. */
	private record Glob(Pattern pattern, boolean ofPath) {}

	private final List<Glob> globs = new ArrayList<>();

	private FilePatterns() {}

	/**
	 * Reads globs.
	 *
	 * @param text separated by semicolons or commas
	 * @throws RewardAnalysisException if there is none
	 */
	public static FilePatterns parse(final String text) {
		final FilePatterns patterns = new FilePatterns();
		for (final String part : Checks.given("pattern", text).split("[;,]")) {
			final String glob = part.strip().replace('\\', '/');
			if (!glob.isEmpty()) patterns.globs.add(new Glob(pattern(glob), glob.indexOf('/') >= 0));
		}
		if (patterns.globs.isEmpty()) throw new RewardAnalysisException(
			"pattern is empty; give one or more, such as *.tif;*.dm4.");
		return patterns;
	}

	private static Pattern pattern(final String glob) {
		final StringBuilder regex = new StringBuilder();
		for (int i = 0; i < glob.length(); i++) {
			final char c = glob.charAt(i);
			if (c == '?') regex.append("[^/]");
			else if (c != '*') regex.append(Pattern.quote(String.valueOf(c)));
			else if (glob.startsWith("**/", i)) {
				// No folder in between is fine too.
				regex.append("(?:.*/)?");
				i += 2;
			}
			else if (glob.startsWith("**", i)) {
				regex.append(".*");
				i++;
			}
			else regex.append("[^/]*");
		}
		return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	/** @param path of a file below the folder, with slashes */
	public boolean matches(final String path) {
		final String name = path.substring(path.lastIndexOf('/') + 1);
		return globs.stream().anyMatch(g -> g.pattern.matcher(g.ofPath ? path : name).matches());
	}
}
