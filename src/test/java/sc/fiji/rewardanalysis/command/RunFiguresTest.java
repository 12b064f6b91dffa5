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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.command.amorphous.FindAmorphousRegions;
import sc.fiji.rewardanalysis.command.amorphous.OptimizeAmorphousRegions;
import sc.fiji.rewardanalysis.command.crystal.EstimatePhysics;
import sc.fiji.rewardanalysis.command.crystal.FitLattice;
import sc.fiji.rewardanalysis.command.latent.MapLatentPhases;
import sc.fiji.rewardanalysis.command.latent.OptimizeLatentPhases;
import sc.fiji.rewardanalysis.command.macro.TuneMacro;
import sc.fiji.rewardanalysis.command.network.FindAtomsWithNetwork;
import sc.fiji.rewardanalysis.command.network.TrainNetwork;
import sc.fiji.rewardanalysis.command.noise.StudyNoiseRobustness;
import sc.fiji.rewardanalysis.command.oracle.CompareWithOracle;
import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.many.RunFigures;

/** What there is to tell of every analysis, read from the files that it really writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunFiguresTest {

	/** Those of the sample image. */
	private static final String HASH = "5277315d81996a8483fce1afa45aa725073d8c4819a63ba809ac7af0844d6b95";

	@TempDir
	static Path folder;

	private Context context;
	private Map<String, String> options;
	private final Map<String, Path> done = new TreeMap<>();

	@BeforeAll
	void open() throws Exception {
		context = new Context(UnseenAnalysis.services().toArray(new Class[0]));
		options = SmallRuns.options(folder);
	}

	@AfterAll
	void close() {
		context.dispose();
	}

	/** Runs each analysis once. */
	private Path run(final String leaf) {
		return done.computeIfAbsent(leaf, l -> {
			final Path into = folder.resolve(l.replace("...", ""));
			SmallRuns.run(context, l, options.get(l), into);
			return into;
		});
	}

	private Map<String, Object> figures(final String leaf) {
		return RunFigures.of(run(leaf));
	}

	private static double number(final Map<String, Object> figures, final String name) {
		assertTrue(figures.get(name) instanceof Number, name + " in " + figures);
		return ((Number) figures.get(name)).doubleValue();
	}

	private static void has(final Map<String, Object> figures, final String... names) {
		for (final String name : names)
			assertTrue(figures.containsKey(name), name + " in " + figures);
	}

	private static void ofTheImage(final Map<String, Object> figures) {
		assertEquals(0.014, number(figures, "pixel_size_nm"), 1e-6);
		assertEquals(256, figures.get("width_px"));
		assertEquals(256, figures.get("height_px"));
		assertEquals(HASH, figures.get("sha256_of_analysed_pixels"));
		assertTrue(number(figures, "analysis_seconds") > 0);
	}

	private String summary(final String leaf, final String head) throws Exception {
		return Files.readAllLines(run(leaf).resolve("summary.txt")).stream().filter(l -> l.startsWith(head))
			.findFirst().orElseThrow();
	}

	@Test
	void aTimeSeries() {
		final Map<String, Object> figures = figures(OptimizeTimeSeries.LEAF);
		ofTheImage(figures);
		assertEquals(2, figures.get("frames"));
		assertEquals(0, figures.get("frames_without_atoms"));
		// The frames are the same, so each column is in both.
		assertEquals(number(figures, "atoms") / 2, number(figures, "tracks"));
		assertEquals(0, number(figures, "total_drift_x_nm"), 1e-3);
		assertEquals(0, number(figures, "QC"));
	}

	/** A new one needs its options in {@link SmallRuns}. */
	@Test
	void noAnalysisIsForgotten() {
		final TreeSet<String> known = new TreeSet<>(options.keySet());
		known.addAll(List.of(TrainNetwork.LEAF));
		for (final String leaf : UnseenAnalysis.leaves(context))
			assertTrue(known.contains(leaf), leaf + " isn't in SmallRuns");
	}

	@Test
	void anAtomFinding() throws Exception {
		final Map<String, Object> figures = figures(OptimizeAtomFinding.LEAF);
		ofTheImage(figures);
		final String found = summary(OptimizeAtomFinding.LEAF, "Found:");
		assertTrue(found.contains(figures.get("atoms_counted") + " atoms there, " + figures.get("atoms") + " in"),
			found);
		assertTrue(found.contains(String.format(Locale.ROOT, "QC %.4f against the band, %.4f", number(figures,
			"QC"), number(figures, "QC_paper"))), found);
		final String positions = summary(OptimizeAtomFinding.LEAF, "Positions:");
		assertTrue(positions.contains(String.format(Locale.ROOT, "%.3f px", number(figures,
			"median_position_error_px"))), positions);
		final String parameters = summary(OptimizeAtomFinding.LEAF, "Parameters:");
		assertTrue(parameters.contains(String.format(Locale.ROOT,
			"min_sigma=%.4g max_sigma=%.4g num_sigma=%d threshold=%.4g overlap=%.4g contrast=%s", number(figures,
				"min_sigma_px"), number(figures, "max_sigma_px"), (int) number(figures, "num_sigma"), number(figures,
					"threshold"), number(figures, "overlap"), figures.get("contrast"))), parameters);
		has(figures, "expected", "fewest", "most", "errors", "ER", "lattice_residual_nm", "engine", "seed",
			"evaluations", "version");
		assertEquals("atoms_counted", figures.keySet().iterator().next(), "the result comes first");
		assertFalse(figures.containsKey("picked") || figures.containsKey("evaluation"), figures.toString());
	}

	@Test
	void windows() throws Exception {
		final Map<String, Object> figures = figures(OptimizeInSlidingWindows.LEAF);
		ofTheImage(figures);
		final String found = summary(OptimizeInSlidingWindows.LEAF, "Found:"), errors = summary(
			OptimizeInSlidingWindows.LEAF, "Errors:");
		assertTrue(found.contains(String.format(Locale.ROOT, "%s atoms there, %s in the whole analysed area; QC %.4f against the band, %.4f", figures
			.get("atoms_counted"), figures.get("atoms"), number(figures, "QC"), number(figures, "QC_paper"))), found);
		assertTrue(errors.contains(String.format(Locale.ROOT, "ER %.4f", number(figures, "ER"))), errors);
		assertEquals(9, figures.get("windows"));
		has(figures, "windows_doubtful", "confidence_least", "window_px", "stride_px");
	}

	@Test
	void atomsWithGivenParameters() {
		final Map<String, Object> figures = figures(FindAtoms.LEAF);
		assertEquals(CsvTable.read(run(FindAtoms.LEAF).resolve("atoms.csv")).size(), figures.get("atoms"));
		has(figures, "median_position_error_px", "median_position_error_nm");
		assertFalse(figures.containsKey("errors"), "there is no crystal");
	}

	@Test
	void amorphousRegions() {
		final Map<String, Object> found = figures(FindAmorphousRegions.LEAF), searched = figures(
			OptimizeAmorphousRegions.LEAF);
		ofTheImage(found);
		ofTheImage(searched);
		assertEquals(0, found.get("regions"));
		assertEquals(0, searched.get("regions"));
		assertEquals(169, searched.get("atoms"));
		assertEquals(0.0, number(found, "area_fraction"));
		has(found, "smoothing_nm", "threshold", "features");
	}

	@Test
	void classesAndCrystals() {
		final Map<String, Object> classes = figures(ClassifyAtoms.LEAF), lattice = figures(FitLattice.LEAF),
				physics = figures(EstimatePhysics.LEAF);
		assertEquals(2, classes.get("classes"));
		assertEquals(142, number(classes, "atoms_of_class_1") + number(classes, "atoms_of_class_2"));
		assertTrue(classes.get("note").toString().startsWith("27 of 169 atoms have no class"), classes.toString());
		assertEquals(0.3905, number(lattice, "length_a_nm"), 2e-4);
		assertEquals(90, number(lattice, "angle_deg"), 0.1);
		assertEquals(169, lattice.get("atoms_indexed"));
		has(lattice, "grains", "vacancy", "sigma_of_length_a_nm", "strain_aa", "pixel_size_nm");
		ofTheImage(physics);
		assertEquals("SrTiO3-001", physics.get("likeliest_crystal"));
		assertEquals(0.014, number(physics, "estimated_pixel_size_nm"), 1e-5);
		has(physics, "a_nm", "angle_deg", "density_nm-2", "expected_columns", "sigma_of_a_px");
	}

	@Test
	void noiseOraclesAndMacros() {
		final Map<String, Object> noise = figures(StudyNoiseRobustness.LEAF), oracle = figures(
			CompareWithOracle.LEAF), macro = figures(TuneMacro.LEAF);
		ofTheImage(noise);
		assertEquals(0.2, noise.get("noise_highest"));
		assertEquals(1, number(noise, "F1_LoG*"), 0.05);
		has(noise, "QC_Otsu", "threshold", "true_atoms", "evaluations");
		ofTheImage(oracle);
		assertEquals(1, number(oracle, "F1"));
		assertEquals(142, oracle.get("hits"));
		has(oracle, "expected", "QC", "ER", "rmsd_px", "match_distance_px", "note");
		assertEquals(7, macro.get("n"));
		assertEquals(0, macro.get("|rows - 7|"));
		assertEquals("grid", macro.get("engine"));
	}

	@Test
	@NeedsNetworks
	void networks() {
		final Map<String, Object> atoms = figures(FindAtomsWithNetwork.LEAF), map = figures(
			MapLatentPhases.LEAF), searched = figures(OptimizeLatentPhases.LEAF);
		ofTheImage(atoms);
		has(atoms, "atoms_counted", "expected", "QC", "ER", "threshold", "min_distance_px", "atoms");
		ofTheImage(map);
		ofTheImage(searched);
		for (final Map<String, Object> phases : List.of(map, searched))
			has(phases, "phases", "boundary_nm", "reconstruction", "separation", "patches");
		has(searched, "physics_weight", "evaluations");
	}

	/** An amorphous region has its area; numbers of a stack are sums over its slices. */
	@Test
	void filesThatAreMissingAreFiguresThatAreMissing() throws Exception {
		final Path some = Files.createDirectory(folder.resolve("some"));
		assertEquals(Map.of(), RunFigures.of(some));
		Files.writeString(some.resolve("images.csv"),
			"slice,role,expected,fewest,most,found,atoms,errors\n1,searched,48.5,40,55,47,60,1\n2,left out,,,,,,\n3,held out,48.5,40,55,50,62,0\n");
		Files.writeString(some.resolve("windows.csv"), "window,confidence,doubtful\n1,0.9,1\n2,,1\n");
		assertEquals(
			"{slices=3, expected=97, fewest=80, most=110, atoms_counted=97, errors=1, windows=2, windows_doubtful=2, check=2 of 2 windows are doubtful., confidence_least=0.9}",
			RunFigures.of(some).toString());
	}

	@Test
	void whatSpeaksAgainstAResultIsTold() throws Exception {
		final Path some = Files.createDirectory(folder.resolve("doubts"));
		Files.writeString(some.resolve("summary.txt"),
			"Found:      3 atoms.\nCheck:      one: Is it?\nCheck:      two: Is it? \nNote:       So.\n");
		assertEquals(Map.of("check", "one: Is it? two: Is it?", "note", "So."), RunFigures.of(some));
	}

	@Test
	void damagedFilesAreNamed() throws Exception {
		assertRefused(() -> RunFigures.of(folder.resolve("nowhere")), "nowhere");
		final String[][] damaged = { { "study.json", "{\"analysis\": \"atom fin", "study.json", "not JSON" }, {
			"study.json", "{\"analysis\":\"a\",\"expected\":{\"judged_area_px2\":1}}", "study.json", "columns" }, {
				"study.json", "{\"image\":7}", "study.json", "image" }, { "study.json",
					"{\"objectives\":[{\"name\":\"QC\"}]}", "unit" }, { "pareto.csv", "evaluation,QC,picked\n1,0.5\n",
						"pareto.csv", "2 fields" }, { "pareto.csv", "evaluation,QC\n1,0.5\n", "picked" }, { "atoms.csv", "",
							"atoms.csv", "empty" }, { "atoms.csv", "id,x_px\n1\n", "atoms.csv", "1 fields" }, { "atoms.csv",
								"id,x_error_px,y_error_px\n1,0.1,much\n", "no number", "much" }, { "windows.csv",
									"window,confidence\n1,1\n", "doubtful" }, { "noise_summary.csv", "noise\nloud\n", "loud" } };
		for (int i = 0; i < damaged.length; i++) {
			final String[] one = damaged[i];
			final Path some = Files.createDirectory(folder.resolve("damaged " + i));
			Files.writeString(some.resolve(one[0]), one[1]);
			assertRefused(() -> RunFigures.of(some), Arrays.copyOfRange(one, 2, one.length));
		}
	}
}
