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

package sc.fiji.rewardanalysis.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.command.search.EndedSearch;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.AtomFindingFiles;
import sc.fiji.rewardanalysis.core.io.AtomFindingJournal;
import sc.fiji.rewardanalysis.core.io.AtomsTable;
import sc.fiji.rewardanalysis.core.io.EarlierStudy;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.Earlier;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.FollowedSearch;
import sc.fiji.rewardanalysis.core.workflow.atoms.PhysicsCheck;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.OverlayPicture;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.live.LiveSearch;
import sc.fiji.rewardanalysis.ui.pareto.AtomLayer;
import sc.fiji.rewardanalysis.ui.pareto.AtomSolutions;
import sc.fiji.rewardanalysis.ui.pareto.FoundAtoms;
import sc.fiji.rewardanalysis.ui.pareto.ParetoWindow;

/** {@link OptimizeAtomFinding} of one image, or of the slice of a stack that is shown. */
final class ImageOptimization {

	private final OptimizationRequest request;
	private final AnalysedImage image;
	private final String title;
	private final Consumer<String> note;
	private final ProgressWindow window;

	/**
	 * @param window where the search is shown while it runs
	 * @param note tells the user what is no error but should be known
	 */
	ImageOptimization(final OptimizationRequest request, final ProgressWindow window,
		final Consumer<String> note)
	{
		this.request = request;
		this.window = window;
		this.note = note;
		image = request.image();
		title = image.source().getTitle();
	}

	/** Searches, writes the files and shows what was found. */
	void run(final Progress progress) {
		final long start = System.nanoTime();
		final Earlier earlier = request.isFollowing() ? EarlierStudy.toFollow(TaskJournal.checked(request
			.warmStart(), request.folder()), request.pick()) : null;
		final AtomFindingTask task = new AtomFindingTask(image.pixels(), image.area(), request.settings(),
			progress.part(0, 0.02));
		final String hash = image.hash();
		final StudyLog.Opener journal = request.search().noting(new AtomFindingJournal(request
			.folder(), request.warmStart(), task, hash), note);
		try (LiveSearch live = new LiveSearch(window, image.source(), scene(task))) {
			final Searched searched = search(task, earlier, journal, progress.part(0.02, 0.92), live);
			live.stop();
			report(searched.task, hash, start, searched.result, progress);
			live.keep();
			progress.update(1, searched.result.report().stop());
		}
	}

	/** @param task that picks from the result */
	private record Searched(AtomFindingTask task, SearchResult result) {}

	/** @param earlier what is followed; null to search everything */
	private Searched search(final AtomFindingTask task, final Earlier earlier,
		final StudyLog.Opener journal, final Progress progress, final SearchListener listener)
	{
		if (earlier == null) return new Searched(task, task.search().run(request.engine(), request.rule(),
			request.seed(), journal, progress, listener));
		final FollowedSearch.Outcome outcome = new FollowedSearch(task, earlier, request.pick()).run(
			request.engine(), request.rule(), request.seed(), journal, progress, listener);
		return new Searched(outcome.task(), outcome.result());
	}

	private LiveSearch.Scene scene(final AtomFindingTask task) {
		return new LiveSearch.Scene() {

			@Override
			public Optional<Evaluation> pick(final Study study) {
				return task.pick(study, request.pick());
			}

			@Override
			public LiveSearch.Sketch sketch(final Evaluation evaluation, final Progress progress) {
				final AtomSolution solution = task.solution(evaluation, progress);
				return new LiveSearch.Sketch(() -> AtomOverlay.show(image, solution.atoms().atoms(), solution
					.errors()), task.expectation(solution));
			}

			@Override
			public String expectation() {
				return task.expectation(null);
			}
		};
	}

	private void report(final AtomFindingTask task, final String hash, final long start,
		final SearchResult result, final Progress progress)
	{
		final Study study = result.study();
		SearchRequest.noteFailures(study.evaluations(), note);
		final AtomSolution picked = task.pick(study, request.pick()).map(e -> task.solution(e,
			Progress.NONE)).orElse(null);
		final RefinedAtoms refined = picked == null ? null : request.refined(image, picked, progress.part(
			0.92, 0.95));
		final RunRecord run = request.search().record(image, hash, result.report(), start);
		// The last thing, for a cancel must not cost anything else.
		final String estimate = ImagePhysics.remark(image, request.settings().lattice(), request
			.settings().pixelSize(), progress);
		new Report(task, study, run, new AtomFindingFiles(task, study, run, estimate)).of(picked, refined,
			progress.again().part(0.95, 1));
	}

	/** What there is to say of a search that has ended. */
	private final class Report extends EndedSearch<FoundAtoms> implements AtomSolutions {

