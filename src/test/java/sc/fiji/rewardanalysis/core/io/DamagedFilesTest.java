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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.io.file.JsonFields;
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
