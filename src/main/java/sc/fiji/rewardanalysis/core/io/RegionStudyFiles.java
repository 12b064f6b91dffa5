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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.StudyTables.Column;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.amorphous.Clustering;
import sc.fiji.rewardanalysis.core.workflow.amorphous.ModelType;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRanges;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionRule;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSearchSettings;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSolution;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionTask;

/**
 * What a search for amorphous regions leaves in a folder as text: {@code regions.csv},
 * {@code atoms.csv}, {@code pareto.csv}, {@code evaluations.csv}, {@code study.json},
 * {@code summary.txt}, {@code methods.txt}, {@code citations.bib}.
 */
public final class RegionStudyFiles {

	private static final List<String> TABLES = List.of("regions.csv", "atoms.csv");

	private final RegionTask task;
	private final RegionSearchSettings settings;
	private final Lattice lattice;
	private final String origin, inputs;
	private final Study study;
	private final RunRecord run;

	/**
	 * The files of one run.
	 *
	 * @param lattice the crystal; null if it isn't known
	 * @param origin where the atoms come from, to follow "from"
	 * @param inputs keys of the macro line that don't depend on the solution, with a space after
	 *          them
	 */
	public RegionStudyFiles(final RegionTask task, final RegionSearchSettings settings,
		final Lattice lattice, final String origin, final String inputs, final Study study,
		final RunRecord run)
	{
		this.task = task;
		this.settings = settings;
		this.lattice = lattice;
		this.origin = origin;
		this.inputs = inputs;
		this.study = study;
		this.run = run;
	}

	/**
	 * Writes all of them, each whole or not at all.
	 *
	 * @param shown the picked solution or, where nothing was feasible, one without a region; null
	 *          if there is neither: tables of an earlier run are deleted then, for they would
	 *          pass for this one's
	 */
	public void write(final Path folder, final RegionSolution shown) {
		final RegionSolution picked = shown == null || !shown.evaluation().feasible() ? null : shown;
		evaluations().write(folder.resolve("evaluations.csv"));
		StudyTables.pareto(study, columns(), picked == null ? null : picked.evaluation()).write(folder
			.resolve("pareto.csv"));
		AtomicFile.write(folder.resolve("study.json"), RegionStudyJson.toText(task, settings, lattice,
			origin, study, run, picked));
		AtomicFile.write(folder.resolve("summary.txt"), summary(shown));
		// Of regions that were found with given parameters.
		AtomicFile.delete(folder.resolve("regions.json"));
		if (shown == null) for (final String name : TABLES)
			AtomicFile.delete(folder.resolve(name));
		else {
			final RegionReport report = report(shown);
			report.regions().write(folder.resolve(TABLES.get(0)));
			report.atoms().write(folder.resolve(TABLES.get(1)));
		}
		if (picked == null) for (final String name : List.of(MethodsText.NAME, Citations.NAME))
			AtomicFile.delete(folder.resolve(name));
		else {
			AtomicFile.write(folder.resolve(MethodsText.NAME), RegionMethodsText.of(task, lattice, origin,
				study, run, isByRule(picked), report(picked)));
			AtomicFile.write(folder.resolve(Citations.NAME), Citations.bibTeX());
		}
	}

	private boolean isByRule(final RegionSolution solution) {
		return task.pick(study, run.pick()).filter(e -> e.id() == solution.evaluation().id()).isPresent();
	}

	/** What there is to tell of a solution's regions. */
	public RegionReport report(final RegionSolution solution) {
		return new RegionReport(task.finder(), solution.regions(), run.x(), run.y());
	}

	/** One row an evaluation, in order. */
	public CsvTable evaluations() {
		return StudyTables.evaluations(study, StudyTables.together(columns(), study.evaluations().stream()
			.allMatch(Evaluation::feasible) ? List.of() : List.of(new Column("why_not", task::whyNot))));
	}

	private List<Column> columns() {
		return StudyTables.together(StudyTables.parameters(study), StudyTables.objectives(study),
			StudyTables.metrics(task.objectives().heldOut()));
	}

	/**
	 * Some lines for a person, and the macro lines that repeat the run and the solution.
	 *
	 * @param shown as for {@link #write}
	 */
	public String summary(final RegionSolution shown) {
		final List<String> lines = new ArrayList<>();
		if (shown == null || !shown.evaluation().feasible()) lines.add("Regions:    " + task.verdict(study));
		else {
			lines.addAll(report(shown).lines());
			lines.add(String.format(Locale.ROOT, "Parameters: %s; %s, %s on the front.", inWords(shown
				.evaluation()), run.choice(isByRule(shown), "the ideal"), Words.count(study.front().size(),
					"solution")));
		}
		lines.add("Pursued:    " + pursued());
		lines.add("Search:     " + run.search().story());
		lines.add(String.format(Locale.ROOT, "Time:       %.2f s. Seed %d, Reward Analysis %s.", run
			.seconds(), study.seed(), Version.current()));
		lines.add("Macro:      " + run.macro());
		if (shown != null && shown.evaluation().feasible()) lines.add("Regions by: " + finding(shown
			.evaluation()));
		return String.join("\n", lines) + "\n";
	}

	private String pursued() {
		return study.objectives().stream().map(o -> o.name()).collect(Collectors.joining(", ")) +
			(study.objectives().size() == 1 ? ", minimised." : ", all minimised.");
	}

	private String inWords(final Evaluation evaluation) {
		final List<Column> all = StudyTables.parameters(study);
		return IntStream.range(0, all.size()).filter(i -> !"".equals(all.get(i).value().apply(evaluation)))
			.mapToObj(i -> all.get(i).name() + "=" + rounded(all.get(i).value().apply(evaluation))).collect(
				Collectors.joining(" "));
	}

	private static String rounded(final Object value) {
		return value instanceof Double ? String.format(Locale.ROOT, "%.4g", value) : value.toString();
	}

	/** The macro line that finds a solution's regions without a search. */
	public String finding(final Evaluation evaluation) {
		final Clustering c = task.analysis().clustering(evaluation.configuration());
		final RegionRule r = task.analysis().rule(evaluation.configuration());
		final StringBuilder line = new StringBuilder("run(\"Find Amorphous Regions...\", \"").append(
			inputs).append("features=").append(RegionRanges.word(c.features()));
		if (c.features().hasPixels()) line.append(" window=").append(c.window()).append(" dimensions=")
			.append(c.dimensions()).append(" normalization=").append(RegionRanges.word(c.normalization()));
		line.append(" model=").append(RegionRanges.word(c.model()));
		if (c.model() == ModelType.MIXTURE) line.append(" covariance=").append(RegionRanges.word(c
			.covariance()));
		return line.append(" components=").append(c.components()).append(" seed=").append(study.seed())
			.append(" amorphous=").append(RegionRanges.word(settings.component())).append(
				" mask=").append(RegionRanges.word(r.mask())).append(" threshold=").append(r.threshold())
			.append(" smoothing=").append(r.smoothing()).append(" dilation=").append(r.dilation()).append(
				" fewest_atoms=").append(r.fewestAtoms()).append(" least_contrast=").append(r
					.leastContrast()).append("\");").toString();
	}
}
