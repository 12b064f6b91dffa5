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

package sc.fiji.rewardanalysis.command.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.command.CommandImages;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.command.oracle.CompareWithOracle;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.learning.columns.ModelFiles;

class FindAtomsWithNetworkTest {

	private static final String CRYSTAL = "SrTiO3-001";

	@TempDir
	private Path folder;

	@Test
	@NeedsNetworks
	void theCrystalTunesTheReadyMadeNetwork() throws Exception {
		final Path tuned = folder.resolve("tuned");
		run(Commands.sample("srtio3"), tuned, "lattice", CRYSTAL, "parameters", "crystal");
		assertTrue(CommandImages.names(tuned).containsAll(Set.of("atoms.csv", "pareto.csv", "evaluations.csv",
			"study.json", "summary.txt", "probability.tif", "overlay.png", "pareto.png", "citations.bib")));
		final Match match = Matching.match(atoms(tuned.resolve("atoms.csv")), atoms(Path.of(
			"sample-data/srtio3_truth.csv")), 4, Area.image(256, 256).inset(10));
		assertTrue(match.f1() > 0.98, "F1 " + match.f1());
		final String summary = Files.readString(tuned.resolve("summary.txt"));
		assertTrue(summary.contains("Exact front of all"), summary);
		// The line that finds the solution without a search.
		final String line = summary.lines().filter(l -> l.startsWith("Atoms by:")).findFirst().orElseThrow();
		final Path again = folder.resolve("again");
		run(Commands.sample("srtio3"), again, "lattice", CRYSTAL, "threshold", number(line, "threshold"),
			"min_distance", number(line, "min_distance"));
		assertEquals(Files.readString(tuned.resolve("atoms.csv")), Files.readString(again.resolve(
			"atoms.csv")));
		assertTrue(Files.readString(again.resolve("network.json")).contains("\"ready-made network\""));
	}

	/** A network of somebody else, and its map as an oracle: the same atoms. */
	@Test
	@NeedsNetworks
	void aMapIsAnOracle() throws Exception {
		final Path file = ModelFiles.torchScript(folder.resolve("net.pt"), ModelFiles.PROBABILITY);
		final ImagePlus image = Commands.sample("srtio3");
		final Path found = folder.resolve("found"), compared = folder.resolve("compared");
		run(image, found, "network", "file", "network_file", file.toFile(), "threshold", 0.4,
			"min_distance", 4);
		final int atoms = CsvTable.read(found.resolve("atoms.csv")).size();
		assertTrue(atoms > 50, atoms + " atoms");
		Commands.succeed(CompareWithOracle.class, "image", image, "oracle_file", found.resolve(
			"probability.tif").toFile(), "oracle_threshold", 0.4, "oracle_spacing", 4, "lattice", CRYSTAL, "output_folder", compared
				.toFile());
		final String summary = Files.readString(compared.resolve("summary.txt"));
		assertTrue(summary.matches("(?s).*F1 +(1\\.0|0\\.9[89]).*"), summary);
	}

	/** Of dark atoms here. */
	@Test
	@NeedsNetworks
	void theReadyMadeNetworkIsAnOracle() throws Exception {
		final Path compared = folder.resolve("compared");
		final ImagePlus dark = Commands.sample("srtio3");
		dark.getProcessor().multiply(-1);
		Commands.succeed(CompareWithOracle.class, "image", dark, "atoms_file", new File(
			"sample-data/srtio3_truth.csv"), "oracle_from", "network", "oracle_contrast", "dark", "lattice",
			CRYSTAL, "output_folder", compared.toFile());
		final String summary = Files.readString(compared.resolve("summary.txt"));
		assertTrue(summary.contains("ready-made network"), summary);
		assertTrue(summary.matches("(?s).*F1 +(1\\.0|0\\.9[89]).*"), summary);
	}

	@Test
	@NeedsNetworks
	void selectionsAndDarkAtomsCount() throws Exception {
		final ImagePlus image = Commands.sample("srtio3");
		image.setRoi(40, 60, 150, 130);
		run(image, folder.resolve("bright"), "lattice", CRYSTAL);
		final List<Blob> bright = atoms(folder.resolve("bright/atoms.csv"));
		assertTrue(bright.size() > 20 && bright.stream().allMatch(b -> b.x() > 39 && b.x() < 191 && b
			.y() > 59 && b.y() < 191));
		image.deleteRoi();
		image.getProcessor().multiply(-1);
		image.setRoi(40, 60, 150, 130);
		run(image, folder.resolve("dark"), "lattice", CRYSTAL, "contrast", "dark");
		final List<Blob> dark = atoms(folder.resolve("dark/atoms.csv"));
		assertEquals(bright.size(), dark.size());
		assertEquals(bright.get(0).x(), dark.get(0).x(), 1e-3);
	}

	@Test
	@NeedsNetworks
	void whatCannotBeUsedIsRefused() throws Exception {
		final ImagePlus image = Commands.sample("srtio3");
		refuse(image, "lattice", "parameters", "crystal");
		refuse(image, "threshold", "threshold", 0.0);
		refuse(image, "network_file", "network", "file");
		refuse(image, "no file", "network", "file", "network_file", new File("nowhere.pt"));
		refuse(image, "no network", "network", "file", "network_file", new File("README.md"));
		refuse(image, "tile_size", "tile_size", 8, "scale", 4.0);
		refuse(image, "too many", "scale", 9e3);
		refuse(image, "scale", "scale", 1e5);
		final ImagePlus uncalibrated = Commands.sample("srtio3");
		uncalibrated.getCalibration().setUnit("furlong");
		refuse(uncalibrated, "pixel_size", "lattice", CRYSTAL);
		final ImagePlus flat = Commands.sample("srtio3");
		flat.getProcessor().multiply(0);
		refuse(flat, "one grey value");
		refuse(CommandImages.withoutNumbers(), "no pixel that is a number");
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 1;
		refuse(image, "0.2 nm", "lattice", CRYSTAL, "parameters", "crystal");
	}

	private void run(final ImagePlus image, final Path into, final Object... more) throws Exception {
		Commands.succeed(FindAtomsWithNetwork.class, inputs(image, Stream.concat(Stream.of("output_folder",
			into.toFile()), Stream.of(more)).toArray()));
	}

	private static void refuse(final ImagePlus image, final String word, final Object... more)
		throws Exception
	{
		Commands.refuse(FindAtomsWithNetwork.class, new String[] { word }, inputs(image, more));
	}

	private static Object[] inputs(final ImagePlus image, final Object... more) {
		return Stream.concat(Stream.of("image", image), Stream.of(more)).toArray();
	}

	private static List<Blob> atoms(final Path file) {
		final CsvTable table = CsvTable.read(file);
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < table.size(); i++)
			atoms.add(new Blob(Double.parseDouble(table.get(i, "x_px")), Double.parseDouble(table.get(i,
				"y_px")), 1, 0));
		return atoms;
	}

	private static double number(final String line, final String key) {
		return Double.parseDouble(line.replaceAll(".*\\b" + key + "=([-0-9.Ee]+).*", "$1"));
	}
}
