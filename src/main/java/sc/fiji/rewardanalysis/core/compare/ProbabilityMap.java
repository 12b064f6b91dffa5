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

package sc.fiji.rewardanalysis.core.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.region.Connectivity;
import sc.fiji.rewardanalysis.core.region.Labels;
import sc.fiji.rewardanalysis.core.region.Mask;

/**
 * How probable it is that a pixel belongs to an atom, as networks for segmentation say.
 * Immutable.
 */
public final class ProbabilityMap {

	private final float[] values;
	private final int width, height;

	/** @param values row by row; NaN is below every threshold */
	public ProbabilityMap(final float[] values, final int width, final int height) {
		Checks.atLeast("map width", width, 1);
		Checks.atLeast("map height", height, 1);
		if (values.length != (long) width * height) throw new RewardAnalysisException(
			"The map has %d values for %d x %d px.", values.length, width, height);
		this.values = values.clone();
		this.width = width;
		this.height = height;
	}

	/** Of a pixel; the image's edge is repeated beyond it. */
	private double at(final int x, final int y) {
		return values[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))];
	}

	private boolean[] above(final double threshold) {
		Checks.finite("threshold of the map", threshold);
		final boolean[] above = new boolean[values.length];
		boolean any = false;
		for (int i = 0; i < above.length; i++)
			any |= above[i] = values[i] >= threshold;
		if (any) return above;
		float largest = Float.NEGATIVE_INFINITY;
		for (final float v : values)
			if (v > largest) largest = v;
		throw new RewardAnalysisException(
			"No pixel of the probability map reaches the threshold %s; its largest value is %s. Lower oracle_threshold, or check the map's scale.",
			(float) threshold, largest);
	}

	/**
	 * The centres of what is connected at or above a threshold, corners included, weighted by
	 * the values there, row by row.
	 *
	 * @throws RewardAnalysisException if no pixel reaches the threshold
	 */
	public List<OraclePoint> centroids(final double threshold) {
		final Labels labels = Labels.of(new Mask(width, height, above(threshold)), Connectivity.EIGHT);
		final int[] pixels = labels.pixels();
		final double[] sum = new double[labels.count()], x = sum.clone(), y = sum.clone();
		for (int i = 0; i < values.length; i++) {
			final int label = pixels[i] - 1;
			if (label < 0) continue;
			// A threshold below 0 lets weights be negative; then all count alike.
			final double weight = threshold > 0 ? values[i] : 1;
			sum[label] += weight;
			x[label] += weight * (i % width);
			y[label] += weight * (i / width);
		}
		return IntStream.range(0, sum.length).mapToObj(k -> new OraclePoint(x[k] / sum[k], y[k] / sum[k]))
			.toList();
	}

	/**
	 * Local maxima at or above a threshold, the largest first; of two that are too close the
	 * larger one stays. Places below a pixel come from parabolas through the neighbours. Pixels
	 * that are equally high and touch each other are one maximum, at their centroid: networks'
	 * answers reach 1 in more than a pixel.
	 *
	 * @param distance at which they may be, px
	 * @throws RewardAnalysisException if no pixel reaches the threshold
	 */
	public List<OraclePoint> maxima(final double threshold, final double distance) {
		Checks.positive("distance of maxima (px)", distance);
		final boolean[] above = above(threshold);
		final List<OraclePoint> found = new ArrayList<>();
		final List<Float> heights = new ArrayList<>();
		final boolean[] seen = new boolean[above.length];
		for (int i = 0; i < above.length; i++) {
			if (!above[i] || seen[i] || !isPeak(i)) continue;
			final OraclePoint peak = peak(i, seen);
			if (peak == null) continue;
			found.add(peak);
			heights.add(values[i]);
		}
		final List<OraclePoint> peaks = IntStream.range(0, found.size()).boxed().sorted(Comparator.comparing(
			heights::get, Comparator.reverseOrder())).map(found::get).toList();
		final boolean[] kept = apart(peaks, distance);
		return IntStream.range(0, kept.length).filter(i -> kept[i]).mapToObj(peaks::get).toList();
	}

	/**
	 * Which places remain if of two that are too close the former one does.
	 *
	 * @param places the most important first
	 * @param distance at which two may be; 0 for any
	 * @return true for those that remain
	 */
	public static boolean[] apart(final List<? extends Position> places, final double distance) {
		Checks.atLeast("distance of maxima (px)", distance, 0);
		final boolean[] kept = new boolean[places.size()];
		final PointGrid grid = new PointGrid(places, Math.max(distance, 1));
		for (int i = 0; i < kept.length; i++) {
			final Position p = places.get(i);
			final boolean[] free = { true };
			grid.forEachNear(p, distance, j -> free[0] &= !kept[j] || Math.hypot(p.x() - places.get(j).x(), p
				.y() - places.get(j).y()) >= distance);
			kept[i] = free[0];
		}
		return kept;
	}

	/** Whether no neighbour is larger. */
	private boolean isPeak(final int i) {
		final int x = i % width, y = i / width;
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++)
				if (at(x + dx, y + dy) > values[i]) return false;
		return true;
	}

	/**
	 * Where the maximum is that a pixel belongs to; null if a neighbour of its plateau is larger.
	 *
	 * @param seen the plateau's pixels become true
	 */
	private OraclePoint peak(final int start, final boolean[] seen) {
		final Deque<Integer> open = new ArrayDeque<>(List.of(start));
		seen[start] = true;
		boolean highest = true;
		double count = 0, sumX = 0, sumY = 0;
		while (!open.isEmpty()) {
			final int i = open.pop(), x = i % width, y = i / width;
			highest &= isPeak(i);
			count++;
			sumX += x;
			sumY += y;
			for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
				for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
					final int j = v * width + u;
					if (seen[j] || values[j] != values[start]) continue;
					seen[j] = true;
					open.push(j);
				}
		}
		if (!highest) return null;
		return count == 1 ? refined(start % width, start / width) : new OraclePoint(sumX / count, sumY / count);
	}

	/** At the image's edge along it only: a repeated pixel would draw the parabola out of the image. */
	private OraclePoint refined(final int x, final int y) {
		final double dx = x == 0 || x == width - 1 ? 0 : vertex(at(x - 1, y), at(x, y), at(x + 1, y));
		final double dy = y == 0 || y == height - 1 ? 0 : vertex(at(x, y - 1), at(x, y), at(x, y + 1));
		return new OraclePoint(x + dx, y + dy);
	}

	/** Of the parabola through three values, the middle one the largest, in steps. */
	private static double vertex(final double before, final double here, final double after) {
		final double bend = before - 2 * here + after;
		final double offset = bend < 0 ? 0.5 * (before - after) / bend : 0;
		return Double.isFinite(offset) ? Math.max(-0.5, Math.min(0.5, offset)) : 0;
	}
}
