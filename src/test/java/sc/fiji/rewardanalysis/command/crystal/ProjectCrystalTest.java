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

package sc.fiji.rewardanalysis.command.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.CommandImages;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.command.OptimizeAtomFinding;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.AtomsFile;
import sc.fiji.rewardanalysis.core.io.LatticeFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;

class ProjectCrystalTest {

	private static final File SRTIO3 = new File("src/test/resources/cif/SrTiO3.cif").getAbsoluteFile();

	@TempDir
	Path folder;

	@Test
	void filesSayWhatWasProjected() throws Exception {
		Commands.succeed(ProjectCrystal.class, "cif_file", SRTIO3, "zone_axis", "[110]", "output_folder", folder.toFile());
		assertEquals(new TreeSet<>(Set.of("lattice.json", "columns.csv", "summary.txt", "projection.png")), CommandImages
			.names(folder));
		final Lattice lattice = LatticeFile.read(folder.resolve("lattice.json"));
		assertEquals("SrTiO3-110", lattice.name());
		assertEquals(2, lattice.columnsPerCell());
		final JsonFields json = JsonFields.read(folder.resolve("lattice.json"));
		assertTrue(json.string("macro").contains("zone_axis=[[110]]") || json.string("macro").contains("zone_axis=[110]"), json
			.string("macro"));
		assertTrue(lattice.source().matches("SrTiO3\\.cif, SHA-256 [0-9a-f]{64}"), lattice.source());
		final CsvTable columns = CsvTable.read(folder.resolve("columns.csv"));
		assertEquals(3, columns.size());
		assertEquals("Sr+O", columns.get(0, "species"));
		assertEquals(1, columns.number(0, "brightness"));
		assertEquals(0.19525, columns.number(1, "y_nm"), 1e-6);
		assertEquals(1, columns.number(1, "is_taken"));
		assertEquals(0, columns.number(2, "is_taken"));
		assertEquals("O 2.0", columns.get(2, "elements"));
		final String summary = Files.readString(folder.resolve("summary.txt"));
		for (final String words : new String[] { "Zone axis:  [1 1 0]", "2 of 3 a cell, 18.55 per nm2", "1 column of O left out",
			"run(\"Project Crystal...\"", "Reward Analysis " })
			assertTrue(summary.contains(words), words + " is missing in " + summary);
		assertTrue(ImageIO.read(folder.resolve("projection.png").toFile()).getWidth() >= 600);
	}

	/** Without a folder the summary is a note. */
	@Test
	void withoutAFolderItIsSaid() {
		final List<String> notes = new ArrayList<>();
		try (Context context = Commands.context()) {
			final ProjectCrystal command = new ProjectCrystal();
			context.inject(command);
			final CommandModule module = new CommandModule(
				new CommandInfo(ProjectCrystal.class), command);
			module.setInput("cif_file", SRTIO3);
			module.setInput("columns", "all");
			Insides.runUnseen(command, folder, notes::add, Progress.NONE);
		}
		assertTrue(String.join("\n", notes).contains("4 of 4 a cell"), notes.toString());
	}

	@Test
	void whatCannotBeIsRefused() throws Exception {
		Commands.refuse(ProjectCrystal.class, new String[] { "cif_file" }, "zone_axis", "001");
		Commands.refuse(ProjectCrystal.class, new String[] { "none.cif" }, "cif_file", folder.resolve("none.cif").toFile());
		Commands.refuse(ProjectCrystal.class, new String[] { "zone_axis", "\"up\"" }, "cif_file", SRTIO3, "zone_axis", "up");
		Commands.refuse(ProjectCrystal.class, new String[] { "columns", "some", "visible" }, "cif_file", SRTIO3, "columns",
			"some");
		Commands.refuse(ProjectCrystal.class, new String[] { "least_brightness" }, "cif_file", SRTIO3, "least_brightness", -1);
	}

	@Test
	void theDialogSaysWhatFollows() {
		final Outlook outlook = outlook("[110]");
		assertEquals(List.of("SrTiO3, 5 atoms a cell", "0.2761 × 0.3905 nm, 90.0°", "2 of 3 a cell, 18.5 per nm²",
			"1 Sr+O, 1 Ti", "0.195 nm"), outlook.facts().stream().map(Outlook.Fact::text).toList());
		assertThrows(RewardAnalysisException.class, () -> outlook("no"));
	}

	private static Outlook outlook(final String zone) {
		try (Context context = Commands.context()) {
			final ProjectCrystal command = new ProjectCrystal();
			context.inject(command);
			final CommandModule module = new CommandModule(
				new CommandInfo(ProjectCrystal.class), command);
			module.setInput("cif_file", SRTIO3);
			module.setInput("zone_axis", zone);
			return command.outlook(null, Map.of(), false, Progress.NONE);
		}
	}

	/** A crystal from a CIF finds what the preset finds. */
	@Test
	void theProjectedCrystalServesAsTheCustomOne() throws Exception {
		Commands.succeed(ProjectCrystal.class, "cif_file", SRTIO3, "output_folder", folder.resolve("crystal").toFile());
		final ImagePlus image = Commands.sample("srtio3");
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "lattice", "SrTiO3-001", "output_folder", folder.resolve(
			"preset").toFile());
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "lattice", "custom", "lattice_file", folder.resolve(
			"crystal/lattice.json").toFile(), "output_folder", folder.resolve("own").toFile());
		for (final String name : new String[] { "atoms.csv", "pareto.csv" })
			assertEquals(Files.readString(folder.resolve("preset").resolve(name)), Files.readString(folder.resolve("own")
				.resolve(name)), name);
		assertTrue(AtomsFile.read(folder.resolve("own/atoms.csv"), 1) != null);
		Commands.refuse(OptimizeAtomFinding.class, new String[] { "is a CIF", "Project Crystal..." }, "image", image, "lattice",
			"custom", "lattice_file", SRTIO3);
	}
}
