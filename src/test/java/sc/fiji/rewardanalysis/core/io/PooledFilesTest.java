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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.RefinementStatus;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding.Image;

/** Files of two searched images of different pixel size and one held out, with decimal commas. */
class PooledFilesTest {

	private static final Locale BEFORE = Locale.getDefault();

	private static PooledAtomFinding pooled;
	private static Study study;
	private static Evaluation picked;
	private static PooledFiles files;
	private static final List<PooledFiles.InImage> FOUND = new ArrayList<>();

	@TempDir
	Path folder;

	@BeforeAll
	static void search() {
		Locale.setDefault(Locale.GERMANY);
		pooled = new PooledAtomFinding(List.of(image("fine", 0.015, false), image("coarse", 0.02, false),
			image("other", 0.0175, true)), Pooling.RANK, Progress.NONE);
		study = pooled.newStudy(new BayesianEngine(), 9);
		final String stop = pooled.run(study, new StopRule(10, false), Progress.NONE, e -> {});
		picked = pooled.pick(study, Pick.EUCLIDEAN).orElseThrow();
		for (int i = 0; i < 3; i++) {
			final AtomSolution solution = pooled.solution(i, picked, Progress.NONE).orElseThrow();
			FOUND.add(new PooledFiles.InImage(solution, RefinedAtoms.asDetected(solution.atoms().atoms()), "",
				"cafe"));
		}
		files = new PooledFiles(pooled, study, new RunRecord("series.tif", 128, 128, 0, 0, 128, 128, "cafe",
			new SearchReport(SearchEngine.BAYESIAN, "As asked.", stop, null, Double.NaN), Pick.EUCLIDEAN, 1.5,
			"run(\"…\");"), pooled.heldOutMeans(study.front(), Progress.NONE));
	}

	private static Image image(final String name, final double pixelSize, final boolean heldOut) {
		final var pixels = ImageSimulator.simulate(SimulationParameters.builder(Ybco.LATTICE).size(128, 128)
			.pixelSize(pixelSize).noise(0.1).seed(1).build(), Progress.NONE).image();
		return new Image(name, heldOut, () -> pixels, Ybco.AREA, AtomFindingSettings.of(Ybco.LATTICE,
			pixelSize));
	}

	@AfterAll
	static void restoreLocale() {
		Locale.setDefault(BEFORE);
	}

	@Test
	void theSummarySaysWhichImageTheCrystalDoesNotFit() {
		assertFalse(files.summary(picked, FOUND).contains("Check:"));
		final AtomSolution s = FOUND.get(1).solution();
		final AtomSet thinned = new AtomSet(IntStream.range(0, s.atoms().atoms().size()).filter(i -> i %
			3 == 0).mapToObj(s.atoms().atoms()::get).toList(), s.atoms().physics());
		final List<PooledFiles.InImage> found = new ArrayList<>(FOUND);
		found.set(1, new PooledFiles.InImage(new AtomSolution(s.evaluation(), s.preparation(), s.parameters(),
			thinned, new int[0]), FOUND.get(1).refined(), "", "cafe"));
		final String summary = files.summary(picked, found);
		assertTrue(summary.contains("\nCheck:      coarse: Distances of neighbouring atoms differ"), summary);
		assertFalse(summary.contains("Check:      fine"), summary);
	}

	@Test
	void scalesAreInUnitsThatAllImagesShare() {
		final CsvTable evaluations = files.evaluations();
		assertTrue(evaluations.header().containsAll(List.of("min_sigma_per_spacing", "max_sigma_per_spacing",
			"QC_rank", "ER_coarse", "feasible_fine")), evaluations.header().toString());
		for (int i = 0; i < evaluations.size(); i++)
			assertEquals(study.evaluations().get(i).configuration().get("min_sigma_per_spacing"), evaluations
				.number(i, "min_sigma_per_spacing"), 1e-12);
		final String summary = files.summary(picked, FOUND);
		assertTrue(summary.contains("sigmas above are those of fine"), summary);
		assertTrue(summary.contains("rank over 2 images, 1 held out"), summary);
		assertTrue(summary.contains("Pooled:     QC, mean rank over slices: 0."), summary);
	}

	/** Of all images, those included that were left as detected. */
	@Test
	void positionsAreThoseOfAllImages() {
		final List<PooledFiles.InImage> some = new ArrayList<>(FOUND);
		int refined = 0, all = 0;
		for (int i = 0; i < 3; i++) {
			final List<RefinedAtom> atoms = FOUND.get(i).refined().atoms().stream().map(a -> new RefinedAtom(a
				.blob(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0.1, 0.1,
				RefinementStatus.OK)).toList();
			if (i > 0) some.set(i, new PooledFiles.InImage(FOUND.get(i).solution(), new RefinedAtoms(
				Refinement.QUADRATIC, FitOptions.ROUND, atoms), "", "cafe"));
			refined += i > 0 ? atoms.size() : 0;
			all += atoms.size();
		}
		final String summary = files.summary(picked, some);
		assertTrue(summary.contains("Positions:  " + refined + " of " + all +
			" refined by quadratic interpolation; kept as detected: " + (all - refined) + " (" + (all -
				refined) + " not tried)."), summary);
		assertTrue(files.summary(picked, FOUND).contains("Positions:  as detected, to the pixel."));
	}

	@Test
	void heldOutMeansStandBesideTheFront() {
		final CsvTable pareto = files.pareto(picked), images = files.images(FOUND);
		assertEquals(study.front().size(), pareto.size());
		for (int i = 0; i < pareto.size(); i++)
			if (pareto.get(i, "picked").equals("1")) for (final String goal : List.of("QC", "ER")) {
				assertEquals(images.number(2, goal), pareto.number(i, "held_out_" + goal), 1e-12);
				assertEquals((images.number(0, goal) + images.number(1, goal)) / 2, pareto.number(i, "searched_" +
					goal), 1e-12);
			}
		assertEquals(FOUND.get(0).solution().atoms().atoms().size(), images.number(0, "atoms"));
		final CsvTable unknown = new PooledFiles(pooled, study, record(), Map.of()).pareto(picked);
		assertEquals("", unknown.get(0, "held_out_QC"), "not looked at");
	}

	private static RunRecord record() {
		return new RunRecord("series.tif", 128, 128, 0, 0, 128, 128, "cafe", new SearchReport(
			SearchEngine.BAYESIAN, "As asked.", "Cancelled.", null, Double.NaN), Pick.EUCLIDEAN, 1.5, "");
	}

	@Test
	void theStudyIsJson() throws Exception {
		files.write(folder, picked, FOUND);
		final JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("study.json")))
			.getAsJsonObject();
		assertEquals("rank", json.get("pooling").getAsString());
		assertEquals("held out", json.getAsJsonArray("images").get(2).getAsJsonObject().get("role")
			.getAsString());
		assertEquals("QC_rank", json.getAsJsonArray("objectives").get(0).getAsJsonObject().get("name")
			.getAsString());
		assertEquals(10, json.getAsJsonArray("evaluations").size());
		assertEquals(picked.id(), json.get("picked_evaluation").getAsInt());
		assertEquals(Files.readString(folder.resolve("atoms.csv")), files.atoms(FOUND).toText());
		// Without a solution nothing is left that would pass for one.
		Files.writeString(folder.resolve("overlay_0002.png"), "old");
		files.write(folder, null, List.of());
		for (final String name : List.of("atoms.csv", "images.csv", "summary.txt", "overlay_0002.png"))
			assertFalse(Files.exists(folder.resolve(name)), name);
	}
}
