package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.Comparator;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Which points no other point dominates, everything minimised: p dominates q if it
 * is nowhere worse and somewhere better. Equal points do not dominate each other.
 */
public final class ParetoFront {

	private ParetoFront() {}

	/**
	 * O(n log n) for two objectives, O(n² m) for m others.
	 *
	 * @param points one row a point, without NaN
	 * @return for each point whether it is on the front
	 * @throws RewardAnalysisException if rows differ in length or hold a NaN
	 */
	public static boolean[] nonDominated(final double[][] points) {
		for (final double[] p : points)
			check(p, points[0].length);
		return points.length > 0 && points[0].length == 2 ? sweep(points) : compareAll(points);
	}

	/** Whether p is nowhere worse than q and somewhere better. */
	public static boolean dominates(final double[] p, final double[] q) {
		boolean better = false;
		for (int j = 0; j < p.length; j++) {
			if (p[j] > q[j]) return false;
			better |= p[j] < q[j];
		}
		return better;
	}

	/** From left to right, only a point lower than all before it is not dominated. */
	private static boolean[] sweep(final double[][] points) {
		final Integer[] order = new Integer[points.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, Comparator.<Integer> comparingDouble(i -> points[i][0])
			.thenComparingDouble(i -> points[i][1]));
		final boolean[] front = new boolean[points.length];
		double[] last = null;
		for (final int i : order) {
			final double[] p = points[i];
			front[i] = last == null || p[1] < last[1] || Arrays.equals(p, last);
			if (front[i]) last = p;
		}
		return front;
	}

	private static boolean[] compareAll(final double[][] points) {
		final boolean[] front = new boolean[points.length];
		for (int i = 0; i < points.length; i++) {
			final double[] p = points[i];
			front[i] = Arrays.stream(points).noneMatch(q -> dominates(q, p));
		}
		return front;
	}

	private static void check(final double[] point, final int length) {
		if (point.length != length || length == 0) throw new RewardAnalysisException(
			"Points of %d and of %d objectives can't be compared.", length, point.length);
		for (final double v : point)
			if (Double.isNaN(v)) throw new RewardAnalysisException(
				"A point without a value for every objective can't be compared.");
	}
}
