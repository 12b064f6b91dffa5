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
