package sc.fiji.rewardanalysis.core;

import java.util.Locale;

/**
 * The only exception that this library throws on purpose. Its message is written
 * for the user: one sentence which names the value, the bound it breaks and what
 * to change.
 */
public class RewardAnalysisException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** A message that quotes more than this from a file is no sentence any more, */
	private static final int LONGEST = 1200;

	/** so its middle is left out: so much stands before that, and so much behind, which says what to do. */
	private static final int BEGIN = 800, END = 300;

	/**
	 * @param format a {@link String#format} template, formatted in
	 *          {@link Locale#ROOT}
	 * @param args its arguments
	 */
	public RewardAnalysisException(final String format, final Object... args) {
		super(sentence(args.length == 0 ? format : String.format(Locale.ROOT, format, args)));
	}

	/**
	 * @param cause what went wrong underneath, kept for the log
	 * @param format a {@link String#format} template
	 * @param args its arguments
	 */
	public RewardAnalysisException(final Throwable cause, final String format,
		final Object... args)
	{
		super(sentence(String.format(Locale.ROOT, format, args)), cause);
	}

	/** What it quotes may hold line ends and characters that nothing can show; they become blanks. */
	private static String sentence(final String text) {
		final String plain = text.replaceAll("\\p{Cntrl}", " ");
		return plain.length() <= LONGEST ? plain : plain.substring(0, BEGIN) + " ... " + plain.substring(
			plain.length() - END);
	}
}
