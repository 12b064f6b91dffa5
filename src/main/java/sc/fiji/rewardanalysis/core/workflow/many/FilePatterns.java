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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

	/** In a glob's parts what stands for any text, any text within a name, a character of a name. */
	private static final int ANY = -1, WITHIN = -2, ONE = -3, FOLDERS = -4;

	/**
	 * A glob.
	 *
	 * @param parts characters, or one of the constants above
	 */
	private record Glob(int[] parts, boolean ofPath) {

		/** Part by part: where in the text one may be then. Never goes back, so that no glob takes long. */
		boolean matches(final String text) {
			boolean[] at = new boolean[text.length() + 1];
			at[0] = true;
			for (final int part : parts)
				at = part == ONE || part >= 0 ? step(part, text, at) : jump(part, text, at);
			return at[text.length()];
		}

		private static boolean[] step(final int part, final String text, final boolean[] at) {
			final boolean[] next = new boolean[at.length];
			for (int i = 0; i < text.length(); i++)
				next[i + 1] = at[i] && (part == ONE ? text.charAt(i) != '/' : part == folded(text.charAt(i)));
			return next;
		}

		private static boolean[] jump(final int part, final String text, final boolean[] at) {
			final boolean[] next = at.clone();
			boolean open = false;
			for (int i = 0; i <= text.length(); i++) {
				// Folders end behind a slash, whatever is before it.
				if (open && (part != FOLDERS || text.charAt(i - 1) == '/')) next[i] = true;
				open |= at[i];
				if (part == WITHIN && i < text.length() && text.charAt(i) == '/') open = false;
			}
			return next;
		}
	}

	private static char folded(final char c) {
		return Character.toLowerCase(Character.toUpperCase(c));
	}

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
			if (!glob.isEmpty()) patterns.globs.add(new Glob(parts(glob), glob.indexOf('/') >= 0));
		}
		if (patterns.globs.isEmpty()) throw new RewardAnalysisException(
			"pattern is empty; give one or more, such as *.tif;*.dm4.");
		return patterns;
	}

	private static int[] parts(final String glob) {
		final IntStream.Builder parts = IntStream.builder();
		for (int i = 0; i < glob.length(); i++) {
			final char c = glob.charAt(i);
			if (c == '?') parts.add(ONE);
			else if (c != '*') parts.add(folded(c));
			else if (glob.startsWith("**/", i)) {
				// No folder in between is fine too.
				parts.add(FOLDERS);
				i += 2;
			}
			else if (glob.startsWith("**", i)) {
				parts.add(ANY);
				i++;
			}
			else parts.add(WITHIN);
		}
		return parts.build().toArray();
	}

	/** @param path of a file below the folder, with slashes */
	public boolean matches(final String path) {
		final String name = path.substring(path.lastIndexOf('/') + 1);
		return globs.stream().anyMatch(g -> g.matches(g.ofPath ? path : name));
	}
}
