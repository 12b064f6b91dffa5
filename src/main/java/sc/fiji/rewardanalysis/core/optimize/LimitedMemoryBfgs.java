package sc.fiji.rewardanalysis.core.optimize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

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
	private static final int MAX_HALVINGS = 20;

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
		double[] x = start.clone(), gradient = new double[x.length];
		project(x);
		double value = function.at(x, gradient);
		final Deque<Pair> memory = new ArrayDeque<>();
		int evaluations = 1;
		while (Double.isFinite(value) && evaluations < maxEvaluations) {
			final double[] direction = direction(x, gradient, memory);
			final double slope = dot(direction, gradient);
			if (!(slope < 0)) {
				// Either stationary, or the memory misleads: forget it once.
				if (memory.isEmpty()) break;
				memory.clear();
				continue;
			}
			double length = memory.isEmpty() ? Math.min(1, 0.2 / norm(direction)) : 1;
			double[] next = null;
			final double[] nextGradient = new double[x.length];
			double nextValue = Double.NaN;
			boolean accepted = false;
			for (int i = 0; i < MAX_HALVINGS && !accepted && evaluations < maxEvaluations; i++) {
				next = moved(x, direction, length);
				nextValue = function.at(next, nextGradient);
				evaluations++;
				accepted = nextValue <= value + SUFFICIENT_DECREASE * dot(gradient, minus(next, x));
				length *= Double.isFinite(nextValue) ? 0.4 : 0.1;
			}
			if (!accepted) break;
			remember(memory, minus(next, x), minus(nextGradient, gradient));
			final double gained = value - nextValue;
			x = next;
			gradient = nextGradient;
			value = nextValue;
			if (gained < tolerance) break;
		}
		return new Minimum(x, value);
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
