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

import java.util.Locale;

/**
 * A value in a macro that a search may change.
 *
 * @param name by which it is told from all others of the macro
 * @param key its name in the macro, without what tells it from others
 * @param command the command whose option it is; empty for a variable
 * @param kind where it stands
 * @param line from 1
 * @param value as it is written, without quotes or brackets
 * @param start where its text begins in the macro
 * @param end the position behind it
 */
public record MacroKey(String name, String key, String command, Kind kind, int line, String value,
	int start, int end)
{

	/** Where a value stands. */
	public enum Kind {
			/** {@code key=value} in the options of a {@code run}. */
			OPTION,
			/** A word alone in the options of a {@code run}, which is on. */
			FLAG,
			/** A number or a word that a variable is set to. */
			VARIABLE,
			/** A text that a variable is set to. */
			TEXT,
			/** The default of a script parameter. */
			PARAMETER
	}

	/** The values of a {@link Kind#FLAG}. */
	public static final String ON = "on", OFF = "off";

	MacroKey named(final String other) {
		return new MacroKey(other, key, command, kind, line, value, start, end);
	}

	/** The key with the command it belongs to, in lower case. */
	String withCommand() {
		final String word = command.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "").toLowerCase(
			Locale.ROOT);
		return word.isEmpty() ? key : word + "." + key;
	}

	/** Whether its value is a finite number. */
	public boolean isNumber() {
		try {
			return kind != Kind.TEXT && Double.isFinite(Double.parseDouble(value));
		}
		catch (final NumberFormatException exc) {
			return false;
		}
	}

	/** Its name, value and line, to be read. */
	public String inWords() {
		return name + " (" + (value.isBlank() ? "empty" : value) + ", line " + line + ")";
	}

	/** How a value is written in the macro's text. */
	String written(final String other) {
		return switch (kind) {
			case FLAG -> other.equals(OFF) ? "" : key;
			case OPTION -> other.isEmpty() || other.contains(" ") ? "[" + other + "]" : other;
			case TEXT -> '"' + other + '"';
			case VARIABLE, PARAMETER -> other;
		};
	}
}
