package sc.fiji.rewardanalysis.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.io.PooledFiles;
import sc.fiji.rewardanalysis.core.io.PooledFiles.InImage;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSearch;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.PooledAtomFinding;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.Tables;
import sc.fiji.rewardanalysis.plot.OverlayPicture;
import sc.fiji.rewardanalysis.plot.ParetoPlot;
import sc.fiji.rewardanalysis.plot.Pictures;
import sc.fiji.rewardanalysis.plot.StudyPlots;
import sc.fiji.rewardanalysis.ui.ParetoWindow;

/** {@link OptimizeAtomFinding} of all slices of a stack with one set of parameters. */
final class StackOptimization {

	/**
	 * What the user asked for.
	 *
	 * @param shown the slice that is shown
	 * @param heldOut every so many slices one is held out; 0 for none
	 * @param folder where files go; null for none
	 */
	record Request(AnalysedImage shown, AtomFindingSettings settings, Pooling pooling, int heldOut,
		SearchEngine engine, StopRule rule, Pick pick, long seed, Refinement refine, FitOptions fit,
		Path folder)
	{}

	private final Request request;
	private final AnalysedImage shown;
	private final ImagePlus image;
	private final SearchEngine engine;
	private final Consumer<String> note;

	/** Of the solutions that were chosen on the plot: the latest wins. */
	private final AtomicInteger latest = new AtomicInteger();

	/**
	 * @param note tells the user what is no error but should be known
	 * @throws RewardAnalysisException if that can't be done
	 */
	StackOptimization(final Request request, final Consumer<String> note) {
		this.request = request;
		this.note = note;
		engine = request.engine == SearchEngine.AUTO ? SearchEngine.BAYESIAN : request.engine;
		shown = request.shown;
		image = shown.source();
		if (request.engine == SearchEngine.EXACT) throw new RewardAnalysisException(
			"engine is \"exact\", which takes a single image; choose auto or bayesian, for instance, or slices=current.");
		final int n = AnalysedImage.slices(image);
		if (request.heldOut < 0 || request.heldOut == 1 || request.heldOut > n)
			throw new RewardAnalysisException(
				"held_out is %d and the stack has %d slices; give 0 to hold out none, or a number from 2 to that of the slices.",
				request.heldOut, n);
	}

	/** @param macro the line that repeats the run */
	void run(final String macro, final Progress progress) {
		final long start = System.nanoTime();
		final PooledAtomFinding pooled = new PooledAtomFinding(images(), request.pooling, progress.part(0,
			0.05));
		final Study study = pooled.newStudy(AtomFindingSearch.sampling(engine, request.rule.budget()),
			request.seed);
		final String stop = pooled.run(study, request.rule, progress.part(0.05, 0.85), e -> {});
		OptimizeAtomFinding.noteFailures(study.evaluations(), note);
		final Evaluation picked = pooled.pick(study, request.pick).orElse(null);
		final List<InImage> found = picked == null ? List.of() : found(pooled, picked, progress.part(0.85,
			0.92));
		final Map<Integer, double[]> heldOut = pooled.heldOutMeans(mostImportantFirst(study, picked),
			progress.part(0.92, 1));
		progress.update(1, stop);
		final RunRecord run = new RunRecord(image.getTitle(), image.getWidth(),
			image.getHeight(), shown.x(), shown.y(), shown.width(), shown.height(), shown.hash(),
			new SearchReport(engine, request.engine == engine ? "As asked." : "Several images have no exact search.", stop, null,
				Double.NaN), request.pick, (System.nanoTime() - start) * 1e-9, macro);
		report(pooled, study, picked, found, new PooledFiles(pooled, study, run, heldOut), run.search());
	}

	private List<PooledAtomFinding.Image> images() {
		return IntStream.rangeClosed(1, AnalysedImage.slices(image)).mapToObj(
			slice -> new PooledAtomFinding.Image("slice_" + slice, request.heldOut > 0 && slice %
				request.heldOut == 0, () -> shown.at(slice).pixels(), shown.area(), request.settings)).toList();
	}

	private static List<Evaluation> mostImportantFirst(final Study study, final Evaluation picked) {
		return study.front().stream().sorted(Comparator.comparing(e -> e != picked)).toList();
	}

	/**
	 * A solution in every slice. After a cancel the slices that were searched are still looked
	 * at, for the search's result is worth keeping, but nothing is refined.
	 */
	private List<InImage> found(final PooledAtomFinding pooled, final Evaluation evaluation,
		final Progress progress)
	{
		final List<InImage> found = new ArrayList<>();
		final int n = pooled.images().size();
		for (int i = 0; i < n; i++) {
			progress.update((double) i / n, "Atoms of " + pooled.images().get(i).name());
			found.add(found(pooled, i, evaluation, progress.silent()));
		}
		return found;
	}