		private final AtomFindingTask task;
		private final RunRecord run;
		private final AtomFindingFiles files;

		Report(final AtomFindingTask task, final Study study, final RunRecord run,
			final AtomFindingFiles files)
		{
			super(image.source(), study, run.search(), request.folder());
			this.task = task;
			this.run = run;
			this.files = files;
		}

		/** @param picked null if nothing was feasible */
		void of(final AtomSolution picked, final RefinedAtoms refined, final Progress progress) {
			final EditedAtoms atoms = picked == null ? null : atoms(picked, refined);
			if (request.folder() != null) write(request.folder(), atoms, progress);
			if (picked == null) throw new RewardAnalysisException(
				"None of the parameters that were tried found 5 atoms in the counted area; check the crystal, " +
					"the pixel size, whether atoms are bright or dark, and the ranges.");
			AtomOverlay.show(image, refined.blobs(), picked.errors());
			AtomOverlay.showLeftOut(image, task.validArea().area());
			showTable(atoms);
			final String doubts = PhysicsCheck.of(task, picked);
			if (!Display.isInteractive() && request.folder() == null) note.accept(files.summary(picked,
				refined));
			else if (!doubts.isEmpty()) note.accept(doubts);
			if (Display.isInteractive()) ParetoWindow.open("Pareto front of " + title, this, edited(atoms,
				Progress.NONE), window::place);
		}

		private EditedAtoms atoms(final AtomSolution solution, final RefinedAtoms refined) {
			return EditedAtoms.of(solution, refined, task.validArea().area());
		}

		private void showTable(final EditedAtoms atoms) {
			TableWindow.show(AtomsTable.of(atoms, image.x(), image.y()), "Atoms of " + title, image.source());
		}

		@Override
		protected Optional<Evaluation> pick(final Pick rule) {
			return task.pick(study(), rule);
		}

		@Override
		protected void showTable(final FoundAtoms found, final Progress progress) {
			showTable(found.atoms());
		}

		@Override
		protected void write(final FoundAtoms found, final Path into, final Progress progress) {
			write(into, found.atoms(), progress);
		}

		/** @param atoms of the picked solution; null if there is none */
		private void write(final Path folder, final EditedAtoms atoms, final Progress progress) {
			if (atoms == null) files.write(folder, null, null);
			else files.write(folder, atoms);
			final AtomSolution picked = atoms == null ? null : atoms.solution();
			final Evaluation evaluation = picked == null ? null : picked.evaluation();
			SearchRequest.draw(folder, study(), run.search(), evaluation, picks(), subtitle(picked), () -> {
				if (picked != null) Pictures.writeForPrint(folder.resolve("overlay.png"), () -> OverlayPicture
					.draw(image.pixels(), atoms.refined().blobs(), picked.errors(), task.physics().pixelSize()),
					progress);
			}, () -> AtomicFile.delete(folder.resolve("overlay.png")), note, progress);
		}

		private String subtitle(final AtomSolution solution) {
			final String doubts = solution == null ? "" : PhysicsCheck.of(task, solution);
			return task.expectation(solution) + "\n" + run.search().verification() + (doubts.isEmpty() ? ""
				: "\nCheck: " + doubts);
		}

		@Override
		public CsvTable evaluations() {
			return files.evaluations();
		}

		@Override
		public String whyNotEditable() {
			return "";
		}

		@Override
		public boolean lacksRefinement(final FoundAtoms found) {
			return request.refine() != Refinement.NONE && !found.layers().get(0).refined().isRefined();
		}

		@Override
		public FoundAtoms find(final Evaluation evaluation, final Consumer<FoundAtoms> early,
			final Progress progress)
		{
			final AtomSolution solution = task.solution(evaluation, progress);
			if (request.refine() != Refinement.NONE) early.accept(found(atoms(solution, RefinedAtoms
				.asDetected(solution.atoms().atoms())), false));
			final RefinedAtoms refined = request.refined(image, solution, progress);
			progress.checkCanceled();
			return edited(atoms(solution, refined), progress);
		}

		@Override
		public FoundAtoms edited(final EditedAtoms atoms, final Progress progress) {
			return found(atoms, true);
		}

		private FoundAtoms found(final EditedAtoms atoms, final boolean editable) {
			final AtomSolution solution = atoms.solution();
			return new FoundAtoms(solution.evaluation(), subtitle(solution), files.summary(atoms), files
				.detection(solution, atoms.refined()), List.of(new AtomLayer(image.slice(), image.x(), image.y(),
					atoms)), editable ? atoms : null);
		}

		@Override
		public void show(final FoundAtoms found) {
			AtomOverlay.show(image, found.layers().get(0).blobs(), found.layers().get(0).errors());
		}

	}
}
