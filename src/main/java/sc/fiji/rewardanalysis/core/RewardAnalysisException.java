package sc.fiji.rewardanalysis.core;

import java.util.Locale;

/**
 * The only exception that this library throws on purpose. Its message is written
 * for the user: one sentence which names the value, the bound it breaks and what
 * to change.
 */
public class RewardAnalysisException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param format a {@link String#format} template, formatted in
	 *          {@link Locale#ROOT}
	 * @param args its arguments
	 */
	public RewardAnalysisException(final String format, final Object... args) {
		super(args.length == 0 ? format : String.format(Locale.ROOT, format, args));
	}

	/**
	 * @param cause what went wrong underneath, kept for the log
	 * @param format a {@link String#format} template
	 * @param args its arguments
	 */
	public RewardAnalysisException(final Throwable cause, final String format,
		final Object... args)
	{
		super(String.format(Locale.ROOT, format, args), cause);
	}
}
