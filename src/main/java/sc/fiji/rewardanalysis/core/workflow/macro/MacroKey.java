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
