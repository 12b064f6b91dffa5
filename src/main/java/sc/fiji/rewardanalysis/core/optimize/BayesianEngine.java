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
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bayesian optimisation: learns each objective from what was tried with a
 * {@link GaussianProcess}, and tries next where the hypervolume of the front is
 * expected to grow the most ({@link ExpectedHypervolumeImprovement}). More than four
 * objectives are left to a {@link ScalarisedEngine}.
 * <p>
 * It begins with max(6, 2(d + 1)) points of a {@link SobolEngine}, up to half of which
 * may be solutions of an earlier study ({@link WarmStart}) but none the user's, and stays
 * there until all objectives were measured twice and something is feasible, or says by
 * its constraints how far it is from that. What could not be measured is left out of that
 * objective's model; what is infeasible but was measured is not. Constraints, and whether
 * an evaluation means anything as soon as one didn't, are learnt as well, and the expected
 * improvement is multiplied by the probability to be feasible. While nothing is, that
 * probability is all that counts.
 * <p>
 * Trials that are pending count as if what is expected of them had been measured, so that
 * several can be evaluated at a time.
 */
public final class BayesianEngine implements Engine {

	/** The word for this method in {@link Evaluation#origin}. */
	public static final String ORIGIN = "bayes";

	/** The logarithm of one half. */
	private static final double LIKELY = -Math.log(2);

	private final Engine initial = new SobolEngine(), many = new ScalarisedEngine();
	private final Models models;
	private final boolean noisy;

	/** For evaluations that give the same whenever they are repeated. */
	public BayesianEngine() {
		this(false);
	}

	private BayesianEngine(final boolean noisy) {
		this.noisy = noisy;
		models = new Models(noisy ? NoisePrior.SOME : NoisePrior.LITTLE);
	}

	/**
	 * For evaluations with random errors: gains are measured from what is believed of the
	 * front, not from its luckiest measurements, and a setting may be tried again.
	 */
	public static BayesianEngine forNoise() {
		return new BayesianEngine(true);
	}

	@Override
	public String name() {
		return noisy ? "BayesianEngine for noise" : Engine.super.name();
	}

	@Override
	public boolean repeats() {
		return noisy;
	}

	@Override
	public Proposal propose(final Study study) {
		if (study.objectives().size() > BoxDecomposition.MOST) return many.propose(study);
		if (!isCovered(study) || !isMeasured(study)) return initial.propose(study);
		final SplittableRandom random = Seeds.of(study.seed(), study.nextId());
		final double[][] pending = study.pending().stream().map(t -> study.space().snapped(t.unit()))
			.toArray(double[][]::new);
		final Feasibility feasibility = models.feasibility(study).believing(pending);
		final List<Evaluation> front = study.front();
		final List<double[]> centres = front.stream().map(Evaluation::unit).toList();
		final List<double[]> taken = taken(study, pending);
		if (front.isEmpty()) return new AcquisitionSearch(study.space(), feasibility, taken).best(
			nearlyFeasible(study), random).map(p -> new Proposal(p, ORIGIN, Double.NaN)).orElseGet(
				() -> initial.propose(study));
		final List<GaussianProcess> objectives = models.objectives(study).stream().map(m -> m.believing(
			pending)).toList();
		final Acquisition gain = acquisition(study, objectives, feasibility, front(study, objectives,
			Arrays.stream(pending).filter(p -> feasibility.at(p) > LIKELY).toArray(double[][]::new), front));
		final Optional<double[]> best = new AcquisitionSearch(study.space(), gain, noisy ? List.of()
			: taken).best(centres, random);
		if (best.isPresent()) return new Proposal(best.get(), ORIGIN, Math.exp(gain.at(best.get())));
		// Nothing can be gained any more, for instance because a solution has no error at all. Then
		// find out how far equally good settings reach: the gain over an empty front is what a
		// setting is worth by itself.
		final Acquisition worth = acquisition(study, objectives, feasibility, new double[0][]);
		return new Proposal(new AcquisitionSearch(study.space(), worth, taken).leastKnownOfTheBest(centres,
			random), ORIGIN, 0);
	}

	private static Acquisition acquisition(final Study study, final List<GaussianProcess> objectives,
		final Feasibility feasibility, final double[][] front)
	{
		return new HypervolumeAcquisition(objectives, feasibility, new ExpectedHypervolumeImprovement(
			front, study.reference(), study.objectives().stream().map(Objective::link).toList()));
	}

	/**
	 * What gains are measured from: the front, and what is expected of pending trials that
	 * are likely to be feasible.
	 */
	private double[][] front(final Study study, final List<GaussianProcess> objectives,
		final double[][] pending, final List<Evaluation> front)
	{
		final Stream<double[]> points = noisy ? study.evaluations().stream().filter(Evaluation::feasible)
			.map(e -> expected(study, objectives, study.space().snapped(e.unit()))) : front.stream().map(
				Evaluation::objectives);
		return Stream.concat(points, Arrays.stream(pending).map(p -> expected(study, objectives, p)))
			.toArray(double[][]::new);
	}

	private static double[] expected(final Study study, final List<GaussianProcess> objectives,
		final double[] point)
	{
		return IntStream.range(0, objectives.size()).mapToDouble(j -> study.objectives().get(j).link()
			.ofLatent(objectives.get(j).predict(point).mean())).toArray();
	}

	/** The evaluations that come nearest to being feasible: those that break the fewest limits. */
	private static List<double[]> nearlyFeasible(final Study study) {
		return study.evaluations().stream().sorted(Comparator.comparingLong(e -> IntStream.range(0, study
			.constraints().size()).filter(i -> !study.constraints().get(i).isMet(e.constraints()[i]))
			.count())).limit(5).map(Evaluation::unit).toList();
	}

	private static List<double[]> taken(final Study study, final double[][] pending) {
		return Stream.concat(study.evaluations().stream().map(e -> study.space().snapped(e.unit())), Arrays
			.stream(pending)).toList();
	}

	/**
	 * Whether enough points are spread over the space: 6 or 2(d + 1), of which solutions of
	 * an earlier study may be half.
	 */
	static boolean isCovered(final Study study) {
		final int d = study.space().dimension();
		return study.askedFrom(SobolEngine.ORIGIN) + Math.min(d + 1, study.askedFrom(
			WarmStart.ORIGIN)) >= SobolEngine.initialPoints(study.space());
	}

	/**
	 * Whether models have something to learn: each objective was measured, and something
	 * was feasible or says how far it is from that.
	 */
	private static boolean isMeasured(final Study study) {
		final List<Evaluation> evaluations = study.evaluations();
		final boolean measured = IntStream.range(0, study.objectives().size()).allMatch(j -> evaluations
			.stream().filter(e -> Double.isFinite(e.objectives()[j])).count() > 1);
		return measured && evaluations.stream().anyMatch(e -> e.feasible() || Arrays.stream(e
			.constraints()).anyMatch(Double::isFinite));
	}
}