	private InImage found(final PooledAtomFinding pooled, final int i, final Evaluation evaluation,
		final Progress progress)
	{
		final AnalysedImage slice = shown.at(i + 1);
		final boolean wasSearched = pooled.role(i) == PooledAtomFinding.Role.SEARCHED;
		try {
			if (!wasSearched) progress.checkCanceled();
			final AtomSolution solution = pooled.solution(i, evaluation, wasSearched ? Progress.NONE
				: progress).orElse(null);
			if (solution == null) return new InImage(null, null, pooled.failure(i), slice.hash());
			final ValidArea valid = pooled.task(i, Progress.NONE).orElseThrow().validArea();
			return new InImage(solution, refined(slice, solution, progress), valid.invalid() == 0 ? "" : valid
				.describe(), slice.hash());
		}
		catch (final CancellationException exc) {
			return new InImage(null, null, "Cancelled before it was looked at.", slice.hash());
		}
		catch (final RewardAnalysisException exc) {
			return new InImage(null, null, exc.getMessage(), slice.hash());
		}
	}

	private RefinedAtoms refined(final AnalysedImage slice, final AtomSolution solution,
		final Progress progress)
	{
		try {
			return Refiner.refine(slice.pixels(), solution.preparation().contrast(), solution.atoms().atoms(),
				request.refine, request.fit, progress);
		}
		catch (final CancellationException exc) {
			return RefinedAtoms.asDetected(solution.atoms().atoms());
		}
	}

	private void report(final PooledAtomFinding pooled, final Study study, final Evaluation picked,
		final List<InImage> found, final PooledFiles files, final SearchReport search)
	{
		if (request.folder != null) write(pooled, study, picked, found, files, search);
		for (int i = 0; i < pooled.images().size(); i++)
			if (!pooled.failure(i).isEmpty()) note.accept(pooled.images().get(i).name() + ": " + pooled
				.failure(i));
		if (picked == null) throw new RewardAnalysisException(
			"None of the parameters that were tried found 5 atoms in the counted area of every slice; check " +
				"the crystal, the pixel size, whether atoms are bright or dark, the ranges, and that all " +
				"slices show atoms.");
		show(found);
		final String title = image.getTitle();
		Tables.show(files.atoms(found), "Atoms of " + title);
		Tables.show(files.images(found), "Slices of " + title);
		if (!Display.isInteractive()) return;
		ParetoWindow.open("Pareto front of " + title, study, search, first(found), s -> pooled.expectation(),
			evaluation -> choose(pooled, evaluation, files), files.summary(picked, found));
	}

	/** Shows another solution, unless one that was chosen later comes first. */
	private ParetoWindow.Shown choose(final PooledAtomFinding pooled, final Evaluation evaluation,
		final PooledFiles files)
	{
		final int own = latest.incrementAndGet();
		final List<InImage> found = found(pooled, evaluation, new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return latest.get() != own;
			}
		});
		if (latest.get() == own) show(found);
		return new ParetoWindow.Shown(first(found), files.summary(evaluation, found));
	}

	private static AtomSolution first(final List<InImage> found) {
		return found.stream().map(InImage::solution).filter(s -> s != null).findFirst().orElseThrow();
	}

	private void show(final List<InImage> found) {
		for (int i = 0; i < found.size(); i++)
			if (found.get(i).solution() != null) AtomOverlay.show(shown.at(i + 1), found.get(i).refined()
				.blobs(), found.get(i).solution().errors());
	}

	private void write(final PooledAtomFinding pooled, final Study study, final Evaluation picked,
		final List<InImage> found, final PooledFiles files, final SearchReport search)
	{
		files.write(request.folder, picked, found);
		Pictures.write(request.folder.resolve("pareto.png"), ParetoPlot.image(ParetoPlot.chart(study,
			picked, pooled.expectation()), 900, 640));
		StudyPlots.of(study, search).write(request.folder, picked);
		for (int i = 0; i < found.size(); i++)
			if (found.get(i).solution() != null) Pictures.write(request.folder.resolve(PooledFiles.overlay(
				i)), OverlayPicture.draw(shown.at(i + 1).pixels(), found.get(i).refined().blobs(), found.get(i)
					.solution().errors(), request.settings.pixelSize()));
	}
}
