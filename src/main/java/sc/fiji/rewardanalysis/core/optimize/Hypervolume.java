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
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The volume that a set of points dominates up to a reference point, everything
 * minimised (Zitzler &amp; Thiele 1999, IEEE Trans. Evol. Comput. 3:257,
 * doi:10.1109/4235.797969). Points that do not lie below the reference in every
 * objective count nothing.
 */
public final class Hypervolume {

	private Hypervolume() {}

	/**
	 * Exact. A sweep in two dimensions, O(n log n); above, slices along the last
	 * objective, each of one dimension less, O(n^(m−1)).
	 *
	 * @param points one row a point
	 * @param reference one finite bound an objective
	 */
	public static double of(final double[][] points, final double[] reference) {
		for (final double r : reference)
			Checks.finite("The reference point", r);
		for (final double[] p : points)
			if (p.length != reference.length) throw new RewardAnalysisException(
				"A point has %d objectives, the reference point %d.", p.length, reference.length);
		final double[][] inside = Arrays.stream(points).filter(p -> isBelow(p, reference))
			.toArray(double[][]::new);
		return slice(inside, reference, reference.length);
	}

	private static boolean isBelow(final double[] p, final double[] reference) {
		for (int j = 0; j < p.length; j++)
			if (!(p[j] < reference[j])) return false;
		return true;
	}

	/** The volume in the first m objectives of points below the reference. */
	private static double slice(final double[][] points, final double[] reference, final int m) {
		if (points.length == 0) return 0;
		if (m == 1) return reference[0] - Arrays.stream(points).mapToDouble(p -> p[0]).min()
			.getAsDouble();
		final double[][] sorted = points.clone();
		Arrays.sort(sorted, Comparator.comparingDouble(p -> p[m - 1]));
		if (m == 2) return sweep(sorted, reference);
		double volume = 0, area = 0;
		final List<double[]> outline = new ArrayList<>();
		for (int i = 0; i < sorted.length; i++) {
			final double[] p = sorted[i];
			final double next = i + 1 < sorted.length ? sorted[i + 1][m - 1] : reference[m - 1];
			// Most points change the slice above them little or not at all.
			if (outline.stream().noneMatch(q -> covers(q, p, m - 1))) {
				outline.removeIf(q -> covers(p, q, m - 1));
				outline.add(p);
				area = Double.NaN;
			}
			final double height = next - p[m - 1];
			if (!(height > 0)) continue;
			if (Double.isNaN(area)) area = slice(outline.toArray(double[][]::new), reference, m - 1);
			volume += height * area;
		}
		return volume;
	}

	/** Whether p is nowhere worse than q in the first m objectives. */
	private static boolean covers(final double[] p, final double[] q, final int m) {
		for (int j = 0; j < m; j++)
			if (p[j] > q[j]) return false;
		return true;
	}

	/** Upwards by the second objective, every point adds what is left of its predecessors. */
	private static double sweep(final double[][] sorted, final double[] reference) {
		double area = 0, left = reference[0];
		for (final double[] p : sorted) {
			// Nothing is left of two that both are minus infinity.
			if (!(p[0] < left)) continue;
			area += (left - p[0]) * (reference[1] - p[1]);
			left = p[0];
		}
		return area;
	}
}
