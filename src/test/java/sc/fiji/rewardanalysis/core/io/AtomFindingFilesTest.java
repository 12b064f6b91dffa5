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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Constraint;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.RefinementStatus;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;

/** What a run of eight evaluations writes, in a locale with decimal commas. */
class AtomFindingFilesTest {

	private static final String MACRO = "run(\"Optimize Atom Finding...\", \"seed=9\");";

	private static final RunRecord RECORD = new RunRecord("my image.tif", 300, 200, 40, 50, 128, 128,
		"cafe", new SearchReport(SearchEngine.BAYESIAN, "As asked.", "All 8 evaluations are done.", null,
			Double.NaN), Pick.KNEE, 1.25, MACRO);

	private static final Locale BEFORE = Locale.getDefault();

	private static AtomFindingTask task;
	private static Study study;
	private static AtomSolution picked;
	private static AtomFindingFiles files;

	@TempDir
	Path folder;

	@BeforeAll
	static void runOnce() {
		Locale.setDefault(Locale.GERMANY);
		task = Ybco.task();
		study = task.newStudy(new BayesianEngine(), 9);
		task.run(study, new StopRule(8, false), Progress.NONE, e -> {});
		picked = task.solution(task.pick(study, Pick.KNEE).orElseThrow(), Progress.NONE);
		files = new AtomFindingFiles(task, study, RECORD);
	}

	@AfterAll
	static void restoreLocale() {
		Locale.setDefault(BEFORE);
	}

	private Set<String> names() throws IOException {
		try (var list = Files.list(folder)) {
			return new TreeSet<>(list.map(f -> f.getFileName().toString()).toList());
		}
	}

	@Test
	void writesTheDocumentedFilesAndNothingElse() throws IOException {
		files.write(folder, picked, RefinedAtoms.asDetected(picked.atoms().atoms()));
		assertEquals(Set.of("atoms.csv", "citations.bib", "evaluations.csv", "methods.txt", "pareto.csv",
			"study.json", "summary.txt"),
			names());
	}

	@Test
	void withoutAPickedSolutionThereAreNoAtoms() throws IOException {
		final Set<String> expected = Set.of("evaluations.csv", "pareto.csv", "study.json");
		files.write(folder, null, null);
		assertEquals(expected, names());
		// Nor those of an earlier run, which would pass for this one's.
		files.write(folder, picked, RefinedAtoms.asDetected(picked.atoms().atoms()));
		files.write(folder, null, null);
		assertEquals(expected, names());
	}

	@Test
	void atomsAreThoseOfThePickedSolutionInTheWholeImage() {
		files.write(folder, picked, RefinedAtoms.asDetected(picked.atoms().atoms()));
		final CsvTable atoms = CsvTable.read(folder.resolve("atoms.csv"));
		assertEquals(List.of("id", "x_px", "y_px", "x_nm", "y_nm", "sigma_px", "response",
			"neighbour_sum_nm", "is_error", "is_counted"), atoms.header());
		assertEquals(picked.atoms().atoms().size(), atoms.size());
		int errors = 0, counted = 0;
		for (int i = 0; i < atoms.size(); i++) {
			final var atom = picked.atoms().atoms().get(i);
			assertEquals(i + 1, atoms.number(i, "id"));
			assertEquals(atom.x() + 40, atoms.number(i, "x_px"));
			assertEquals(atom.y() + 50, atoms.number(i, "y_px"));
			assertEquals((atom.y() + 50) * Ybco.PIXEL, atoms.number(i, "y_nm"), 1e-12);
			assertEquals(atom.sigma(), atoms.number(i, "sigma_px"));
			assertEquals(atom.response(), atoms.number(i, "response"));
			assertEquals(picked.atoms().neighbourSum(i), atoms.number(i, "neighbour_sum_nm"));
			errors += atoms.number(i, "is_error");
			counted += atoms.number(i, "is_counted");
		}
		assertEquals(picked.errors().length, errors);
		assertEquals(picked.atoms().counted().length, counted);
	}

