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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;

/**
 * Where a macro's values are searched, as the user writes it:
 *
 * <pre>
 * prominence: 5..200 log; radius: 1..10 int; method: Otsu|Li|Triangle; sigma: 2
 * </pre>
 *
 * Entries are separated by semicolons or lines. An equals sign may stand for the colon,
 * {@code to} for the dots, and options may stand in brackets with commas between them. A flag
 * is {@code on|off}. A single value is fixed.
 */
public final class MacroSearch {

	private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";

	private static final Pattern ENTRY = Pattern.compile("(?s)\\s*([A-Za-z_][\\w.@]*)\\s*[:=]\\s*(.*)"),
			RANGE = Pattern.compile("(\\S+?)\\s*(?:\\.\\.+|\\s+to\\s+)\\s*(\\S+)((?:\\s+\\w+)*)"), PLAIN =
				Pattern.compile(NUMBER);

	/** What can't be recorded, or would end a text or an option. */
	private static final Pattern UNFIT = Pattern.compile("[\"'\\\\\\[\\]\\n\\r]");

	private final MacroText macro;
	private final Map<MacroKey, Parameter> parameters;
	private final SearchSpace space;

	private MacroSearch(final MacroText macro, final Map<MacroKey, Parameter> parameters) {
		this.macro = macro;
		this.parameters = parameters;
		space = new SearchSpace(List.copyOf(parameters.values()));
		if (space.dimension() == 0) throw new RewardAnalysisException(
			"search leaves nothing to choose; give at least one range, as in prominence: 5..50.");
	}

	/**
	 * Reads what the user wrote.
	 *
	 * @throws RewardAnalysisException which says what is wrong with it
	 */
	public static MacroSearch of(final MacroText macro, final String text) {
		if (macro.keys().isEmpty()) throw new RewardAnalysisException(
			"%s has no value to search: no option of a run(\"…\", \"key=1\"), no variable that is set to a number, as in sigma = 2;, no #@ parameter with a value. Put the values to be searched into variables.",
			macro.name());
		if (text.isBlank()) throw new RewardAnalysisException(
			"search is empty; give ranges of some keys of %s, as in %s. It has: %s.", macro.name(),
			proposal(macro).isEmpty() ? "method: Otsu|Li" : proposal(macro), MacroText.inWords(macro
				.keys()));
		final Map<MacroKey, Parameter> parameters = new LinkedHashMap<>();
		for (final String entry : entries(text)) {
			final Matcher parts = ENTRY.matcher(entry);
			if (!parts.matches()) throw new RewardAnalysisException(
				"search has \"%s\"; write key: low..high, or key: one|other.", entry.strip());
			final MacroKey key = macro.key(parts.group(1));
			if (parameters.put(key, parameter(key, parts.group(2).strip())) != null)
				throw new RewardAnalysisException("search has %s twice; leave one out.", key.name());
		}
		return new MacroSearch(macro, parameters);
	}

	private static List<String> entries(final String text) {
		return Arrays.stream(text.split("[;\\n\\r]+")).filter(e -> !e.isBlank()).toList();
	}

	private static Parameter parameter(final MacroKey key, final String text) {
		final String bare = text.matches("(?s)[\\[{].*[\\]}]") ? text.substring(1, text.length() - 1) : "";
		if (!bare.isEmpty() || text.contains("|")) return choice(key, bare.isEmpty() ? text.split("\\|",
			-1) : bare.split("[,|]", -1));
		final Matcher range = RANGE.matcher(text);
		if (range.matches()) return range(key, range);
		if (PLAIN.matcher(text).matches() && key.kind() != MacroKey.Kind.TEXT) return new Parameter.Fixed(
			key.name(), "", Double.parseDouble(text));
		return choice(key, text);
	}

	private static Parameter range(final MacroKey key, final Matcher range) {
		if (key.kind() == MacroKey.Kind.FLAG || key.kind() == MacroKey.Kind.TEXT)
			throw new RewardAnalysisException("%s is no number in the macro; give its values, as in %s: %s.",
				key.name(), key.name(), key.kind() == MacroKey.Kind.FLAG ? "on|off" : "Otsu|Li");
		final double low = number(key, range.group(1)), high = number(key, range.group(2));
		if (low > high) throw new RewardAnalysisException(
			"search has %s from %s to %s; write the smaller number first.", key.name(), range.group(1),
			range.group(2));
		boolean log = false, whole = false;
		for (final String word : range.group(3).strip().split("\\s+"))
			switch (word.toLowerCase(Locale.ROOT)) {
				case "" -> {
					// A plain range.
				}
				case "log" -> log = true;
				case "int", "whole" -> whole = true;
				default -> throw new RewardAnalysisException(
					"search has \"%s\" behind the range of %s; only log and int may stand there.", word, key
						.name());
			}
		if (whole) return whole(key, low, high, log);
		return Parameter.of(key.name(), "", low, high, log);
	}

