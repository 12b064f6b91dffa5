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
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.io.StudyTables.Column;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PhysicsCheck;

/**
 * What an optimised atom finding leaves in a folder as text: {@code atoms.csv},
 * {@code pareto.csv}, {@code evaluations.csv}, {@code study.json},
 * {@code summary.txt}, {@code methods.txt}, {@code citations.bib}.
 */
public final class AtomFindingFiles {

	private final AtomFindingTask task;
	private final Study study;
	private final RunRecord run;
	private final String estimate;

	/** The files of one run. */
	public AtomFindingFiles(final AtomFindingTask task, final Study study, final RunRecord run) {
		this(task, study, run, "");
	}

	/**
	 * The files of one run.
	 *
	 * @param estimate what the image itself says of its crystal, for {@code summary.txt}; empty for
	 *          nothing
	 */
	public AtomFindingFiles(final AtomFindingTask task, final Study study, final RunRecord run,
		final String estimate)
	{
		this.task = task;
		this.study = study;
		this.run = run;
		this.estimate = estimate;
	}

	/**
	 * Writes all of them, each whole or not at all. Without a picked solution there
	 * are no {@code atoms.csv}, {@code summary.txt}, {@code methods.txt},
	 * {@code citations.bib} and {@code overlay.png}: those of an earlier run are deleted, for they
	 * would pass for this one's; so is what a search of several images left.
	 *
	 * @param picked the picked solution; null if no evaluation was feasible
	 * @param refined its atoms where they shall be listed; null likewise
	 */
	public void write(final Path folder, final AtomSolution picked, final RefinedAtoms refined) {
		write(folder, picked, refined, null);
	}

	/**
	 * Writes all of them for a solution that a person may have edited; edited atoms say so in
	 * {@code atoms.csv}, {@code study.json} and {@code summary.txt}.
	 */
	public void write(final Path folder, final EditedAtoms edited) {
		write(folder, edited.solution(), edited.refined(), edited);
	}

	private void write(final Path folder, final AtomSolution picked, final RefinedAtoms refined,
		final EditedAtoms edited)
	{
		evaluations().write(folder.resolve("evaluations.csv"));
		pareto(picked).write(folder.resolve("pareto.csv"));
		AtomicFile.write(folder.resolve("study.json"), AtomFindingJson.toText(task, study, run,
			picked, refined, edited));
		// Of all slices, from an earlier run.
		AtomicFile.delete(folder.resolve("images.csv"));
		AtomicFile.delete(folder, PooledFiles.OVERLAYS);
		if (picked == null) {
			for (final String name : List.of("atoms.csv", "summary.txt", "overlay.png",
				MethodsText.NAME, Citations.NAME))
				AtomicFile.delete(folder.resolve(name));
			return;
		}
		(edited != null ? AtomsTable.of(edited, run.x(), run.y()) : AtomsTable.of(picked.atoms(), refined,
			picked.errors(), run.x(), run.y())).write(folder.resolve("atoms.csv"));
		AtomicFile.write(folder.resolve("summary.txt"), edited != null ? summary(edited) : summary(picked,
			refined));
		AtomicFile.write(folder.resolve(MethodsText.NAME), edited != null ? MethodsText.of(task,
			study, run, edited) : MethodsText.of(task, study, run, picked, refined));
		AtomicFile.write(folder.resolve(Citations.NAME), Citations.bibTeX());
	}

	/** One row a point of the front, by the first objective. */
	public CsvTable pareto(final AtomSolution picked) {
		return StudyTables.pareto(study, columns(), picked == null ? null : picked.evaluation());
	}

	/** One row an evaluation, in order. */
	public CsvTable evaluations() {
		return StudyTables.evaluations(study, columns());
	}

	private List<Column> columns() {
		return StudyTables.together(parameters(), StudyTables.objectives(study), List.of(new Column(
			"atoms_counted", AtomFindingFiles::counted)), StudyTables.metrics(task.heldOut()));
	}

	/** The count error's signal is the count. */
	private static Object counted(final Evaluation e) {
		final double count = e.signals()[0];
		return Double.isNaN(count) ? (Object) count : (Object) (int) count;
	}

	private String choice(final AtomSolution solution) {
		final boolean byRule = task.pick(study, run.pick()).filter(e -> e.id() == solution.evaluation()
			.id()).isPresent();
		return run.choice(byRule, "no error");
	}

