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

package sc.fiji.rewardanalysis.command.latent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.command.search.EndedSearch;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.PhaseFiles;
import sc.fiji.rewardanalysis.core.io.PhaseJournal;
import sc.fiji.rewardanalysis.core.io.PhaseRun;
import sc.fiji.rewardanalysis.core.io.PhaseStudyFiles;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.LatentTrainer;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.latent.ModelStore;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseSettings;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseTask;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.PhaseView;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.live.LiveSearch;
import sc.fiji.rewardanalysis.ui.pareto.FoundPhases;
import sc.fiji.rewardanalysis.ui.pareto.Items;
import sc.fiji.rewardanalysis.ui.pareto.ParetoWindow;
import sc.fiji.rewardanalysis.ui.pareto.PhaseLayer;

/** {@link OptimizeLatentPhases} of an image, or of the slice of a stack that is shown. */
final class PhaseOptimization {

	/** The folder of trained networks, within the output folder. */
	private static final String NETWORKS = "networks";

	/** The part of the work that is the search. */
	private static final double BEGUN = 0.02, SEARCHED = 0.95;

	private final PhaseInputs inputs;
	private final PhaseSettings settings;
	private final Range weights;
	private final SearchRequest search;
	private final String shared;
	private final LatentTrainer trainer;
	private final ProgressWindow window;
	private final Consumer<String> note;
	private final AnalysedImage image;

	/** How many evaluations are done. */
	private int done;

	/**
	 * @param shared keys of the macro line that don't depend on the solution, with a space after
	 *          them
	 */
	PhaseOptimization(final PhaseInputs inputs, final PhaseSettings settings, final Range weights,
		final SearchRequest search, final String shared, final LatentTrainer trainer,
		final ProgressWindow window, final Consumer<String> note)
	{
		this.inputs = inputs;
		this.settings = settings;
		this.weights = weights;
		this.search = search;
		this.shared = shared;
		this.trainer = trainer;
		this.window = window;
		this.note = note;
		image = inputs.analysed();
	}

	/** Searches, writes the files and shows what was found. */
	void run(final Progress progress) {
		final long start = System.nanoTime();
		final PhaseTask task = new PhaseTask(inputs.scene(), settings, weights, trainer, search
			.folder() == null ? ModelStore.inMemory() : new Folder(search.folder().resolve(NETWORKS), trainer),
			model -> tell(model, progress), progress.part(0, BEGUN));
		final String hash = image.hash();
		final StudyLog.Opener journal = search.noting(new PhaseJournal(search.folder(), search.warmStart(),
			task, hash), note);
		try (LiveSearch live = new LiveSearch(window, image.source(), scene(task))) {
			final SearchResult result = task.run(search.engine(), search.rule(), search.seed(), study -> {
				final StudyLog log = journal.open(study);
				done = study.evaluations().size();
				// Networks of another study may be of another image.
				if (study.nextId() == 0 && search.folder() != null) AtomicFile.delete(search.folder().resolve(
					NETWORKS), "weight-*.safetensors");
				return log;
			}, progress.part(BEGUN, SEARCHED), live);
			live.stop();
			SearchRequest.noteFailures(result.study().evaluations(), note);
			final RunRecord run = search.record(image, hash, result.report(), start);
			new Report(task, result.study(), run, start, hash).show(progress.again().part(SEARCHED, 1));
			live.keep();
			progress.update(1, result.report().stop());
		}
	}

	/** Where the training of an evaluation is. */
	private void tell(final LatentModel model, final Progress progress) {
		final int epoch = model.history().size(), epochs = settings.network().epochs(), budget = search
			.rule().budget();
		progress.update(BEGUN + (SEARCHED - BEGUN) * Math.min(1, (done + (double) epoch / epochs) / budget),
			String.format(Locale.ROOT, "Weight %d of %d: epoch %d of %d", Math.min(done + 1, budget),
				budget, epoch, epochs));
		if (epoch == epochs) done++;
	}

