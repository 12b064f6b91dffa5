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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.search.SearchRequest;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.AtomFindingJournal;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.io.WindowFiles;
import sc.fiji.rewardanalysis.core.io.WindowJournal;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomPreview;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowGrid;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowLog;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowMaps;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome.Source;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowResult;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSearch;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSettings;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSize;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.RegionImages;
import sc.fiji.rewardanalysis.imagej.WindowImages;
import sc.fiji.rewardanalysis.imagej.WindowOverlay;
import sc.fiji.rewardanalysis.plot.WindowPictures;
import sc.fiji.rewardanalysis.ui.MapWindow;
import sc.fiji.rewardanalysis.ui.TableWindow;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** {@link OptimizeInSlidingWindows} of an image, or of the slice of a stack that is shown. */
final class WindowOptimization {

	private final OptimizationRequest request;
	private final double window, stride;
	private final AnalysedImage image;
	private final Consumer<String> note;

	/**
	 * @param window nm; 0 to derive it
	 * @param stride nm; 0 to derive it
	 * @param note tells the user what is no error but should be known
	 */
	WindowOptimization(final OptimizationRequest request, final double window, final double stride,
		final Consumer<String> note)
	{
		this.request = request;
		this.window = window;
		this.stride = stride;
		this.note = note;
		image = request.image();
	}

	/** Searches, writes the files and shows what was found; cancelled, it does neither. */
	void run(final Progress progress) {
		final long start = System.nanoTime();
		size();
		final AtomFindingTask whole = new AtomFindingTask(image.pixels(), image.area(), request
			.settings(), progress.part(0, 0.02));
		final WindowGrid grid = grid(whole);
		final String hash = image.hash();
		final SearchResult result = whole.search().run(request.engine(), request.rule(), request
			.seed(), request.search().noting(new AtomFindingJournal(request.folder(), null, whole, hash),
				note), progress.part(0.02, 0.3), SearchListener.NONE);
		// Half a search is none; what was evaluated is in the journal.
		progress.checkCanceled();
		SearchRequest.noteFailures(result.study().evaluations(), note);
		final Evaluation solution = whole.pick(result.study(), request.pick()).orElseThrow(
			() -> new RewardAnalysisException(
				"None of the parameters that were tried found 5 atoms in the counted area; check the crystal, " +
					"the pixel size, and whether atoms are bright or dark."));
		final WindowSettings settings = WindowSettings.of(request.engine(), request.rule().budget(), request
			.pick(), request.seed());
		final WindowSearch search = new WindowSearch(whole, solution, grid, settings, progress.part(0.3,
			0.35));
		final WindowResult found;
		try (WindowLog log = log(search, whole, solution, grid, settings, hash)) {
			found = search.run(log, progress.part(0.35, 0.9));
		}
		final RefinedAtoms refined = Refiner.refine(image.pixels(), search.parts().preparation().contrast(),
			found.blobs(), request.refine(), request.fit(), progress.part(0.9, 0.96));
		progress.checkCanceled();
		final RunRecord run = request.search().record(image, hash, result.report(), start);
		report(found, refined, new WindowFiles(result.study(), found, refined, run), progress.part(0.96, 1));
	}

	private WindowSize size() {
		return WindowSize.of(request.settings().lattice(), request.settings().pixelSize(), image.area(), window,
			stride);
	}

	private WindowGrid grid(final AtomFindingTask whole) {
		final WindowSize size = size();
		if (size.isWhole(whole.validArea().area())) note.accept(
			"The analysed area is no larger than a window of " + WindowSize.nm(size.size() * size
				.pixelSize()) + " nm: there is one window, which has all of it.");
		return size.grid(whole.validArea().area());
	}

	private WindowLog log(final WindowSearch search, final AtomFindingTask whole,
		final Evaluation solution, final WindowGrid grid, final WindowSettings settings,
		final String hash)
	{
		if (request.folder() == null) return WindowLog.NONE;
		final WindowJournal journal = WindowJournal.open(request.folder(), whole, search.parts().parameters(
			solution), grid, settings, hash);
		if (journal.found() > 0) note.accept("Resumed after " + Words.count(journal.found(), "window") +
			", from " + request.folder().resolve(WindowJournal.NAME) + ".");
		return journal;
	}

	private void report(final WindowResult found, final RefinedAtoms refined,
		final WindowFiles files, final Progress progress)
	{
		final WindowMaps maps = WindowMaps.of(found, image.width(), image.height());
		final ImagePlus stack = WindowImages.maps(maps, image);
		final Path folder = request.folder();
		if (folder != null) {
			files.write(folder);
			RegionImages.write(stack, folder.resolve(WindowImages.NAME));
			draw(folder, found, refined, maps, progress);
		}
		final long without = found.from(Source.NEIGHBOUR);
		if (without > 0) note.accept(Words.count(without, "window") + " of " + found.outcomes().size() +
			" found nothing that could be judged and took the parameters of the nearest that did.");
		// A summary that is told says so, too.
		final int doubtful = found.doubtful().size();
		if (doubtful > 0 && (folder != null || Display.isInteractive())) note.accept(found.doubt());
		AtomOverlay.show(image, refined.blobs(), found.errors());
		WindowOverlay.show(image, found);
		AtomOverlay.showLeftOut(image, found.parts().whole().validArea().area());
		final String title = image.source().getTitle();
		TableWindow.show(files.atoms(), "Atoms of " + title, image.source());
		TableWindow.show(files.windows(), "Windows of " + title, image.source());
		MapWindow.show(stack, image.source());
		if (!Display.isInteractive() && folder == null) note.accept(files.summary());
		progress.update(1, Words.count(found.atoms().size(), "atom") + " in " + Words.count(found.outcomes()
			.size(), "window") + (doubtful > 0 ? ", " + doubtful + " doubtful" : ""));
	}

	/** A cancel at last leaves out the pictures, and those of an earlier run. */
	private void draw(final Path folder, final WindowResult found, final RefinedAtoms refined,
		final WindowMaps maps, final Progress progress)
	{
		try {
			WindowPictures.write(folder, image.pixels(), found, refined, maps, progress);
		}
		catch (final CancellationException exc) {
			WindowPictures.NAMES.forEach(name -> AtomicFile.delete(folder.resolve(name)));
		}
	}

	/** @param given whether the user gave the pixel size */
	Outlook outlook(final boolean given, final boolean find, final Progress progress) {
		final WindowSize size = size();
		final AtomFindingTask task = new AtomFindingTask(image.pixels(), image.area(), request.settings(),
			progress);
		final Outlook whole = Outlooks.ofSearch(task, image.source(), given, find ? AtomPreview.of(task,
			progress) : null, ImagePhysics.note(image, request.settings().lattice(), request.settings()
				.pixelSize(), find, progress));
		final int windows = size.grid(task.validArea().area()).windows().size();
		final List<Fact> facts = new ArrayList<>(whole.facts());
		facts.add(1, new Fact("Windows", windows == 1 ? "one, which has all of the area" : String.format(
			Locale.ROOT, "%d of %.3g nm, %.3g nm apart", windows, size.size() * size.pixelSize(), size.stride() *
				size.pixelSize()), String.format(Locale.ROOT,
					"A whole one is %d px wide and has %.0f columns where they can be counted.", size.size(), size
						.columns())));
		return new Outlook(facts, whole.warning(), whole.physics(), whole.preview(), whole.means());
	}
}
