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

package sc.fiji.rewardanalysis.core.io.cif;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The words of a CIF 1.1 file: names, values with or without quotes, text between semicolons at the
 * begin of lines; comments and blanks are gone.
 */
final class CifTokens {

	/** More have no structures, but measurements or garbage. */
	private static final int MOST = 1_000_000;

	private static final char BYTE_ORDER = '\uFEFF';

	/**
	 * A word.
	 *
	 * @param line where it begins, from 1
	 * @param quoted whether it is a value, whatever it looks like
	 */
	record Token(String text, int line, boolean quoted) {

		boolean isName() {
			return !quoted && text.startsWith("_");
		}

		/** Whether it is a reserved word, or begins with one that ends with an underscore. */
		boolean isWord(final String word) {
			return !quoted && (word.endsWith("_") ? text.regionMatches(true, 0, word, 0, word.length()) : text
				.equalsIgnoreCase(word));
		}

		boolean isValue() {
			return quoted || !isName() && !isWord("loop_") && !isWord("data_") && !isWord("save_") && !isWord(
				"global_") && !isWord("stop_");
		}

		/** What stands there; empty for {@code ?} and {@code .}, which say that nothing is known or applies. */
		String value() {
			return !quoted && (text.equals("?") || text.equals(".")) ? "" : text;
		}
	}

	private final String where;
	private final String text;
	private final List<Token> tokens = new ArrayList<>();
	private int at, line = 1;

	private CifTokens(final String where, final String text) {
		this.where = where;
		this.text = text;
	}

	/**
	 * @param where the text is from, for messages
	 * @param text lines may end as on any system
	 */
	static List<Token> of(final String where, final String text) {
		final String lines = text.replace("\r\n", "\n").replace('\r', '\n');
		final CifTokens tokens = new CifTokens(where, !lines.isEmpty() && lines.charAt(0) == BYTE_ORDER ? lines
			.substring(1) : lines);
		tokens.read();
		return tokens.tokens;
	}

	private void read() {
		while (at < text.length()) {
			final char c = text.charAt(at);
			if (c == '\n') {
				line++;
				at++;
			}
			else if (isBlank(c)) at++;
			else if (c == '#') at = end('\n');
			else if (c == ';' && (at == 0 || text.charAt(at - 1) == '\n')) field();
			else if (c == '\'' || c == '"') quoted(c);
			else word();
		}
	}

	private void add(final Token token) {
		if (tokens.size() >= MOST) throw new RewardAnalysisException(
			"%s has more than %d values; choose a CIF with a structure only.", where, MOST);
		tokens.add(token);
	}

	/** Any control character counts, for some files have them. */
	private static boolean isBlank(final char c) {
		return c <= ' ' || c == '\u00A0';
	}

	/** Where a character comes next; the end if it doesn't. */
	private int end(final char c) {
		final int found = text.indexOf(c, at);
		return found < 0 ? text.length() : found;
	}

	private void field() {
		final int end = text.indexOf("\n;", at);
		if (end < 0) throw new RewardAnalysisException(
			"%s, line %d: the text that begins with a semicolon has no end; check that the file is whole.", where,
			line);
		final String content = text.substring(at + 1, end);
		add(new Token(content, line, true));
		line += 1 + (int) content.chars().filter(c -> c == '\n').count();
		at = end + 2;
	}

	/** A quote ends a value only before a blank. */
	private void quoted(final char quote) {
		final int stop = end('\n');
		for (int i = at + 1; i < stop; i++)
			if (text.charAt(i) == quote && (i + 1 == stop || isBlank(text.charAt(i + 1)))) {
				add(new Token(text.substring(at + 1, i), line, true));
				at = i + 1;
				return;
			}
		throw new RewardAnalysisException("%s, line %d: a quote has no end; close it on the same line.", where,
			line);
	}

	private void word() {
		final int start = at;
		while (at < text.length() && !isBlank(text.charAt(at)))
			at++;
		add(new Token(text.substring(start, at), line, false));
	}
}
