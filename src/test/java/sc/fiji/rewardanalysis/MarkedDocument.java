package sc.fiji.rewardanalysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Markdown document with parts that a program writes, between two HTML comments each. */
public final class MarkedDocument {

	private MarkedDocument() {}

	/**
	 * Replaces what stands between {@code <!-- name: begin -->} and
	 * {@code <!-- name: end -->}.
	 */
	public static void replace(final Path document, final String name, final String text) {
		try {
			Files.writeString(document, replaced(Files.readString(document), name, text));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	static String replaced(final String document, final String name, final String text) {
		final String begin = "<!-- " + name + ": begin -->\n", end = "<!-- " + name + ": end -->";
		final int from = document.indexOf(begin), to = document.indexOf(end);
		if (from < 0 || to < from) throw new IllegalArgumentException("There is no part called " + name);
		return document.substring(0, from + begin.length()) + "\n" + text.strip() + "\n\n" + document
			.substring(to);
	}
}
