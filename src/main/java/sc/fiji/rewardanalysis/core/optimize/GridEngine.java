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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Tries every combination of some values of each parameter once, in random order: the
 * ends and what lies evenly between them, and every option of a choice. Where a
 * parameter doesn't matter it has one value. After the last combination a
 * {@link SobolEngine} goes on, which {@link Proposal#origin} tells.
 * <p>
 * Axes get as many values as a budget allows, nearly equally many each, the first ones
 * one more. If the choices alone are more than the budget, not all of it is tried.
 */
public final class GridEngine implements Engine {

	/** The word for this method in {@link Evaluation#origin}. */
	public static final String ORIGIN = "grid";

	/** More than anybody will try. */
	private static final int MOST = 1_000_000;

	private final Engine afterwards = new SobolEngine();
	private final int budget;

	/** @param budget most combinations, from 1 to a million */
	public GridEngine(final int budget) {
		this.budget = Checks.atLeast("The budget of a grid", Math.min(budget, MOST), 1);
	}

	@Override
	public String name() {
		return Engine.super.name() + " of " + budget;
	}

	@Override
	public Proposal propose(final Study study) {
		final List<double[]> left = left(study);
		return left.isEmpty() ? afterwards.propose(study) : new Proposal(left.get(0), ORIGIN,
			Double.NaN);
	}

	/** How many combinations there are. */
	public int size(final SearchSpace space) {
		return points(space).size();
	}

	/** Whether a study has tried or asked for every combination. */
	public boolean isExhausted(final Study study) {
		return left(study).isEmpty();
	}

	/** In the order in which they are to be tried. */
	private List<double[]> left(final Study study) {
		final SearchSpace space = study.space();
		final Set<Configuration> taken = Taken.of(study);
		final List<double[]> points = points(space);
		// Before any is left out, or the order would change from one to the next.
		shuffle(points, Seeds.of(study.seed()));
		return points.stream().filter(p -> !taken.contains(space.at(p))).toList();
	}

	private static void shuffle(final List<double[]> points, final SplittableRandom random) {
		for (int i = points.size() - 1; i > 0; i--)
			points.set(i, points.set(random.nextInt(i + 1), points.get(i)));
	}

	/** All combinations, those with the same configuration once. */
	private List<double[]> points(final SearchSpace space) {
		List<double[]> points = List.of(new double[space.dimension()]);
		final int[] counts = counts(space);
		for (int axis = 0; axis < counts.length; axis++) {
			final double[] values = values(space.axes().get(axis), counts[axis]);
			final List<double[]> longer = new ArrayList<>();
			for (final double[] point : points)
				for (final double value : values) {
					final double[] next = point.clone();
					next[axis] = value;
					longer.add(next);
				}
			points = longer;
		}
		final Map<Configuration, double[]> distinct = new LinkedHashMap<>();
		points.forEach(p -> distinct.putIfAbsent(space.at(p), p));
		return new ArrayList<>(distinct.values());
	}

	private static double[] values(final Parameter axis, final int count) {
		final double[] values = new double[count];
		for (int i = 0; i < count; i++) {
			final double even = count == 1 ? 0.5 : i / (count - 1.0);
			// Of choices and integers every one of which has its turn, the middle of each.
			values[i] = axis.snapped(count == levels(axis) ? (i + 0.5) / count : even);
		}
		return values;
	}

	private static int levels(final Parameter axis) {
		return axis.step() == 0 ? Integer.MAX_VALUE : (int) Math.round(1 / axis.step());
	}

	/** How many values each axis gets. */
	private int[] counts(final SearchSpace space) {
		final List<Parameter> axes = space.axes();
		final int[] counts = axes.stream().mapToInt(a -> a.isCategorical() ? levels(a) : 1).toArray();
		final boolean[] full = new boolean[counts.length];
		for (;;) {
			int poorest = -1;
			for (int i = 0; i < counts.length; i++) {
				full[i] |= counts[i] == levels(axes.get(i)) || product(counts) / counts[i] * (counts[i] +
					1) > budget;
				if (!full[i] && (poorest < 0 || counts[i] < counts[poorest])) poorest = i;
			}
			if (poorest < 0) return counts;
			counts[poorest]++;
		}
	}

	private static long product(final int[] counts) {
		return Arrays.stream(counts).asLongStream().reduce(1, (p, q) -> Math.min(MOST, p) * q);
	}
}
