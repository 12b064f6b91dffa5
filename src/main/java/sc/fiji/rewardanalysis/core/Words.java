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
