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

import java.util.SplittableRandom;

/**
 * How NSGA-II makes two new points of two old ones, in the unit cube: simulated binary
 * crossover with η = 20 and a probability of 0.9, then polynomial mutation with η = 20,
 * of one axis on average (Deb &amp; Agrawal 1995, Complex Systems 9:115; Deb &amp; Goyal
 * 1996; both in the form that respects bounds).
 * <p>
 * Integers are rounded; one that was to mutate and would stay goes a step up or down.
 * Choices are swapped as a whole, and mutate to any of their options.
 */
final class Variation {

	private static final double ETA = 20;
	private static final double CROSSOVER = 0.9;

	/** Nearer than this, crossing over an axis has no effect. */
	private static final double EQUAL = 1e-14;

	private final SearchSpace space;
	private final SplittableRandom random;

	Variation(final SearchSpace space, final SplittableRandom random) {
		this.space = space;
		this.random = random;
	}

	/** Two children, snapped. */
	double[][] children(final double[] father, final double[] mother) {
		final double[] a = father.clone(), b = mother.clone();
		if (random.nextDouble() < CROSSOVER) for (int i = 0; i < a.length; i++)
			if (random.nextBoolean()) cross(a, b, i);
		return new double[][] { mutated(a), mutated(b) };
	}

	private void cross(final double[] a, final double[] b, final int i) {
		if (space.axes().get(i).isCategorical()) {
			swap(a, b, i);
			return;
		}
		final double low = Math.min(a[i], b[i]), high = Math.max(a[i], b[i]), apart = high - low;
		if (apart < EQUAL) return;
		final double u = random.nextDouble();
		final double below = 0.5 * (low + high - spread(u, 1 + 2 * low / apart) * apart);
		final double above = 0.5 * (low + high + spread(u, 1 + 2 * (1 - high) / apart) * apart);
		a[i] = clip(below);
		b[i] = clip(above);
		if (random.nextBoolean()) swap(a, b, i);
	}

	/** How far apart the children are, as a multiple of the parents' distance. */
	private static double spread(final double u, final double bound) {
		final double alpha = 2 - Math.pow(bound, -(ETA + 1));
		return Math.pow(u <= 1 / alpha ? u * alpha : 1 / (2 - u * alpha), 1 / (ETA + 1));
	}

	private double[] mutated(final double[] point) {
		final double probability = 1.0 / point.length;
		final double[] mutant = point.clone();
		for (int i = 0; i < mutant.length; i++)
			if (random.nextDouble() < probability) mutant[i] = mutated(space.axes().get(i), mutant[i]);
		return space.snapped(mutant);
	}

	private double mutated(final Parameter axis, final double x) {
		if (axis.isCategorical()) return random.nextDouble();
		final double y = clip(x + step(x, random.nextDouble()));
		if (axis.step() == 0 || axis.at(y) != axis.at(x)) return y;
		final double side = random.nextBoolean() ? axis.step() : -axis.step();
		final double there = axis.snapped(x) + side;
		return there > 0 && there < 1 ? there : axis.snapped(x) - side;
	}

	private static double step(final double x, final double u) {
		final double power = 1 / (ETA + 1);
		if (u < 0.5) return Math.pow(2 * u + (1 - 2 * u) * Math.pow(1 - x, ETA + 1), power) - 1;
		return 1 - Math.pow(2 * (1 - u) + (2 * u - 1) * Math.pow(x, ETA + 1), power);
	}

	private static void swap(final double[] a, final double[] b, final int i) {
		final double kept = a[i];
		a[i] = b[i];
		b[i] = kept;
	}

	private static double clip(final double x) {
		return Math.min(1, Math.max(0, x));
	}
}
