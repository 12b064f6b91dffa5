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
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Atoms that were found against those of an oracle: paired one to one, as many as possible and
 * as close as possible, by {@link Matching}. Only what lies in the counted area is a hit, a
 * miss or a false alarm. Immutable.
 *
 * @param found px
 * @param kinds the class of each found atom, empty for none
 * @param oracle in the same coordinates
 * @param tolerance largest distance of a pair, px
 * @param counted where points count
 * @param match of the pairs
 */
public record OracleComparison(List<? extends Position> found, List<String> kinds, Oracle oracle,
	double tolerance, Area counted, Match match)
{

	/**
	 * Part of the distance of neighbours that is the tolerance unless one is given. A false atom
	 * halfway between two true ones is twice as far from both, while positions that are off by
	 * less belong to one atom only.
	 */
	public static final double TOLERANCE = 0.25;

	/**
	 * Part of the tolerance within which two points of an oracle are one: a pair that close would
	 * make any atom at it a hit and a miss.
	 */
	public static final double DUPLICATE = 0.5;

	/** What a point is. */
	public enum Outcome {
			/** A counted pair. */
			HIT("hit"),
			/** A counted found atom without a partner. */
			FALSE_ALARM("false alarm"),
			/** A counted point of the oracle without a partner. */
			MISS("miss"),
			/** Outside the counted area. */
			OUTSIDE("not counted");

		private final String word;

		Outcome(final String word) {
			this.word = word;
		}

		/** In a word or two. */
		public String word() {
			return word;
		}
	}

	/**
	 * A pair or a single point.
	 *
	 * @param found index of the found atom, or −1
	 * @param oracle index of the oracle's point, or −1
	 * @param dx found − oracle, px; NaN for a single point
	 * @param dy likewise
	 */
	public record Pair(Outcome outcome, int found, int oracle, double dx, double dy) {

		/** Of the two, px; NaN for a single point. */
		public double distance() {
			return Math.hypot(dx, dy);
		}
	}

	/**
	 * How a class of the oracle was found.
	 *
	 * @param kind its name
	 * @param hits counted points that were found
	 * @param misses counted points that weren't
	 * @param rmsd of the hits, px; NaN without any
	 * @param biasX mean of found − oracle, px
	 * @param biasY likewise
	 */
	public record Kind(String kind, int hits, int misses, double rmsd, double biasX, double biasY) {

		/** Share that was found; NaN if there are none. */
		public double recall() {
			return (double) hits / (hits + misses);
		}
	}

	/**
	 * How often atoms of a class were found as which. The last row holds false alarms, the last
	 * column misses.
	 *
	 * @param rows classes of the oracle
	 * @param columns classes of the found atoms
	 * @param counts by row and column
	 */
	public record Confusion(List<String> rows, List<String> columns, int[][] counts) {}

	public OracleComparison {
		found = List.copyOf(found);
		kinds = List.copyOf(kinds);
		Checks.given("oracle", oracle);
	}

	/**
	 * Compares.
	 *
	 * @param kinds of the found atoms; empty if they have none
	 * @param tolerance px, inclusive
	 * @throws RewardAnalysisException if no point of the oracle lies in the counted area, or it has
	 *           points closer together than half the tolerance
	 */
	public static OracleComparison of(final List<? extends Position> found, final List<String> kinds,
		final Oracle oracle, final double tolerance, final Area counted)
	{
		Checks.positive("match_distance", tolerance);
		if (!kinds.isEmpty() && kinds.size() != found.size()) throw new RewardAnalysisException(
			"%d atoms need a class each, not %d.", found.size(), kinds.size());
		if (oracle.points().stream().noneMatch(counted::contains)) throw new RewardAnalysisException(
			"None of the %d points of the oracle from %s lies in the analysed area; select another area, or none.",
			oracle.size(), oracle.origin());
		final int twice = oracle.duplicates(DUPLICATE * tolerance);
		if (twice > 0) throw new RewardAnalysisException(
			"%d of the points of the oracle from %s are within %.3g px of another one, so they stand for the same atom; choose duplicates=merge, or a smaller match_distance.",
			twice, oracle.origin(), DUPLICATE * tolerance);
		return new OracleComparison(found, kinds, oracle, tolerance, counted, Matching.match(found, oracle
			.points(), tolerance, counted));
	}

	/** Hits, false alarms and what isn't counted, by atom; then misses, by point of the oracle. */
	public List<Pair> pairs() {
		final List<Pair> pairs = new ArrayList<>();
		final int[] partner = match.partner();
		final boolean[] taken = new boolean[oracle.size()];
		for (int f = 0; f < partner.length; f++) {
			final int t = partner[f];
			if (t < 0) {
				pairs.add(new Pair(counted.contains(found.get(f)) ? Outcome.FALSE_ALARM : Outcome.OUTSIDE, f,
					-1, Double.NaN, Double.NaN));
				continue;
			}
			taken[t] = true;
			final OraclePoint p = oracle.points().get(t);
			pairs.add(new Pair(counted.contains(p) ? Outcome.HIT : Outcome.OUTSIDE, f, t, found.get(f).x() -
				p.x(), found.get(f).y() - p.y()));
		}
		for (int t = 0; t < taken.length; t++)
			if (!taken[t]) pairs.add(new Pair(counted.contains(oracle.points().get(t)) ? Outcome.MISS
				: Outcome.OUTSIDE, -1, t, Double.NaN, Double.NaN));
		return pairs;
	}

	/** The counted pairs. */
	public List<Pair> hits() {
		return pairs().stream().filter(p -> p.outcome == Outcome.HIT).toList();
	}

	/** Found atoms in the counted area. */
	public int foundCount() {
		return match.truePositives() + match.falsePositives();
	}

	/** The oracle's points there. */
	public int oracleCount() {
		return match.truePositives() + match.falseNegatives();
	}

	/** Found atoms per point of the oracle, both counted; NaN without any. */
	public double countRatio() {
		return (double) foundCount() / oracleCount();
	}

	/** Of the precision, 95 %. */
	public Interval precisionInterval() {
		return Interval.wilson(match.truePositives(), foundCount());
	}

	/** Of the recall, 95 %. */
	public Interval recallInterval() {
		return Interval.wilson(match.truePositives(), oracleCount());
	}

	/** Of F1, 95 %. */
	public Interval f1Interval() {
		return Interval.ofF1(match);
	}

	/**
	 * The distance that a part of the hits stays below, px.
	 *
	 * @param part 0 to 1
	 * @return NaN without hits
	 */
	public double distance(final double part) {
		final double[] sorted = hits().stream().mapToDouble(Pair::distance).sorted().toArray();
		if (sorted.length == 0) return Double.NaN;
		final double at = Checks.within("part", part, 0, 1) * (sorted.length - 1);
		final int below = (int) at;
		return sorted[below] + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)] -
			sorted[below]);
	}

	/** By class of the oracle, sorted by name; empty if it has none. */
	public List<Kind> perKind() {
		final List<Pair> pairs = pairs();
		return oracle.kinds().stream().map(kind -> kind(kind, pairs)).toList();
	}

	private Kind kind(final String kind, final List<Pair> pairs) {
		final List<Pair> own = pairs.stream().filter(p -> p.oracle >= 0 && oracle.points().get(p.oracle)
			.kind().equals(kind)).toList();
		final List<Pair> hits = own.stream().filter(p -> p.outcome == Outcome.HIT).toList();
		return new Kind(kind, hits.size(), (int) own.stream().filter(p -> p.outcome == Outcome.MISS)
			.count(), Math.sqrt(mean(hits.stream().mapToDouble(p -> p.distance() * p.distance()))), mean(hits
				.stream().mapToDouble(Pair::dx)), mean(hits.stream().mapToDouble(Pair::dy)));
	}

	private static double mean(final DoubleStream values) {
		return values.average().orElse(Double.NaN);
	}

	/** Whether both the oracle and the found atoms have classes. */
	public boolean isClassified() {
		return !oracle.kinds().isEmpty() && kinds.stream().anyMatch(k -> !k.isEmpty());
	}

	/** Classes against each other; those without one are "no class". */
	public Confusion confusion() {
		final List<String> rows = names(oracle.points().stream().map(OraclePoint::kind).toList());
		final List<String> columns = names(kinds);
		final int[][] counts = new int[rows.size() + 1][columns.size() + 1];
		for (final Pair p : pairs()) {
			if (p.outcome == Outcome.OUTSIDE) continue;
			final int row = p.oracle < 0 ? rows.size() : rows.indexOf(named(oracle.points().get(p.oracle)
				.kind()));
			final int column = p.found < 0 ? columns.size() : columns.indexOf(named(kinds.get(p.found)));
			counts[row][column]++;
		}
		return new Confusion(rows, columns, counts);
	}

	private static List<String> names(final List<String> kinds) {
		return List.copyOf(new TreeSet<>(kinds.stream().map(OracleComparison::named).toList()));
	}

	private static String named(final String kind) {
		return kind.isEmpty() ? "no class" : kind;
	}

	/** Indices of the found atoms that are something. */
	public int[] foundThat(final Outcome outcome) {
		return pairs().stream().filter(p -> p.outcome == outcome && p.found >= 0).mapToInt(Pair::found)
			.toArray();
	}

	/** Indices of the oracle's points that were missed. */
	public int[] missed() {
		return pairs().stream().filter(p -> p.outcome == Outcome.MISS).mapToInt(Pair::oracle).toArray();
	}

	/**
	 * Whether atoms and oracle are the very same points, which looks as if something was compared
	 * with itself.
	 */
	public boolean isSame() {
		return match.truePositives() > 0 && found.size() == oracle.size() && Arrays.stream(match.partner())
			.allMatch(p -> p >= 0) && IntStream.range(0, found.size()).allMatch(f -> found.get(f).x() == oracle
				.points().get(match.partner()[f]).x() && found.get(f).y() == oracle.points().get(match
					.partner()[f]).y());
	}
}
