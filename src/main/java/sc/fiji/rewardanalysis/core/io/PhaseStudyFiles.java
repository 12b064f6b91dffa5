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
import java.util.stream.Collectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.StudyTables.Column;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseReward;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseTask;

/**
 * What a search for the weight of a physics loss leaves in a folder as text, besides the files of
 * its picked solution, {@link PhaseFiles}: {@code evaluations.csv}, {@code pareto.csv}, {@code
 * study.json}, and a {@code summary.txt} that tells of the search.
 *
 * @param inputs keys of the macro line that don't depend on the solution, with a space after them
 */
public record PhaseStudyFiles(PhaseTask task, String inputs, Study study, RunRecord run) {

	static final String ANALYSIS = "weight of the physics loss";

	/**
	 * Writes all of them, each whole or not at all.
	 *
	 * @param shown the solution's evaluation; null if nothing was feasible
	 * @param found its phases; null likewise
	 * @param files of them; null likewise
	 */
	public void write(final Path folder, final Evaluation shown, final PhaseResult found,
		final PhaseFiles files)
	{
		evaluations().write(folder.resolve("evaluations.csv"));
		StudyTables.pareto(study, columns(), shown).write(folder.resolve("pareto.csv"));
		if (files != null) files.write(folder);
		AtomicFile.write(folder.resolve("study.json"), json(shown, found));
		AtomicFile.write(folder.resolve("summary.txt"), summary(shown, files));
	}

	/** One row an evaluation, in order. */
	public CsvTable evaluations() {
		return StudyTables.evaluations(study, StudyTables.together(columns(), study.evaluations().stream()
			.allMatch(Evaluation::feasible) ? List.of() : List.of(new Column("why_not", task::whyNot))));
	}

	private List<Column> columns() {
		return StudyTables.together(StudyTables.parameters(study), StudyTables.objectives(study),
			StudyTables.metrics(PhaseReward.REPORTED));
	}

	private boolean isByRule(final Evaluation evaluation) {
		return task.pick(study, run.pick()).filter(e -> e.id() == evaluation.id()).isPresent();
	}

	/**
	 * Some lines for a person.
	 *
	 * @param shown null if nothing was feasible
	 * @param files null likewise
	 */
	public String summary(final Evaluation shown, final PhaseFiles files) {
		final List<String> lines = new ArrayList<>();
		if (shown == null) lines.add("Phases:     " + task.verdict(study));
		else {
			lines.addAll(files.report().lines());
			lines.add(String.format(Locale.ROOT, "Weight:     %.5g; %s, %s on the front.", PhaseTask.weight(
				shown.configuration()), run.choice(isByRule(shown), "the ideal"), Words.count(study.front()
					.size(), "solution")));
		}
		lines.add("Pursued:    " + task.goals().stream().map(g -> g.reward().name()).collect(Collectors
			.joining(", ")) + ", both minimised.");
		lines.add("Search:     " + run.search().story());
		lines.add(String.format(Locale.ROOT, "Time:       %.1f s. Seed %d, Reward Analysis %s.", run
			.seconds(), study.seed(), Version.current()));
		lines.add("Macro:      " + run.macro());
		if (shown != null) lines.add("Phases by:  " + finding(shown));
		return String.join("\n", lines) + "\n";
	}

	/** The macro line that maps a solution's phases without a search. */
	public String finding(final Evaluation evaluation) {
		return "run(\"Map Latent Phases...\", \"" + inputs + "physics_weight=" + PhaseTask.weight(evaluation
			.configuration()) + "\");";
	}

	private String json(final Evaluation shown, final PhaseResult found) {
		final Map<String, JsonElement> about = new LinkedHashMap<>();
		about.put("pixel_size_nm", StudyJson.number(task.scene().pixelSize()));
		about.put("patches", PhaseJson.patches(task.settings().patches()));
		about.put("network", PhaseJson.network(task.settings().network()));
		about.put("segmentation", PhaseJson.segmentation(task.settings().segmentation()));
		final Map<String, JsonObject> result = new LinkedHashMap<>();
		if (found != null) result.put("result", PhaseJson.result(found));
		return new StudyJson(study, run).toText(new StudyJson.Task(ANALYSIS, about, task.goals().stream()
			.map(Goal::reward).toList(), PhaseReward.REPORTED, null), new StudyJson.Picked(shown,
				shown != null && isByRule(shown), result));
	}
}