	@Test
	void evaluationsAreAllInOrder() {
		files.write(folder, picked, RefinedAtoms.asDetected(picked.atoms().atoms()));
		final CsvTable table = CsvTable.read(folder.resolve("evaluations.csv"));
		assertEquals(8, table.size());
		final double[] trace = study.hypervolumeTrace();
		for (int i = 0; i < 8; i++) {
			final Evaluation e = study.evaluations().get(i);
			assertEquals(e.id(), table.number(i, "evaluation"));
			assertEquals(e.origin(), table.get(i, "origin"));
			assertEquals(task.parameters(e).maxSigma(), table.number(i, "max_sigma_px"));
			assertEquals(task.parameters(e).threshold(), table.number(i, "threshold"));
			assertEquals(e.objectives()[0], table.number(i, "QC"));
			assertEquals(e.objectives()[1], table.number(i, "ER"));
			assertEquals(e.signals()[0], table.number(i, "atoms_counted"));
			assertEquals(e.metrics().get("coverage_gap"), table.number(i, "coverage_gap"));
			assertEquals(e.metrics().get("lattice_residual"), table.number(i, "lattice_residual_nm"));
			assertEquals(trace[i], table.number(i, "cumulative_hypervolume"));
		}
	}

	@Test
	void theFrontHasOnePickedPoint() {
		files.write(folder, picked, RefinedAtoms.asDetected(picked.atoms().atoms()));
		final CsvTable table = CsvTable.read(folder.resolve("pareto.csv"));
		assertEquals(study.front().size(), table.size());
		int picks = 0;
		for (int i = 0; i < table.size(); i++)
			if (table.number(i, "picked") == 1) {
				picks++;
				assertEquals(picked.evaluation().id(), table.number(i, "evaluation"));
			}
		assertEquals(1, picks);
	}

