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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.io.cif.CifFile;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.journal.EntryJournal;
import sc.fiji.rewardanalysis.core.io.journal.JournalProblem;
import sc.fiji.rewardanalysis.core.io.journal.StudyJournal;
import sc.fiji.rewardanalysis.core.io.points.OracleColumns;
import sc.fiji.rewardanalysis.core.io.points.OracleFrame;
import sc.fiji.rewardanalysis.core.io.points.OracleTable;
import sc.fiji.rewardanalysis.core.io.points.PointTable;
import sc.fiji.rewardanalysis.core.io.points.TrackMateXml;
import sc.fiji.rewardanalysis.core.network.ModelFile;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroText;
import sc.fiji.rewardanalysis.core.workflow.many.FolderNames;

/** What {@link ReaderFuzzTest} has found: each of these ended in another exception, or never. */
class DamagedFilesTest {

	@TempDir
	Path folder;

	private Path file(final String name, final String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	@Test
	void aNumberWithAnEndlessExponent() throws IOException {
		final Path file = file("a.json", "{\"name\":1e99999999999}");
		assertRefused(() -> LatticeFile.read(file), "a.json");
	}

	/** Whole JSON: what showed it, compared it or went through it ran out of stack. */
	@Test
	void bracketsWithinBrackets() throws IOException {
		final String deep = "[".repeat(200_000) + "]".repeat(200_000), keys = "{\"a\":".repeat(50_000) + 1 + "}".repeat(50_000);
		for (final String value : new String[] { deep, keys }) {
			final Path lattice = file("l.json", "{\"name\":" + value + ",\"sites\":[]}");
			assertRefused(() -> LatticeFile.read(lattice), "l.json", "100 brackets");
			final Path journal = file("journal.jsonl", "{\"journal\":\"reward analysis study\",\"format\":1,\"about\":" +
				value + "}\n");
			assertRefused(() -> EntryJournal.open(journal, new JsonObject()), "journal.jsonl", "100 brackets");
			final byte[] header = ("{\"__metadata__\":{\"a\":" + value + "}}").getBytes(StandardCharsets.UTF_8);
			assertRefused(() -> TensorFile.of(ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN).putLong(
				header.length).put(header).array(), "n.safetensors"), "n.safetensors", "100 brackets");
		}
		// Of texts none counts.
		assertEquals("[".repeat(500) + "\"", JsonFields.parse("{\"a\":\"" + "[".repeat(500) + "\\\"\"}", "it").string("a"));
	}

