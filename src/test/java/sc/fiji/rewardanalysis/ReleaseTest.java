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

package sc.fiji.rewardanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What a release says of itself is the same everywhere, and each source says whose it is. */
class ReleaseTest {

	private static String read(final String file) throws IOException {
		return Files.readString(Path.of(file)).replace("\r\n", "\n");
	}

	private static String found(final String pattern, final String file) throws IOException {
		final Matcher matcher = Pattern.compile(pattern).matcher(read(file));
		assertTrue(matcher.find(), file + " has no " + pattern);
		return matcher.group(1);
	}

	/** Of both POMs, the citation and the changelog, whose section of a snapshot has no date yet. */
	@Test
	void theVersionIsTheSameEverywhere() throws IOException {
		final String ours = "<artifactId>%s</artifactId>\n\t<version>(.*?)</version>";
		final String version = found(ours.formatted("reward-analysis"), "pom.xml");
		assertEquals(version, found(ours.formatted("reward-analysis-distributed"), "distributed/pom.xml"));
		assertEquals(version, found("(?m)^version: (.*)$", "CITATION.cff"));
		final String number = version.replace("-SNAPSHOT", "");
		assertEquals(version.equals(number) ? "date" : "Unreleased", found("(?m)^## \\[" + Pattern.quote(number) +
			"] - (.*)$", "CHANGELOG.md").replaceAll("\\d{4}-\\d\\d-\\d\\d", "date"));
		assertTrue(read("CHANGELOG.md").contains("\n[" + number + "]: https://"), "the heading's link");
	}

	/** {@code mvn license:update-file-header}, here and in distributed, adds what lacks; the licence is LICENSE's. */
	@Test
	void everySourceHasTheHeader() throws IOException {
		final List<String> wrong = new ArrayList<>();
		String header = null;
		for (final Path root : List.of(Path.of("src"), Path.of("distributed/src")))
			try (Stream<Path> files = Files.walk(root)) {
				for (final Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
					final String own = Headers.of(read(file.toString()));
					if (header == null && !own.isEmpty()) header = own;
					if (own.isEmpty() || !own.equals(header)) wrong.add(file.toString());
				}
			}
		assertEquals(List.of(), wrong, "run mvn license:update-file-header");
		assertTrue(header.contains("Copyright (C) 2026 Reward Analysis developers\n"), header);
		final String licence = read("LICENSE"), disclaimer = words(licence.substring(licence.indexOf("THIS SOFTWARE")));
		// The plugin's text has plurals and commas that LICENSE's hasn't.
		assertTrue(words(header).contains(disclaimer.substring(0, disclaimer.indexOf("DISCLAIMED"))), header);
	}

	/** A text without its layout. */
	private static String words(final String text) {
		return text.replaceAll("(?m)^ \\* ?", "").replaceAll("\\s+", " ").strip();
	}
}