	@Test
	void theStudyHoldsAllThatRepeatsIt() throws IOException {
		files.write(folder, picked, RefinedAtoms.asDetected(picked.atoms().atoms()));
		final JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("study.json")))
			.getAsJsonObject();
		for (final String key : List.of("format", "versions", "seed", "image", "settings", "expected",
			"search_space", "objectives", "held_out", "picked_evaluation", "pick", "stop_reason",
			"hypervolume", "macro", "evaluations"))
			assertTrue(json.has(key), key);
		assertEquals(9, json.get("seed").getAsLong());
		assertEquals("knee", json.get("pick").getAsString());
		assertEquals(MACRO, json.get("macro").getAsString());
		assertEquals(picked.evaluation().id(), json.get("picked_evaluation").getAsInt());
		final JsonObject image = json.getAsJsonObject("image");
		assertEquals("my image.tif", image.get("name").getAsString());
		assertEquals(300, image.get("width_px").getAsInt());
		assertEquals("cafe", image.get("sha256_of_analysed_pixels").getAsString());
		assertEquals("[40,50,128,128]", image.get("analysed_box_px").toString());
		final JsonObject settings = json.getAsJsonObject("settings");
		assertEquals(Ybco.LATTICE, LatticeFile.lattice(latticeFields(settings)));
		assertEquals(Ybco.PIXEL, settings.get("pixel_size_nm").getAsDouble());
		assertEquals(study.space().parameters().size(), json.getAsJsonArray("search_space").size());
		assertEquals("ER", json.getAsJsonArray("objectives").get(1).getAsJsonObject().get("name")
			.getAsString());
		assertEquals(8, json.getAsJsonArray("evaluations").size());
	}

	/** Every evaluation's parameters and signals are the numbers themselves, not rounded. */
	@Test
	void theStudyRepeatsEveryEvaluationExactly() throws IOException {
		files.write(folder, null, null);
		final var evaluations = JsonParser.parseString(Files.readString(folder.resolve("study.json")))
			.getAsJsonObject().getAsJsonArray("evaluations");
		for (int i = 0; i < 8; i++) {
			final Evaluation e = study.evaluations().get(i);
			final JsonObject json = evaluations.get(i).getAsJsonObject();
			e.configuration().asMap().forEach((name, value) -> assertEquals(value, json.getAsJsonObject(
				"parameters").get(name).getAsDouble()));
			final double[] signals = new double[2];
			for (int j = 0; j < 2; j++)
				signals[j] = json.getAsJsonArray("signals").get(j).isJsonNull() ? Double.NaN : json
					.getAsJsonArray("signals").get(j).getAsDouble();
			assertArrayEquals(e.signals(), signals);
			assertEquals(e.feasible(), json.get("feasible").getAsBoolean());
		}
	}

	@Test
	void failuresAndConstraintsAreListedWhereThereAreAny() throws IOException {
		final Study limited = new Study(study.space(), study.objectives(), List.of(new Constraint("time",
			"s", 2)), new SobolEngine(), 3);
		limited.tell(limited.ask(), Observation.of(50, 0.1).withConstraints(2.5), 0);
		limited.tell(limited.ask(), Observation.failed("It was, \"say\", too dark."), 0);
		new AtomFindingFiles(task, limited, RECORD).write(folder, null, null);
		final CsvTable table = CsvTable.read(folder.resolve("evaluations.csv"));
		assertEquals(2.5, table.number(0, "time_s"));
		assertEquals("", table.get(0, "failure"));
		assertEquals("It was, \"say\", too dark.", table.get(1, "failure"));
		assertEquals("", table.get(1, "atoms_counted"), "nothing was counted");
		final JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("study.json")))
			.getAsJsonObject();
		assertEquals("[{\"name\":\"time\",\"unit\":\"s\",\"limit\":2}]", json.get("constraints")
			.toString());
		final var evaluations = json.getAsJsonArray("evaluations");
		assertEquals("[2.5]", evaluations.get(0).getAsJsonObject().get("constraints").toString());
		assertTrue(!evaluations.get(0).getAsJsonObject().has("failure"));
		assertEquals("It was, \"say\", too dark.", evaluations.get(1).getAsJsonObject().get("failure")
			.getAsString());
		files.write(folder, null, null);
		assertTrue(!CsvTable.read(folder.resolve("evaluations.csv")).header().contains("failure"));
	}

	private JsonFields latticeFields(final JsonObject settings) {
		final Path file = folder.resolve("settings.json");
		AtomicFile.write(file, settings.toString());
		return JsonFields.read(file).object("lattice");
	}

	@Test
	void theSummaryIsEightLinesAndTheMacros() throws IOException {
		files.write(folder, picked, RefinedAtoms.asDetected(picked.atoms().atoms()));
		final List<String> lines = Files.readAllLines(folder.resolve("summary.txt"));
		assertEquals(List.of("Expected:", "Found:", "Errors:", "Positions:", "Parameters:", "Search:",
			"Verified:", "Time:", "Macro:", "Detection:"), lines.stream().map(l -> l.split(" ")[0]).toList());
		assertTrue(lines.get(1).contains(picked.atoms().counted().length + " atoms"), lines.get(1));
		assertTrue(lines.get(5).contains("bayesian, as asked. All 8"), lines.get(5));
		assertTrue(lines.get(7).contains("1.25 s") && lines.get(7).contains("Seed 9"), lines.get(7));
		assertTrue(lines.get(8).endsWith(MACRO));
		assertTrue(lines.subList(0, 8).stream().noneMatch(l -> l.matches(".*\\d,\\d.*")),
			"decimal points");
	}

	@Test
	void theStudyTellsOfTheRefinement() throws IOException {
		final List<Blob> atoms = picked.atoms().atoms();
		final List<RefinedAtom> refined = new ArrayList<>();
		for (int i = 0; i < atoms.size(); i++)
			refined.add(new RefinedAtom(new Blob(atoms.get(i).x() + 0.25, atoms.get(i).y(), 3, 1), 3, 3,
				Double.NaN, 1, 0, 0.1, 0.1, i == 0 ? RefinementStatus.WANDERED : RefinementStatus.OK));
		files.write(folder, picked, new RefinedAtoms(Refinement.GAUSSIAN, FitOptions.ROUND, refined));
		final JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("study.json")))
			.getAsJsonObject().getAsJsonObject("refinement");
		assertEquals("GAUSSIAN", json.get("method").getAsString());
		assertEquals(atoms.size() - 1, json.getAsJsonObject("atoms").get("ok").getAsInt());
		assertEquals(1, json.getAsJsonObject("atoms").get("wandered").getAsInt());
		final CsvTable table = CsvTable.read(folder.resolve("atoms.csv"));
		assertEquals(atoms.get(1).x() + 0.25 + RECORD.x(), table.number(1, "x_px"), 1e-12);
		// The judgement remains that of the rewards.
		assertEquals(picked.atoms().neighbourSum(1), table.number(1, "neighbour_sum_nm"), 1e-12);
		assertTrue(Files.readString(folder.resolve("summary.txt")).contains("(1 wandered)"));
	}
}