	private LiveSearch.Scene scene(final PhaseTask task) {
		return new LiveSearch.Scene() {

			@Override
			public Optional<Evaluation> pick(final Study study) {
				return task.pick(study, search.pick());
			}

			@Override
			public LiveSearch.Sketch sketch(final Evaluation evaluation, final Progress progress) {
				final PhaseResult found = task.solution(evaluation, progress);
				return new LiveSearch.Sketch(new PhaseView(image, found)::show, task.expectation(found));
			}

			@Override
			public String expectation() {
				return task.expectation(null);
			}
		};
	}

	/** Networks as files, a file a weight. */
	private record Folder(Path folder, LatentTrainer trainer) implements ModelStore {

		private Path file(final double weight) {
			return folder.resolve("weight-" + weight + ".safetensors");
		}

		@Override
		public Optional<LatentModel> get(final double weight) {
			return Files.exists(file(weight)) ? Optional.of(trainer.read(file(weight))) : Optional.empty();
		}

		@Override
		public void put(final double weight, final LatentModel model) {
			model.save(file(weight));
		}
	}

	/** What there is to say of a search that has ended. */
	private final class Report extends EndedSearch<FoundPhases> {

		private final PhaseTask task;
		private final long start;
		private final String hash;
		private final PhaseStudyFiles files;

		Report(final PhaseTask task, final Study study, final RunRecord run, final long start,
			final String hash)
		{
			super(image.source(), study, run.search(), search.folder());
			this.task = task;
			this.start = start;
			this.hash = hash;
			files = new PhaseStudyFiles(task, shared, study, run);
		}

		void show(final Progress progress) {
			final Optional<Evaluation> picked = task.pick(study(), search.pick());
			final FoundPhases shown = picked.map(e -> find(e, f -> {}, progress)).orElse(null);
			if (search.folder() != null) write(shown, search.folder(), progress);
			if (shown == null) throw new RewardAnalysisException("%s", task.verdict(study()));
			show(shown);
			showTable(shown, progress);
			if (!Display.isInteractive() && search.folder() == null) note.accept(shown.summary());
			if (Display.isInteractive()) ParetoWindow.open("Pareto front of " + image.source().getTitle(), this,
				shown, window::place);
		}

		private PhaseFiles files(final PhaseResult result) {
			return new PhaseFiles(result, new PhaseRun(image.run(hash, start, search.macro()), inputs.atoms(),
				""));
		}

		@Override
		protected Optional<Evaluation> pick(final Pick rule) {
			return task.pick(study(), rule);
		}

		@Override
		protected void showTable(final FoundPhases found, final Progress progress) {
			TableWindow.show(files(found.result()).report().phases(), "Phases of " + image.source()
				.getTitle(), image.source());
		}

		/** @param found null if nothing was feasible */
		@Override
		protected void write(final FoundPhases found, final Path into, final Progress progress) {
			if (found != null) new PhaseOutput(inputs, found.result(), files(found.result()), into).write(into,
				progress);
			files.write(into, found == null ? null : found.evaluation(), found == null ? null : found
				.result(), found == null ? null : files(found.result()));
			SearchRequest.draw(into, study(), report(), found == null ? null : found.evaluation(), picks(),
				task.expectation(found == null ? null : found.result()), () -> {}, () -> {}, note, progress);
		}

		@Override
		public CsvTable evaluations() {
			return files.evaluations();
		}

		@Override
		public Items items() {
			return PhaseLayer.items(task.scene().unitName());
		}

		@Override
		public FoundPhases find(final Evaluation evaluation, final Consumer<FoundPhases> early,
			final Progress progress)
		{
			final PhaseResult result = task.solution(evaluation, progress);
			return new FoundPhases(evaluation, result, task.expectation(result), files.summary(evaluation,
				files(result)), files.finding(evaluation), List.of(new PhaseLayer(image.slice(), image.x(), image
					.y(), result)));
		}

		@Override
		public void show(final FoundPhases found) {
			new PhaseView(image, found.result()).show();
		}
	}
}
