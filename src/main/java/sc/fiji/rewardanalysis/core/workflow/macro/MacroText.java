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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A macro in ImageJ's language with the values that can be searched. Immutable.
 */
public final class MacroText {

	/** What would wait for somebody. */
	private static final Pattern ASKS = Pattern.compile(
		"(?<![\\w.])(waitForUser|getNumber|getString|getBoolean|showMessage|showMessageWithCancel|" +
			"Dialog\\.create|Dialog\\.createNonBlocking|File\\.openDialog)\\b");

	/** What would show the images that nobody shall see. */
	private static final Pattern BATCH = Pattern.compile("(?<![\\w.])setBatchMode(?=\\s*\\()");

	private static final Pattern NESTED = Pattern.compile("Tune Macro(\\.\\.\\.)?");

	private static final List<String> HANDLES = List.of("ImagePlus", "ResultsTable", "RoiManager",
		"output", "OUTPUT", "Dataset", "ImageDisplay");

	private final String name;
	private final MacroSource source;
	private final List<MacroKey> keys;

	/**
	 * Reads the keys of a macro.
	 *
	 * @param name of the file
	 * @throws RewardAnalysisException if it is empty, would ask the user something, or runs the
	 *           command that tunes macros
	 */
	public MacroText(final String name, final String text) {
		this.name = Checks.given("name of the macro", name);
		source = new MacroSource(Checks.given("text of the macro", text));
		if (source.code().isBlank() && !text.contains("#@")) throw new RewardAnalysisException(
			"%s has no commands; choose a macro that analyses the image.", name);
		final Matcher asks = ASKS.matcher(source.code());
		if (asks.find()) throw new RewardAnalysisException(
			"%s would wait for somebody in line %d (%s), evaluation after evaluation; give the value in the macro instead.",
			name, source.line(asks.start()), asks.group());
		final Matcher nested = NESTED.matcher(text);
		while (nested.find())
			if (source.literalAt(nested.start() - 1) != null) throw new RewardAnalysisException(
				"%s runs Tune Macro itself, in line %d; choose the macro that it tunes.", name, source.line(
					nested.start()));
		keys = MacroKeys.of(source);
	}

	/** The file's name. */
	public String name() {
		return name;
	}

	/** The macro as it is. */
	public String text() {
		return source.text();
	}

	/** The values that can be searched, in the order of the text. */
	public List<MacroKey> keys() {
		return keys;
	}

	/** SHA-256 of the text in UTF-8. */
	public String hash() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(
				StandardCharsets.UTF_8)));
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java platform has SHA-256.", exc);
		}
	}

	/**
	 * The key of a name.
	 *
	 * @param wanted its name, its key alone if no other has it, {@code command.key} or
	 *          {@code key@line}
	 * @throws RewardAnalysisException if there is none or several
	 */
	public MacroKey key(final String wanted) {
		for (final MacroKey key : keys)
			if (key.name().equals(wanted)) return key;
		final List<MacroKey> alike = keys.stream().filter(k -> k.key().equalsIgnoreCase(wanted) || k
			.withCommand().equalsIgnoreCase(wanted) || (k.key() + "@" + k.line()).equalsIgnoreCase(wanted))
			.toList();
		if (alike.size() == 1) return alike.get(0);
		if (alike.isEmpty()) throw new RewardAnalysisException(
			"%s has no key \"%s\"; search some of: %s.", name, wanted, inWords(keys));
		throw new RewardAnalysisException("%s has \"%s\" %d times; choose one of: %s.", name, wanted,
			alike.size(), inWords(alike));
	}

	/** Keys with their values and lines, to be read. */
	public static String inWords(final List<MacroKey> keys) {
		return keys.isEmpty() ? "none" : keys.stream().map(MacroKey::inWords).collect(Collectors.joining(
			", "));
	}

	/**
	 * The macro with other values; all else stays to the last blank.
	 *
	 * @param values as they shall be read, by key
	 */
	public String with(final Map<MacroKey, String> values) {
		final StringBuilder text = new StringBuilder(source.text());
		values.entrySet().stream().sorted(Comparator.comparing(e -> -e.getKey().start())).forEach(
			e -> text.replace(e.getKey().start(), e.getKey().end(), e.getKey().written(e.getValue())));
		return text.toString();
	}

	/**
	 * A macro as ImageJ's interpreter alone can run it, unseen: script parameters become
	 * variables with their defaults, and {@code setBatchMode} does nothing, for the macro is in
	 * batch mode until its end. Lines stay where they are.
	 *
	 * @throws RewardAnalysisException if a parameter has no default
	 */
	public static String runnable(final String text) {
		final Matcher batch = BATCH.matcher(new MacroSource(text).code());
		final StringBuilder quiet = new StringBuilder(text);
		boolean any = false;
		// As long as the name it replaces, so that positions stay.
		for (; batch.find(); any = true)
			quiet.replace(batch.start(), batch.end(), "keepBatch_ok");
		final Matcher parameter = MacroKeys.PARAMETER.matcher(quiet);
		final String plain = parameter.replaceAll(m -> Matcher.quoteReplacement(assignment(parameter)));
		final String left = plain.replaceAll("(?m)^#@[^\\n]*", "");
		return any ? left + "\nfunction keepBatch_ok(mode) { return 0; }\n" : left;
	}

	private static String assignment(final Matcher parameter) {
		final String type = parameter.group(1), variable = parameter.group(3);
		if (variable == null || HANDLES.contains(type)) return "";
		final String attributes = (parameter.group(2) == null ? "" : parameter.group(2)) + " " +
			(parameter.group(4) == null ? "" : parameter.group(4));
		final Matcher value = Pattern.compile("\\bvalue\\s*=\\s*(\"[^\"\\n]*\"|'[^'\\n]*'|[^,\\s)]+)")
			.matcher(attributes);
		if (!value.find()) throw new RewardAnalysisException(
			"The macro asks for %s (#@ %s); give it a value there, as in #@ %s(value=1) %s.", variable,
			type, type, variable);
		final String text = value.group(1);
		final boolean bare = text.matches("[-+]?[\\d.]+([eE][-+]?\\d+)?|true|false|[\"'].*");
		return variable + " = " + (bare ? text : '"' + text + '"') + ";";
	}
}
