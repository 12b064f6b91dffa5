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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.reward.Reward;

/**
 * One of several images that are to share their parameters, with what is expected of it.
 *
 * @param name short and unique, without a comma: it ends the names of its columns
 * @param analysis of this image; thread-safe
 * @param goals the rewards to pursue, the same ones for every image; links may differ with
 *          what is expected. Their values are at least 0
 * @param heldOut the rewards that are only reported, the same ones for every image
 * @param feasible whether a result means anything
 * @param <R> the analysis' result
 */
public record StudyImage<R>(String name, Analysis<R> analysis, List<Goal<R>> goals,
	List<Reward<R>> heldOut, Predicate<R> feasible)
{

	/** @throws RewardAnalysisException if the name, the analysis or what is feasible is missing */
	public StudyImage {
		Checks.given("name of an image", name);
		Checks.given("analysis", analysis);
		Checks.given("feasibility", feasible);
		goals = List.copyOf(goals);
		heldOut = List.copyOf(heldOut);
	}

	/**
	 * Analyses the image and judges the result.
	 *
	 * @throws RewardAnalysisException which names the image, whatever went wrong
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public ImageScores scores(final Configuration parameters, final Progress progress) {
		try {
			return scores(analysis.analyse(parameters, progress));
		}
		catch (final RuntimeException exc) {
			Failures.passOn(exc, progress);
			throw new RewardAnalysisException(exc, "%s: %s", name, Failures.sentence(exc));
		}
	}

	private ImageScores scores(final R result) {
		final double[] signals = goals.stream().mapToDouble(g -> g.reward().score(result).signal())
			.toArray();
		final double[] objectives = IntStream.range(0, signals.length).mapToDouble(j -> goals.get(j)
			.link().value(signals[j])).toArray();
		for (int j = 0; j < signals.length; j++)
			if (objectives[j] < 0) throw new RewardAnalysisException(
				"%s is %s; only rewards of at least 0 can be pooled.", goals.get(j).reward().name(),
				objectives[j]);
		final Map<String, Double> metrics = new LinkedHashMap<>();
		heldOut.forEach(r -> metrics.put(r.name(), r.score(result).value()));
		return new ImageScores(signals, objectives, feasible.test(result) && Arrays.stream(objectives)
			.allMatch(Double::isFinite), metrics);
	}
}
