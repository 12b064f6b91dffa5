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

package sc.fiji.rewardanalysis.command.amorphous;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.command.CommandImages.names;
import static sc.fiji.rewardanalysis.command.CommandImages.rows;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.io.Opener;

import sc.fiji.rewardanalysis.AmorphousYbco;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.MaskAgreement;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.journal.StudyJournal;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.RegionOverlay;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** Optimize Amorphous Regions, without a display. */
class OptimizeAmorphousRegionsTest {

	/** Cheap, and enough for a zone of disordered atoms. */
	private static final Object[] QUICK = { "evaluations", 6, "engine", "sobol", "features", "geometry",
		"model", "mixture", "components_high", 3 };

	private static final SimulatedImage DISC = AmorphousYbco.image(AmorphousShape.DISC),
			PERFECT = AmorphousYbco.image(null);

	@TempDir
	Path folder;

	private Path optimize(final ImagePlus image, final String name, final Object... inputs)
		throws Exception
	{
		final List<Object> all = new ArrayList<>(List.of("image", image, "output_folder", folder.resolve(
			name).toFile()));
		all.addAll(Arrays.asList(QUICK));
		all.addAll(Arrays.asList(inputs));
		Commands.succeed(OptimizeAmorphousRegions.class, all.toArray());
		return folder.resolve(name);
	}

	/** With its true atoms in the overlay. */
	private static ImagePlus image(final SimulatedImage simulated) {
		final ImagePlus image = SimulatedImages.toImagePlus(simulated, "image");
		AtomOverlay.show(AnalysedImage.of(image), AmorphousYbco.atoms(simulated), new int[0]);
		return image;
	}

	private static ImagePlus disc() {
		return image(DISC);
	}

	private static String summary(final Path run) throws IOException {
		return Files.readString(run.resolve("summary.txt"));
	}

	@Test
	void itFindsTheZoneAndWritesWhatItPromises() throws Exception {
		final ImagePlus image = disc();
		final Path run = optimize(image, "run");
		assertEquals(Set.of("atoms.csv", "citations.bib", "evaluations.csv", "hypervolume.png",
			"hypervolume.svg", "journal.jsonl", "methods.txt", "overlay.png", "parallel.png", "parallel.svg", "pareto.csv", "pareto.png",
			"pareto.svg", "probability.png", "probability.tif", "regions.csv", "regions.tif", "study.json",
			"summary.txt"), withoutModels(names(run)));
		final Mask truth = new Mask(AmorphousYbco.SIZE, AmorphousYbco.SIZE, DISC
			.amorphous());
		final double iou = MaskAgreement.of(mask(run), truth).iou();
		assertTrue(iou > 0.7, "IoU " + iou);
		final CsvTable regions = CsvTable.read(run.resolve("regions.csv"));
		assertEquals(regions.size(), RegionOverlay.rois(image).size());
		assertEquals(6, CsvTable.read(run.resolve("evaluations.csv")).size());
		assertMethods(Files.readString(run.resolve("methods.txt")), run);
		assertTrue(summary(run).contains("Regions by: run(\"Find Amorphous Regions...\", \"atoms_from="),
			summary(run));
	}

	/** Each part of the paragraph, the numbers as in the other files. */
	private static void assertMethods(final String text, final Path run) throws IOException {
		final int atoms = CsvTable.read(run.resolve("atoms.csv")).size();
		for (final String part : List.of("pixel size of " + AmorphousYbco.PIXEL + " nm", "It has " + atoms +
			" atoms, taken from", "The translations of the crystal were found from the atoms.",
			"Minimised together were 1-separation (", "; perimeter (length of all outlines", "; 1-compactness (",
			"a Sobol' sequence with 6 evaluations (seed 1)", "least Euclidean distance to the ideal was taken:",
			"atoms are told apart by how regular", "Gaussian mixture, covariance ", "at least 20 atoms and 3 times",
			"[1] K. Barakati"))
			assertTrue(text.contains(part), part + " in " + text);
		final String found = summary(run).lines().findFirst().orElseThrow().substring("Regions:    ".length());
		assertTrue(text.contains(found.substring(0, found.indexOf(" nm²"))), text);
	}

