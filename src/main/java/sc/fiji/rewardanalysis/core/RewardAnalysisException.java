package sc.fiji.rewardanalysis.core;

import java.util.Locale;

/**
 * The only exception that this library throws on purpose. Its message is written
 * for the user: one sentence which names the value, the bound it breaks and what
 * to change. What it quotes, such as a file's text, can't break its line, and is
 * shortened.
 */
public class RewardAnalysisException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Of a text in a message, characters: more than a long path, less than a screen. */
	private static final int LONGEST = 800;

	/** Of a message, whatever it quotes. */
	private static final int LONGEST_MESSAGE = 1200;

	/**
	 * @param format a {@link String#format} template, formatted in
	 *          {@link Locale#ROOT}
	 * @param args its arguments
	 */
	public RewardAnalysisException(final String format, final Object... args) {
		super(message(format, args));
	}

	/**
	 * @param cause what went wrong underneath, kept for the log
	 * @param format a {@link String#format} template
	 * @param args its arguments
	 */
	public RewardAnalysisException(final Throwable cause, final String format,
		final Object... args)
	{
		super(message(format, args), cause);
	}

	/** A sentence, whatever there is in the texts that it quotes. */
	private static String message(final String format, final Object... args) {
		if (args.length == 0) return sentence(format);
		final Object[] shown = new Object[args.length];
		for (int i = 0; i < args.length; i++)
			shown[i] = args[i] instanceof final String text ? Words.shortened(text, LONGEST) : args[i];
		return sentence(String.format(Locale.ROOT, format, shown));
	}

	private static String sentence(final String text) {
		return Words.shortened(Words.onOneLine(text), LONGEST_MESSAGE);
	}
}