	/** A pipe to which nobody writes has no end, nor has /dev/zero. */
	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void aPipeAndADevice() throws Exception {
		final Path pipe = folder.resolve("pipe");
		assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
		for (final Path file : List.of(pipe, Path.of("/dev/zero")))
			assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
				assertRefused(() -> CifFile.read(file), file.toString(), "a file");
				assertRefused(() -> LatticeFile.read(file), file.toString(), "a file");
				assertRefused(() -> AtomsFile.read(file, 1), file.toString(), "a file");
				assertRefused(() -> PointTable.read(file), file.toString(), "a file");
				assertRefused(() -> TensorFile.read(file), file.toString(), "a file");
			});
	}

	/** 36 s of looking for the nearest of all, which nobody could cancel. */
	@Test
	void aLatticeOfThousandsOfSites() throws IOException {
		final StringBuilder sites = new StringBuilder();
		for (int i = 0; i < 3600; i++)
			sites.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT,
				"{\"species\":\"Si\",\"atomic_number\":14,\"u\":%.6f,\"v\":%.6f}", i / 60 / 60.0, i % 60 / 60.0));
		final Path file = file("l.json", "{\"name\":\"x\",\"description\":\"\",\"source\":\"\",\"a_nm\":50,\"b_nm\":50," +
			"\"angle_deg\":90,\"sites\":[" + sites + "]}");
		assertRefused(() -> LatticeFile.read(file), "l.json", "3600 sites", "at most 2000");
	}

	/** Its length was no int. Nothing but a hole where systems know those. */
	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void aJournalOfGigabytes() throws IOException {
		final Path file = folder.resolve("journal.jsonl");
		try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
			hole.setLength(3L << 30);
		}
		assertRefused(() -> EntryJournal.open(file, new JsonObject()), "journal.jsonl", "3072 MB");
	}

	/** Its message ended with a question mark, and showed the brackets. */
	@Test
	void aCifThatIsNone() throws IOException {
		final Path file = file("c.cif", "[".repeat(100_000));
		assertRefused(() -> CifFile.read(file), "c.cif, line 1", "no name", "is a CIF");
	}

	@Test
	void aMessageOfManyLinesOrOfAWholeFile() throws IOException {
		final Path file = file("a.csv", "x,y\n1,\"" + "[".repeat(100_000) + "\"\n");
		assertRefused(() -> AtomsFile.read(file, 1), "[…[", "is not a number");
		final Path lattice = file("l.json", "{\"name\":\"x\",\"description\":\"\",\"source\":\"\",\"a_nm\":1,\"b_nm\":1," +
			"\"angle_deg\":90,\"sites\":[{\"species\":\"x\\ny\",\"atomic_number\":1,\"u\":0,\"v\":0}]}");
		assertRefused(() -> LatticeFile.read(lattice), "The species \"x y\"");
	}

	@Test
	void aHeadingOfBlanks() throws IOException {
		final Path file = file("a.csv", "x" + "_ ".repeat(50_000) + "(,y\n1,2\n");
		assertRefused(() -> OracleTable.points(PointTable.read(file), OracleColumns.AUTOMATIC, new OracleFrame("a", 9, 9,
			1, 1, 1)), "no columns");
	}

	@Test
	void aJournalWithAnObjectForAName() throws IOException {
		final Path file = file("journal.jsonl", "{\"journal\":\"reward analysis study\",\"space\":[{\"name\":{}}]}\n");
		assertRefused(() -> StudyJournal.open(file, JournalProblem.study(new SobolEngine()), Map.of()), "format");
	}

	@Test
	void aFigureThatIsAList() throws IOException {
		final JsonFields line = JsonFields.parse("{\"x\":[1]}", "it");
		assertRefused(() -> line.numberOrText("x"), "\"x\" in it is [1]", "a number or a text");
		assertRefused(() -> line.numbersOrNull("y"), "no \"y\"");
	}

	@Test
	void aTensorWhoseShapeIsNoList() throws IOException {
		final Path file = folder.resolve("n.safetensors");
		final byte[] header = "{\"t\":{\"dtype\":\"F32\",\"shape\":\"2\",\"data_offsets\":[0,8]}}".getBytes(StandardCharsets.UTF_8);
		Files.write(file, ByteBuffer.allocate(16 + header.length).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length)
			.put(header).array());
		assertRefused(() -> TensorFile.read(file), "n.safetensors");
	}

	/** The longest took minutes: each character less was counted anew. */
	@Test
	void aNameOfHalfAMillionCharacters() {
		final String name = "\uD83D\uDE00a".repeat(170_000);
		final String given = new FolderNames(Map.of(), List.of(name)).of(name);
		assertTrue(given.getBytes(StandardCharsets.UTF_8).length <= 255 && given.startsWith("\uD83D\uDE00a"), given);
	}

	@Test
	void aParameterOfAMacroAndThousandsOfBlanks() {
		assertFalse(new MacroText("m.ijm", "#@ Double" + " ".repeat(50_000) + "!\nsigma = 2;\nrun(\"x\", \"a=1\");")
			.keys().isEmpty());
	}

	/** Of lengths whose first byte is that of a pickle: one in 32 networks. */
	@Test
	void aNetworkIsNoPickle() throws IOException {
		for (int blanks = 0; blanks < 64; blanks++) {
			final Path file = folder.resolve("n.safetensors");
			new TensorFile(Map.of("about", "x".repeat(8 * blanks)), Map.of("t", Tensor.filled(1, 2))).write(file);
			assertEquals(ModelFile.OURS, ModelFile.of(file));
		}
	}

	@Test
	void aDamagedLetterOfXmlIsNotToldToTheConsole() throws IOException {
		final Path file = Files.write(folder.resolve("t.xml"), "<TrackMate \u00e4>".getBytes(StandardCharsets.ISO_8859_1));
		final PrintStream before = System.err;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			assertRefused(() -> TrackMateXml.read(file, OracleColumns.AUTOMATIC, new OracleFrame("a", 9, 9, 1, 1, 1)),
				"no complete XML");
		}
		finally {
			System.setErr(before);
		}
		assertEquals("", printed.toString(StandardCharsets.UTF_8));
	}
}
