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

package sc.fiji.rewardanalysis.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.Version;

class CitationsTest {

	/** The fields of each entry, by its key. */
	private static Map<String, Map<String, String>> entries() {
		final Map<String, Map<String, String>> entries = new HashMap<>();
		final Matcher entry = Pattern.compile("(?ms)^@(\\w+)\\{(\\w+),\n(.*?)\n\\}$").matcher(Citations
			.bibTeX());
		while (entry.find()) {
			final Map<String, String> fields = new HashMap<>(Map.of("type", entry.group(1)));
			for (final String line : entry.group(3).split(",\n")) {
				final Matcher field = Pattern.compile("  (\\w+) = \\{(.*)\\}").matcher(line);
				assertTrue(field.matches(), line);
				fields.put(field.group(1), field.group(2));
			}
			entries.put(entry.group(2), fields);
		}
		return entries;
	}

	/** Authors, title, journal, pages and DOI of each article are those of {@code CITATION.cff}. */
	@Test
	void articlesAreThoseOfTheCitationFile() throws IOException {
		final Map<String, Map<String, String>> entries = entries();
		assertEquals(3, entries.size());
		final String[] references = Files.readString(Path.of("CITATION.cff")).split("  - type: article");
		assertEquals(3, references.length);
		for (int i = 1; i < references.length; i++) {
			final String cff = references[i], doi = value(cff, "doi");
			final Map<String, String> article = entries.values().stream().filter(e -> doi.equals(e.get("doi")))
				.findFirst().orElseThrow();
			assertEquals("article", article.get("type"));
			for (final String field : List.of("title", "journal", "volume", "year"))
				assertEquals(value(cff, field), article.get(field));
			final Matcher authors = Pattern.compile("family-names: (.*)\n\\s+given-names: (.*)").matcher(cff);
			final StringBuilder names = new StringBuilder();
			while (authors.find())
				names.append(names.isEmpty() ? "" : " and ").append(authors.group(1)).append(", ").append(authors
					.group(2));
			assertEquals(names.toString(), article.get("author"));
			assertTrue(article.get("pages").startsWith(value(cff, "start")), article.get("pages"));
		}
	}

	@Test
	void theSoftwareIsThatOfTheCitationFile() throws IOException {
		final String cff = Files.readString(Path.of("CITATION.cff"));
		final Map<String, String> software = entries().get("rewardanalysis");
		assertEquals(value(cff, "title"), software.get("title"));
		assertEquals("\\url{" + value(cff, "url") + "}", software.get("howpublished"));
		assertEquals("{" + value(cff, "  - name") + "}", software.get("author"));
		assertEquals("Version " + Citations.escape(Version.current()), software.get("note"));
	}

	private static String value(final String cff, final String key) {
		final Matcher line = Pattern.compile("(?m)^ *" + key + ": \"?(.*?)\"?$").matcher(cff);
		assertTrue(line.find(), key);
		return line.group(1);
	}

	@ParameterizedTest
	@CsvSource({ "50%_a&b, 50\\%\\_a\\&b", "C:\\x, C:\\textbackslash{}x", "$#{}, \\$\\#\\{\\}",
		"~^, \\textasciitilde{}\\textasciicircum{}", "plain 1.2-3, plain 1.2-3" })
	void latexPrintsWhatItReads(final String text, final String escaped) {
		assertEquals(escaped, Citations.escape(text));
	}

	@Test
	void bracesAreBalanced() {
		int depth = 0;
		for (final char c : Citations.bibTeX().toCharArray()) {
			depth += c == '{' ? 1 : c == '}' ? -1 : 0;
			assertTrue(depth >= 0);
		}
		assertEquals(0, depth);
	}
}
