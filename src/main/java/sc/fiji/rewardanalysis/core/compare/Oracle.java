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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.imglib2.KDTree;
import net.imglib2.RealPoint;
import net.imglib2.neighborsearch.KNearestNeighborSearchOnKDTree;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Where somebody else says the atoms of an image are: a person, another program, a network, or
 * the truth of a simulation. Immutable.
 *
 * @param points px of the image, pixel centres at integers; at least one
 * @param origin where they come from, to follow "Oracle from "
 * @param notes what should be known of how they were read
 */
public record Oracle(List<OraclePoint> points, String origin, List<String> notes) {

	/** Points closer than this are one and the same, whatever their distance from others, px. */
	private static final double SAME = 1e-6;

	/** Part of the points that may lie farther outside the image than neighbours are apart. */
	private static final double OUTSIDE = 0.02;

	public Oracle {
		points = List.copyOf(Checks.given("oracle's points", points));
		Checks.given("oracle's origin", origin);
		notes = List.copyOf(notes);
		if (points.isEmpty()) throw new RewardAnalysisException(
			"The oracle from %s has no points; give one that has some.", origin);
	}

	/** Without notes. */
	public Oracle(final List<OraclePoint> points, final String origin) {
		this(points, origin, List.of());
	}

	/** The number of points. */
	public int size() {
		return points.size();
	}

	/** The names of the classes, sorted; empty if no point has one. */
	public List<String> kinds() {
		return points.stream().map(OraclePoint::kind).filter(k -> !k.isEmpty()).distinct().sorted().toList();
	}

	/**
	 * The points of some classes.
	 *
	 * @throws RewardAnalysisException if there is no such class
	 */
	public Oracle only(final Collection<String> wanted) {
		final List<String> kinds = kinds();
		for (final String kind : wanted)
			if (!kinds.contains(kind)) throw new RewardAnalysisException(
				"The oracle from %s has no class \"%s\"; %s.", origin, kind, kinds.isEmpty()
					? "its points have no classes" : "its classes are " + String.join(", ", kinds));
		return new Oracle(points.stream().filter(p -> wanted.contains(p.kind())).toList(), String.join(
			", ", wanted) + " of " + origin, notes);
	}

	/** The same in other coordinates, such as those of a box in the image. */
	public Oracle shifted(final double dx, final double dy) {
		return new Oracle(points.stream().map(p -> new OraclePoint(p.x() + dx, p.y() + dy, p.kind()))
			.toList(), origin, notes);
	}

	/** With a note more. */
	public Oracle noting(final String note) {
		final List<String> more = new ArrayList<>(notes);
		more.add(note);
		return new Oracle(points, origin, more);
	}

	/**
	 * Checks that the points can be those of an image. A few may lie outside: columns whose
	 * centre is just beyond the edge.
	 *
	 * @return this oracle
	 * @throws RewardAnalysisException if more than 2 % lie farther outside than neighbours are
	 *           apart
	 */
	public Oracle of(final String title, final int width, final int height) {
		final double reach = size() < 2 ? 0 : spacing();
		final Area near = Area.image(width, height);
		final long outside = points.stream().filter(p -> p.x() < near.minX() - reach || p.x() > near
			.maxX() + reach || p.y() < near.minY() - reach || p.y() > near.maxY() + reach).count();
		if (outside > OUTSIDE * size()) throw new RewardAnalysisException(
			"%d of %d points of the oracle from %s lie outside \"%s\" (%d x %d px; the points reach from %s to %s px). It belongs to an image of another size, or is in other units: choose the right file, or oracle_unit.",
			outside, size(), origin, title, width, height, corner(p -> Arrays.stream(p).min()
				.getAsDouble()), corner(p -> Arrays.stream(p).max().getAsDouble()));
		return this;
	}

	private String corner(final ToDoubleFunction<double[]> end) {
		return '(' + px(end.applyAsDouble(points.stream().mapToDouble(OraclePoint::x).toArray())) + ", " + px(end
			.applyAsDouble(points.stream().mapToDouble(OraclePoint::y).toArray())) + ')';
	}

