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

package sc.fiji.rewardanalysis.core.workflow.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.Earlier;
import sc.fiji.rewardanalysis.core.workflow.atoms.FollowedSearch;

/**
 * Searches the frames of a series one after the other: the first one as if it were alone, each
 * later one from what was found in the last good one. Engines that can't follow search each frame
 * anew. Not thread-safe.
 */
final class FrameSearch {

	private final SeriesSettings settings;
	private final Area area;

	/** Of the last good frame; null before it. */
	private Earlier earlier;

	/** Of any frame, for what is the same in all; null before the first one. */
	private AtomFindingTask like;

	/**
	 * What was found.
	 *
	 * @param search how it was searched
	 * @param earlier what it leaves to the next frame
	 */
	record Found(AtomFindingTask task, AtomSolution solution, String search, Earlier earlier) {

		/** The figures of the solution by their names in files. */
		Map<String, Double> figures() {
			final Map<String, Double> figures = new LinkedHashMap<>();
			figures.put("min_sigma_px", solution.parameters().minSigma());
			figures.put("max_sigma_px", solution.parameters().maxSigma());
			figures.put("num_sigma", (double) solution.parameters().numSigma());
			figures.put("threshold", solution.parameters().threshold());
			figures.put("overlap", solution.parameters().overlap());
			figures.put("background_sigma_px", solution.preparation().backgroundSigma());
			figures.put("denoise_sigma_px", solution.preparation().denoiseSigma());
			figures.put("dark", solution.preparation().contrast() == Contrast.DARK ? 1.0 : 0);
			final AtomPhysics physics = task.physics();
			figures.put("expected", physics.expected());
			figures.put("fewest", (double) physics.low());
			figures.put("most", (double) physics.high());
			figures.put("found", (double) solution.atoms().counted().length);
			final List<String> names = task.goals().stream().map(g -> g.reward().name()).toList();
			for (int i = 0; i < names.size(); i++)
				figures.put(names.get(i), solution.evaluation().objectives()[i]);
			task.heldOut().forEach(r -> figures.put(r.heading(), solution.evaluation().metrics().getOrDefault(r
				.name(), Double.NaN)));
			return figures;
		}
	}

	FrameSearch(final SeriesSettings settings, final Area area) {
		this.settings = settings;
		this.area = area;
	}

	/** Goes on from what a frame left. */
	void follow(final Earlier found) {
		earlier = found;
	}

	/**
	 * @throws RewardAnalysisException if the frame can't be analysed
	 * @throws java.util.concurrent.CancellationException if cancelled before anything was found
	 */
	Found search(final RandomAccessibleInterval<FloatType> pixels, final int index,
		final Progress progress)
	{
		final String origin = "frame " + (index + 1);
		final AtomFindingTask task = like == null ? new AtomFindingTask(pixels, area, settings.finding(),
			progress.part(0, 0.1)) : like.next(pixels, progress.part(0, 0.1));
		final boolean canFollow = settings.engine() == SearchEngine.AUTO || settings
			.engine() == SearchEngine.EXACT;
		if (earlier == null || !canFollow) {
			final AtomFindingTask own = like == null ? task : new AtomFindingTask(pixels, area, settings
				.finding(), progress.part(0, 0.1));
			final SearchResult result = own.search().run(settings.engine(), settings.rule(), settings.seed(),
				s -> StudyLog.NONE, progress.part(0.1, 1), SearchListener.NONE);
			final Evaluation picked = picked(own, result);
			like = own;
			return new Found(own, own.solution(picked, Progress.NONE), SeriesFrame.COLD, Earlier.of(own,
				result, picked, origin));
		}
		final FollowedSearch.Outcome outcome = new FollowedSearch(task, earlier, settings.pick()).run(
			settings.engine(), settings.rule(), settings.seed(), s -> StudyLog.NONE, progress.part(0.1, 1),
			SearchListener.NONE);
		final Evaluation picked = picked(outcome.task(), outcome.result());
		like = outcome.task();
		return new Found(like, like.solution(picked, Progress.NONE), outcome.course().word(), outcome
			.earlier(picked, origin));
	}

	private Evaluation picked(final AtomFindingTask task, final SearchResult result) {
		return task.pick(result.study(), settings.pick()).orElseThrow(() -> new RewardAnalysisException(
			"None of the parameters that were tried found 5 atoms in the counted area."));
	}
}
