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

package sc.fiji.rewardanalysis.command.many;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.command.OptimizationRequest;
import sc.fiji.rewardanalysis.command.OptimizeAtomFinding;
import sc.fiji.rewardanalysis.command.search.EndedSearch;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.AtomFindingJournal;
import sc.fiji.rewardanalysis.core.io.PooledFiles;
import sc.fiji.rewardanalysis.core.io.PooledFiles.InImage;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;
import sc.fiji.rewardanalysis.core.workflow.many.ImageFile;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.ImageFiles;
import sc.fiji.rewardanalysis.plot.ParetoPlot;
import sc.fiji.rewardanalysis.plot.StudyPlots;

/**
 * One parameter set for all images of a folder: they are searched together, and each is analysed
 * with what was picked. Files are read anew whenever they are looked at.
 */
final class SharedSearch {

	/** Where the search's files are, below the output folder. */
	static final String FOLDER = "shared";

	/** Of the threshold, relative. */
	private static final double BREADTH = 1e-9;

	private final FolderRequest request;
	private final Path folder;
	private final Consumer<String> note;

	/**
	 * What came out.
	 *
	 * @param options by image: those that fix the parameters
	 * @param failures by image: why it takes no part, a sentence
	 */
	record Result(Map<String, Map<String, String>> options, Map<String, String> failures) {}

	/** An image that was looked at: what was asked for, without its pixels. */
	private record Looked(String image, OptimizationRequest asked, PooledAtomFinding.Image pooled,
		String hash)
	{}

	SharedSearch(final FolderRequest request, final Consumer<String> note) {
		this.request = request;
		this.note = note;
		folder = request.output().resolve(FOLDER);
	}

	/**
	 * Searches, and writes the files of the search.
	 *
	 * @param options by image, those of its own
	 * @throws RewardAnalysisException if there is no solution
	 * @throws java.util.concurrent.CancellationException if cancelled; the search goes on later
	 */
	Result run(final List<ImageFile> images, final Map<String, Map<String, String>> options,
		final Progress progress)
	{
		final long start = System.nanoTime();
		final Map<String, String> failures = new LinkedHashMap<>();
		final List<Looked> looked = look(images, options, failures, progress.part(0, 0.1));
		if (looked.isEmpty()) return new Result(Map.of(), failures);
		final OptimizationRequest asked = looked.get(0).asked;
		PooledAtomFinding.checkEngine(asked.engine());
		final PooledAtomFinding pooled = new PooledAtomFinding(looked.stream().map(Looked::pooled).toList(),
			request.pooling(), progress.part(0.1, 0.15));
		final SearchResult result = pooled.search(asked.engine(), asked.rule(), asked.seed(), asked.search()
			.noting(new AtomFindingJournal(folder, null, pooled, i -> looked.get(i).hash), note), progress.part(
				0.15, 0.9), SearchListener.NONE);
		progress.checkCanceled();
		final Evaluation picked = pooled.pick(result.study(), asked.pick()).orElseThrow(
			() -> new RewardAnalysisException(
				"None of the parameters that were tried found 5 atoms in every image; check the crystal, the " +
					"pixel size, whether atoms are bright or dark, and that all images show atoms, or choose own."));
		final List<InImage> found = found(pooled, looked, picked, progress.part(0.9, 0.97));
		final RunRecord run = record(asked, looked, result, start);
		new PooledFiles(pooled, result.study(), run, Map.of()).write(folder, picked, found);
		if (request.pictures()) draw(pooled, result, picked, progress.part(0.97, 1));
		return conclusion(pooled, looked, found, failures);
	}

