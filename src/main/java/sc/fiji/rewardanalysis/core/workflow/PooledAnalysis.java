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

package sc.fiji.rewardanalysis.core.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;

/**
 * The same parameters on several images. Scores and failures are kept, a few numbers an
 * image, so that nothing is analysed twice; results are not. Thread-safe.
 *
 * @param <R> the result on one image
 */
public final class PooledAnalysis<R> implements Analysis<PooledScores> {

	private final List<StudyImage<R>> images;
	private final boolean sideBySide;
	private final Map<Configuration, PooledScores> known = new ConcurrentHashMap<>();

	/** What parameters failed with: they fail again when they are asked for again. */
	private final Map<Configuration, RuntimeException> failed = new ConcurrentHashMap<>();

	/**
	 * @param images at least one, all with the same search space
	 * @param sideBySide whether images are analysed at the same time, a thread each: for
	 *          images that are too small to occupy all threads. The result is the same
	 */
	public PooledAnalysis(final List<StudyImage<R>> images, final boolean sideBySide) {
		this.images = List.copyOf(images);
		this.sideBySide = sideBySide;
		if (images.isEmpty()) throw new RewardAnalysisException(
			"There is no image to search; give at least one.");
		if (images.stream().map(StudyImage::name).distinct().count() < images.size())
			throw new RewardAnalysisException("Two images have the same name; rename one.");
		for (final StudyImage<R> image : images)
			if (!image.analysis().searchSpace().parameters().equals(searchSpace().parameters()))
				throw new RewardAnalysisException(
					"%s and %s differ in their parameters or ranges; give all images the same.", images.get(0)
						.name(), image.name());
	}

	/** The images, in the order of the scores. */
	public List<StudyImage<R>> images() {
		return images;
	}

	@Override
	public SearchSpace searchSpace() {
		return images.get(0).analysis().searchSpace();
	}

	@Override
	public PooledScores analyse(final Configuration parameters, final Progress progress) {
		final PooledScores before = remembered(Checks.given("parameters", parameters));
		if (before != null) return before;
		try {
			final PooledScores scores = new PooledScores(sideBySide && images.size() > 1 ? sideBySide(
				parameters, progress) : oneByOne(parameters, progress));
			known.put(parameters, scores);
			return scores;
		}
		catch (final RuntimeException exc) {
			Failures.passOn(exc, progress);
			failed.put(parameters, exc);
			throw exc;
		}
	}

	/** Null if they weren't analysed. */
	private PooledScores remembered(final Configuration parameters) {
		final RuntimeException failure = failed.get(parameters);
		if (failure != null) throw failure;
		return known.get(parameters);
	}

	/** What was analysed before; everything else is a cancel. */
	Analysis<PooledScores> remembered() {
		return new Analysis<>() {

			@Override
			public SearchSpace searchSpace() {
				return PooledAnalysis.this.searchSpace();
			}

			@Override
			public PooledScores analyse(final Configuration parameters, final Progress progress) {
				final PooledScores before = remembered(parameters);
				if (before == null) throw new CancellationException("Cancelled.");
				return before;
			}
		};
	}

	private List<ImageScores> oneByOne(final Configuration parameters, final Progress progress) {
		final List<ImageScores> scores = new ArrayList<>();
		for (final StudyImage<R> image : images) {
			progress.checkCanceled();
			scores.add(image.scores(parameters, progress));
		}
		return scores;
	}

	private List<ImageScores> sideBySide(final Configuration parameters, final Progress progress) {
		final ImageScores[] scores = new ImageScores[images.size()];
		final Throwable[] failures = new Throwable[scores.length];
		final List<Runnable> tasks = IntStream.range(0, scores.length).<Runnable> mapToObj(i -> () -> {
			try {
				// Whoever waits for the pool's threads must not hold what others wait for.
				Parallelization.runSingleThreaded((Runnable) () -> scores[i] = images.get(i).scores(parameters,
					progress));
			}
			catch (final RuntimeException | Error exc) {
				failures[i] = exc;
			}
		}).toList();
		Parallelization.getTaskExecutor().runAll(tasks);
		for (final Throwable failure : failures)
			if (failure instanceof final Error error) throw error;
		// The first image's, so that it doesn't depend on the threads.
		for (final Throwable failure : failures)
			if (failure instanceof final RuntimeException exc) throw exc;
		return List.of(scores);
	}
}