	/**
	 * Eight lines for a person, and the macro lines that repeat the run and the picked
	 * detection.
	 */
	public String summary(final AtomSolution picked, final RefinedAtoms refined) {
		final AtomPhysics physics = task.physics();
		final LogParameters p = picked.parameters();
		final int counted = picked.atoms().counted().length;
		return String.join("\n", //
			String.format(Locale.ROOT,
				"Expected:   %.1f columns of %s in the counted area; %d to %d are possible there.", physics
					.expected(), task.settings().lattice().name(), physics.low(), physics.high()), //
			String.format(Locale.ROOT,
				"Found:      %s there, %d in the whole analysed area; QC %.4f against the band, %.4f against the expected number.",
				Words.count(counted, "atom"), picked.atoms().atoms().size(), CountError.band().score(picked.atoms()).value(),
				CountError.paper().score(picked.atoms()).value()), //
			String.format(Locale.ROOT,
				"Errors:     %s whose four nearest neighbours are closer than DS = %.4f nm; ER %.4f.",
				Words.count(picked.errors().length, "atom"), physics.neighbourSumLimit(), new SpacingError().score(picked.atoms()).value()), //
			"Positions:  " + refined.summary(), //
			String.format(Locale.ROOT,
				"Parameters: min_sigma=%.4g max_sigma=%.4g num_sigma=%d threshold=%.4g overlap=%.4g contrast=%s%s, %s; %s on the front.",
				p.minSigma(), p.maxSigma(), p.numSigma(), p.threshold(), p.overlap(), contrast(picked
					.preparation()), filters(picked.preparation()), choice(picked), Words.count(study.front().size(), "solution")), //
			"Search:     " + run.search().story(), //
			"Verified:   " + run.search().verification(), //
			String.format(Locale.ROOT, "Time:       %.2f s. Seed %d, Reward Analysis %s.", run.seconds(),
				study.seed(), Version.current()), //
			"Macro:      " + run.macro(), //
			"Detection:  " + detection(picked, refined, task.settings().normalization(), ""), //
			line("Left out:   ", task.validArea().invalid() == 0 ? "" : task.validArea().describe()) + line(
				"Check:      ", PhysicsCheck.of(task, picked)) + line("Estimate:   ", estimate));
	}

	private static String line(final String head, final String text) {
		return text.isEmpty() ? "" : head + text + "\n";
	}

	/** The same of a solution that a person may have edited, with what the edits changed. */
	public String summary(final EditedAtoms edited) {
		final String summary = summary(edited.solution(), edited.refined());
		return edited.isEdited() ? "Edited:     " + new EditReport(edited, task).inWords() + "\n" + summary
			: summary;
	}

	/** The macro line that finds a solution's atoms without a search. */
	public String detection(final AtomSolution picked, final RefinedAtoms refined) {
		return detection(picked, refined, task.settings().normalization(), "");
	}

	/**
	 * The macro line that finds the same atoms without a search.
	 *
	 * @param first keys to begin with, and a space after them
	 */
	static String detection(final AtomSolution picked, final RefinedAtoms refined,
		final Normalization normalization, final String first)
	{
		final LogParameters p = picked.parameters();
		final Preparation before = picked.preparation();
		return String.format(Locale.ROOT,
			"run(\"Find Atoms...\", \"%scontrast=%s background_sigma=%s denoise_sigma=%s normalization=%s min_sigma=%s max_sigma=%s num_sigma=%d threshold=%s overlap=%s refine=%s elliptic=%b\");",
			first, contrast(before), before.backgroundSigma(), before.denoiseSigma(), normalization.name()
				.toLowerCase(Locale.ROOT).replace('_', '-'), p.minSigma(), p.maxSigma(), p.numSigma(), p.threshold(),
			p.overlap(), refined.method().name().toLowerCase(Locale.ROOT), refined.options().elliptic());
	}

	/** Those that are on. */
	static String filters(final Preparation p) {
		return (p.backgroundSigma() > 0 ? String.format(Locale.ROOT, " background_sigma=%.4g", p
			.backgroundSigma()) : "") + (p.denoiseSigma() > 0 ? String.format(Locale.ROOT,
				" denoise_sigma=%.4g", p.denoiseSigma()) : "");
	}

	static String contrast(final Preparation p) {
		return p.contrast().name().toLowerCase(Locale.ROOT);
	}

	static List<String> parameterNames() {
		return List.of("min_sigma_px", "max_sigma_px", "num_sigma", "threshold", "overlap",
			"background_sigma_px", "denoise_sigma_px", "contrast");
	}

	private List<Column> parameters() {
		final List<Function<Evaluation, ?>> values = List.of(e -> task.parameters(e).minSigma(), e -> task
			.parameters(e).maxSigma(), e -> task.parameters(e).numSigma(), e -> task.parameters(e)
				.threshold(), e -> task.parameters(e).overlap(), e -> task.preparation(e).backgroundSigma(),
			e -> task.preparation(e).denoiseSigma(), e -> contrast(task.preparation(e)));
		return IntStream.range(0, values.size()).mapToObj(i -> new Column(parameterNames().get(i), values
			.get(i))).toList();
	}
}
