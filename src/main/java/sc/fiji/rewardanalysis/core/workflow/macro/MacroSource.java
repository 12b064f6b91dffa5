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

package sc.fiji.rewardanalysis.core.workflow.macro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A macro's text, told apart into code, texts in quotes and comments. Immutable.
 */
final class MacroSource {

	/**
	 * A text in quotes.
	 *
	 * @param start position of the first quote
	 * @param end the position behind the last one
	 */
	record Literal(int start, int end) {}

	private final String text, code;
	private final List<Literal> literals = new ArrayList<>();
	private final int[] lines;

	MacroSource(final String text) {
		this.text = text;
		final char[] left = text.toCharArray();
		int at = 0;
		while (at < left.length)
			at = next(left, at);
		code = new String(left);
		lines = text.chars().map(c -> c == '\n' ? 1 : 0).toArray();
		Arrays.parallelPrefix(lines, Integer::sum);
	}

	/** Blanks what begins there if it is no code, and goes on behind it. */
	private int next(final char[] left, final int at) {
		final char c = left[at];
		if (c == '"' || c == '\'') return literal(left, at, c);
		if (text.startsWith("//", at)) return blank(left, at, end("\n", at));
		if (text.startsWith("/*", at)) return blank(left, at, Math.min(text.length(), end("*/", at) + 2));
		// Parameters of scripts have a grammar of their own.
		if (text.startsWith("#@", at)) return blank(left, at, end("\n", at));
		return at + 1;
	}

	private int end(final String mark, final int from) {
		final int found = text.indexOf(mark, from);
		return found < 0 ? text.length() : found;
	}

	private int literal(final char[] left, final int start, final char quote) {
		int at = start + 1;
		while (at < left.length && text.charAt(at) != quote && text.charAt(at) != '\n')
			at += text.charAt(at) == '\\' ? 2 : 1;
		final int end = Math.min(left.length, at + 1);
		literals.add(new Literal(start, end));
		blank(left, start + 1, Math.min(left.length, at));
		return end;
	}

	private static int blank(final char[] left, final int from, final int to) {
		for (int i = from; i < to; i++)
			if (left[i] != '\n') left[i] = ' ';
		return to;
	}

	/** The macro as it is. */
	String text() {
		return text;
	}

	/** The macro with blanks in place of comments, parameters and what is in quotes. */
	String code() {
		return code;
	}

	/** The text in quotes that begins at a position; null if none does. */
	Literal literalAt(final int start) {
		return literals.stream().filter(l -> l.start == start).findFirst().orElse(null);
	}

	/** What stands between the quotes. */
	String content(final Literal literal) {
		return text.substring(literal.start + 1, Math.max(literal.start + 1, literal.end - 1));
	}

	/** The line of a position, from 1. */
	int line(final int at) {
		return at == 0 ? 1 : lines[Math.min(at, lines.length) - 1] + 1;
	}
}
