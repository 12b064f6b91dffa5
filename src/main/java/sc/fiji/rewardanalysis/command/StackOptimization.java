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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.search.EndedSearch;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.io.AtomFindingJournal;
import sc.fiji.rewardanalysis.core.io.PooledFiles;
import sc.fiji.rewardanalysis.core.io.PooledFiles.InImage;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.OverlayPicture;
import sc.fiji.rewardanalysis.plot.ParetoPlot;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.plot.StudyPlots;
import sc.fiji.rewardanalysis.ui.ProgressWindow;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.live.LiveSearch;
import sc.fiji.rewardanalysis.ui.pareto.AtomLayer;
import sc.fiji.rewardanalysis.ui.pareto.AtomSolutions;
import sc.fiji.rewardanalysis.ui.pareto.FoundAtoms;
import sc.fiji.rewardanalysis.ui.pareto.ParetoWindow;

/** {@link OptimizeAtomFinding} of all slices of a stack with one set of parameters. */
final class StackOptimization {

	private final OptimizationRequest request;
	private final Pooling pooling;
	private final int heldOut;
	private final AnalysedImage shown;
	private final ImagePlus image;
	private final Consumer<String> note;
	private final ProgressWindow window;

	/** By the slice's index from 0. */
	private final Map<Integer, String> hashes = new ConcurrentHashMap<>();

	/**
	 * @param heldOut every so many slices one is held out; 0 for none
	 * @param window where the search is shown while it runs
	 * @param note tells the user what is no error but should be known
	 * @throws RewardAnalysisException if that can't be done
	 */
	StackOptimization(final OptimizationRequest request, final Pooling pooling, final int heldOut,
		final ProgressWindow window, final Consumer<String> note)
	{
		this.request = request;
		this.window = window;
		this.pooling = pooling;
		this.heldOut = heldOut;
		this.note = note;
		shown = request.image();
		image = shown.source();
		PooledAtomFinding.checkEngine(request.engine());
		final int n = AnalysedImage.slices(image);
		if (heldOut < 0 || heldOut == 1 || heldOut > n) throw new RewardAnalysisException(
			"held_out is %d and the stack has %d slices; give 0 to hold out none, or a number from 2 to that of the slices.",
			heldOut, n);
	}

	void run(final Progress progress) {
		final long start = System.nanoTime();
		final PooledAtomFinding pooled = new PooledAtomFinding(images(), pooling, progress.part(0,
			0.05));
		final StudyLog.Opener journal = request.search().noting(new AtomFindingJournal(request.folder(),
			request.warmStart(), pooled, this::hash), note);
		try (LiveSearch live = new LiveSearch(window, image, new StackScene(pooled, shown,
			request.pick()))) {
			final SearchResult result = pooled.search(request.engine(), request.rule(), request
				.seed(), journal, progress.part(0.05, 0.8), live);
			live.stop();
			conclude(pooled, start, result, progress);
			live.keep();
			progress.update(1, result.report().stop());
		}
	}

	static int firstSearched(final PooledAtomFinding pooled) {
		return IntStream.range(0, pooled.images().size()).filter(i -> isSearched(pooled, i)).findFirst()
			.orElseThrow();
	}

	private void conclude(final PooledAtomFinding pooled, final long start,
		final SearchResult result, final Progress progress)
	{
		final Study study = result.study();
		SearchRequest.noteFailures(study.evaluations(), note);
		final Evaluation picked = pooled.pick(study, request.pick()).orElse(null);
		// What there is shall be shown after a cancel too; a second one ends that.
		final Progress after = progress.again();
		final List<InImage> found = picked == null ? List.of() : found(pooled, picked, progress.isCanceled(), after
			.part(0.8, 0.87));
		final Map<Integer, double[]> heldOut = pooled.heldOutMeans(mostImportantFirst(study, picked),
			progress.part(0.87, 0.94));
		final RunRecord run = request.search().record(shown, shown.hash(), result.report(), start);
		report(pooled, study, picked, found, new PooledFiles(pooled, study, run, heldOut), run.search(), after.part(
			0.94, 1));
	}

	/** Of a slice's analysed pixels; each is read once for it. */
	private String hash(final int i) {
		return hashes.computeIfAbsent(i, index -> shown.at(index + 1).hash());
	}

	private List<PooledAtomFinding.Image> images() {
		return IntStream.rangeClosed(1, AnalysedImage.slices(image)).mapToObj(
			slice -> new PooledAtomFinding.Image("slice_" + slice, heldOut > 0 && slice %
				heldOut == 0, () -> shown.at(slice).pixels(), shown.area(), request.settings())).toList();
	}