	/** What each image's own calibration and selection say; one is in memory at a time. */
	private List<Looked> look(final List<ImageFile> images,
		final Map<String, Map<String, String>> options, final Map<String, String> failures,
		final Progress progress)
	{
		final List<Looked> looked = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			final ImageFile image = images.get(i);
			progress.update((double) i / images.size(), "Looking at " + image.image());
			progress.checkCanceled();
			try {
				looked.add(look(image, options.get(image.image()), progress));
			}
			catch (final RewardAnalysisException exc) {
				failures.put(image.image(), exc.getMessage());
			}
		}
		return looked;
	}

	private Looked look(final ImageFile image, final Map<String, String> options,
		final Progress progress)
	{
		final ImagePlus opened = ImageFiles.open(image.file(), progress);
		try {
			final AnalysedImage analysed = AnalysedImage.of(opened);
			final OptimizationRequest asked = ((OptimizeAtomFinding) request.analysis().prepared(opened, folder,
				options).getDelegateObject()).request(analysed);
			return new Looked(image.image(), new OptimizationRequest(null, asked.settings(), asked.engine(),
				asked.rule(), asked.pick(), asked.seed(), asked.refine(), asked.fit(), folder, null, request
					.macro()), new PooledAtomFinding.Image(image.image().replace(',', '_'), false, () -> pixels(image
						.file()), analysed.area(), asked.settings()), analysed.hash());
		}
		finally {
			opened.close();
		}
	}

	private static RandomAccessibleInterval<FloatType> pixels(final Path file) {
		return AnalysedImage.of(ImageFiles.open(file, Progress.NONE)).pixels();
	}

	private static List<InImage> found(final PooledAtomFinding pooled, final List<Looked> looked,
		final Evaluation picked, final Progress progress)
	{
		final List<InImage> found = new ArrayList<>();
		for (int i = 0; i < looked.size(); i++) {
			progress.update((double) i / looked.size(), "Atoms of " + looked.get(i).image);
			progress.checkCanceled();
			final AtomSolution solution = pooled.solution(i, picked, progress.silent()).orElse(null);
			found.add(new InImage(solution, solution == null ? null : RefinedAtoms.asDetected(solution.atoms()
				.atoms()), pooled.failure(i), looked.get(i).hash));
		}
		return found;
	}

	/** Of the first image; the others are in {@code images.csv}. */
	private RunRecord record(final OptimizationRequest asked, final List<Looked> looked,
		final SearchResult result, final long start)
	{
		final PooledAtomFinding.Image first = looked.get(0).pooled;
		final int width = (int) Math.ceil(first.area().maxX() - first.area().minX()), height = (int) Math
			.ceil(first.area().maxY() - first.area().minY());
		return new RunRecord(request.scan().input().getFileName().toString(), width, height, 0, 0, width,
			height, looked.get(0).hash, result.report(), asked.pick(), (System.nanoTime() - start) * 1e-9,
			request.macro());
	}

	private void draw(final PooledAtomFinding pooled, final SearchResult result,
		final Evaluation picked, final Progress progress)
	{
		final Study study = result.study();
		final Map<Pick, Evaluation> picks = EndedSearch.picks(rule -> pooled.pick(study, rule));
		final String left = ParetoPlot.write(folder, () -> ParetoPlot.chart(study, picked, picks, pooled
			.expectation()), progress);
		if (!left.isEmpty()) note.accept(left);
		StudyPlots.of(study, result.report()).write(folder, picked, progress);
	}

	private static Result conclusion(final PooledAtomFinding pooled, final List<Looked> looked,
		final List<InImage> found, final Map<String, String> failures)
	{
		final Map<String, Map<String, String>> options = new LinkedHashMap<>();
		for (int i = 0; i < looked.size(); i++)
			if (found.get(i).solution() == null) failures.put(looked.get(i).image, pooled.failure(i));
			else options.put(looked.get(i).image, fixed(found.get(i).solution()));
		return new Result(options, failures);
	}

	/**
	 * Options of a search that tries these parameters and no others; doubles keep every bit. A
	 * search needs something that is free: the threshold, by less than responses differ.
	 */
	private static Map<String, String> fixed(final AtomSolution solution) {
		final Map<String, String> fixed = new LinkedHashMap<>();
		fixed.put("engine", "sobol");
		fixed.put("evaluations", "1");
		fixed.put("slices", "current");
		fix(fixed, "min_sigma", solution.parameters().minSigma());
		fix(fixed, "max_sigma", solution.parameters().maxSigma());
		fixed.put("num_sigma", String.valueOf(solution.parameters().numSigma()));
		final double threshold = solution.parameters().threshold();
		fixed.put("threshold_low", String.valueOf(threshold));
		fixed.put("threshold_high", String.valueOf(threshold + BREADTH * Math.max(threshold, BREADTH)));
		fix(fixed, "overlap", solution.parameters().overlap());
		fixed.put("contrast", solution.preparation().contrast().name().toLowerCase(Locale.ROOT));
		fixed.put("background", solution.preparation().backgroundSigma() > 0 ? "on" : "off");
		fixed.put("denoise", solution.preparation().denoiseSigma() > 0 ? "on" : "off");
		return fixed;
	}

	private static void fix(final Map<String, String> fixed, final String name, final double value) {
		fixed.put(name + "_low", String.valueOf(value));
		fixed.put(name + "_high", String.valueOf(value));
	}
}
