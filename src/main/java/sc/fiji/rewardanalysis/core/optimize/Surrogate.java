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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.NormalDistribution;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What a study's evaluations tell of its objectives everywhere: a
 * {@link GaussianProcess} of each objective's latent, read through the objective's
 * {@link Link}. They are the models that {@link BayesianEngine} learns; of a study of more than
 * {@value #MOST} evaluations they see that many, of the front and all over the others. Beliefs are of the objective without the noise of a single
 * measurement. Same study, same surrogate. Immutable and thread-safe.
 */
public final class Surrogate {

	/** Evaluations to learn from; more would take long, as their cube, and tell little. */
	private static final int MOST = 256;

	/**
	 * Quantiles of the standard normal distribution that are equally probable: at
	 * (i + ½)/201, so that the middle one is the median.
	 */
	private static final double[] NORMAL = quantiles(201);

	private final SearchSpace space;
	private final List<Objective> objectives;
	private final List<GaussianProcess> models;
	private final List<Boolean> constant;
	private final List<Evaluation> feasible;

	private final Feasibility feasibility;
	private final boolean bounded;
	private final long seed;
	private final int size;

	/**
	 * What is believed of an objective at a point, in the objective's unit.
	 *
	 * @param mean expected value
	 * @param low 5 % are below
	 * @param lowerQuartile 25 % are below
	 * @param median 50 % are below
	 * @param upperQuartile 75 % are below
	 * @param high 95 % are below
	 */
	public record Outlook(double mean, double low, double lowerQuartile, double median,
		double upperQuartile, double high)
	{}

	private Surrogate(final Study whole) {
		final Study study = thinned(whole);
		space = study.space();
		objectives = study.objectives();
		seed = study.seed();
		size = study.evaluations().size();
		feasible = whole.evaluations().stream().filter(Evaluation::feasible).toList();
		final Models fitted = new Models(NoisePrior.LITTLE);
		models = List.copyOf(fitted.objectives(study));
		feasibility = fitted.feasibility(study);
		bounded = !study.constraints().isEmpty() || !study.evaluations().stream().allMatch(
			Evaluation::feasible);
		constant = IntStream.range(0, objectives.size()).mapToObj(j -> measured(study.evaluations(), j)
			.stream().mapToDouble(e -> e.objectives()[j]).distinct().count() == 1).toList();
	}

	/** The study with at most {@value #MOST} evaluations: of the front and all over the others. */
	private static Study thinned(final Study study) {
		final List<Evaluation> all = study.evaluations();
		if (all.size() <= MOST) return study;
		final List<Evaluation> front = study.front();
		final Set<Integer> chosen = new TreeSet<>();
		spread(front, MOST / 2).forEach(e -> chosen.add(e.id()));
		spread(all.stream().filter(e -> !chosen.contains(e.id())).toList(), MOST - chosen.size()).forEach(
			e -> chosen.add(e.id()));
		final Study thinned = new Study(study.space(), study.objectives(), study.constraints(),
			new SobolEngine(), study.seed());
		all.stream().filter(e -> chosen.contains(e.id())).forEach(thinned::restore);
		return thinned;
	}

	/** At most so many of a list, evenly spread. */
	private static List<Evaluation> spread(final List<Evaluation> list, final int most) {
		final int n = Math.min(most, list.size());
		return IntStream.range(0, n).mapToObj(i -> list.get((int) ((long) i * list.size() / n))).toList();
	}

	/**
	 * The surrogate of a study as it stands.
	 *
	 * @throws RewardAnalysisException if there is too little to learn from; see
	 *           {@link #lacks}
	 */
	public static Surrogate of(final Study study) {
		lacks(study).ifPresent(why -> {
			throw new RewardAnalysisException("%s", why);
		});
		return new Surrogate(study);
	}

	/**
	 * Why there is no surrogate yet: each objective must have been measured two times
	 * more than the space has axes; a sentence, or empty if there is one.
	 */
	public static Optional<String> lacks(final Study study) {
		final int wanted = study.space().dimension() + 2;
		for (int j = 0; j < study.objectives().size(); j++) {
			final int n = measured(study.evaluations(), j).size();
			if (n < wanted) return Optional.of(String.format(Locale.ROOT,
				"A model of %s needs %d evaluations that measured it, and there are %d; evaluate more.", study
					.objectives().get(j).name(), wanted, n));
		}
		return Optional.empty();
	}

	private static List<Evaluation> measured(final List<Evaluation> evaluations, final int j) {
		return evaluations.stream().filter(e -> Double.isFinite(e.objectives()[j])).toList();
	}

	/** What was searched. */
	public SearchSpace space() {
		return space;
	}

	/** What it tells of. */
	public List<Objective> objectives() {
		return objectives;
	}

	/**
	 * The feasible evaluations that no other dominates by what is expected of them, in the
	 * order told: the front to choose from where evaluations have random errors, since
	 * {@link Study#front} then holds the luckiest ones.
	 */
	public List<Evaluation> front() {
		final double[][] expected = feasible.stream().map(e -> IntStream.range(0, objectives.size())
			.mapToDouble(j -> mean(e.unit(), j)).toArray()).toArray(double[][]::new);
		final boolean[] onFront = ParetoFront.nonDominated(expected);
		return IntStream.range(0, onFront.length).filter(i -> onFront[i]).mapToObj(feasible::get).toList();
	}

	/**
	 * Whether every evaluation had the same value of an objective. Then all that changes
	 * over the space is how sure one is of it.
	 */
	public boolean isConstant(final int objective) {
		return constant.get(objective);
	}

	/** How many evaluations the study had. */
	int size() {
		return size;
	}

	/** The study's seed. */
	long seed() {
		return seed;
	}

	/**
	 * What is believed of an objective.
	 *
	 * @param unit a point of the unit cube; it is snapped, see {@link SearchSpace#snapped}
	 * @param objective its index in the study
	 */
	public Outlook at(final double[] unit, final int objective) {
		final double[] values = values(unit, objective);
		Arrays.sort(values);
		return new Outlook(mean(values), quantile(values, 0.05), quantile(values, 0.25), quantile(values,
			0.5), quantile(values, 0.75), quantile(values, 0.95));
	}

	/** The expected value of an objective, in its unit; arguments as of {@link #at}. */
	public double mean(final double[] unit, final int objective) {
		return mean(values(unit, objective));
	}

	/** The median of an objective, in its unit; arguments as of {@link #at}. */
	public double median(final double[] unit, final int objective) {
		final double[] values = values(unit, objective);
		Arrays.sort(values);
		return quantile(values, 0.5);
	}

	/** The objective at equally probable values of its latent, in their order. */
	private double[] values(final double[] unit, final int objective) {
		final GaussianProcess.Belief belief = models.get(objective).predict(space.snapped(unit));
		final Link link = objectives.get(objective).link();
		final double[] values = new double[NORMAL.length];
		for (int i = 0; i < values.length; i++)
			values[i] = link.ofLatent(belief.mean() + belief.sd() * NORMAL[i]);
		return values;
	}

	/**
	 * The probability that a point is feasible: 1 in a study without constraints and
	 * infeasible evaluations. Constraints count as independent of each other.
	 *
	 * @param unit a point of the unit cube
	 */
	public double feasibility(final double[] unit) {
		return Math.exp(feasibility.at(space.snapped(unit)));
	}

	/** Whether {@link #feasibility} can be other than 1. */
	public boolean isBounded() {
		return bounded;
	}

	private static double mean(final double[] values) {
		double sum = 0;
		for (final double v : values)
			sum += v;
		return sum / values.length;
	}

	/** Between the two sorted values that belong to the nearest probabilities. */
	private static double quantile(final double[] sorted, final double p) {
		final double position = p * sorted.length - 0.5;
		final int below = (int) position;
		return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
	}

	private static double[] quantiles(final int n) {
		final NormalDistribution normal = new NormalDistribution(null, 0, 1);
		return IntStream.range(0, n).mapToDouble(i -> normal.inverseCumulativeProbability((i + 0.5) /
			n)).toArray();
	}
}
