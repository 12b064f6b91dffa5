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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** No number is written, and no letter made large or small, as the user's country would. */
class NumbersAlikeTest {

	private static final Path SOURCES = Path.of("src/main/java");

	/** What takes the country of the machine where none is named. */
	private static final Pattern COUNTRY = Pattern.compile(
		"String\\.format\\(\\s*(?!\\s*Locale\\.ROOT)|\\.formatted\\(|\\.printf\\(\\s*(?!\\s*Locale\\.ROOT)|" +
			"\\.to(Lower|Upper)Case\\(\\)|NumberFormat\\.get\\w*Instance\\(\\)|new DecimalFormat\\(\"[^\"]*\"\\)|" +
			"new NumberTickUnit\\([\\d.]+\\)|\\.getBytes\\(\\)|new (FileReader|FileWriter|Scanner)\\(|" +
			"Charset\\.defaultCharset");

	@Test
	void noSourceAsksForTheCountry() throws IOException {
		final List<String> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList())
				COUNTRY.matcher(Files.readString(file)).results().forEach(r -> found.add(file.getFileName() + ": " +
					r.group()));
		}
		assertEquals(List.of(), found);
	}
}
