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

package sc.fiji.rewardanalysis.core.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * How many components a mixture should have: mixtures of several numbers, and the one that a
 * criterion suggests. By default that is ICL, since clusters are wanted that can be told apart,
 * and clusters of patches aren't exactly normal: BIC then splits them to describe their shape.
 * <p>
 * Of all numbers the smallest value counts, not the first local minimum. A smaller number whose
 * value is higher by less than ten is taken instead, for such a difference is no strong evidence
 * (Kass &amp; Raftery, 1995).
 *
 * @param candidates a mixture a number, ascending; numbers that the points are too few for are
 *          left out
 * @param criterion what suggests
 * @param suggested the number it suggests
 * @param reason why, as a sentence
 */
public record ModelSelection(List<Candidate> candidates, Criterion criterion, int suggested,
	String reason)
{

	/** What suggests if nothing else is asked for. */
	public static final Criterion DEFAULT = Criterion.ICL;

	/** Less is no strong evidence against a smaller number. */
	private static final double STRONG = 10;

	/**
	 * A mixture of some number of components.
	 *
	 * @param components how many were asked for; see {@link GaussianMixture#dropped}
	 * @param logLikelihood of all points
	 */
	public record Candidate(int components, GaussianMixture mixture, double logLikelihood,
		double bic, double aic, double icl)
	{

		private static Candidate of(final Points points, final MixtureOptions options,
			final Progress progress)
		{
			final GaussianMixture mixture = GaussianMixture.fit(points, options, progress);
			final GaussianMixture.Evaluation evaluation = mixture.evaluate(points, progress);
			return new Candidate(options.components(), mixture, evaluation.logLikelihood(), evaluation
				.bic(), evaluation.aic(), evaluation.icl());
		}
	}

	public ModelSelection {
		candidates = List.copyOf(candidates);
	}

	/**
	 * Fits mixtures.
	 *
	 * @param options of each, but for the number of components
	 * @param from the smallest number
	 * @param to the largest one
	 * @param criterion what suggests one
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if there are too few points even
	 *           for the smallest number
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static ModelSelection run(final Points points, final MixtureOptions options,
		final int from, final int to, final Criterion criterion, final Progress progress)
	{
		Checks.atLeast("smallest number of components", from, 1);
		Checks.atLeast("largest number of components", to, from);
		Checks.given("criterion", criterion);
		final List<Candidate> candidates = new ArrayList<>();
		for (int k = from; k <= to; k++) {
			if (k > from && points.size() < GaussianMixture.pointsNeeded(k, options.covariance(), points
				.dimension())) break;
			candidates.add(Candidate.of(points, options.withComponents(k), progress.part((double) (k -
				from) / (to - from + 1), (k - from + 1.0) / (to - from + 1))));
		}
		return of(candidates, criterion, to);
	}

	/** The same mixtures by another criterion. */
	public ModelSelection by(final Criterion other) {
		return of(candidates, other, candidates.get(candidates.size() - 1).components());
	}

	/** The mixture that is suggested. */
	public GaussianMixture mixture() {
		return candidates.stream().filter(c -> c.components == suggested).findFirst().orElseThrow()
			.mixture;
	}

	private static ModelSelection of(final List<Candidate> candidates, final Criterion criterion,
		final int to)
	{
		// A mixture that dropped components is one of fewer.
		final List<Candidate> whole = candidates.stream().filter(c -> c.mixture.dropped() == 0).toList();
		final List<Candidate> valid = whole.isEmpty() ? candidates : whole;
		final Candidate least = valid.stream().min(Comparator.comparingDouble(criterion::of))
			.orElseThrow();
		final Candidate pick = valid.stream().filter(c -> criterion.of(c) <= criterion.of(least) +
			STRONG).findFirst().orElseThrow();
		return new ModelSelection(candidates, criterion, pick.components, reason(valid, criterion, pick,
			least, to));
	}

	private static String reason(final List<Candidate> valid, final Criterion criterion,
		final Candidate pick, final Candidate least, final int to)
	{
		final StringBuilder text = new StringBuilder();
		text.append(String.format(Locale.ROOT, "%s is smallest with %s", criterion, components(
			least.components)));
		if (pick != least) text.append(String.format(Locale.ROOT,
			", but with %d it is higher by no more than %.1f, and fewer are simpler", pick.components,
			criterion.of(pick) - criterion.of(least)));
		final String others = IntStream.range(0, valid.size()).filter(i -> isLocal(valid, criterion, i))
			.mapToObj(valid::get).filter(c -> c != least && c != pick).map(c -> String.format(Locale.ROOT,
				"%d (higher by %.1f)", c.components, criterion.of(c) - criterion.of(least))).collect(
					Collectors.joining(", "));
		if (!others.isEmpty()) text.append("; other local minima: ").append(others);
		if (pick.components == to && valid.size() > 1) text.append(
			"; that is the end of the range, so more may be better still");
		return text.append('.').toString();
	}

	private static String components(final int number) {
		return number == 1 ? "1 component" : number + " components";
	}

	private static boolean isLocal(final List<Candidate> valid, final Criterion criterion,
		final int i)
	{
		final double value = criterion.of(valid.get(i));
		return (i == 0 || value < criterion.of(valid.get(i - 1))) && (i == valid.size() - 1 ||
			value <= criterion.of(valid.get(i + 1)));
	}
}