	/** A place that no image has would have hundreds of digits. */
	private static String px(final double value) {
		return String.format(Locale.ROOT, Math.abs(value) < 1e6 ? "%.1f" : "%.3g", value);
	}

	/**
	 * The median distance from a point to its nearest neighbour, px; points at the same place
	 * count once. NaN for a single place.
	 */
	public double spacing() {
		final List<OraclePoint> distinct = merged(SAME).points;
		if (distinct.size() < 2) return Double.NaN;
		final List<RealPoint> places = distinct.stream().map(p -> new RealPoint(p.x(), p.y())).toList();
		final KNearestNeighborSearchOnKDTree<RealPoint> search = new KNearestNeighborSearchOnKDTree<>(
			new KDTree<>(places, places), 2);
		final double[] distances = places.stream().mapToDouble(p -> {
			search.search(p);
			return search.getDistance(1);
		}).sorted().toArray();
		return distances[distances.length / 2];
	}

	/** How many points are one too many: those that {@link #merged} would take away. */
	public int duplicates(final double distance) {
		return size() - merged(distance).size();
	}

	/**
	 * Points that are closer together than a distance become one, at their mean; chains of them
	 * too. Its class is the most frequent one, of several the first by name.
	 *
	 * @param distance px, inclusive
	 */
	public Oracle merged(final double distance) {
		Checks.positive("distance of duplicates (px)", distance);
		final int[] group = groups(distance);
		final Map<Integer, List<OraclePoint>> groups = new TreeMap<>();
		for (int i = 0; i < group.length; i++)
			groups.computeIfAbsent(group[i], g -> new ArrayList<>()).add(points.get(i));
		return groups.size() == size() ? this : new Oracle(groups.values().stream().map(Oracle::mean)
			.toList(), origin, notes);
	}

	/** For each point the first one that it is connected with. */
	private int[] groups(final double distance) {
		final PointGrid grid = new PointGrid(points, Math.max(distance, cell()));
		final int[] group = IntStream.range(0, size()).toArray();
		for (int i = 0; i < group.length; i++) {
			final int at = i;
			final OraclePoint p = points.get(i);
			grid.forEachNear(p, distance, j -> {
				final OraclePoint q = points.get(j);
				if (j < at && Math.hypot(p.x() - q.x(), p.y() - q.y()) <= distance) join(group, at, j);
			});
		}
		return IntStream.range(0, group.length).map(i -> root(group, i)).toArray();
	}

	/** Such that there are about as many cells as points. */
	private double cell() {
		final IntFunction<double[]> axis = a -> points.stream().mapToDouble(p -> a == 0 ? p.x() : p.y())
			.toArray();
		double longest = 1;
		for (int a = 0; a < 2; a++)
			longest = Math.max(longest, Arrays.stream(axis.apply(a)).max().getAsDouble() - Arrays.stream(axis
				.apply(a)).min().getAsDouble());
		return longest / Math.sqrt(size());
	}

	private static void join(final int[] group, final int a, final int b) {
		final int first = Math.min(root(group, a), root(group, b)), last = Math.max(root(group, a), root(
			group, b));
		group[last] = first;
	}

	private static int root(final int[] group, final int i) {
		int root = i;
		while (group[root] != root)
			root = group[root];
		return root;
	}

	private static OraclePoint mean(final List<OraclePoint> alike) {
		if (alike.size() == 1) return alike.get(0);
		final Map<String, Long> kinds = alike.stream().collect(Collectors.groupingBy(OraclePoint::kind,
			TreeMap::new, Collectors.counting()));
		final long most = kinds.values().stream().max(Long::compare).orElseThrow();
		return new OraclePoint(alike.stream().mapToDouble(OraclePoint::x).average().getAsDouble(), alike
			.stream().mapToDouble(OraclePoint::y).average().getAsDouble(), kinds.entrySet().stream().filter(
				e -> e.getValue() == most).findFirst().orElseThrow().getKey());
	}
}
