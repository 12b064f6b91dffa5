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

package sc.fiji.rewardanalysis.command.macro;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.command.search.EndedSearch;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.MacroJournal;
import sc.fiji.rewardanalysis.core.io.MacroStudyFiles;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroTask;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.OverlayPicture;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.live.LiveSearch;
import sc.fiji.rewardanalysis.ui.pareto.Items;
import sc.fiji.rewardanalysis.ui.pareto.MacroLayer;
import sc.fiji.rewardanalysis.ui.pareto.ParetoWindow;
import sc.fiji.rewardanalysis.ui.pareto.TunedMacro;

/** {@link TuneMacro} of an image, or of the slice of a stack that is shown. */
final class MacroTuning {

	private static final String PICTURE = "overlay.png";

	private final MacroRequest request;
	private final SearchRequest search;
	private final AnalysedImage image;
	private final String title;
	private final Consumer<String> note;
	private final ProgressWindow window;

	/**
	 * @param window where the search is shown while it runs
	 * @param note tells the user what is no error but should be known
	 */
	MacroTuning(final MacroRequest request, final ProgressWindow window,
		final Consumer<String> note)
	{
		this.request = request;
		this.window = window;
		this.note = note;
		search = request.search();
		image = request.analysed();
		title = image.source().getTitle();
	}

	/** Searches, writes the files and shows what was found. */
	void run(final Progress progress) {
		final long start = System.nanoTime();
		if (AnalysedImage.slices(image.source()) > 1) note.accept("The macro gets only slice " + image
			.slice() + " of " + AnalysedImage.slices(image.source()) + ".");
		final MacroTask task = request.task(progress.part(0, 0.02));
		final String hash = image.hash();
		final StudyLog.Opener journal = search.noting(new MacroJournal(search.folder(), search
			.warmStart(), task, request.setup(), image.area(), hash), note);
		try (LiveSearch live = new LiveSearch(window, image.source(), scene(task))) {
			final SearchResult result = task.run(search.engine(), search.rule(), search.seed(), journal,
				progress.part(0.02, 0.93), live);
			live.stop();
			SearchRequest.noteFailures(result.study().evaluations(), note);
			final RunRecord run = search.record(image, hash, result.report(), start);
			new Report(task, result.study(), run).show(progress.again().part(0.93, 1));
			live.keep();
			progress.update(1, result.report().stop());
		}
	}

	private LiveSearch.Scene scene(final MacroTask task) {
		return new LiveSearch.Scene() {

			@Override
			public Optional<Evaluation> pick(final Study study) {
				return task.pick(study, search.pick());
			}

			@Override
			public LiveSearch.Sketch sketch(final Evaluation evaluation, final Progress progress) {
				final MacroOutcome found = task.analyse(evaluation.configuration(), progress);
				return new LiveSearch.Sketch(() -> AtomOverlay.show(image, found.atoms(), task.errors(found)),
					task.expectation(found));
			}

			@Override
			public String expectation() {
				return task.expectation(null);
			}
		};
	}

	/** What there is to say of a search that has ended. */
	private final class Report extends EndedSearch<TunedMacro> {

		private final MacroTask task;
		private final RunRecord run;
		private final MacroStudyFiles files;

		Report(final MacroTask task, final Study study, final RunRecord run) {
			super(image.source(), study, run.search(), search.folder());
			this.task = task;
			this.run = run;
			files = new MacroStudyFiles(task, request.setup(), study, run);
		}

		void show(final Progress progress) {
			final Evaluation picked = task.pick(study(), search.pick()).orElse(null);
			final MacroOutcome found = picked == null ? null : task.analyse(picked.configuration(), progress
				.silent());
			if (search.folder() != null) write(search.folder(), picked, found, progress);
			if (picked == null) throw new RewardAnalysisException("%s", task.verdict(study()));
			AtomOverlay.show(image, found.atoms(), task.errors(found));
			showTable(found);
			if (!Display.isInteractive() && search.folder() == null) note.accept(files.summary(picked,
				found) + "Tuned macro:\n" + files.tuned(picked));
			if (Display.isInteractive()) ParetoWindow.open("Pareto front of " + title, this, found(picked,
				found), window::place);
		}

		private void showTable(final MacroOutcome found) {
			if (found.rows() > 0) TableWindow.show(MacroStudyFiles.results(found), "Results of the macro on " +
				title, image.source());
		}

		@Override
		protected Optional<Evaluation> pick(final Pick rule) {
			return task.pick(study(), rule);
		}

		@Override
		protected void showTable(final TunedMacro found, final Progress progress) {
			showTable(found.outcome());
		}

		@Override
		protected void write(final TunedMacro found, final Path into, final Progress progress) {
			write(into, found.evaluation(), found.outcome(), progress);
		}

		/** @param picked null if nothing was feasible */
		private void write(final Path folder, final Evaluation picked, final MacroOutcome found,
			final Progress progress)
		{
			files.write(folder, picked, found);
			SearchRequest.draw(folder, study(), run.search(), picked, picks(), task.expectation(found), () -> {
				if (picked == null) AtomicFile.delete(folder.resolve(PICTURE));
				else Pictures.writeForPrint(folder.resolve(PICTURE), () -> OverlayPicture.draw(image.pixels(),
					found.atoms(), task.errors(found), request.setup().pixelSize()), progress);
			}, () -> AtomicFile.delete(folder.resolve(PICTURE)), note, progress);
		}

		private TunedMacro found(final Evaluation evaluation, final MacroOutcome found) {
			return new TunedMacro(evaluation, found, task.expectation(found), files.summary(evaluation,
				found), files.tuned(evaluation), List.of(new MacroLayer(image.slice(), image.x(), image.y(),
					found.atoms(), task.errors(found))));
		}

		@Override
		public CsvTable evaluations() {
			return files.evaluations();
		}

		@Override
		public Items items() {
			return MacroLayer.ITEMS;
		}

		@Override
		public TunedMacro find(final Evaluation evaluation, final Consumer<TunedMacro> early,
			final Progress progress)
		{
			return found(evaluation, task.analyse(evaluation.configuration(), progress));
		}

		@Override
		public void show(final TunedMacro found) {
			AtomOverlay.show(image, found.outcome().atoms(), task.errors(found.outcome()));
		}

	}
}