	private static List<Evaluation> mostImportantFirst(final Study study, final Evaluation picked) {
		return study.front().stream().sorted(Comparator.comparing(e -> e != picked)).toList();
	}

	/**
	 * A solution in every slice; once cancelled, in the first one that was searched, for
	 * something shall be seen of it.
	 *
	 * @param brief whether only those that were searched are of interest, as detected
	 */
	private List<InImage> found(final PooledAtomFinding pooled, final Evaluation evaluation,
		final boolean brief, final Progress progress)
	{
		final int n = pooled.images().size();
		final InImage[] found = new InImage[n];
		final int first = firstSearched(pooled);
		for (int i = 0; i < n; i++) {
			progress.update((double) i / n, "Atoms of " + pooled.images().get(i).title());
			final boolean skipped = progress.isCanceled() && i != first || brief && !isSearched(pooled, i);
			found[i] = skipped && pooled.failure(i).isEmpty() ? cancelled(i) : found(pooled, i, evaluation,
				i == first, brief, progress.silent());
		}
		return List.of(found);
	}

	static boolean isSearched(final PooledAtomFinding pooled, final int i) {
		return pooled.role(i) == PooledAtomFinding.Role.SEARCHED;
	}

	private InImage cancelled(final int i) {
		return new InImage(null, null, "Cancelled before it was looked at.", hashes.getOrDefault(i, ""));
	}

	private InImage found(final PooledAtomFinding pooled, final int i, final Evaluation evaluation,
		final boolean inAnyCase, final boolean brief, final Progress progress)
	{
		try {
			final AtomSolution solution = pooled.solution(i, evaluation, inAnyCase ? Progress.NONE : progress)
				.orElse(null);
			if (solution == null) return new InImage(null, null, pooled.failure(i), hash(i));
			final ValidArea valid = pooled.task(i, Progress.NONE).orElseThrow().validArea();
			return new InImage(solution, brief ? RefinedAtoms.asDetected(solution.atoms().atoms()) : request
				.refined(shown.at(i + 1), solution, progress), valid.invalid() == 0 ? "" : valid.describe(), hash(i));
		}
		catch (final CancellationException exc) {
			return cancelled(i);
		}
		catch (final RewardAnalysisException exc) {
			return new InImage(null, null, exc.getMessage(), hash(i));
		}
	}

	private void report(final PooledAtomFinding pooled, final Study study, final Evaluation picked,
		final List<InImage> found, final PooledFiles files, final SearchReport search,
		final Progress progress)
	{
		if (request.folder() != null) write(request.folder(), pooled, study, picked, found, files, search, progress);
		for (int i = 0; i < pooled.images().size(); i++)
			if (!pooled.failure(i).isEmpty()) note.accept(pooled.images().get(i).title() + ": " + pooled
				.failure(i));
		if (picked == null) throw new RewardAnalysisException(
			"None of the parameters that were tried found 5 atoms in the counted area of every slice; check " +
				"the crystal, the pixel size, whether atoms are bright or dark, the ranges, and that all " +
				"slices show atoms.");
		show(found);
		for (int i = 0; i < found.size(); i++)
			if (found.get(i).solution() != null) AtomOverlay.showLeftOut(shown.at(i + 1), pooled.task(i,
				Progress.NONE).orElseThrow().validArea().area());
		final String title = image.getTitle();
		showTables(files, found);
		if (!Display.isInteractive() && request.folder() == null) note.accept(files.summary(picked, found));
		if (!Display.isInteractive()) return;
		final Shown content = new Shown(pooled, study, files, search);
		ParetoWindow.open("Pareto front of " + title, content, content.found(picked, found), window::place);
	}

	private void show(final List<InImage> found) {
		for (int i = 0; i < found.size(); i++)
			if (found.get(i).solution() != null) show(i + 1, found.get(i).refined().blobs(), found.get(i)
				.solution().errors());
	}

	private void show(final int slice, final List<Blob> atoms, final int[] errors) {
		// Only the place matters, so the slice isn't read.
		AtomOverlay.show(new AnalysedImage(image, slice, shown.pixels(), shown.area(), shown.x(), shown
			.y()), atoms, errors);
	}

	private void showTables(final PooledFiles files, final List<InImage> found) {
		TableWindow.show(files.atoms(found), "Atoms of " + image.getTitle(), image);
		TableWindow.show(files.images(found), "Slices of " + image.getTitle(), image);
	}

	private void write(final Path folder, final PooledAtomFinding pooled, final Study study,
		final Evaluation picked, final List<InImage> found, final PooledFiles files,
		final SearchReport search, final Progress progress)
	{
		files.write(folder, picked, found);
		try {
			draw(folder, pooled, study, picked, found, progress);
		}
		catch (final CancellationException exc) {
			progress.update(0.5, "Cancelled.");
		}
		StudyPlots.of(study, search).write(folder, picked, progress.part(0.5, 1));
	}

