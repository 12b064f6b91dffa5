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
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.cif.CifFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.journal.EntryJournal;
import sc.fiji.rewardanalysis.core.io.points.OracleColumns;
import sc.fiji.rewardanalysis.core.io.points.OracleFrame;
import sc.fiji.rewardanalysis.core.io.points.OracleTable;
import sc.fiji.rewardanalysis.core.io.points.PointTable;
import sc.fiji.rewardanalysis.core.io.points.TrackMateXml;
import sc.fiji.rewardanalysis.core.lattice.CrystalProjection;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.ZoneAxis;
import sc.fiji.rewardanalysis.fuzz.Fuzz;

/** Whole files that are larger than most end in the same time: damage makes small ones only. */
class LargeFilesTest {

	private static final OracleFrame FRAME = new OracleFrame("image", 4000, 4000, 0.05, 1, 1);

	@TempDir
	Path folder;

	private static String lines(final int number, final IntFunction<String> line) {
		return IntStream.range(0, number).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
	}

	/** Places of a spiral: none twice. */
	private static String place(final int i, final String format) {
		return String.format(Locale.ROOT, format, 2000 + 4 * Math.sqrt(i) * Math.cos(2.4 * i), 2000 + 4 * Math.sqrt(i) * Math
			.sin(2.4 * i));
	}

	private Path file(final String name, final String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	private static <T> T value(final String name, final Callable<T> read) {
		return Fuzz.value(read, () -> name).orElseThrow(() -> new AssertionError(name + " is refused"));
	}

	@Test
	void tablesAreRead() throws IOException {
		final Path atoms = file("atoms.csv", "x_px,y_px,sigma_px\n" + lines(200_000, i -> place(i, "%.3f,%.3f,2.5")));
		assertEquals(200_000, value("CSV", () -> CsvTable.read(atoms)).size());
		assertEquals(200_000, value("atoms", () -> AtomsFile.read(atoms, 1)).atoms().size());
		assertEquals(200_000, value("points", () -> OracleTable.points(PointTable.read(atoms), OracleColumns.AUTOMATIC, FRAME))
			.points().size());
	}

	@Test
	void spotsOfTrackMateAreRead() throws IOException {
		final Path xml = file("spots.xml", "<TrackMate><Model spatialunits=\"pixel\"><AllSpots>" + lines(100_000, i -> place(i,
			"<Spot ID=\"" + i + "\" POSITION_X=\"%.3f\" POSITION_Y=\"%.3f\" FRAME=\"0\" VISIBILITY=\"1\" QUALITY=\"1\"/>")) +
			"</AllSpots></Model></TrackMate>");
		assertEquals(100_000, value("TrackMate", () -> TrackMateXml.read(xml, OracleColumns.AUTOMATIC, FRAME)).points()
			.size());
	}

	@Test
	void crystalsAreRead() throws IOException {
		final int side = 17;
		final Path cif = file("a.cif", "data_a\n_cell_length_a 40\n_cell_length_b 40\n_cell_length_c 40\n" +
			"_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n_space_group_IT_number 1\nloop_\n" +
			"_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n" + lines(side * side * side,
				i -> String.format(Locale.ROOT, "Fe %.4f %.4f %.4f", i % side / (double) side + 4e-3 * (i * 31 % 7), i / side % side /
					(double) side, i / side / side / (double) side)));
		assertTrue(value("CIF", () -> CrystalProjection.of(CifFile.read(cif).crystal(), new ZoneAxis(1, 1, 1),
			Progress.NONE)).columns().size() > 100);
		final Path lattice = file("l.json", "{\"name\":\"a\",\"description\":\"b\",\"source\":\"c\",\"a_nm\":10,\"b_nm\":10," +
			"\"angle_deg\":90,\"sites\":[" + lines(Lattice.MOST_SITES - 400, i -> String.format(Locale.ROOT,
				"{\"species\":\"Fe\",\"atomic_number\":26,\"u\":%.4f,\"v\":%.4f}%s", i % 40 / 40.0, i / 40 / 40.0, i ==
					Lattice.MOST_SITES - 401 ? "" : ",")) + "]}");
		assertEquals(Lattice.MOST_SITES - 400, value("lattice", () -> LatticeFile.read(lattice)).columnsPerCell());
	}

	@Test
	void journalsAreRead() throws IOException {
		final Path journal = folder.resolve("journal.jsonl");
		final var about = JsonFields.parse("{\"seed\":1}", "about").json();
		try (EntryJournal first = EntryJournal.open(journal, about)) {
			first.append(about);
		}
		final String one = Files.readAllLines(journal).get(1);
		Files.writeString(journal, lines(100_000, i -> one), StandardOpenOption.APPEND);
		assertEquals(100_001, value("journal", () -> {
			try (EntryJournal again = EntryJournal.open(journal, about)) {
				return again.known().size();
			}
		}));
	}
}
