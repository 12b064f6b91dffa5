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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The Gaussian processes of a study's objectives and constraints. They follow from the
 * study alone; what is remembered of the last one asked for only saves time: the same
 * hyperparameters serve until the data have grown by a few points, and the
 * factorisation grows with them.
 * <p>
 * Thread-safe.
 */
final class Models {

	/**
	 * Up to {@code EACH} points the hyperparameters are fitted from scratch at each. Up to
	 * {@code MANY} that happens at every tenth, and from there at every third; beyond at every
	 * fiftieth and tenth.
	 */
	private static final int EACH = 60, MANY = 100;

	private static final double BEYOND = 30;

	private static final double YES = 0, NO = 1, BETWEEN = 0.5;

	private final Map<String, Memory> memories = new HashMap<>();
	private final NoisePrior prior;

	/** @param prior how much noise is expected */
	Models(final NoisePrior prior) {
		this.prior = prior;
	}

	/** Hyperparameters and for which data they are; the model of at least these. */
	private record Memory(Data milestone, Hyperparameters atMilestone, Data fitted,
		Hyperparameters hyperparameters, Data conditioned, GaussianProcess model)
	{}

	/** Points and values in the order told, and what else a fit depends on. */
	private record Data(double[][] x, double[] y, long seed, boolean[] categorical) {

		Data first(final int n) {
			return new Data(Arrays.copyOf(x, n), Arrays.copyOf(y, n), seed, categorical);
		}

		boolean isSame(final Data other) {
			return x.length == other.x.length && isBeginOf(other);
		}

		boolean isBeginOf(final Data other) {
			final int n = x.length;
			return seed == other.seed && Arrays.equals(categorical, other.categorical) && n <= other.x.length &&
				Arrays.equals(y, 0, n, other.y, 0, n) && IntStream.range(0, n).allMatch(i -> Arrays.equals(x[i], other.x[i]));
		}
	}

	/** A model of each objective's latent. Each has been measured at least once. */
	List<GaussianProcess> objectives(final Study study) {
		final List<GaussianProcess> models = new ArrayList<>();
		for (int i = 0; i < study.objectives().size(); i++) {
			final int j = i;
			final Objective objective = study.objectives().get(j);
			final double most = most(study, j);
			models.add(model(study, objective.name(), e -> Double.isNaN(e.objectives()[j]) ? Double.NaN : Math
				.min(most, objective.link().latent(e.signals()[j]))));
		}
		return models;
	}

	/**
	 * The largest latent that a model should see. What is many times farther beyond the
	 * reference than the best value is below it, such as a penalty of a million, is worth
	 * nothing all the same, but would hide all differences that matter.
	 */
	private static double most(final Study study, final int j) {
		final Objective objective = study.objectives().get(j);
		final double best = study.evaluations().stream().mapToDouble(e -> e.objectives()[j]).filter(
			v -> !Double.isNaN(v)).min().orElse(Double.NaN);
		final double room = objective.reference() - best;
		return objective.link() == Link.identity() && room > 0 ? objective.reference() + BEYOND * room
			: Double.POSITIVE_INFINITY;
	}

	/**
	 * Models of the constraints, and of whether evaluations mean anything if some didn't.
	 * What was never measured and what never failed has none.
	 */
	Feasibility feasibility(final Study study) {
		final List<Feasibility.Limited> limited = new ArrayList<>();
		for (int i = 0; i < study.constraints().size(); i++) {
			final int j = i;
			final Constraint constraint = study.constraints().get(j);
			final double[] distances = study.evaluations().stream().mapToDouble(e -> Math.abs(e
				.constraints()[j] - constraint.limit())).filter(Outcomes::isUsable).sorted().toArray();
			if (distances.length == 0) continue;
			// As with objectives: what is far from the limit need not be known exactly.
			final double most = BEYOND * distances[distances.length / 2];
			limited.add(new Feasibility.Limited(model(study, constraint.name(), e -> most > 0 ? Math.max(
				constraint.limit() - most, Math.min(constraint.limit() + most, e.constraints()[j])) : e
					.constraints()[j]), constraint.limit()));
		}
		if (!study.evaluations().stream().allMatch(Models::isMeasured)) limited.add(
			new Feasibility.Limited(model(study, "", e -> isMeasured(e) ? YES : NO), BETWEEN));
		return new Feasibility(limited);
	}

	/** Whether all that could make an evaluation infeasible is in its constraints' values. */
	private static boolean isMeasured(final Evaluation e) {
		return e.observation().feasible() && Arrays.stream(e.objectives()).allMatch(Double::isFinite) &&
			Arrays.stream(e.constraints()).allMatch(Outcomes::isUsable);
	}

	/** @param value of an evaluation; not finite where there is none */
	private GaussianProcess model(final Study study, final String name,
		final ToDoubleFunction<Evaluation> value)
	{
		final List<Evaluation> known = study.evaluations().stream().filter(e -> Outcomes.isUsable(value
			.applyAsDouble(e))).toList();
		final Data data = new Data(known.stream().map(e -> study.space().snapped(e.unit())).toArray(
			double[][]::new), known.stream().mapToDouble(value).toArray(), study.seed(), study.space()
				.categorical());
		synchronized (memories) {
			final Memory next = next(memories.get(name), data);
			memories.put(name, next);
			return next.model;
		}
	}

	private Memory next(final Memory last, final Data data) {
		final int n = data.x.length;
		final int fitted = n <= EACH ? n : n <= MANY ? EACH + (n - EACH) / 3 * 3 : n / 10 * 10;
		final int milestone = fitted <= EACH ? fitted : fitted <= MANY ? fitted / 10 * 10 : fitted / 50 * 50;
		final Data early = data.first(milestone), known = data.first(fitted);
		final Hyperparameters first = last != null && last.milestone.isSame(early) ? last.atMilestone
			: GaussianProcess.fit(early.x, early.y, early.categorical, prior, Seeds.of(early.seed, milestone));
		if (last == null || !last.fitted.isSame(known)) {
			final Hyperparameters h = milestone == fitted ? first : GaussianProcess.fit(known.x, known.y,
				prior, first);
			return new Memory(early, first, known, h, data, GaussianProcess.of(data.x, data.y, h));
		}
		if (last.conditioned.isSame(data)) return last;
		final int before = last.conditioned.x.length;
		final GaussianProcess model = last.conditioned.isBeginOf(data) ? last.model.with(Arrays
			.copyOfRange(data.x, before, n), Arrays.copyOfRange(data.y, before, n)) : GaussianProcess.of(
				data.x, data.y, last.hyperparameters);
		return new Memory(early, first, known, last.hyperparameters, data, model);
	}
}
