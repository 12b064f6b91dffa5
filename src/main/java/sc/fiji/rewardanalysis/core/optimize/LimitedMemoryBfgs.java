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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Minimises a smooth function of a few variables in a box: limited-memory BFGS on
 * the variables that are not pressed against a bound, with a backtracking search
 * along the projected path.
 * <p>
 * Two-loop recursion: Nocedal 1980 (Math. Comput. 35:773,
 * doi:10.1090/S0025-5718-1980-0572855-7). Projection and active set: Bertsekas 1982
 * (SIAM J. Control Optim. 20:221, doi:10.1137/0320018).
 */
final class LimitedMemoryBfgs {

	private static final int MEMORY = 8;
	private static final double SUFFICIENT_DECREASE = 1e-4;
	private static final int MAX_CUTS = 20;

	/** Length of the first step, of variables whose scale is about 1. */
	private static final double FIRST_STEP = 0.2;

	private final double[] lower, upper;
	private final int maxEvaluations;
	private final double tolerance;

	/** A function with its gradient. */
	interface Differentiable {

		/**
		 * The value at {@code x}; infinite or NaN where there is none.
		 *
		 * @param gradient is overwritten with the gradient
		 */
		double at(double[] x, double[] gradient);
	}

	/** Where the search ended. */
	record Minimum(double[] point, double value) {}

	/** A step that was made and how the gradient changed along it. */
	private record Pair(double[] step, double[] change, double product) {}

	/** A point, the value there and the gradient. */
	private record Place(double[] x, double value, double[] gradient) {}

	/** The function, and how often it may still be asked. */
	private final class Counted {

		private final Differentiable function;
		private int left = maxEvaluations;

		Counted(final Differentiable function) {
			this.function = function;
		}

		Place at(final double[] x) {
			left--;
			final double[] gradient = new double[x.length];
			return new Place(x, function.at(x, gradient), gradient);
		}
	}

	/**
	 * @param tolerance stop when a step gains less than this, absolute
	 */
	LimitedMemoryBfgs(final double[] lower, final double[] upper, final int maxEvaluations,
		final double tolerance)
	{
		this.lower = lower.clone();
		this.upper = upper.clone();
		this.maxEvaluations = maxEvaluations;
		this.tolerance = tolerance;
	}

	/** Goes downhill from {@code start}, which is first moved into the box. */
	Minimum minimise(final Differentiable function, final double[] start) {
		final Counted counted = new Counted(function);
		Place place = counted.at(moved(start, start, 0));
		final Deque<Pair> memory = new ArrayDeque<>();
		while (Double.isFinite(place.value) && counted.left > 0) {
			final double[] direction = direction(place.x, place.gradient, memory);
			if (!(dot(direction, place.gradient) < 0)) {
				// Either stationary, or the memory misleads: forget it and try once more.
				if (memory.isEmpty()) break;
				memory.clear();
				continue;
			}
			final double length = memory.isEmpty() ? Math.min(1, FIRST_STEP / norm(direction)) : 1;
			final Optional<Place> next = lower(counted, place, direction, length);
			if (next.isEmpty()) break;
			remember(memory, minus(next.get().x, place.x), minus(next.get().gradient,
				place.gradient));
			final double gained = place.value - next.get().value;
			place = next.get();
			if (gained < tolerance) break;
		}
		return new Minimum(place.x, place.value);
	}

	/** The first place along the projected path that is low enough (Armijo's rule). */
	private Optional<Place> lower(final Counted function, final Place from,
		final double[] direction, final double firstLength)
	{
		double length = firstLength;
		for (int i = 0; i < MAX_CUTS && function.left > 0; i++) {
			final Place to = function.at(moved(from.x, direction, length));
			final double slope = dot(from.gradient, minus(to.x, from.x));
			if (to.value <= from.value + SUFFICIENT_DECREASE * slope) return Optional.of(to);
			length *= Double.isFinite(to.value) ? 0.4 : 0.1;
		}
		return Optional.empty();
	}

	/** Minus the inverse Hessian's estimate times the gradient, among the free variables. */
	private double[] direction(final double[] x, final double[] gradient,
		final Deque<Pair> memory)
	{
		final double[] q = gradient.clone();
		final boolean[] fixed = new boolean[x.length];
		for (int i = 0; i < x.length; i++)
			fixed[i] = x[i] <= lower[i] && gradient[i] > 0 || x[i] >= upper[i] && gradient[i] < 0;
		clear(q, fixed);
		final double[] weights = new double[memory.size()];
		int k = 0;
		for (final Pair p : memory) {
			weights[k] = dot(p.step, q) / p.product;
			add(q, p.change, -weights[k++]);
		}
		if (!memory.isEmpty()) {
			final Pair last = memory.getFirst();
			final double scale = last.product / dot(last.change, last.change);
			for (int i = 0; i < q.length; i++)
				q[i] *= scale;
		}
		for (final Iterator<Pair> i = memory.descendingIterator(); i.hasNext();) {
			final Pair p = i.next();
			add(q, p.step, weights[--k] - dot(p.change, q) / p.product);
		}
		clear(q, fixed);
		for (int i = 0; i < q.length; i++)
			q[i] = -q[i];
		return q;
	}

	/** Newest first; only pairs of positive curvature keep the estimate positive definite. */
	private static void remember(final Deque<Pair> memory, final double[] step,
		final double[] change)
	{
		final double product = dot(step, change);
		if (!(product > 1e-12 * dot(change, change))) return;
		memory.addFirst(new Pair(step, change, product));
		if (memory.size() > MEMORY) memory.removeLast();
	}

	private double[] moved(final double[] x, final double[] direction, final double length) {
		final double[] y = x.clone();
		add(y, direction, length);
		project(y);
		return y;
	}

	private void project(final double[] x) {
		for (int i = 0; i < x.length; i++)
			x[i] = Math.min(upper[i], Math.max(lower[i], x[i]));
	}

	private static void clear(final double[] x, final boolean[] fixed) {
		for (int i = 0; i < x.length; i++)
			if (fixed[i]) x[i] = 0;
	}

	private static void add(final double[] x, final double[] y, final double factor) {
		for (int i = 0; i < x.length; i++)
			x[i] += factor * y[i];
	}

	private static double[] minus(final double[] x, final double[] y) {
		final double[] d = x.clone();
		add(d, y, -1);
		return d;
	}

	private static double dot(final double[] x, final double[] y) {
		double sum = 0;
		for (int i = 0; i < x.length; i++)
			sum += x[i] * y[i];
		return sum;
	}

	private static double norm(final double[] x) {
		return Math.sqrt(dot(x, x));
	}
}
