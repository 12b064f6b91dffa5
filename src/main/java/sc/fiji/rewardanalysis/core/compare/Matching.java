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
import java.util.List;

import net.imglib2.KDTree;
import net.imglib2.RealPoint;
import net.imglib2.neighborsearch.RadiusNeighborSearchOnKDTree;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Pairs found points with true ones and counts hits, false alarms and misses. */
public final class Matching {

	private static final double RIM = 1e-9;

	/** Pairs that are near enough; each takes 12 bytes, and the pairing looks at them again and again. */
	private static final long MOST = 5_000_000;

	private Matching() {}

	/**
	 * Pairs points one to one: as many pairs as the tolerance allows and, among all
	 * such pairings, the one with the least total squared distance.
	 * <p>
	 * All points may pair, but only pairs whose true point lies in {@code counted}
	 * are hits, and only unpaired points in {@code counted} are false alarms or
	 * misses: a column just outside is no error, whoever reports it. Takes n log n
	 * for the neighbours; see {@link Assignment} for the pairing.
	 *
	 * @param tolerancePx largest distance of a pair, px, inclusive
	 * @param counted where points count, in the points' coordinates
	 * @throws RewardAnalysisException if so many points are near each other that the pairing would take too long
	 */
	public static Match match(final List<? extends Position> found,
		final List<? extends Position> truth, final double tolerancePx, final Area counted)
	{
		Checks.given("list of found points", found);
		Checks.given("list of true points", truth);
		Checks.given("counted area", counted);
		Checks.positive("tolerance (px)", tolerancePx);
		final int[] partner = pair(found, truth, tolerancePx);
		final boolean[] taken = new boolean[truth.size()];
		int hits = 0, alarms = 0, misses = 0;
		double squares = 0, sumX = 0, sumY = 0;
		for (int f = 0; f < partner.length; f++) {
			final Position p = found.get(f);
			if (partner[f] < 0) {
				if (counted.contains(p)) alarms++;
				continue;
			}
			final Position t = truth.get(partner[f]);
			taken[partner[f]] = true;
			if (!counted.contains(t)) continue;
			final double dx = p.x() - t.x(), dy = p.y() - t.y();
			hits++;
			squares += dx * dx + dy * dy;
			sumX += dx;
			sumY += dy;
		}
		for (int t = 0; t < taken.length; t++)
			if (!taken[t] && counted.contains(truth.get(t))) misses++;
		return hits == 0 ? new Match(0, alarms, misses, Double.NaN, Double.NaN, Double.NaN, partner)
			: new Match(hits, alarms, misses, Math.sqrt(squares / hits), sumX / hits, sumY / hits,
				partner);
	}

	private static int[] pair(final List<? extends Position> found,
		final List<? extends Position> truth, final double tolerance)
	{
		final int[][] columns = new int[found.size()][0];
		final double[][] costs = new double[found.size()][0];
		if (!truth.isEmpty() && !found.isEmpty()) {
			final List<Integer> indices = new ArrayList<>(truth.size());
			final List<RealPoint> points = new ArrayList<>(truth.size());
			for (int t = 0; t < truth.size(); t++) {
				indices.add(t);
				points.add(point("true", t, truth.get(t)));
			}
			final RadiusNeighborSearchOnKDTree<Integer> search = new RadiusNeighborSearchOnKDTree<>(
				new KDTree<>(indices, points));
			long pairs = 0;
			for (int f = 0; f < columns.length; f++) {
				// The search leaves out its rim, and the tolerance is inclusive.
				search.search(point("found", f, found.get(f)), tolerance * (1 + RIM), true);
				int n = search.numNeighbors();
				while (n > 0 && search.getSquareDistance(n - 1) > tolerance * tolerance)
					n--;
				pairs += n;
				if (pairs > MOST) throw new RewardAnalysisException(
					"More than %d pairs of points are within the tolerance of %s px; take one below half the distance of neighbours.",
					MOST, Double.toString(tolerance));
				columns[f] = new int[n];
				costs[f] = new double[n];
				for (int k = 0; k < n; k++) {
					columns[f][k] = search.getSampler(k).get();
					costs[f][k] = search.getSquareDistance(k);
				}
			}
		}
		return Assignment.solve(columns, costs, truth.size());
	}

	private static RealPoint point(final String kind, final int index, final Position p) {
		return new RealPoint(Checks.finite("x of " + kind + " point " + index, p.x()), Checks
			.finite("y of " + kind + " point " + index, p.y()));
	}
}