	private static Parameter whole(final MacroKey key, final double low, final double high,
		final boolean log)
	{
		if (low != Math.rint(low) || high != Math.rint(high) || Math.abs(low) > Integer.MAX_VALUE || Math
			.abs(high) > Integer.MAX_VALUE) throw new RewardAnalysisException(
				"search has %s as int from %s to %s; both ends must be whole numbers.", key.name(), plain(
					low), plain(high));
		if (log) throw new RewardAnalysisException("search has %s as log and int; choose one.", key
			.name());
		return low == high ? new Parameter.Fixed(key.name(), "", low) : new Parameter.Whole(key.name(), "",
			(int) low, (int) high);
	}

	private static double number(final MacroKey key, final String text) {
		if (PLAIN.matcher(text).matches()) return Checks.finite(key.name(), Double.parseDouble(text));
		throw new RewardAnalysisException(
			"search has \"%s\" as an end of %s; write a number with a decimal point.", text, key.name());
	}

	private static Parameter choice(final MacroKey key, final String... words) {
		final List<String> options = Arrays.stream(words).map(String::strip).toList();
		for (final String option : options) {
			if (UNFIT.matcher(option).find()) throw new RewardAnalysisException(
				"search has %s as a value of %s; quotes, brackets and backslashes can't be put there.", option,
				key.name());
			if (key.kind() == MacroKey.Kind.FLAG && !List.of(MacroKey.ON, MacroKey.OFF).contains(option))
				throw new RewardAnalysisException(
					"%s stands alone in the macro, so it is on or off; write %s: on|off.", key.name(), key.name());
			if ((key.kind() == MacroKey.Kind.VARIABLE || key.kind() == MacroKey.Kind.PARAMETER) && !PLAIN
				.matcher(option).matches() && !option.matches("true|false")) throw new RewardAnalysisException(
					"%s is a number in the macro and can't be \"%s\"; write %s: low..high.", key.name(), option,
					key.name());
		}
		return new Parameter.Choice(key.name(), options);
	}

	/** A number as text that gives the same number, without an exponent. */
	static String plain(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
			: new BigDecimal(Double.toString(value)).toPlainString();
	}

	/** The macro. */
	public MacroText macro() {
		return macro;
	}

	/** What is searched. */
	public SearchSpace space() {
		return space;
	}

	/** The keys that are searched, in the order of the search. */
	public List<MacroKey> keys() {
		return List.copyOf(parameters.keySet());
	}

	/** The values of a configuration as texts, by key. */
	public Map<MacroKey, String> values(final Configuration configuration) {
		final Map<MacroKey, String> values = new LinkedHashMap<>();
		parameters.forEach((key, parameter) -> values.put(key,
			parameter instanceof final Parameter.Choice choice ? choice.option(configuration) : plain(
				configuration.get(parameter.name()))));
		return values;
	}

	/** The macro with the values of a configuration. */
	public String text(final Configuration configuration) {
		return macro.with(values(configuration));
	}

	/** The values that the macro has now; null if one is none that is searched. */
	public Configuration asWritten() {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final Map.Entry<MacroKey, Parameter> e : parameters.entrySet()) {
			final String value = e.getKey().value();
			final boolean choice = e.getValue() instanceof Parameter.Choice;
			if (choice ? !((Parameter.Choice) e.getValue()).options().contains(value) : !PLAIN.matcher(value)
				.matches()) return null;
			values.put(e.getValue().name(), choice ? value : Double.valueOf(value));
		}
		try {
			return space.configuration(values);
		}
		catch (final RewardAnalysisException exc) {
			// It lies outside, which is no mistake.
			return null;
		}
	}

	/** The same search in the way that can be recorded in a macro and read again. */
	public String canonical() {
		return parameters.values().stream().map(p -> p.name() + ": " + written(p)).collect(Collectors
			.joining("; "));
	}

	private static String written(final Parameter parameter) {
		if (parameter instanceof final Parameter.Real real) return plain(real.min()) + ".." + plain(real
			.max()) + (real.log() ? " log" : "");
		if (parameter instanceof final Parameter.Whole whole) return whole.min() + ".." + whole.max() +
			" int";
		if (parameter instanceof final Parameter.Choice choice) return String.join("|", choice.options());
		return plain(parameter.at(0));
	}

	/** What may be searched: all numbers from half to twice of what they are, in equal ratios. */
	public static String proposal(final MacroText macro) {
		final List<String> ranges = new ArrayList<>();
		for (final MacroKey key : macro.keys()) {
			final double value = key.isNumber() ? Double.parseDouble(key.value()) : 0;
			// Digits of a table change nothing that is measured.
			if (value > 0 && Double.isFinite(2 * value) && !key.name().matches("(.*\\.)?decimal(@.*)?")) ranges.add(key.name() + ": " + plain(
				value / 2) + ".." + plain(highest(key, 2 * value)) + " log");
		}
		return String.join("; ", ranges);
	}

	/** A circularity is 1 at most. */
	private static double highest(final MacroKey key, final double value) {
		return key.name().contains("circularity") ? Math.min(1, value) : value;
	}
}
