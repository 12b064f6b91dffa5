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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.StudyTables.Column;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroKey;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroTask;

/**
 * What a search for a macro's values leaves in a folder as text: {@code tuned.ijm},
 * {@code atoms.csv}, {@code results.csv}, {@code pareto.csv}, {@code evaluations.csv},
 * {@code study.json}, {@code summary.txt}, {@code citations.bib}.
 */
public final class MacroStudyFiles {

	private static final String MACRO = "tuned.ijm", ATOMS = "atoms.csv", RESULTS = "results.csv";

	private final MacroTask task;
	private final MacroSetup setup;
	private final Study study;
	private final RunRecord run;

	/** The files of one run. */
	public MacroStudyFiles(final MacroTask task, final MacroSetup setup, final Study study,
		final RunRecord run)
	{
		this.task = task;
		this.setup = setup;
		this.study = study;
		this.run = run;
	}

	/**
	 * Writes all of them, each whole or not at all.
	 *
	 * @param picked null if nothing was feasible: what an earlier run has left of a solution is
	 *          deleted then, for it would pass for this one's
	 * @param found what it leaves; null likewise
	 */
	public void write(final Path folder, final Evaluation picked, final MacroOutcome found) {
		evaluations().write(folder.resolve("evaluations.csv"));
		StudyTables.pareto(study, columns(), picked).write(folder.resolve("pareto.csv"));
		AtomicFile.write(folder.resolve("study.json"), MacroJson.toText(task, setup, study, run, picked,
			found));
		AtomicFile.write(folder.resolve("summary.txt"), summary(picked, found));
		if (picked == null) {
			for (final String name : List.of(MACRO, ATOMS, RESULTS, Citations.NAME))
				AtomicFile.delete(folder.resolve(name));
			return;
		}
		AtomicFile.write(folder.resolve(MACRO), tuned(picked));
		AtomicFile.write(folder.resolve(Citations.NAME), Citations.bibTeX());
		if (found.atoms().isEmpty()) AtomicFile.delete(folder.resolve(ATOMS));
		else atoms(found).write(folder.resolve(ATOMS));
		if (found.rows() == 0) AtomicFile.delete(folder.resolve(RESULTS));
		else results(found).write(folder.resolve(RESULTS));
	}

	/** The macro with a solution's values. */
	public String tuned(final Evaluation evaluation) {
		return task.search().text(evaluation.configuration());
	}

	/** One row a point, area or particle, px and nm of the whole image. */
	public CsvTable atoms(final MacroOutcome found) {
		final boolean nm = setup.pixelSize() > 0;
		final List<String> header = new ArrayList<>(List.of("id", "x_px", "y_px"));
		if (nm) header.addAll(List.of("x_nm", "y_nm"));
		header.addAll(List.of("sigma_px", "is_error"));
		final CsvTable table = new CsvTable(header);
		final Set<Integer> errors = Arrays.stream(task.errors(found)).boxed().collect(Collectors.toSet());
		for (int i = 0; i < found.atoms().size(); i++) {
			final Blob atom = found.atoms().get(i);
			final double x = run.x() + atom.x(), y = run.y() + atom.y();
			final List<Object> row = new ArrayList<>(List.of(i + 1, x, y));
			if (nm) row.addAll(List.of(x * setup.pixelSize(), y * setup.pixelSize()));
			row.addAll(List.of(atom.sigma(), errors.contains(i)));
			table.add(row);
		}
		return table;
	}

	/** The numbers of the macro's Results. */
	public static CsvTable results(final MacroOutcome found) {
		final Map<String, List<Double>> columns = new LinkedHashMap<>(found.columns());
		columns.values().removeIf(c -> c.size() != found.rows());
		final List<String> header = new ArrayList<>(List.of("row"));
		header.addAll(columns.keySet());
		final CsvTable table = new CsvTable(header);
		for (int i = 0; i < found.rows(); i++) {
			final List<Object> row = new ArrayList<>(List.of(i + 1));
			for (final List<Double> column : columns.values())
				row.add(column.get(i));
			table.add(row);
		}
		return table;
	}

	/** One row an evaluation, in order. */
	public CsvTable evaluations() {
		return StudyTables.evaluations(study, StudyTables.together(columns(), study.evaluations().stream()
			.allMatch(Evaluation::feasible) ? List.of() : List.of(new Column("why_not", task::whyNot))));
	}

	private List<Column> columns() {
		return StudyTables.together(StudyTables.parameters(study), StudyTables.objectives(study),
			StudyTables.metrics(task.heldOut()));
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary(final Evaluation picked, final MacroOutcome found) {
		final List<String> lines = new ArrayList<>();
		if (picked == null) lines.add("Result:     " + task.verdict(study));
		else {
			lines.add("Found:      " + task.expectation(found).replace("\n", "; ") + ".");
			lines.add("Values:     " + values(picked) + "; " + run.choice(task.pick(study, run.pick()).filter(
				e -> e.id() == picked.id()).isPresent(), "the ideal") + ", " + Words.count(study.front()
					.size(), "solution") + " on the front.");
			lines.add("Objectives: " + objectives(picked) + ".");
		}
		lines.add("Before:     " + task.presentInWords());
		lines.add("Search:     " + run.search().story());
		lines.add(String.format(Locale.ROOT, "Time:       %.2f s. Seed %d, Reward Analysis %s.", run
			.seconds(), study.seed(), Version.current()));
		lines.add("Macro file: " + task.search().macro().name() + ", SHA-256 " + task.search().macro()
			.hash() + ".");
		lines.add("Macro:      " + run.macro());
		return String.join("\n", lines) + "\n";
	}

	private String values(final Evaluation evaluation) {
		return task.search().values(evaluation.configuration()).entrySet().stream().map(e -> e.getKey()
			.name() + "=" + rounded(e.getKey(), e.getValue())).collect(Collectors.joining(" "));
	}

	private static String rounded(final MacroKey key, final String value) {
		return key.isNumber() && value.length() > 8 ? String.format(Locale.ROOT, "%.5g", Double
			.parseDouble(value)) : value;
	}

	private String objectives(final Evaluation evaluation) {
		return IntStream.range(0, study.objectives().size()).mapToObj(i -> String.format(Locale.ROOT,
			"%s %.4g", study.objectives().get(i).name(), evaluation.objectives()[i])).collect(Collectors
				.joining(", ")) + ", all minimised";
	}
}
