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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.command.CommandImages.names;
import static sc.fiji.rewardanalysis.command.CommandImages.noise;
import static sc.fiji.rewardanalysis.command.CommandImages.series;
import static sc.fiji.rewardanalysis.command.CommandImages.withoutNumbers;
import static sc.fiji.rewardanalysis.command.CommandImages.ybco;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.DomainFile;
import sc.fiji.rewardanalysis.core.io.LatticeFile;
import sc.fiji.rewardanalysis.core.io.SimulationFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.simulate.DomainSimulator;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;
import sc.fiji.rewardanalysis.validation.LatentScene;
import sc.fiji.rewardanalysis.validation.SampleData;

class CommandsTest {

	@TempDir
	Path folder;

	private static String[] words(final String... words) {
		return words;
	}

	@Test
	void optimizeTakesTheSliceThatIsShown() throws Exception {
		final ImagePlus single = ybco(), series = series();
		series.setSlice(3);
		for (final ImagePlus image : List.of(single, series))
			Commands.succeed(OptimizeAtomFinding.class, "image", image, "evaluations", 6);
		assertEquals(AtomOverlay.count(single), AtomOverlay.count(series));
	}

	// -- Optimize Atom Finding --

	@Test
	void optimizeWritesWhatItPromises() throws Exception {
		final ImagePlus image = ybco();
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "engine", "bayesian", "evaluations",
			10, "seed", 4L, "output_folder", folder.toFile());
		assertEquals(Set.of("atoms.csv", "citations.bib", "contours.png", "contours.svg", "evaluations.csv",
			"hypervolume.png", "hypervolume.svg", "importance.png", "importance.svg", "journal.jsonl",
			"methods.txt", "overlay.png", "parallel.png", "parallel.svg", "pareto.csv", "pareto.png",
			"pareto.svg", "slices.png", "slices.svg", "study.json", "summary.txt"), names(folder));
		assertEquals(10, CsvTable.read(folder.resolve("evaluations.csv")).size());
		final CsvTable atoms = CsvTable.read(folder.resolve("atoms.csv"));
		assertEquals(atoms.size(), AtomOverlay.count(image));
		assertTrue(atoms.size() > 30 && atoms.size() < 70, atoms.size() + " atoms");
		final String summary = Files.readString(folder.resolve("summary.txt"));
		assertTrue(summary.contains("evaluations=10 ") && summary.contains("seed=4 "), summary);
		assertTrue(summary.contains("Search:     bayesian, as asked.") && summary.contains(
			"% of the exact hypervolume"), summary);
	}

	/** Nothing can be learnt from an exact front, and what a Bayesian run drew is not its own. */
	@Test
	void anExactSearchDrawsNoModel() throws Exception {
		Files.writeString(folder.resolve("slices.png"), "of an earlier run");
		Files.writeString(folder.resolve("slices.svg"), "of an earlier run");
		Commands.succeed(OptimizeAtomFinding.class, "image", ybco(), "engine", "exact", "output_folder",
			folder.toFile());
		assertEquals(Set.of("atoms.csv", "citations.bib", "evaluations.csv", "methods.txt", "overlay.png",
			"parallel.png", "parallel.svg", "pareto.csv", "pareto.png", "pareto.svg", "study.json",
			"summary.txt"), names(folder));
	}

	@Test
	void smallImagesAreSearchedExactly() throws Exception {
		Commands.succeed(OptimizeAtomFinding.class, "image", ybco(), "output_folder", folder.toFile());
		final String summary = Files.readString(folder.resolve("summary.txt"));
		assertTrue(summary.contains("Search:     exact. The exact search is little work here") && summary
			.contains("Exact front of all "), summary);
		final CsvTable evaluations = CsvTable.read(folder.resolve("evaluations.csv"));
		assertTrue(evaluations.size() > 0);
		assertTrue(Files.readString(folder.resolve("study.json")).contains("\"engine\": \"exact\""));
		Commands.refuse(OptimizeAtomFinding.class, words("engine", "auto, exact, bayesian, scalarised, nsga2"), "image",
			ybco(), "engine", "magic");
	}

	/** The macro line names every input with its present value, and repeats the run. */
	@Test
	void theMacroLineRepeatsTheRun() throws Exception {
		final Path first = folder.resolve("first run"), second = folder.resolve("second");
		Commands.succeed(OptimizeAtomFinding.class, "image", ybco(), "evaluations", 9, "count_reward",
			"paper", "overlap_low", 0.2, "overlap_high", 0.3, "output_folder", first.toFile());
		final String line = Files.readAllLines(first.resolve("summary.txt")).stream().filter(l -> l
			.startsWith("Macro:")).findFirst().orElseThrow();
		final var matcher = java.util.regex.Pattern.compile("(\\w+)=(\\[[^\\]]*\\]|[^\\s\"]+)").matcher(
			line);
		final List<Object> inputs = new ArrayList<>(List.of("image", ybco()));
		while (matcher.find()) {
			final String value = matcher.group(2).replaceAll("[\\[\\]]", "");
			inputs.add(matcher.group(1));
			inputs.add(switch (matcher.group(1)) {
				case "output_folder" -> second.toFile();
				case "lattice_file", "warm_start" -> new File(value);
				case "seed" -> Long.parseLong(value);
				case "evaluations", "num_sigma", "held_out" -> Integer.parseInt(value);
				default -> value.matches("-?[\\d.E-]+") ? Double.valueOf(value) : value;
			});
		}
		try (Context context = Commands.context()) {
			final long plain = Commands.all(context).stream().filter(c -> Commands.leaf(c).equals(
				OptimizeAtomFinding.LEAF)).flatMap(c -> java.util.stream.StreamSupport.stream(c.inputs()
					.spliterator(), false)).filter(Insides::isPlain).count();
			assertEquals(plain, inputs.size() / 2 - 1, line);
		}
		assertTrue(line.contains("output_folder=[" + first.toString().replace('\\', '/') + "]"),
			"brackets around a space: " + line);
		Commands.succeed(OptimizeAtomFinding.class, inputs.toArray());
		assertEquals(Files.readString(first.resolve("pareto.csv")), Files.readString(second.resolve(
			"pareto.csv")));
		assertEquals(Files.readString(first.resolve("atoms.csv")), Files.readString(second.resolve(
			"atoms.csv")));
	}

	@Test
	void aCrystalFromAFileIsUsed() throws Exception {
		final Path file = folder.resolve("my crystal.json");
		LatticeFile.write(file, Ybco.LATTICE);
		final Path preset = folder.resolve("preset"), custom = folder.resolve("custom");
		Commands.succeed(OptimizeAtomFinding.class, "image", ybco(), "evaluations", 8, "output_folder",
			preset.toFile());
		Commands.succeed(OptimizeAtomFinding.class, "image", ybco(), "evaluations", 8, "lattice",
			"custom", "lattice_file", file.toFile(), "output_folder", custom.toFile());
		assertEquals(Files.readString(preset.resolve("pareto.csv")), Files.readString(custom.resolve(
			"pareto.csv")));
	}

	@Test
	void optimizeRefusesInOneSentence() throws Exception {
		final Path out = folder.resolve("out");
		final ImagePlus uncalibrated = new ImagePlus("plain", ybco().getProcessor());
		final Object[][] cases = { //
			{ "RGB", "Image > Type", "image", new ImagePlus("rgb", new ColorProcessor(64, 64)),
				"pixel_size", 0.015 }, //
			{ "constant", "choose", "image", new ImagePlus("flat", new ByteProcessor(200, 200)),
				"pixel_size", 0.015 }, //
			{ "NaN", "nothing", "image", withoutNumbers(), "pixel_size", 0.015 }, //
			{ "larger area", "pixel size", "image", new ImagePlus("small", new FloatProcessor(24, 24, noise(
				576))), "pixel_size", 0.015 }, //
			{ "no pixel size", "pixel_size", "image", uncalibrated }, //
			{ "pixel_size", "above 0", "image", ybco(), "pixel_size", -0.015 }, //
			{ "pixel_size", "NaN", "image", ybco(), "pixel_size", Double.NaN }, //
			{ "pixel_unit", "Angstrom", "image", ybco(), "pixel_size", 0.015, "pixel_unit", "parsec" }, //
			{ "px apart", "pixel size", "image", ybco(), "pixel_size", 0.15 }, //
			{ "lattice \"unobtainium\"", "YBa2Cu3O7-100", "image", ybco(), "lattice", "unobtainium" }, //
			{ "lattice is \"custom\"", "lattice_file", "image", ybco(), "lattice", "custom" }, //
			{ "none.json", "no file", "image", ybco(), "lattice", "custom", "lattice_file", folder.resolve(
				"none.json").toFile() }, //
			{ "min_sigma_low is 4", "min_sigma_high is 3", "image", ybco(), "min_sigma_low", 4,
				"min_sigma_high", 3 }, //
			{ "threshold_low", "threshold_high", "image", ybco(), "threshold_low", 0.1 }, //
			{ "min_sigma", "max_sigma", "image", ybco(), "min_sigma_low", 4, "min_sigma_high", 5,
				"max_sigma_low", 2, "max_sigma_high", 3 }, //
			{ "max_sigma", "lower", "image", ybco(), "max_sigma_low", 2, "max_sigma_high", 300 }, //
			{ "overlap", "between 0 and 1", "image", ybco(), "overlap_low", 0.5, "overlap_high", 1.5 }, //
			{ "evaluations", "at least 1", "image", ybco(), "evaluations", 0 }, //
			{ "num_sigma", "at least 1", "image", ybco(), "num_sigma", 0 }, //
			{ "ds_fraction", "between 0 and 1", "image", ybco(), "ds_fraction", 2 }, //
			{ "pick", "euclidean, chebyshev, knee", "image", ybco(), "pick", "best" }, //
			{ "count_reward", "band, paper", "image", ybco(), "count_reward", "none" }, //
			{ "contrast", "bright, dark", "image", ybco(), "contrast", "grey" } };
		for (final Object[] c : cases) {
			final List<Object> inputs = new ArrayList<>(List.of(c).subList(2, c.length));
			inputs.addAll(List.of("output_folder", out.toFile()));
			Commands.refuse(OptimizeAtomFinding.class, words((String) c[0], (String) c[1]), inputs
				.toArray());
			assertFalse(Files.exists(out), "nothing is written");
			assertEquals(0, AtomOverlay.count((ImagePlus) c[3]));
		}
	}

	/** A search that finds no atoms says so, keeps its record and shows nothing. */
	@Test
	void aSearchWithoutAtomsSaysWhatToCheck() throws Exception {
		final ImagePlus image = ybco();
		Commands.refuse(OptimizeAtomFinding.class, words("found 5 atoms", "check", "bright or dark"), "image",
			image, "evaluations", 2, "threshold_low", 50, "threshold_high", 60, "output_folder", folder
				.toFile());
		assertEquals(Set.of("evaluations.csv", "pareto.csv", "pareto.png", "pareto.svg", "study.json"),
			names(folder));
		assertEquals(0, AtomOverlay.count(image));
	}

	// -- Simulate Image, Open Sample --

	@Test
	void simulateWritesImageTruthAndParameters() throws Exception {
		final var module = Commands.succeed(SimulateImage.class, "lattice", "SrTiO3-001", "width", 100,
			"height", 80, "seed", 7L, "output_folder", folder.toFile());
		final ImagePlus image = (ImagePlus) module.getOutput("simulated");
		assertEquals(100, image.getWidth());
		assertEquals(80, image.getHeight());
		assertEquals(0.015, image.getCalibration().pixelWidth);
		assertEquals("nm", image.getCalibration().getUnit());
		assertEquals(Set.of("SrTiO3-001-seed7.tif", "SrTiO3-001-seed7.json",
			"SrTiO3-001-seed7_truth.csv"), names(folder));
		assertEquals(100, SimulationFile.readParameters(folder.resolve("SrTiO3-001-seed7.json")).width());
		// 2 columns in 0.3905² nm², 1.5 × 1.2 nm².
		assertEquals(23.6, SimulationFile.readTruth(folder.resolve("SrTiO3-001-seed7_truth.csv")).size(),
			6);
		final ImagePlus read = new ij.io.Opener().openImage(folder.resolve("SrTiO3-001-seed7.tif")
			.toString());
		assertArrayEquals((float[]) image.getProcessor().getPixels(), (float[]) read.getProcessor()
			.getPixels());
	}

	@Test
	void simulateWritesTheAmorphousZones() throws Exception {
		final Object[] inputs = { "width", 120, "height", 90, "amorphous_fraction", 0.3, "amorphous_shape",
			"ring", "output_folder", folder.toFile() };
		Commands.succeed(SimulateImage.class, inputs);
		final Path file = folder.resolve("YBa2Cu3O7-100-seed1_zones.tif");
		final ImagePlus zones = new ij.io.Opener().openImage(file.toString());
		assertEquals(8, zones.getBitDepth());
		assertEquals(0.015, zones.getCalibration().pixelWidth, 1e-9);
		final int[] histogram = zones.getProcessor().getHistogram();
		assertEquals(0.3 * 120 * 90, histogram[255], 2);
		assertEquals(120 * 90, histogram[0] + histogram[255]);
		final boolean[] truth = ImageSimulator.simulate(SimulationFile.readParameters(folder.resolve(
			"YBa2Cu3O7-100-seed1.json")), Progress.NONE).amorphous();
		for (int i = 0; i < truth.length; i++)
			assertEquals(truth[i], zones.getProcessor().get(i) == 255);
		inputs[5] = 0;
		Commands.succeed(SimulateImage.class, inputs);
		assertFalse(Files.exists(file), "an image without zones leaves none of an earlier one");
	}

	@Test
	void simulateRefusesInOneSentence() throws Exception {
		final Path out = folder.resolve("out");
		final Object[][] cases = { //
			{ "unobtainium", "choose one of", "lattice", "unobtainium" }, //
			{ "custom", "lattice_file", "lattice", "custom" }, //
			{ "width", "at least", "width", 0 }, //
			{ "height", "at least", "height", -5 }, //
			{ "pixel_size", "above 0", "pixel_size", 0 }, //
			{ "pixel_size", "above 0", "pixel_size", -1 }, //
			{ "pixel_unit", "Angstrom", "pixel_unit", "parsec" }, //
			{ "column_sigma_max", "between", "column_sigma_min", 0.2, "column_sigma_max", 0.1 }, //
			{ "noise", "at least 0", "noise", -1 }, //
			{ "dose", "at least 0", "dose", -1 }, //
			{ "drift", "smaller", "drift_x", 1000 }, //
			{ "amorphous_fraction", "between 0 and 1", "amorphous_fraction", 2 }, //
			{ "amorphous_shape", "lobes", "amorphous_shape", "square" }, //
			{ "nanoparticle", "smaller", "nanoparticle_radius", 1000 } };
		for (final Object[] c : cases) {
			final List<Object> inputs = new ArrayList<>(List.of(c).subList(2, c.length));
			inputs.addAll(List.of("output_folder", out.toFile()));
			Commands.refuse(SimulateImage.class, words((String) c[0], (String) c[1]), inputs.toArray());
			assertFalse(Files.exists(out), "nothing is written");
		}
	}

	@Test
	void everySampleOpensAndIsThatOfItsTruth() throws Exception {
		for (final String name : sampleFiles()) {
			final ImagePlus image = (ImagePlus) Commands.succeed(OpenSample.class, "sample", name)
				.getOutput("opened");
			assertNotNull(image, name);
			assertEquals(name, image.getTitle());
			assertEquals("nm", image.getCalibration().getUnit());
			if (LatentScene.samples().containsKey(name)) continue;
			final var parameters = SimulationFile.readParameters(Path.of("sample-data", name + ".json"));
			assertEquals(parameters.width(), image.getWidth());
			assertEquals(parameters.pixelSize(), image.getCalibration().pixelWidth, 1e-9);
			assertEquals(parameters.amorphousFraction() > 0, Files.exists(Path.of("sample-data", name +
				"_zones.tif")));
		}
		Commands.refuse(OpenSample.class, words("\"none\"", "choose"), "sample", "none");
	}

	/** Also those that were made before there were shapes of zones. */
	@Test
	void theSimulatorStillMakesTheSamples() {
		for (final String name : List.of("ybco-amorphous", "ybco-ring", "srtio3")) {
			final var parameters = SimulationFile.readParameters(Path.of("sample-data", name + ".json"));
			assertEquals(SampleData.samples().get(name), parameters);
			final ImagePlus made = SimulatedImages.toImagePlus(ImageSimulator.simulate(parameters,
				Progress.NONE), name);
			final ImagePlus kept = new ij.io.Opener().openImage(Path.of("sample-data", name + ".tif")
				.toString());
			// Sines and exponentials may differ in the last bit from machine to machine.
			assertArrayEquals((float[]) kept.getProcessor().getPixels(), (float[]) made.getProcessor()
				.getPixels(), 1e-5f);
		}
	}

	@Test
	void theSimulatorStillMakesThePhases() {
		LatentScene.samples().forEach((name, parameters) -> {
			assertEquals(parameters, DomainFile.read(Path.of("sample-data", name + ".json")));
			final var domains = DomainSimulator.simulate(parameters, Progress.NONE);
			final var made = SimulatedImages.toImagePlus(domains, name).getProcessor();
			final ImagePlus kept = new ij.io.Opener().openImage("sample-data/" + name + ".tif");
			assertEquals(parameters.pixelSize(), kept.getCalibration().pixelWidth, 1e-6);
			for (int i = 0; i < made.getPixelCount(); i++)
				assertEquals(made.get(i), kept.getProcessor().get(i), 2);
			assertArrayEquals((byte[]) SimulatedImages.phases(domains, name).getProcessor().getPixels(),
				(byte[]) new ij.io.Opener().openImage("sample-data/" + name + "_phases.tif").getProcessor()
					.getPixels());
		});
	}

	@Test
	void theChoicesAreTheSamplesThatThereAre() throws Exception {
		try (Context context = Commands.context()) {
			final var info = Commands.all(context).stream().filter(c -> Commands.leaf(c).equals(
				OpenSample.LEAF)).findFirst().orElseThrow();
			assertEquals(sampleFiles(), new TreeSet<>(info.getInput("sample").getChoices().stream().map(
				Object::toString).toList()));
		}
	}

	private Set<String> sampleFiles() throws IOException {
		return new TreeSet<>(names(Path.of("sample-data")).stream().filter(n -> n.endsWith(".tif") && !n.matches(
			".*_(zones|phases).tif")).map(
			n -> n.replace(".tif", "")).toList());
	}

	// -- all of them --

	/** A folder below a regular file can't be made. */
	@Test
	void anUnwritableFolderIsNamed() throws Exception {
		final Path file = Files.writeString(folder.resolve("file"), "in the way");
		final File below = file.resolve("out").toFile();
		final ImagePlus image = ybco();
		Commands.refuse(OptimizeAtomFinding.class, words("output_folder", below.getPath(), "choose"),
			"image", image, "evaluations", 1000000, "output_folder", below);
		Commands.refuse(SimulateImage.class, words("output_folder", below.getPath(), "choose"),
			"output_folder", below);
		Commands.refuse(FindAtoms.class, words("output_folder", below.getPath(), "choose"), "image",
			image, "output_folder", below);
		assertEquals(0, AtomOverlay.count(image), "told before the work, not after it");
		assertEquals("in the way", Files.readString(file));
		assertEquals(Set.of("file"), names(folder));
	}
}
