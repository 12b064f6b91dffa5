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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What a study may learn from an earlier one of a similar problem: solutions on the
 * earlier front, which are tried first.
 */
public final class WarmStart {

	/** The word for it in {@link Evaluation#origin}. */
	public static final String ORIGIN = "warm";

	/** So many solutions are taken at most. */
	public static final int MOST = 5;

	private final List<Evaluation> front;
	private final double[] worst;
	private final List<Evaluation> chosen = new ArrayList<>();

	private WarmStart(final List<Evaluation> front) {
		this.front = front;
		worst = front.get(0).objectives();
		for (final Evaluation e : front)
			for (int j = 0; j < worst.length; j++)
				worst[j] = Math.max(worst[j], e.objectives()[j]);
	}

	/**
	 * Has a study try {@link #points} before its engine proposes.
	 *
	 * @return how many they are
	 */
	public static int enqueue(final Study study, final SearchSpace space,
		final List<Evaluation> earlier)
	{
		final List<Configuration> points = points(space, earlier, study.space());
		points.forEach(c -> study.enqueue(c, ORIGIN));
		return points.size();
	}

	/**
	 * Up to {@value #MOST} solutions of the earlier front, spread well over it: the best of
	 * each objective first, then whatever adds the most hypervolume below the front's worst
	 * values, then what is the furthest from the others in the unit cube.
	 * <p>
	 * They are carried over by the parameters' names and those of choices. Numbers beyond
	 * the bounds of {@code space} are clipped, parameters that it doesn't know are left out,
	 * as are solutions with a choice that it doesn't offer.
	 *
	 * @param from the earlier study's space
	 * @param earlier its evaluations, in any order
	 * @param space where the solutions shall be tried
	 * @throws RewardAnalysisException if the earlier study has no feasible evaluation, lacks
	 *           a free parameter of {@code space} that always matters, or none of its solutions
	 *           can be carried over
	 */
	public static List<Configuration> points(final SearchSpace from, final List<Evaluation> earlier,
		final SearchSpace space)
	{
		checkNames(from, space);
		final List<Evaluation> feasible = earlier.stream().filter(Evaluation::feasible).toList();
		if (feasible.isEmpty()) throw new RewardAnalysisException(
			"The earlier study found nothing feasible to start from; start without it.");
		final boolean[] on = ParetoFront.nonDominated(feasible.stream().map(Evaluation::objectives)
			.toArray(double[][]::new));
		final Map<Configuration, Evaluation> front = new LinkedHashMap<>();
		for (int i = 0; i < on.length; i++) {
			final Evaluation e = feasible.get(i);
			if (on[i]) carried(e.configuration(), from, space).ifPresent(c -> front.putIfAbsent(c, e));
		}
		if (front.isEmpty()) throw new RewardAnalysisException(
			"No solution of the earlier study fits the choices that are searched now; start without it.");
		final List<Evaluation> chosen = new WarmStart(List.copyOf(front.values())).spread();
		return chosen.stream().map(e -> carried(e.configuration(), from, space).orElseThrow()).toList();
	}

	private static void checkNames(final SearchSpace from, final SearchSpace space) {
		final List<String> known = Checks.given("The earlier search space", from).parameters().stream()
			.map(Parameter::name).toList();
		for (final Parameter p : space.axes())
			if (!known.contains(p.name()) && !space.conditions().containsKey(p.name()))
				throw new RewardAnalysisException(
					"The earlier study has no %s, only %s; start from one that searched the same parameters.", p
						.name(), String.join(", ", known));
	}

	/** Empty if a choice isn't offered or a value that matters is missing. */
	private static Optional<Configuration> carried(final Configuration earlier,
		final SearchSpace from, final SearchSpace space)
	{
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final Parameter p : space.parameters()) {
			if (!space.matters(p, values)) continue;
			final Double value = value(p, earlier, from);
			if (value == null) return Optional.empty();
			values.put(p.name(), value);
		}
		return Optional.of(Configuration.of(values));
	}

	/** Null if there is none. */
	private static Double value(final Parameter p, final Configuration earlier,
		final SearchSpace from)
	{
		if (!p.isFree()) return p.at(0);
		final Double value = earlier.asMap().get(p.name());
		if (value == null) return null;
		final Optional<Parameter> former = from.parameters().stream().filter(f -> f.name().equals(p
			.name())).findFirst();
		final boolean named = former.orElse(null) instanceof Parameter.Choice;
		if (named != p instanceof Parameter.Choice) return null;
		if (p instanceof final Parameter.Choice choice) {
			final int index = choice.options().indexOf(((Parameter.Choice) former.orElseThrow()).option(
				value));
			return index < 0 ? null : (double) index;
		}
		final double clipped = Math.max(p.at(0), Math.min(p.at(1), value));
		if (p instanceof final Parameter.Levels levels) return levels.nearest(value);
		return p instanceof Parameter.Whole ? Math.rint(clipped) : clipped;
	}

	private List<Evaluation> spread() {
		for (int j = 0; j < worst.length && chosen.size() < MOST; j++) {
			final int objective = j;
			// The best of one objective and, of those, the best of all of them together.
			final Evaluation best = front.stream().min(Comparator.<Evaluation> comparingDouble(e -> e
				.objectives()[objective]).thenComparingDouble(e -> Arrays.stream(e.objectives()).sum())
				.thenComparingInt(Evaluation::id)).orElseThrow();
			if (!chosen.contains(best)) chosen.add(best);
		}
		while (chosen.size() < Math.min(MOST, front.size()))
			chosen.add(front.stream().filter(e -> !chosen.contains(e)).max(Comparator.<Evaluation>
				comparingDouble(e -> volume(Stream.concat(chosen.stream(), Stream.of(e))))
				.thenComparingDouble(this::distance).thenComparing(Comparator.comparingInt(Evaluation::id)
					.reversed())).orElseThrow());
		return chosen;
	}

	private double volume(final Stream<Evaluation> evaluations) {
		return Hypervolume.of(evaluations.map(Evaluation::objectives).toArray(double[][]::new), worst);
	}

	/** From the nearest chosen one, squared. */
	private double distance(final Evaluation evaluation) {
		final double[] p = evaluation.unit();
		return chosen.stream().map(Evaluation::unit).mapToDouble(q -> {
			double sum = 0;
			for (int i = 0; i < p.length; i++)
				sum += (p[i] - q[i]) * (p[i] - q[i]);
			return sum;
		}).min().orElse(0);
	}
}
