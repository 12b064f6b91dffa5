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

/** Numbers in sentences, sentences in lines. */
public final class Words {

	private Words() {}

	/** As in {@code 1 atom}, {@code 2 atoms}. */
	public static String count(final long n, final String noun) {
		return n + " " + noun + (n == 1 ? "" : "s");
	}

	/**
	 * Broken between words into lines of at most so many characters; a longer word has a line of its
	 * own.
	 */
	public static String lines(final String text, final int width) {
		final StringBuilder lines = new StringBuilder();
		int length = 0;
		for (final String word : text.split(" ")) {
			final boolean fits = length + 1 + word.length() <= width;
			if (!lines.isEmpty()) lines.append(fits ? ' ' : '\n');
			length = fits && !lines.isEmpty() ? length + 1 + word.length() : word.length();
			lines.append(word);
		}
		return lines.toString();
	}

	/** With a blank for each run of line breaks, tabs and other characters that nobody can see. */
	public static String onOneLine(final String text) {
		return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
	}

	/** Its beginning and its end with … in between, if it has more than so many characters. */
	public static String shortened(final String text, final int length) {
		if (text.length() <= length) return text;
		int begin = length / 2, end = text.length() - length / 2;
		// Two chars may be one character.
		if (Character.isHighSurrogate(text.charAt(begin - 1))) begin--;
		if (Character.isLowSurrogate(text.charAt(end))) end++;
		return text.substring(0, begin) + "…" + text.substring(end);
	}
}
