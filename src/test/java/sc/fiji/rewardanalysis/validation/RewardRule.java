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

package sc.fiji.rewardanalysis.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * A way to decide by rewards: the Euclidean pick of their Pareto front, which is the point
 * nearest to no error at all, and among equal ones a further reward.
 *
 * @param objectives indices into {@link SampledRewards#NAMES}
 * @param tieBreaker index; −1 for none
 */
record RewardRule(int[] objectives, int tieBreaker) {

	/** Distances as near as this are equal. */
	private static final double TIE = 1e-12;

	/** What the search does unless told otherwise. */
	static final RewardRule DEFAULT = of("QC band", "ER").then("lattice residual");

	static RewardRule of(final String... names) {
		return new RewardRule(Arrays.stream(names).mapToInt(SampledRewards.NAMES::indexOf).toArray(),
			-1);
	}

	RewardRule then(final String tieBreaker) {
		return new RewardRule(objectives, SampledRewards.NAMES.indexOf(tieBreaker));
	}

	/** The rewards of a search, each alone, and its rule: for short tables. */
	static List<RewardRule> inUse() {
		return List.of(of("QC band"), of("QC paper"), of("ER"), of("coverage gap"), of("lattice residual"), of(
			"histogram distance"), of("mean response"), of("count instability"), DEFAULT);
	}

	/** Each reward alone. */
	static List<RewardRule> singles() {
		return SampledRewards.NAMES.stream().map(RewardRule::of).toList();
	}

	/** Each pair. */
	static List<RewardRule> pairs() {
		final List<RewardRule> pairs = new ArrayList<>();
		final List<String> names = SampledRewards.NAMES;
		for (int i = 0; i < names.size(); i++)
			for (int j = i + 1; j < names.size(); j++)
				pairs.add(of(names.get(i), names.get(j)));
		return pairs;
	}

	String name() {
		final String pursued = Arrays.stream(objectives).mapToObj(SampledRewards.NAMES::get).collect(
			Collectors.joining(" + "));
		return tieBreaker < 0 ? pursued : pursued + ", then " + SampledRewards.NAMES.get(tieBreaker);
	}

	/** The picked points: several if the rule can't tell them apart. */
	int[] picks(final RewardSample sample) {
		final double[] scores = scores(sample);
		final double least = Arrays.stream(scores).filter(v -> !Double.isNaN(v)).min().getAsDouble();
		final int[] tied = IntStream.range(0, scores.length).filter(i -> scores[i] <= least + TIE)
			.toArray();
		if (tieBreaker < 0) return tied;
		final double best = Arrays.stream(tied).mapToDouble(i -> tie(sample, i)).min().getAsDouble();
		return Arrays.stream(tied).filter(i -> tie(sample, i) <= best).toArray();
	}

	private double tie(final RewardSample sample, final int i) {
		final double value = sample.rewards(i)[tieBreaker];
		return Double.isNaN(value) ? Double.MAX_VALUE : value;
	}

	private double[] scores(final RewardSample sample) {
		return IntStream.range(0, sample.size()).mapToDouble(i -> SampledRewards.norm(sample.rewards(i),
			objectives, objectives.length > 1)).toArray();
	}

	/** The F1 that the pick has; the mean if there are several. */
	double picked(final RewardSample sample) {
		return Arrays.stream(picks(sample)).mapToDouble(sample::f1).average().orElseThrow();
	}

	/** How much more F1 the search space has to offer. */
	double regret(final RewardSample sample) {
		return sample.best() - picked(sample);
	}

	/**
	 * Spearman's rank correlation of the sum of rewards with −F1: 1 if they put all results
	 * in the true order.
	 *
	 * @param share of the results that count, those of the largest F1
	 */
	double correlation(final RewardSample sample, final double share) {
		final double[] sorted = IntStream.range(0, sample.size()).mapToDouble(sample::f1).sorted()
			.toArray();
		final double least = sorted[(int) Math.floor((1 - share) * (sorted.length - 1))];
		final int[] which = IntStream.range(0, sample.size()).filter(i -> sample.f1(i) >= least &&
			!Double.isNaN(sum(sample, i))).toArray();
		final double[] rewards = Arrays.stream(which).mapToDouble(i -> sum(sample, i)).toArray();
		final double[] errors = Arrays.stream(which).mapToDouble(i -> -sample.f1(i)).toArray();
		if (which.length < 3 || isConstant(errors)) return Double.NaN;
		// Of a reward that tells nothing apart no order is known.
		return isConstant(rewards) ? 0 : new SpearmansCorrelation().correlation(rewards, errors);
	}

	private double sum(final RewardSample sample, final int i) {
		return SampledRewards.norm(sample.rewards(i), objectives, false);
	}

	private static boolean isConstant(final double[] values) {
		return Arrays.stream(values).allMatch(v -> v == values[0]);
	}
}