	/** With a few evaluations there may be no model to draw. */
	private static Set<String> withoutModels(final Set<String> files) {
		files.removeIf(f -> f.matches("(importance|slices|contours)\\..*"));
		return files;
	}

	private static Mask mask(final Path run) {
		final ImagePlus labels = new Opener().openImage(run.resolve("regions.tif").toString());
		final boolean[] pixels = new boolean[labels.getWidth() * labels.getHeight()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = labels.getProcessor().get(i) > 0;
		return new Mask(labels.getWidth(), labels.getHeight(), pixels);
	}

	@Test
	void aPerfectCrystalIsAResult() throws Exception {
		final ImagePlus image = image(PERFECT);
		final Path run = optimize(image, "crystal");
		assertEquals(0, CsvTable.read(run.resolve("regions.csv")).size());
		assertEquals(0, mask(run).area());
		assertEquals(0, CsvTable.read(run.resolve("pareto.csv")).size());
		assertFalse(Files.exists(run.resolve("methods.txt")));
		assertEquals(6, CsvTable.read(run.resolve("evaluations.csv")).size());
		assertEquals("no region", CsvTable.read(run.resolve("evaluations.csv")).get(0, "why_not"));
		assertTrue(summary(run).startsWith(
			"Regions:    No amorphous region: none of 6 parameter sets found 20 atoms or more together whose surroundings are 3 times as disordered"),
			summary(run));
		assertEquals(0, RegionOverlay.rois(image).size());
	}

	@Test
	void anInterruptedSearchIsResumed() throws Exception {
		final Path cut = optimize(disc(), "cut");
		final var whole = rows(cut);
		final String regions = Files.readString(cut.resolve("regions.csv"));
		final Path journal = cut.resolve("journal.jsonl");
		final byte[] bytes = Files.readAllBytes(journal);
		Files.write(journal, Arrays.copyOf(bytes, bytes.length * 2 / 3));
		final int known = StudyJournal.read(journal).evaluations().size();
		assertTrue(known > 1 && known < 6, known + " left");
		optimize(disc(), "cut");
		assertEquals(whole, rows(cut));
		assertEquals(regions, Files.readString(cut.resolve("regions.csv")));
		assertTrue(summary(cut).contains("Resumed after " + known + " evaluations."), summary(cut));
		final Path warm = optimize(disc(), "warm", "evaluations", 2, "warm_start", journal.toFile());
		assertTrue(summary(warm).contains("Began with "), summary(warm));
	}

	@Test
	void choicesThatAreMadeAreNotSearched() throws Exception {
		final Path run = optimize(disc(), "fixed", "features", "pixels", "model", "mixture", "covariance",
			"spherical", "window_low", 0.5, "window_high", 0.5, "objectives", "paper", "evaluations",
			2);
		final CsvTable table = CsvTable.read(run.resolve("evaluations.csv"));
		for (int i = 0; i < table.size(); i++)
			assertEquals(List.of("pixels", "mixture", "spherical", "0.5"), List.of(table.get(i, "features"),
				table.get(i, "model"), table.get(i, "covariance"), table.get(i, "window_nm")));
		assertTrue(summary(run).contains("Pursued:    1-compactness, perimeter, all minimised."), summary(
			run));
	}

	/** The line of the picked solution finds its mask again, pixel by pixel. */
	@Test
	void theMacroLineFindsTheSameMask() throws Exception {
		final ImagePlus image = disc();
		image.setRoi(new OvalRoi(5, 3, 240, 250));
		final Path run = optimize(image, "run", "evaluations", 3, "features", "both",
			"dimensions_high", 20, "objectives", "script", "seed", 5L, "lattice", "YBa2Cu3O7-100");
		final String line = summary(run).lines().filter(l -> l.startsWith("Regions by: ")).findFirst()
			.orElseThrow();
		assertTrue(summary(run).contains("Pursued:    compactness, perimeter, all minimised."), summary(
			run));
		final List<Object> inputs = new ArrayList<>(List.of("image", image, "output_folder", folder.resolve(
			"again").toFile()));
		final Matcher pair = Pattern.compile("(\\w+)=(\\S*)").matcher(line.substring(line.indexOf(", \"") +
			3, line.lastIndexOf('"')));
		final Map<String, Class<?>> types = new HashMap<>();
		for (final Field f : FindAmorphousRegions.class.getDeclaredFields())
			types.put(f.getName(), f.getType());
		while (pair.find()) {
			final Class<?> type = types.get(pair.group(1));
			assertNotNull(type, pair.group(1) + " is no key");
			inputs.addAll(List.of(pair.group(1), value(type, pair.group(2).replaceAll("[\\[\\]]", ""))));
		}
		Commands.succeed(FindAmorphousRegions.class, inputs.toArray());
		assertTrue(mask(run).area() > 0);
		assertArrayEquals(mask(run).pixels(), mask(folder.resolve("again")).pixels());
		assertEquals(Files.readString(run.resolve("regions.csv")), Files.readString(folder.resolve(
			"again/regions.csv")));
	}

	private static Object value(final Class<?> type, final String text) {
		if (type == double.class) return Double.valueOf(text);
		if (type == int.class) return Integer.valueOf(text);
		if (type == long.class) return Long.valueOf(text);
		return type == File.class ? new File(text) : text;
	}

	/** What there is when it is cancelled is kept and shown. */
	@Test
	void aCancelledSearchKeepsWhatThereIs() throws Exception {
		final ImagePlus image = disc();
		final List<Integer> asked = new ArrayList<>();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				if (message.startsWith("Evaluation ")) asked.add(1);
			}

			@Override
			public boolean isCanceled() {
				return asked.size() > 4;
			}

			@Override
			public Progress again() {
				return Progress.NONE;
			}
		};
		try (Context context = Commands.context()) {
			final OptimizeAmorphousRegions command = new OptimizeAmorphousRegions();
			context.inject(command);
			final CommandModule module = new CommandModule(new CommandInfo(OptimizeAmorphousRegions.class),
				command);
			module.setInputs(new HashMap<>(Map.of("image", image, "features", "geometry", "engine", "sobol",
				"output_folder", folder.toFile())));
			command.analyse(progress);
		}
		assertEquals(4, CsvTable.read(folder.resolve("evaluations.csv")).size());
		assertTrue(summary(folder).contains("Cancelled"), summary(folder));
		assertTrue(Files.exists(folder.resolve("regions.tif")));
		assertTrue(RegionOverlay.rois(image).size() > 0);
	}

	@Test
	void itRefusesInOneSentence() throws Exception {
		final ImagePlus bare = disc();
		bare.setOverlay(null);
		final ImagePlus atoms = disc();
		final Object[][] cases = { //
			{ "no atoms", "Find atoms first", "image", bare }, //
			{ "engine", "bayesian", "engine", "magic" }, //
			{ "no exact search", "bayesian", "engine", "exact" }, //
			{ "threshold_low", "threshold_high", "threshold_low", 0.9, "threshold_high", 0.2 }, //
			{ "window_low", "-1", "window_low", 0.5 }, //
			{ "covariance", "spherical", "covariance", "round" }, //
			{ "objectives", "separation", "objectives", "beauty" }, //
			{ "lattice_file", "json", "lattice", "custom" }, //
			{ "fewest_atoms", "at least 1", "fewest_atoms", 0 }, //
			{ "evaluations", "at least 1", "evaluations", 0 } };
		for (final Object[] c : cases) {
			final List<Object> inputs = new ArrayList<>();
			if (!c[2].equals("image")) inputs.addAll(List.of("image", atoms));
			inputs.addAll(List.of(c).subList(2, c.length));
			inputs.addAll(List.of("output_folder", folder.resolve("out").toFile()));
			Commands.refuse(OptimizeAmorphousRegions.class, new String[] { (String) c[0], (String) c[1] },
				inputs.toArray());
		}
		assertFalse(Files.exists(folder.resolve("out").resolve("study.json")));
	}
}
