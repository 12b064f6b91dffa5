package sc.fiji.rewardanalysis;

/** The comment with the licence that a source file begins with, as {@code mvn license:update-file-header} writes it. */
final class Headers {

	private static final String BEGIN = "/*-\n * #%L\n", END = " * #L%\n */\n\n";

	private Headers() {}

	/** The header of a source with Unix line ends, or "" if it has none. */
	static String of(final String source) {
		return source.startsWith(BEGIN) ? source.substring(0, source.indexOf(END) + END.length()) : "";
	}

	/** What is below the header. */
	static String below(final String source) {
		return source.substring(of(source).length());
	}
}
