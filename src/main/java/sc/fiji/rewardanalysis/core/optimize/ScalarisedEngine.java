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

package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Bayesian optimisation of any number of objectives with a single model: ParEGO (Knowles
 * 2006, IEEE Trans. Evol. Comput. 10:50, doi:10.1109/TEVC.2005.851274). For each proposal
 * the objectives are weighted at random and put together to one ({@link Tchebycheff}),
 * which a {@link GaussianProcess} learns from all evaluations that could be measured; it
 * tries next where the expected improvement times the probability to be feasible is
 * greatest.
 * <p>
 * It begins like a {@link BayesianEngine}. While nothing is feasible it looks for where
 * something may be. Pending trials count as if what is expected of them had been
 * measured.
 */
public final class ScalarisedEngine implements Engine {

	/** The word for this method in {@link Evaluation#origin}. */
	public static final String ORIGIN = "scalarised";

	/** Points near which to look closer: the best by the scalarisation. */
	private static final int CENTRES = 5;

	private final Engine initial = new SobolEngine();
	private final Models models = new Models(NoisePrior.LITTLE);

	/** An evaluation and the scalarisation of its objectives. */
	private record Valued(Evaluation evaluation, double value) {}

	@Override
	public Proposal propose(final Study study) {
		final List<Evaluation> measured = study.evaluations().stream().filter(
			ScalarisedEngine::isMeasured).toList();
		if (measured.size() < 2 || !BayesianEngine.isCovered(study)) return initial.propose(study);
		final SplittableRandom random = Seeds.of(study.seed(), study.nextId());
		final Tchebycheff scalar = Tchebycheff.of(study, measured, random);
		final List<Valued> valued = measured.stream().map(e -> new Valued(e, scalar.of(e.objectives())))
			.toList();
		final List<double[]> taken = Stream.concat(study.evaluations().stream().map(Evaluation::unit),
			study.pending().stream().map(Trial::unit)).map(study.space()::snapped).toList();
		final Optional<double[]> point = new AcquisitionSearch(study.space(), acquisition(study, valued,
			random), taken).best(centres(valued), random);
		return point.map(p -> new Proposal(p, ORIGIN, Double.NaN)).orElseGet(() -> initial.propose(
			study));
	}

	private Acquisition acquisition(final Study study, final List<Valued> valued,
		final SplittableRandom random)
	{
		final SearchSpace space = study.space();
		final double[][] pending = study.pending().stream().map(t -> space.snapped(t.unit())).toArray(
			double[][]::new);
		final Feasibility feasibility = models.feasibility(study).believing(pending);
		final OptionalDouble best = valued.stream().filter(v -> v.evaluation.feasible()).mapToDouble(
			Valued::value).min();
		if (best.isEmpty()) return feasibility;
		final double[][] x = valued.stream().map(v -> space.snapped(v.evaluation.unit())).toArray(
			double[][]::new);
		final double[] y = valued.stream().mapToDouble(Valued::value).toArray();
		// The maximum of several objectives has kinks, which noise makes up for.
		final GaussianProcess model = GaussianProcess.of(x, y, GaussianProcess.fit(x, y, space
			.categorical(), NoisePrior.SOME, random));
		return new ExpectedImprovement(model.believing(pending), best.getAsDouble(), feasibility);
	}

	private static boolean isMeasured(final Evaluation e) {
		return e.observation().feasible() && Arrays.stream(e.objectives()).allMatch(Double::isFinite);
	}

	/** Feasible ones first. */
	private static List<double[]> centres(final List<Valued> valued) {
		return valued.stream().sorted(Comparator.comparing((Valued v) -> !v.evaluation.feasible())
			.thenComparingDouble(Valued::value)).limit(CENTRES).map(v -> v.evaluation.unit()).toList();
	}
}
