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
	private static final int LONGEST_MESSAGE = 1199;

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