	/** What the window shows. */
	private final class Shown extends EndedSearch<FoundAtoms> implements AtomSolutions {

		/** Solutions whose atoms are kept to be saved. */
		private static final int KEPT = 12;

		private final PooledAtomFinding pooled;
		private final PooledFiles files;
		private final Map<Integer, List<InImage>> known = new LinkedHashMap<>();

		Shown(final PooledAtomFinding pooled, final Study study, final PooledFiles files,
			final SearchReport search)
		{
			super(image, study, search, request.folder());
			this.pooled = pooled;
			this.files = files;
		}

		private synchronized FoundAtoms found(final Evaluation evaluation, final List<InImage> found) {
			known.put(evaluation.id(), found);
			if (known.size() > KEPT) known.remove(known.keySet().iterator().next());
			final List<AtomLayer> layers = IntStream.range(0, found.size()).filter(i -> found.get(i)
				.solution() != null).mapToObj(i -> new AtomLayer(i + 1, shown.x(), shown.y(), found.get(i).solution()
					.atoms(), found.get(i).refined(), found.get(i).solution().errors())).toList();
			return new FoundAtoms(evaluation, pooled.expectation(), files.summary(evaluation, found), files
				.detection(found), layers, null);
		}

		private synchronized List<InImage> known(final Evaluation evaluation) {
			final List<InImage> found = known.get(evaluation.id());
			return found == null || isRough(found) ? null : found;
		}

		/** Whether a cancel left atoms as detected that can still be refined. */
		private boolean isRough(final List<InImage> found) {
			return request.refine() != Refinement.NONE && !Display.isGone(image) && found.stream().anyMatch(
				i -> i.solution() != null && !i.refined().isRefined());
		}

		@Override
		public synchronized boolean lacksRefinement(final FoundAtoms found) {
			return known.containsKey(found.evaluation().id()) && isRough(known.get(found.evaluation().id()));
		}

		@Override
		protected Optional<Evaluation> pick(final Pick rule) {
			return pooled.pick(study(), rule);
		}

		@Override
		protected void showTable(final FoundAtoms found, final Progress progress) {
			showTables(files, inImages(found.evaluation(), progress));
		}

		@Override
		protected void write(final FoundAtoms found, final Path into, final Progress progress) {
			StackOptimization.this.write(into, pooled, study(), found.evaluation(), inImages(found
				.evaluation(), progress), files, report(), progress);
		}

		private List<InImage> inImages(final Evaluation evaluation, final Progress progress) {
			final List<InImage> before = known(evaluation);
			if (before != null) return before;
			final List<InImage> found = StackOptimization.this.found(pooled, evaluation, false, progress);
			progress.checkCanceled();
			return found;
		}

		@Override
		public CsvTable evaluations() {
			return files.evaluations();
		}

		@Override
		public String whyNotEditable() {
			return "Points can be edited after a search of a single slice: here all slices share their parameters.";
		}

		@Override
		public FoundAtoms find(final Evaluation evaluation, final Consumer<FoundAtoms> early,
			final Progress progress)
		{
			return found(evaluation, inImages(evaluation, progress));
		}

		@Override
		public FoundAtoms edited(final EditedAtoms atoms, final Progress progress) {
			throw new RewardAnalysisException("%s", whyNotEditable());
		}

		@Override
		public void show(final FoundAtoms found) {
			found.layers().forEach(l -> StackOptimization.this.show(l.slice(), l.blobs(), l.errors()));
		}

	}

	private void draw(final Path folder, final PooledAtomFinding pooled, final Study study,
		final Evaluation picked, final List<InImage> found, final Progress progress)
	{
		final Map<Pick, Evaluation> picks = EndedSearch.picks(rule -> pooled.pick(study, rule));
		final String left = ParetoPlot.write(folder, () -> ParetoPlot.chart(study, picked, picks, pooled
			.expectation()), progress);
		if (!left.isEmpty()) note.accept(left);
		final int n = found.size();
		for (int i = 0; i < n; i++) {
			progress.update(0.5 * i / n, "Drawing " + PooledFiles.overlay(i));
			// The other files are worth having without pictures of an image that was closed.
			if (Display.isGone(image) && i + 1 != shown.slice()) continue;
			final AnalysedImage slice = shown.at(i + 1);
			final InImage atoms = found.get(i);
			if (atoms.solution() != null) Pictures.writeForPrint(folder.resolve(PooledFiles.overlay(i)),
				() -> OverlayPicture.draw(slice.pixels(), atoms.refined().blobs(), atoms.solution().errors(),
					request.settings().pixelSize()), progress);
		}
	}
}
