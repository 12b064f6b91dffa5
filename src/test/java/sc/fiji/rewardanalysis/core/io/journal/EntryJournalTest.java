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

package sc.fiji.rewardanalysis.core.io.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class EntryJournalTest {

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void name() {
		file = folder.resolve("new").resolve("windows.jsonl");
	}

	private static JsonObject json(final String key, final double value) {
		final JsonObject json = new JsonObject();
		json.addProperty(key, value);
		return json;
	}

	private EntryJournal open(final double seed) {
		return EntryJournal.open(file, json("seed", seed));
	}

	private List<Double> known(final double seed) {
		try (EntryJournal journal = open(seed)) {
			return journal.known().stream().map(e -> e.number("window")).toList();
		}
	}

	private void write(final double seed, final double... windows) {
		try (EntryJournal journal = open(seed)) {
			for (final double w : windows)
				journal.append(json("window", w));
		}
	}

	@Test
	void whatWasDoneIsKnown() {
		write(1, 4, 2);
		write(1, 7);
		assertEquals(List.of(4.0, 2.0, 7.0), known(1));
	}

	@Test
	void aLineThatWasCutShortIsWrittenOver() throws Exception {
		write(1, 4);
		Files.writeString(file, "{\"window\":5", StandardOpenOption.APPEND);
		write(1, 6);
		assertEquals(List.of(4.0, 6.0), known(1));
	}

	@Test
	void oneOfSomethingElseIsKept() throws Exception {
		write(1, 4);
		final String text = Files.readString(file);
		assertEquals(List.of(), known(2));
		assertEquals(text, Files.readString(file.resolveSibling("windows-1.jsonl")));
	}

	@Test
	void onlyOneRunMayHaveIt() {
		try (EntryJournal journal = open(1)) {
			final String message = assertThrows(RewardAnalysisException.class, () -> open(1)).getMessage();
			assertTrue(message.contains("in use by another run"), message);
			assertEquals(0, journal.known().size());
		}
	}

	@Test
	void aDamagedLineAndAnotherFileAreRefused() throws Exception {
		write(1, 4);
		final List<String> lines = Files.readAllLines(file);
		Files.writeString(file, lines.get(0) + "\nno\n");
		final String message = assertThrows(RewardAnalysisException.class, () -> open(1)).getMessage();
		assertTrue(message.contains("line 2"), message);
		Files.writeString(file, "{\"some\":1}\n");
		assertThrows(RewardAnalysisException.class, () -> open(1));
		assertEquals("{\"some\":1}\n", Files.readString(file), "it is somebody's");
	}
}
