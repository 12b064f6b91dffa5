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

package sc.fiji.rewardanalysis.core.io.many;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Text in a page: nothing that a name contains is taken for markup or for a part of a link. */
final class Html {

	private Html() {}

	/** A text, between tags or in a quoted attribute; what no page may have becomes a question mark. */
	static String text(final String text) {
		final StringBuilder escaped = new StringBuilder(text.length() + 16);
		text.codePoints().forEach(c -> {
			switch (c) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				default -> escaped.appendCodePoint(isCharacter(c) ? c : '?');
			}
		});
		return escaped.toString();
	}

	private static boolean isCharacter(final int c) {
		final boolean control = c < ' ' && c != '\t' && c != '\n' || c >= 0x7F && c < 0xA0;
		return !control && Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE;
	}

	/** A relative link to a file: its path with slashes, all but letters, digits and -_.~ encoded. */
	static String link(final String path) {
		final String encoded = Arrays.stream(path.split("/", -1)).map(Html::segment).collect(Collectors
			.joining("/"));
		// Lest a colon's scheme is seen, or another host.
		return path.startsWith("/") ? "." + encoded : encoded;
	}

	private static String segment(final String name) {
		final StringBuilder encoded = new StringBuilder();
		for (final byte b : name.getBytes(StandardCharsets.UTF_8)) {
			final char c = (char) (b & 0xFF);
			if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0)
				encoded.append(c);
			else encoded.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16))).append(Character
				.toUpperCase(Character.forDigit(c & 15, 16)));
		}
		return encoded.toString();
	}

	/** A file that stands beside this class: a style sheet, a script. */
	static String resource(final String name) {
		try (InputStream in = Html.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			// It is in the jar.
			throw new UncheckedIOException(exc);
		}
	}
}
