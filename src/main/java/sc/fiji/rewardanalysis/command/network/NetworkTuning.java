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

package sc.fiji.rewardanalysis.command.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.command.search.EndedSearch;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.io.NetworkStudyFiles;
import sc.fiji.rewardanalysis.core.io.NetworkUse;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.network.NetworkSolution;
import sc.fiji.rewardanalysis.core.workflow.network.NetworkTask;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.OverlayPicture;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.pareto.AtomLayer;
import sc.fiji.rewardanalysis.ui.pareto.AtomSolutions;
import sc.fiji.rewardanalysis.ui.pareto.FoundAtoms;
import sc.fiji.rewardanalysis.ui.pareto.ParetoWindow;

/** {@link FindAtomsWithNetwork} with the threshold and distance that agree best with the crystal. */
final class NetworkTuning {

	private final NetworkRequest request;
	private final SearchRequest search;
	private final AnalysedImage image;
	private final String title;
	private final Consumer<String> note;
	private final ProgressWindow window;

	/**
	 * @param window where the Pareto window goes
	 * @param note tells the user what is no error but should be known
	 */
	NetworkTuning(final NetworkRequest request, final ProgressWindow window,
		final Consumer<String> note)
	{
		this.request = request;
		this.window = window;
		this.note = note;
		image = request.image();
		title = image.source().getTitle();
		search = new SearchRequest(SearchEngine.EXACT, new StopRule(1, false), request.judgement().pick(), 1,
			request.folder(), null, request.macro());
	}

	/** Searches, writes the files and shows what was found. */
	void run(final Progress progress) {
		final long start = System.nanoTime();
		// Says so before the network runs, if the area is too small or the pixel size wrong.
		NetworkTask.judged(List.of(), image.area(), request.settings());
		final NetworkUse use = request.run(progress.part(0, 0.8));
		final ValidArea valid = request.valid(use.map(), progress);
		if (valid.invalid() > 0) note.accept(valid.describe());
		final NetworkTask task = new NetworkTask(use.map(), valid, request.settings(), progress);
		final SearchResult result = task.search(progress.part(0.8, 0.9));
		final RunRecord run = search.record(image, image.hash(), result.report(), start);
		new Report(task, use, result, run).show(progress.part(0.9, 1));
		progress.update(1, result.report().stop());
	}

	/** What there is to say of a search that has ended. */
	private final class Report extends EndedSearch<FoundAtoms> implements AtomSolutions {

		private final NetworkTask task;
		private final NetworkUse use;
		private final NetworkStudyFiles files;

		Report(final NetworkTask task, final NetworkUse use, final SearchResult result,
			final RunRecord run)
		{
			super(image.source(), result.study(), result.report(), request.folder());
			this.task = task;
			this.use = use;
			files = new NetworkStudyFiles(task, use, request.inputs(), result.study(), run);
		}

		void show(final Progress progress) {
			final NetworkSolution picked = task.pick(study(), search.pick()).map(e -> task.solution(e,
				Progress.NONE)).orElseThrow(() -> new RewardAnalysisException(
					"No threshold leaves 5 atoms in the counted area; check the crystal, the pixel size, scale, and whether atoms are bright or dark."));
			final RefinedAtoms refined = request.refined(picked.atoms().atoms(), progress.part(0, 0.5));
			if (request.folder() != null) write(request.folder(), picked, refined, progress.again().part(0.5,
				1));
			AtomOverlay.show(image, refined.blobs(), picked.errors());
			AtomOverlay.showLeftOut(image, task.validArea().area());
			if (request.map()) NetworkPictures.show(image, use.map());
			showTable(picked, refined);
			if (!Display.isInteractive() && request.folder() == null) note.accept(files.summary(picked,
				refined));
			if (Display.isInteractive()) ParetoWindow.open("Pareto front of " + title, this, found(picked,
				refined), window::place);
		}

		private void showTable(final NetworkSolution solution, final RefinedAtoms refined) {
			TableWindow.show(files.atoms(solution, refined), "Atoms of " + title, image.source());
		}

		private void write(final Path folder, final NetworkSolution solution, final RefinedAtoms refined,
			final Progress progress)
		{
			files.write(folder, solution, refined);
			NetworkPictures.write(folder, image, use.map());
			SearchRequest.draw(folder, study(), report(), solution.evaluation(), picks(), headline(
				solution), () -> Pictures.writeForPrint(folder.resolve("overlay.png"), () -> OverlayPicture.draw(
					image.pixels(), refined.blobs(), solution.errors(), request.pixelSize()), progress),
				() -> AtomicFile.delete(folder.resolve("overlay.png")), note, progress);
		}

		private String headline(final NetworkSolution solution) {
			return task.expectation(solution) + "\n" + report().verification();
		}

		private FoundAtoms found(final NetworkSolution solution, final RefinedAtoms refined) {
			return new FoundAtoms(solution.evaluation(), headline(solution), files.summary(solution, refined),
				files.finding(solution), List.of(new AtomLayer(image.slice(), image.x(), image.y(), solution
					.atoms(), refined, solution.errors())), null);
		}

		@Override
		protected Optional<Evaluation> pick(final Pick rule) {
			return task.pick(study(), rule);
		}

		@Override
		protected void showTable(final FoundAtoms found, final Progress progress) {
			showTable(task.solution(found.evaluation(), progress), found.layers().get(0).refined());
		}

		@Override
		protected void write(final FoundAtoms found, final Path into, final Progress progress) {
			write(into, task.solution(found.evaluation(), Progress.NONE), found.layers().get(0).refined(),
				progress);
		}

		@Override
		public CsvTable evaluations() {
			return files.evaluations();
		}

		@Override
		public FoundAtoms find(final Evaluation evaluation, final Consumer<FoundAtoms> early,
			final Progress progress)
		{
			final NetworkSolution solution = task.solution(evaluation, progress);
			if (request.refine() != Refinement.NONE) early.accept(found(solution, RefinedAtoms.asDetected(
				solution.atoms().atoms())));
			final RefinedAtoms refined = request.refined(solution.atoms().atoms(), progress);
			progress.checkCanceled();
			return found(solution, refined);
		}

		@Override
		public void show(final FoundAtoms found) {
			AtomOverlay.show(image, found.layers().get(0).blobs(), found.layers().get(0).errors());
		}

		@Override
		public String whyNotEditable() {
			return "A network's atoms can't be edited here; add them to the ROI Manager to do so.";
		}

		@Override
		public FoundAtoms edited(final EditedAtoms atoms, final Progress progress) {
			throw new RewardAnalysisException("%s", whyNotEditable());
		}

		@Override
		public boolean lacksRefinement(final FoundAtoms found) {
			return request.refine() != Refinement.NONE && !found.layers().get(0).refined().isRefined();
		}
	}
}
