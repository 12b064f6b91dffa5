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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.workflow.macro.MacroKey.Kind;

/**
 * Finds the values in a macro that can be searched: options of its {@code run} calls, variables
 * that are set to a plain value, and defaults of its script parameters.
 */
final class MacroKeys {

	private static final Pattern RUN = Pattern.compile("(?<![\\w.])run\\s*\\(\\s*(?=[\"'])"),
			COMMA = Pattern.compile("\\G\\s*,\\s*"), NUMBER = Pattern.compile(
				"[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?"), KEY = Pattern.compile("[A-Za-z_][\\w.]*"),
			INTERVAL = Pattern.compile("([-+]?[\\d.]+)-([\\d.]+|Infinity)");

	/** A variable at the begin of a statement. */
	private static final Pattern VARIABLE = Pattern.compile(
		"(?<=^|[;{}\\n])[ \\t\\r]*(?:var[ \\t]+)?([A-Za-z_]\\w*)[ \\t]*=[ \\t]*(" + NUMBER.pattern() +
			"|true|false|\" *\"|' *')[ \\t]*(?=[;\\r\\n}]|$)");

	/** As in {@code #@ Double(label="Radius", value=2) radius}, its attributes before or behind the name. */
	static final Pattern PARAMETER = Pattern.compile(
		"(?m)^#@[ \\t]*+(\\w++)[ \\t]*+(?:\\(([^\\n]*)\\))?[ \\t]*+(\\w++)?[ \\t]*+(?:\\(([^\\n]*)\\))?[ \\t\\r]*+$");

	private static final Pattern DEFAULT = Pattern.compile(
		"\\bvalue\\s*=\\s*(\"[^\"\\n]*\"|'[^'\\n]*'|[^,\\s)]+)");

	private final MacroSource source;
	private final List<MacroKey> found = new ArrayList<>();

	private MacroKeys(final MacroSource source) {
		this.source = source;
	}

	/** All of them in the order of the text, by names of their own. */
	static List<MacroKey> of(final MacroSource source) {
		final MacroKeys keys = new MacroKeys(source);
		keys.options();
		keys.variables();
		keys.parameters();
		keys.found.sort(Comparator.comparingInt(MacroKey::start));
		return named(keys.found);
	}

	private void add(final String key, final String command, final Kind kind, final int start,
		final int end)
	{
		final String text = source.text().substring(start, end);
		final boolean quoted = text.length() > 1 && "\"'[".indexOf(text.charAt(0)) >= 0;
		found.add(new MacroKey(key, key, command, kind, source.line(start), kind == Kind.FLAG
			? MacroKey.ON : quoted ? text.substring(1, text.length() - 1) : text, start, end));
	}

	private void options() {
		final Matcher run = RUN.matcher(source.code());
		while (run.find()) {
			final MacroSource.Literal name = source.literalAt(run.end());
			final Matcher comma = COMMA.matcher(source.code());
			if (name == null || !comma.find(name.end())) continue;
			arguments(source.content(name), comma.end());
		}
	}

	/** Options may be put together from texts and what is computed. */
	private void arguments(final String command, final int from) {
		final String code = source.code();
		boolean begun = false;
		int depth = 0;
		for (int at = from; at < code.length() && depth >= 0; at++) {
			final char c = code.charAt(at);
			depth += c == '(' ? 1 : c == ')' ? -1 : 0;
			final MacroSource.Literal literal = source.literalAt(at);
			if (literal == null) {
				begun |= !Character.isWhitespace(c) && c != '+';
				continue;
			}
			if (depth == 0) options(command, literal, begun, isFollowed(literal.end()));
			begun = false;
			at = literal.end() - 1;
		}
	}

	/** Whether something is added to a text. */
	private boolean isFollowed(final int end) {
		return source.code().substring(end).stripLeading().startsWith("+");
	}

