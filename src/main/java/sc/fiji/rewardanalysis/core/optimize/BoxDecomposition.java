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
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The region below a reference point that a front of one to four objectives leaves
 * undominated, cut into disjoint boxes: one, n + 1, at most 2n + 1 and at most (n + 1)² of
 * them.
 * <p>
 * In three dimensions a plane moves upwards along the last objective. It shows the
 * strips of the two-dimensional problem of the points below it; when it meets the next
 * point, only the strips that the point cuts end as boxes, and at most two new ones
 * begin. As few boxes as those of Lacour, Klamroth &amp; Fonseca 2017 (Comput. Oper. Res.
 * 79:347, doi:10.1016/j.cor.2016.06.021).
 */
final class BoxDecomposition {

	/** So many objectives at most: with each the boxes become n times as many. */
	static final int MOST = 4;

	private static final double ALL = Double.NEGATIVE_INFINITY;

	/** @param lower −∞ or on a point of the front; upper on one of these or the reference */
	record Box(double[] lower, double[] upper) {}

	/** A strip of the first two objectives, and from which level of the third. */
	private record Strip(double left, double right, double top, double since) {}

	private BoxDecomposition() {}

	/**
	 * @param front points; those dominated, equal or beyond the reference do no harm
	 * @return in the order of their edges along the first objective, where there are two
	 */
	static List<Box> of(final double[][] front, final double[] reference) {
		final int m = reference.length;
		if (m < 1 || m > MOST) throw new RewardAnalysisException(
			"An exact hypervolume improvement needs 1 to %d objectives, not %d.", MOST, m);
		final double[][] inside = Arrays.stream(front).filter(p -> IntStream.range(0, m).allMatch(
			j -> p[j] < reference[j])).toArray(double[][]::new);
		if (m == 1) return List.of(new Box(new double[] { ALL }, new double[] { Arrays.stream(inside)
			.mapToDouble(p -> p[0]).min().orElse(reference[0]) }));
		final boolean[] keep = ParetoFront.nonDominated(inside);
		final double[][] points = IntStream.range(0, inside.length).filter(i -> keep[i]).mapToObj(
			i -> inside[i]).toArray(double[][]::new);
		return m == 2 ? strips(points, reference) : m == 3 ? boxes(points, reference) : slabs(points,
			reference);
	}

	/** Between two levels of the last objective, the boxes of the points below. */
	private static List<Box> slabs(final double[][] points, final double[] reference) {
		final int last = reference.length - 1;
		Arrays.sort(points, Comparator.comparingDouble(p -> p[last]));
		final List<Box> boxes = new ArrayList<>();
		for (int i = 0; i <= points.length; i++) {
			final double from = i == 0 ? ALL : points[i - 1][last];
			final double to = i == points.length ? reference[last] : points[i][last];
			if (from < to) for (final Box b : of(Arrays.stream(points, 0, i).map(p -> Arrays.copyOf(p, last))
				.toArray(double[][]::new), Arrays.copyOf(reference, last)))
				add(boxes, with(b.lower, from), with(b.upper, to));
		}
		return boxes;
	}

	private static double[] with(final double[] some, final double more) {
		final double[] all = Arrays.copyOf(some, some.length + 1);
		all[some.length] = more;
		return all;
	}

	/** Left to right, each strip as high as the point at its left allows. */
	private static List<Box> strips(final double[][] points, final double[] reference) {
		Arrays.sort(points, Comparator.comparingDouble(p -> p[0]));
		final List<Box> boxes = new ArrayList<>();
		double left = ALL, top = reference[1];
		for (final double[] p : points) {
			add(boxes, new double[] { left, ALL }, new double[] { p[0], top });
			left = p[0];
			top = p[1];
		}
		add(boxes, new double[] { left, ALL }, new double[] { reference[0], top });
		return boxes;
	}

	private static List<Box> boxes(final double[][] points, final double[] reference) {
		Arrays.sort(points, Comparator.comparingDouble(p -> p[2]));
		final List<Box> boxes = new ArrayList<>();
		List<Strip> strips = List.of(new Strip(ALL, reference[0], reference[1], ALL));
		for (final double[] p : points)
			strips = cut(strips, p, boxes);
		for (final Strip s : strips)
			close(s, reference[2], boxes);
		return boxes;
	}

	/** The strips, left to right, once a point takes what it dominates out of them. */
	private static List<Strip> cut(final List<Strip> strips, final double[] p,
		final List<Box> boxes)
	{
		final List<Strip> after = new ArrayList<>();
		double right = Double.NaN;
		for (final Strip s : strips) {
			if (s.right <= p[0] || s.top <= p[1]) {
				right = flattened(after, p, right);
				after.add(s);
				continue;
			}
			close(s, p[2], boxes);
			if (s.left < p[0]) after.add(new Strip(s.left, p[0], s.top, p[2]));
			right = s.right;
		}
		flattened(after, p, right);
		return after;
	}

	/** Adds the one strip below the point that takes the place of all cut ones; NaN if none was. */
	private static double flattened(final List<Strip> after, final double[] p, final double right) {
		if (!Double.isNaN(right)) after.add(new Strip(p[0], right, p[1], p[2]));
		return Double.NaN;
	}

	private static void close(final Strip s, final double until, final List<Box> boxes) {
		if (s.since < until) add(boxes, new double[] { s.left, ALL, s.since }, new double[] { s.right,
			s.top, until });
	}

	private static void add(final List<Box> boxes, final double[] lower, final double[] upper) {
		boxes.add(new Box(lower, upper));
	}
}
