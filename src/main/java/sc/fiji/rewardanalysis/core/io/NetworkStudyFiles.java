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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.StudyTables.Column;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.network.NetworkSolution;
import sc.fiji.rewardanalysis.core.workflow.network.NetworkTask;

/**
 * What the search for a network's threshold and least distance leaves in a folder as text:
 * {@code atoms.csv}, {@code pareto.csv}, {@code evaluations.csv}, {@code study.json},
 * {@code summary.txt}, {@code citations.bib}.
 */
public final class NetworkStudyFiles {

	/** What it is called in files. */
	static final String ANALYSIS = "atoms by a network";

	private final NetworkTask task;
	private final NetworkUse use;
	private final String inputs;
	private final Study study;
	private final RunRecord run;

	/**
	 * The files of one run.
	 *
	 * @param inputs keys of the macro line that don't depend on the solution, with a space after
	 *          them
	 */
	public NetworkStudyFiles(final NetworkTask task, final NetworkUse use, final String inputs,
		final Study study, final RunRecord run)
	{
		this.task = task;
		this.use = use;
		this.inputs = inputs;
		this.study = study;
		this.run = run;
	}

	/** Writes all of them, each whole or not at all. */
	public void write(final Path folder, final NetworkSolution picked, final RefinedAtoms refined) {
		atoms(picked, refined).write(folder.resolve("atoms.csv"));
		evaluations().write(folder.resolve("evaluations.csv"));
		StudyTables.pareto(study, columns(), picked.evaluation()).write(folder.resolve("pareto.csv"));
		AtomicFile.write(folder.resolve("study.json"), json(picked));
		AtomicFile.write(folder.resolve("summary.txt"), summary(picked, refined));
		AtomicFile.write(folder.resolve(Citations.NAME), Citations.bibTeX());
		// Of atoms that were found with a given threshold.
		AtomicFile.delete(folder.resolve("network.json"));
	}

	/** A row an atom. */
	public CsvTable atoms(final NetworkSolution solution, final RefinedAtoms refined) {
		return AtomsTable.of(solution.atoms(), refined, solution.errors(), run.x(), run.y());
	}

	/** One row an evaluation, in order. */
	public CsvTable evaluations() {
		return StudyTables.evaluations(study, columns());
	}

	private List<Column> columns() {
		return StudyTables.together(StudyTables.parameters(study), StudyTables.objectives(study),
			StudyTables.metrics(task.heldOut()));
	}

	private boolean isByRule(final NetworkSolution solution) {
		return task.pick(study, run.pick()).filter(e -> e.id() == solution.evaluation().id()).isPresent();
	}

	/** The macro line that finds a solution's atoms without a search. */
	public String finding(final NetworkSolution solution) {
		return "run(\"Find Atoms With Network...\", \"" + inputs + "parameters=given threshold=" + solution
			.threshold() + " min_distance=" + solution.distance() + "\");";
	}

	/** Some lines for a person, and the macro lines that repeat the run and the solution. */
	public String summary(final NetworkSolution solution, final RefinedAtoms refined) {
		final List<String> lines = new ArrayList<>();
		lines.add("Found:      " + Words.count(solution.atoms().atoms().size(), "atom") + "; " + task
			.expectation(solution).replace("\n", "; ") + ".");
		lines.add("Network:    " + use.describe());
		lines.add(String.format(Locale.ROOT,
			"Parameters: threshold=%.4g min_distance=%.4g px; %s, %s on the front.", solution.threshold(),
			solution.distance(), run.choice(isByRule(solution), "no error"), Words.count(study.front().size(),
				"solution")));
		lines.add("Positions:  " + (refined.isRefined() ? refined.summary()
			: "centroids of the network's probabilities."));
		lines.add("Search:     " + run.search().story() + " " + run.search().verification());
		lines.add(String.format(Locale.ROOT, "Time:       %.2f s. Reward Analysis %s.", run.seconds(),
			Version.current()));
		lines.add("Macro:      " + run.macro());
		lines.add("Atoms by:   " + finding(solution));
		return String.join("\n", lines) + "\n";
	}

	private String json(final NetworkSolution picked) {
		final Map<String, JsonElement> about = new LinkedHashMap<>();
		about.put("network", use.json());
		final JsonObject settings = new JsonObject();
		use.addCrystal(settings);
		settings.addProperty("count_reward", task.settings().countRule().name().toLowerCase(Locale.ROOT));
		settings.addProperty("ds_fraction", task.settings().dsFraction());
		settings.addProperty("pixel_tolerance", task.settings().pixelTolerance());
		about.put("settings", settings);
		about.put("expected", AtomFindingJson.expected(task.physics()));
		final JsonObject result = new JsonObject();
		result.addProperty("threshold", picked.threshold());
		result.addProperty("min_distance_px", picked.distance());
		result.addProperty("atoms", picked.atoms().atoms().size());
		result.addProperty("atoms_counted", picked.atoms().counted().length);
		result.addProperty("errors", picked.errors().length);
		return new StudyJson(study, run).toText(new StudyJson.Task(ANALYSIS, about, task.goals().stream()
			.map(Goal::reward).toList(), task.heldOut(), task.tieBreaker().name()), new StudyJson.Picked(picked
				.evaluation(), isByRule(picked), Map.of("result", result)));
	}
}