	/**
	 * @param begun whether its first word is the rest of one that is computed
	 * @param followed whether its last word goes on with something computed
	 */
	private void options(final String command, final MacroSource.Literal literal,
		final boolean begun, final boolean followed)
	{
		final String text = source.text();
		final int last = literal.end() - 1;
		int at = literal.start() + 1;
		if (begun) while (at < last && text.charAt(at) != ' ')
			at++;
		while (at < last) {
			if (text.charAt(at) == ' ') {
				at++;
				continue;
			}
			int end = at;
			while (end < last && text.charAt(end) != '=' && text.charAt(end) != ' ')
				end++;
			final String key = text.substring(at, end);
			final boolean flag = end == last || text.charAt(end) == ' ';
			final int close = flag ? end : value(end + 1, last);
			final boolean whole = KEY.matcher(key).matches() && !(followed && close == last);
			if (whole && flag) add(key, command, Kind.FLAG, at, end);
			else if (whole && close > end + 1) option(key, command, end + 1, close);
			at = close;
		}
	}

	/** Where a value ends: behind its bracket, else at a blank. */
	private int value(final int start, final int last) {
		final boolean bracket = start < last && source.text().charAt(start) == '[';
		int depth = 0;
		for (int i = start; i < last; i++) {
			final char c = source.text().charAt(i);
			depth += c == '[' ? 1 : c == ']' ? -1 : 0;
			if (bracket && depth == 0) return i + 1;
			if (!bracket && c == ' ') return i;
		}
		return last;
	}

	/** An interval such as {@code size=20-500} has two ends. */
	private void option(final String key, final String command, final int start, final int end) {
		final Matcher interval = INTERVAL.matcher(source.text().substring(start, end));
		if (!interval.matches()) {
			add(key, command, Kind.OPTION, start, end);
			return;
		}
		add(key + ".low", command, Kind.OPTION, start, start + interval.end(1));
		add(key + ".high", command, Kind.OPTION, start + interval.start(2), end);
	}

	private void variables() {
		final Matcher variable = VARIABLE.matcher(source.code());
		while (variable.find()) {
			final boolean text = "\"'".indexOf(variable.group(2).charAt(0)) >= 0;
			add(variable.group(1), "", text ? Kind.TEXT : Kind.VARIABLE, variable.start(2), variable.end(
				2));
		}
	}

	private void parameters() {
		final Matcher parameter = PARAMETER.matcher(source.text());
		while (parameter.find())
			for (final int group : new int[] { 2, 4 }) {
				if (parameter.group(group) == null || parameter.group(3) == null) continue;
				final Matcher value = DEFAULT.matcher(parameter.group(group));
				if (!value.find()) continue;
				final boolean quoted = "\"'".indexOf(value.group(1).charAt(0)) >= 0;
				final int from = parameter.start(group) + value.start(1);
				add(parameter.group(3), "", quoted ? Kind.TEXT : Kind.PARAMETER, from, from + value.group(1)
					.length());
			}
	}

	/** The shortest name that no other has: the key, with its command, with its line. */
	private static List<MacroKey> named(final List<MacroKey> keys) {
		List<MacroKey> named = keys;
		for (final Function<MacroKey, String> longer : List.<Function<MacroKey, String>> of(
			MacroKey::withCommand, k -> k.key() + "@" + k.line()))
		{
			final Map<String, Integer> counts = counts(named);
			named = named.stream().map(k -> counts.get(k.name()) == 1 ? k : k.named(longer.apply(k)))
				.toList();
		}
		final Map<String, Integer> seen = new LinkedHashMap<>();
		return named.stream().map(k -> {
			final int n = seen.merge(k.name(), 1, Integer::sum);
			return n == 1 ? k : k.named(k.name() + "." + n);
		}).toList();
	}

	private static Map<String, Integer> counts(final List<MacroKey> keys) {
		final Map<String, Integer> counts = new LinkedHashMap<>();
		keys.forEach(k -> counts.merge(k.name(), 1, Integer::sum));
		return counts;
	}
}
