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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

class LatticeFileTest {

	private static final String GOOD = """
		{ "name": "SrTiO3-001", "description": "d", "source": "s",
		  "a_nm": 0.3905, "b_nm": 0.3905, "angle_deg": 90,
		  "sites": [ { "species": "Sr", "atomic_number": 38, "u": 0, "v": 0 } ] }
		""";

	@TempDir
	Path folder;

	@Test
	void aCifIsToBeProjectedFirst() {
		assertRefused(() -> LatticeFile.read(folder.resolve("a.CIF")), "a.CIF is a CIF", "Project Crystal...",
			"lattice.json");
	}

	@Test
	void everyPresetSurvivesTheRoundTrip() throws IOException {
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			for (final String name : Lattices.names()) {
				final Path file = folder.resolve("new/" + name + ".json");
				LatticeFile.write(file, Lattices.get(name));
				assertEquals(Lattices.get(name), LatticeFile.read(file));
			}
		}
		finally {
			Locale.setDefault(before);
		}
		try (var files = Files.list(folder.resolve("new"))) {
			assertTrue(files.allMatch(f -> f.toString().endsWith(".json")), "no leftovers");
		}
	}

	@Test
	void readsTheDocumentedForm() throws IOException {
		assertEquals(38, LatticeFile.read(file(GOOD)).sites().get(0).atomicNumber());
	}

	@Test
	void saysWhatIsWrong() throws IOException {
		refused("There is no file", folder.resolve("absent.json"));
		refused("is not JSON", file("a: b"));
		refused("is not JSON", file(""));
		refused("at line 4 column", file(GOOD + "x"));
		refused("object in { }", file("[1]"));
		refused("is not JSON", file(GOOD + "{}"));
		refused("no \"b_nm\"", file(GOOD.replace("b_nm", "c_nm")));
		refused("\"a_nm\"", file(GOOD.replace("\"a_nm\": 0.3905", "\"a_nm\": \"0.3905\"")));
		refused("Angstrom", file(GOOD.replace("\"a_nm\": 0.3905", "\"a_nm\": 390.5")));
		refused("no sites", file(GOOD.replaceAll("\\[[^]]*]", "[]")));
		refused("sites[0]", file(GOOD.replace("\"u\": 0", "\"u\": 1.5")));
		refused("sites[0]", file(GOOD.replace("\"u\": 0,", "")));
		refused("whole number", file(GOOD.replace("38", "38.5")));
	}

	private Path file(final String text) throws IOException {
		return Files.writeString(folder.resolve("lattice.json"), text);
	}

	private static void refused(final String words, final Path file) {
		final var e = assertThrows(RewardAnalysisException.class, () -> LatticeFile.read(file));
		assertTrue(e.getMessage().contains(words), e.getMessage());
		assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
	}
}
