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

package sc.fiji.rewardanalysis.command.run;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.convert.ConvertService;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The options of a macro's {@code run}: {@code key=value} pairs, values with blanks in
 * brackets, and keys alone, which ImageJ takes for true.
 */
public final class MacroOptions {

	private MacroOptions() {}

	/**
	 * The value of each key, in order; null if it stands alone.
	 *
	 * @throws RewardAnalysisException if a key comes twice, for nobody knows which one is meant
	 */
	public static Map<String, String> parse(final String options) {
		final Map<String, String> values = new LinkedHashMap<>();
		int at = 0;
		while (at < options.length()) {
			if (Character.isWhitespace(options.charAt(at))) {
				at++;
				continue;
			}
			int end = at;
			while (end < options.length() && options.charAt(end) != '=' && !Character.isWhitespace(options
				.charAt(end)))
				end++;
			final String key = options.substring(at, end);
			if (end == options.length() || options.charAt(end) != '=') {
				put(values, key, null);
				at = end;
				continue;
			}
			final int close = end(options, end + 1);
			final int quote = close > end + 2 ? "['".indexOf(options.charAt(end + 1)) : -1;
			final boolean quoted = quote >= 0 && options.charAt(close - 1) == "]'".charAt(quote);
			put(values, key, quoted ? options.substring(end + 2, close - 1) : options.substring(end + 1, close));
			at = close;
		}
		return values;
	}

	private static void put(final Map<String, String> values, final String key, final String value) {
		if (values.containsKey(key)) throw twice(key);
		values.put(key, value);
	}

	/** What is said of a key that comes twice. */
	static RewardAnalysisException twice(final String key) {
		return new RewardAnalysisException("%s is given twice; leave one of them out.", key);
	}

	/** Where the value that begins there ends: after its bracket or quote, else at a blank. */
	private static int end(final String options, final int start) {
		final char first = start < options.length() ? options.charAt(start) : ' ';
		int depth = 0;
		for (int i = start; i < options.length(); i++) {
			final char c = options.charAt(i);
			if (first == '\'') {
				if (c == '\'' && i > start) return i + 1;
			}
			else if (first == '[') {
				depth += c == '[' ? 1 : c == ']' ? -1 : 0;
				if (depth == 0) return i + 1;
			}
			else if (c == ' ') return i;
		}
		// Without an end ImageJ knows no value; then it is as if there were neither bracket nor quote.
		return first == '\'' || first == '[' ? end(options.replace(first, '_'), start) : options.length();
	}

	/**
	 * A pair for a macro's text.
	 *
	 * @param value one that is {@link #isCarried}
	 * @param separator of paths on this system; a backslash becomes a slash, as ImageJ's own
	 *          recorder has it
	 */
	public static String pair(final String key, final Object value, final char separator) {
		// A line that ends within quotes is none to ImageJ.
		return key + '=' + value(plain(value, separator)).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n",
			"\\n").replace("\r", "\\r");
	}

	/**
	 * Whether ImageJ and {@link #parse} read a value again as it was. Not so a text with an apostrophe
	 * and a bracket without a partner, unless it needs neither brackets nor quotes around it.
	 */
	public static boolean isCarried(final Object value, final char separator) {
		final String text = plain(value, separator);
		return isBare(text) || isPaired(text) || text.indexOf('\'') < 0;
	}

	private static String plain(final Object value, final char separator) {
		final String plain = value == null ? "" : value.toString();
		return value instanceof File && separator == '\\' ? plain.replace('\\', '/') : plain;
	}

	/** Whether a reader sees where it ends. */
	private static boolean isBare(final String text) {
		return !text.isEmpty() && text.chars().noneMatch(Character::isWhitespace) && "['".indexOf(text.charAt(
			0)) < 0;
	}

	/** Whether each of its brackets has a partner. */
	private static boolean isPaired(final String text) {
		int depth = 0, least = 0;
		for (int i = 0; i < text.length(); i++) {
			depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
			least = Math.min(least, depth);
		}
		return depth == 0 && least == 0;
	}

	/** Values by key as a macro line has them; the inverse of {@link #parse}. */
	public static String text(final Map<String, String> options) {
		return String.join(" ", options.entrySet().stream().map(e -> e.getValue() == null ? e.getKey()
			: e.getKey() + '=' + value(e.getValue())).toList());
	}

	/** In brackets if it would end too early otherwise, or in quotes if its own have no partners. */
	private static String value(final String text) {
		if (isBare(text)) return text;
		return isPaired(text) || text.indexOf('\'') >= 0 ? "[" + text + "]" : "'" + text + "'";
	}

	/**
	 * What a value of a line means to an input. A key alone is true, as in ImageJ's own commands.
	 *
	 * @param text null if the key stands alone
	 * @throws RewardAnalysisException if the input can't have it
	 */
	static Object value(final ConvertService service, final ModuleItem<?> item, final String text) {
		final Class<?> type = Types.box(item.getType());
		final Object value;
		if (type != Boolean.class) value = text == null ? null : service.convert(text, type);
		else value = text == null || text.equals("true") ? Boolean.TRUE : text.equals("false")
			? Boolean.FALSE : null;
		if (value == null) throw new RewardAnalysisException("%s is \"%s\", which is %s.", item.getName(),
			text == null ? "" : text, wanted(type));
		return value;
	}

	private static String wanted(final Class<?> type) {
		return type == Boolean.class ? "neither true nor false" : type == Integer.class ||
			type == Long.class ? "no whole number" : type == Double.class || type == Float.class
				? "no number with a decimal point" : "no " + type.getSimpleName();
	}
}
