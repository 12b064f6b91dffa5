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
