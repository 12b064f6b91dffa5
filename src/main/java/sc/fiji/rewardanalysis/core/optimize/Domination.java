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
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Which of two evaluations is better, with constraints, by the rules of Deb et al. 2002,
 * section VI: a feasible one beats an infeasible one; of two infeasible ones that of the
 * smaller violation wins; two feasible ones compare by Pareto domination.
 * <p>
 * The violation is the sum over the constraints of what is above the limit, as a part of
 * the worst that was seen. Where anything was not measured, or the result means nothing,
 * it is infinite: such evaluations lose against all others.
 */
final class Domination {

	private final List<Constraint> constraints;
	private final double[] worst;

	/** @param seen the evaluations that say how bad a constraint's violation can be */
	Domination(final List<Constraint> constraints, final List<Evaluation> seen) {
		this.constraints = constraints;
		worst = new double[constraints.size()];
		for (int i = 0; i < worst.length; i++) {
			final int constraint = i;
			worst[i] = seen.stream().mapToDouble(e -> excess(e, constraint)).filter(Double::isFinite)
				.max().orElse(0);
		}
	}

	/** 0 for a feasible evaluation. */
	double violation(final Evaluation e) {
		if (e.feasible()) return 0;
		if (!e.observation().feasible()) return Double.POSITIVE_INFINITY;
		for (final double f : e.objectives())
			if (Double.isNaN(f)) return Double.POSITIVE_INFINITY;
		double sum = 0;
		for (int i = 0; i < worst.length; i++) {
			final double excess = excess(e, i);
			if (excess > 0) sum += excess / worst[i];
		}
		return sum;
	}

	/** Infinite where it was not measured. */
	private double excess(final Evaluation e, final int i) {
		final double excess = e.constraints()[i] - constraints.get(i).limit();
		return Double.isNaN(excess) ? Double.POSITIVE_INFINITY : Math.max(0, excess);
	}

	/**
	 * All of them, best first: by the front that they are on, on a front the lonely first,
	 * equally good ones by their number.
	 */
	List<Ranked> ranked(final List<Evaluation> evaluations) {
		final List<Ranked> ranked = new ArrayList<>();
		int rank = 0;
		List<Evaluation> rest = evaluations.stream().filter(Evaluation::feasible).toList();
		while (!rest.isEmpty()) {
			final boolean[] front = ParetoFront.nonDominated(rest.stream().map(Evaluation::objectives)
				.toArray(double[][]::new));
			final List<Evaluation> best = new ArrayList<>(), others = new ArrayList<>();
			for (int i = 0; i < front.length; i++)
				(front[i] ? best : others).add(rest.get(i));
			addFront(ranked, best, rank++);
			rest = others;
		}
		double former = Double.NaN;
		for (final Evaluation e : evaluations.stream().filter(e -> !e.feasible()).sorted(Comparator
			.comparingDouble(this::violation)).toList())
		{
			// Equal violations share a rank.
			if (!Double.isNaN(former) && violation(e) > former) rank++;
			former = violation(e);
			ranked.add(new Ranked(e, rank, 0));
		}
		ranked.sort(Ranked.BEST_FIRST.thenComparingInt(r -> r.evaluation().id()));
		return ranked;
	}

	private static void addFront(final List<Ranked> ranked, final List<Evaluation> front,
		final int rank)
	{
		final Map<Evaluation, Double> crowding = crowding(front);
		front.forEach(e -> ranked.add(new Ranked(e, rank, crowding.get(e))));
	}

	/** The distances between neighbours along each objective, as parts of the front's extent. */
	private static Map<Evaluation, Double> crowding(final List<Evaluation> front) {
		final Map<Evaluation, Double> crowding = new IdentityHashMap<>();
		front.forEach(e -> crowding.put(e, 0.0));
		final int m = front.get(0).objectives().length, last = front.size() - 1;
		for (int j = 0; j < m; j++) {
			final int objective = j;
			final ToDoubleFunction<Evaluation> value = e -> e.objectives()[objective];
			final List<Evaluation> sorted = front.stream().sorted(Comparator.comparingDouble(value))
				.toList();
			final double extent = value.applyAsDouble(sorted.get(last)) - value.applyAsDouble(sorted.get(
				0));
			crowding.put(sorted.get(0), Double.POSITIVE_INFINITY);
			crowding.put(sorted.get(last), Double.POSITIVE_INFINITY);
			if (extent > 0) for (int i = 1; i < last; i++)
				crowding.merge(sorted.get(i), (value.applyAsDouble(sorted.get(i + 1)) - value.applyAsDouble(
					sorted.get(i - 1))) / extent, Double::sum);
		}
		return crowding;
	}
}
