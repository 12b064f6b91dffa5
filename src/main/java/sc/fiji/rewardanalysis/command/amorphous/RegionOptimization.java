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

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.command.search.EndedSearch;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.RegionJournal;
import sc.fiji.rewardanalysis.core.io.RegionStudyFiles;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AtomScene;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionSolution;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionTask;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.RegionView;
import sc.fiji.rewardanalysis.plot.RegionPictures;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.live.LiveSearch;
import sc.fiji.rewardanalysis.ui.pareto.Items;
import sc.fiji.rewardanalysis.ui.pareto.ParetoWindow;
import sc.fiji.rewardanalysis.ui.pareto.RegionLayer;
import sc.fiji.rewardanalysis.ui.pareto.SolutionRegions;

/** {@link OptimizeAmorphousRegions} of an image, or of the slice of a stack that is shown. */
final class RegionOptimization {

	/** The pictures that only this task has. */
	private static final List<String> PICTURES = List.of("overlay.png", "probability.png", "scores.png",
		"scores.svg");

	private final RegionRequest request;
	private final SearchRequest search;
	private final AnalysedImage image;
	private final String title;
	private final Consumer<String> note;
	private final ProgressWindow window;

	/**
	 * @param window where the search is shown while it runs
	 * @param note tells the user what is no error but should be known
	 */
	RegionOptimization(final RegionRequest request, final ProgressWindow window,
		final Consumer<String> note)
	{
		this.request = request;
		this.window = window;
		this.note = note;
		search = request.search();
		image = request.scene().analysed();
		title = image.source().getTitle();
	}

	/** Searches, writes the files and shows what was found. */
	void run(final Progress progress) {
		final long start = System.nanoTime();
		if (AnalysedImage.slices(image.source()) > 1) note.accept(
			"Only slice " + image.slice() + " of " + AnalysedImage.slices(image.source()) +
				" is searched.");
		final RegionTask task = task(progress.part(0, 0.05));
		final String hash = image.hash();
		final StudyLog.Opener journal = search.noting(new RegionJournal(search.folder(), search
			.warmStart(), task, request.settings(), request.scene().lattice(), hash), note);
		try (LiveSearch live = new LiveSearch(window, image.source(), scene(task))) {
			final SearchResult result = task.run(search.engine(), search.rule(), search.seed(), journal,
				progress.part(0.05, 0.93), live);
			live.stop();
			SearchRequest.noteFailures(result.study().evaluations(), note);
			final RunRecord run = search.record(image, hash, result.report(), start);
			new Report(task, result.study(), run).show(progress.again().part(0.93, 1));
			live.keep();
			progress.update(1, result.report().stop());
		}
	}

	private RegionTask task(final Progress progress) {
		final AtomScene scene = request.measured(progress);
		return new RegionTask(new RegionFinder(scene, request.settings().component()), request.settings()
			.ranges(scene.spacing()), request.settings().objectives());
	}

	private LiveSearch.Scene scene(final RegionTask task) {
		return new LiveSearch.Scene() {

			@Override
			public Optional<Evaluation> pick(final Study study) {
				return task.pick(study, search.pick());
			}

			@Override
			public LiveSearch.Sketch sketch(final Evaluation evaluation, final Progress progress) {
				final AmorphousRegions found = task.solution(evaluation, progress);
				return new LiveSearch.Sketch(view(task, found)::show, task.expectation(found));
			}

			@Override
			public String expectation() {
				return task.expectation(null);
			}
		};
	}

	private RegionView view(final RegionTask task, final AmorphousRegions found) {
		return new RegionView(image, task.finder().scene().atoms(), found);
	}

	/** What there is to say of a search that has ended. */
	private final class Report extends EndedSearch<SolutionRegions> {

		private final RegionTask task;
		private final RunRecord run;
		private final RegionStudyFiles files;

		Report(final RegionTask task, final Study study, final RunRecord run) {
			super(image.source(), study, run.search(), search.folder());
			this.task = task;
			this.run = run;
			files = new RegionStudyFiles(task, request.settings(), request.scene().lattice(), request
				.scene().atoms().origin(), request.inputs(), study, run);
		}

		/** A search without a solution is a result, too: it shows a crystal. */
		void show(final Progress progress) {
			final Optional<Evaluation> picked = task.pick(study(), search.pick());
			final RegionSolution shown = picked.or(() -> task.empty(study())).map(e -> new RegionSolution(e,
				task.solution(e, Progress.NONE))).orElse(null);
			if (search.folder() != null) write(search.folder(), shown, progress);
			if (shown == null) throw new RewardAnalysisException("%s", task.verdict(study()));
			view(task, shown.regions()).show();
			if (picked.isEmpty()) {
				note.accept(task.verdict(study()));
				return;
			}
			showTable(shown);
			if (!Display.isInteractive() && search.folder() == null) note.accept(files.summary(shown));
			if (Display.isInteractive()) ParetoWindow.open("Pareto front of " + title, this, found(shown),
				window::place);
		}

		private void showTable(final RegionSolution solution) {
			TableWindow.show(files.report(solution).regions(), "Amorphous regions of " + title, image
				.source());
		}

		@Override
		protected Optional<Evaluation> pick(final Pick rule) {
			return task.pick(study(), rule);
		}

		@Override
		protected void showTable(final SolutionRegions found, final Progress progress) {
			showTable(found.solution());
		}

		@Override
		protected void write(final SolutionRegions found, final Path into, final Progress progress) {
			write(into, found.solution(), progress);
		}

		/** @param shown without regions if nothing was feasible; null if there is none */
		private void write(final Path folder, final RegionSolution shown, final Progress progress) {
			files.write(folder, shown);
			final Evaluation evaluation = shown == null || !shown.evaluation().feasible() ? null : shown
				.evaluation();
			final String subtitle = evaluation == null ? task.expectation(null) : task.expectation(shown
				.regions());
			for (final String file : List.of(RegionView.LABELS, RegionView.PROBABILITY))
				AtomicFile.delete(folder.resolve(file));
			final float[] map = shown == null ? null : task.finder().map(shown.regions(), Progress.NONE);
			if (shown != null) view(task, shown.regions()).write(map, folder, Progress.NONE);
			SearchRequest.draw(folder, study(), run.search(), evaluation, picks(), subtitle, () -> {
				if (shown == null) delete(folder);
				else {
					final String left = RegionPictures.write(folder, image.pixels(), task.finder().scene(), shown
						.regions(), map, progress);
					if (!left.isEmpty()) note.accept(left);
				}
			}, () -> delete(folder), note, progress);
		}

		private static void delete(final Path folder) {
			PICTURES.forEach(file -> AtomicFile.delete(folder.resolve(file)));
		}

		private SolutionRegions found(final RegionSolution solution) {
			final AmorphousRegions r = solution.regions();
			return new SolutionRegions(solution, task.expectation(r), files.summary(solution), files.finding(
				solution.evaluation()), List.of(new RegionLayer(image.slice(), image.x(), image.y(), r, task
					.finder().scene().pixelSize(), task.finder().scene().analysed().area())));
		}

		@Override
		public CsvTable evaluations() {
			return files.evaluations();
		}

		@Override
		public Items items() {
			return RegionLayer.ITEMS;
		}

		@Override
		public SolutionRegions find(final Evaluation evaluation, final Consumer<SolutionRegions> early,
			final Progress progress)
		{
			return found(new RegionSolution(evaluation, task.solution(evaluation, progress)));
		}

		@Override
		public void show(final SolutionRegions found) {
			view(task, found.solution().regions()).show();
		}

	}
}
