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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.workflow.ImageScores;

/** How parameters do, on average, on images that the search of several has not seen. */
final class HeldOutMeans {

	private final PooledAtomFinding pooled;

	HeldOutMeans(final PooledAtomFinding pooled) {
		this.pooled = pooled;
	}

	/** See {@link PooledAtomFinding#heldOutMeans}. */
	Map<Integer, double[]> of(final List<Evaluation> evaluations, final Progress progress) {
		final Map<Integer, double[]> means = new LinkedHashMap<>();
		try {
			for (final Evaluation e : evaluations) {
				progress.update((double) means.size() / evaluations.size(), "Looking at what was held out");
				means.put(e.id(), of(e, progress.silent()));
			}
		}
		catch (final CancellationException exc) {
			return means;
		}
		return means;
	}

	private double[] of(final Evaluation evaluation, final Progress progress) {
		try {
			return means(scores(evaluation, progress));
		}
		catch (final RewardAnalysisException exc) {
			// Too many maxima, for instance: there is no mean over all of the images then.
			return means(List.of());
		}
	}

	private List<ImageScores> scores(final Evaluation evaluation, final Progress progress) {
		final List<ImageScores> scores = new ArrayList<>();
		for (int i = 0; i < pooled.images().size(); i++) {
			progress.checkCanceled();
			if (pooled.role(i) != PooledAtomFinding.Role.HELD_OUT) continue;
			final String name = pooled.images().get(i).name();
			pooled.task(i, progress).ifPresent(t -> scores.add(pooled.study(name, t).scores(evaluation
				.configuration(), progress)));
		}
		return scores;
	}

	private double[] means(final List<ImageScores> scores) {
		return IntStream.range(0, pooled.goals().size()).mapToDouble(j -> Arrays.stream(scores.stream()
			.mapToDouble(s -> s.objectives()[j]).toArray()).average().orElse(Double.NaN)).toArray();
	}
}
