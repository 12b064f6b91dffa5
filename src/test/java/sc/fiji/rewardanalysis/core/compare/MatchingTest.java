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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class MatchingTest {

	private static final Area IMAGE = Area.image(100, 100);

	private record Point(double x, double y) implements Position {}

	@Test
	void pairsAreOptimalLikeBruteForce() {
		final Random random = new Random(5);
		for (int trial = 0; trial < 3000; trial++) {
			final int side = 3 + random.nextInt(10);
			final List<Point> found = points(random, random.nextInt(8), side);
			final List<Point> truth = points(random, random.nextInt(8), side);
			final double tolerance = 0.5 + 4 * random.nextDouble();
			final double[] best = { 0, 0 };
			bruteForce(found, truth, tolerance, 0, new boolean[truth.size()], 0, 0, best);
			final Match match = Matching.match(found, truth, tolerance, IMAGE);
			int pairs = 0;
			double cost = 0;
			final Set<Integer> used = new HashSet<>();
			for (int f = 0; f < found.size(); f++) {
				final int t = match.partner()[f];
				if (t < 0) continue;
				assertTrue(used.add(t), "one to one");
				final double d = squared(found.get(f), truth.get(t));
				assertTrue(d <= tolerance * tolerance + 1e-9);
				cost += d;
				pairs++;
			}
			assertEquals((int) best[0], pairs, "trial " + trial);
			assertEquals(best[1], cost, 1e-9, "trial " + trial);
			assertEquals(pairs, match.truePositives());
			assertEquals(found.size() - pairs, match.falsePositives());
			assertEquals(truth.size() - pairs, match.falseNegatives());
			if (pairs > 0) assertEquals(Math.sqrt(cost / pairs), match.rmsd(), 1e-9);
		}
	}

	private static void bruteForce(final List<Point> found, final List<Point> truth,
		final double tolerance, final int f, final boolean[] used, final int pairs,
		final double cost, final double[] best)
	{
		if (f == found.size()) {
			if (pairs > best[0] || pairs == best[0] && cost < best[1]) {
				best[0] = pairs;
				best[1] = cost;
			}
			return;
		}
		bruteForce(found, truth, tolerance, f + 1, used, pairs, cost, best);
		for (int t = 0; t < truth.size(); t++) {
			final double d = squared(found.get(f), truth.get(t));
			if (used[t] || d > tolerance * tolerance) continue;
			used[t] = true;
			bruteForce(found, truth, tolerance, f + 1, used, pairs + 1, cost + d, best);
			used[t] = false;
		}
	}

	private static double squared(final Position p, final Position q) {
		return (p.x() - q.x()) * (p.x() - q.x()) + (p.y() - q.y()) * (p.y() - q.y());
	}

	private static List<Point> points(final Random random, final int n, final double side) {
		final List<Point> points = new ArrayList<>();
		for (int k = 0; k < n; k++)
			points.add(new Point(side * random.nextDouble(), side * random.nextDouble()));
		return points;
	}

	/** The nearest partner is not always the right one: greedy would find one pair. */
	@Test
	void prefersMorePairsToShorterOnes() {
		final List<Point> found = List.of(new Point(10, 10), new Point(12, 10));
		final List<Point> truth = List.of(new Point(12.1, 10), new Point(14.9, 10));
		final Match match = Matching.match(found, truth, 3, IMAGE);
		assertArrayEquals(new int[] { 0, 1 }, match.partner());
		assertEquals(2, match.truePositives());
	}

	@Test
	void toleranceIsInclusive() {
		final List<Point> found = List.of(new Point(3, 4));
		assertEquals(1, Matching.match(found, List.of(new Point(0, 0)), 5, IMAGE).truePositives());
		assertEquals(0, Matching.match(found, List.of(new Point(0, 0)), 4.999, IMAGE)
			.truePositives());
	}

	@Test
	void measuresTheBias() {
		final List<Point> truth = points(new Random(1), 40, 90);
		final List<Point> found = truth.stream().map(p -> new Point(p.x + 0.1, p.y - 0.2)).toList();
		final Match match = Matching.match(found, truth, 1, IMAGE);
		assertEquals(0.1, match.biasX(), 1e-9);
		assertEquals(-0.2, match.biasY(), 1e-9);
		assertEquals(Math.sqrt(0.05), match.rmsd(), 1e-9);
		assertEquals(1, match.f1());
	}

	@Test
	void theBorderIsNeitherCountedNorBlamed() {
		final Area counted = IMAGE.inset(10);
		final List<Point> truth = List.of(new Point(5, 50), new Point(9.4, 20), new Point(9.6, 30),
			new Point(50, 50));
		final List<Point> found = List.of(new Point(95, 5), // false, but outside
			new Point(9.6, 20), // inside, but its true point is not
			new Point(9.4, 30), // outside, but its true point is not
			new Point(70, 70)); // false
		final Match match = Matching.match(found, truth, 2, counted);
		assertEquals(1, match.truePositives());
		assertEquals(1, match.falsePositives());
		assertEquals(1, match.falseNegatives());
		assertArrayEquals(new int[] { -1, 1, 2, -1 }, match.partner());
	}

	@Test
	void orderDoesNotMatter() {
		final Random random = new Random(9);
		final List<Point> truth = points(random, 200, 100), found = points(random, 220, 100);
		final Match match = Matching.match(found, truth, 4, IMAGE);
		final List<Point> shuffledTruth = new ArrayList<>(truth), shuffledFound = new ArrayList<>(
			found);
		Collections.shuffle(shuffledTruth, random);
		Collections.shuffle(shuffledFound, random);
		final Match other = Matching.match(shuffledFound, shuffledTruth, 4, IMAGE);
		assertEquals(match.truePositives(), other.truePositives());
		assertEquals(match.rmsd(), other.rmsd(), 1e-9);
	}

	@Test
	void nothingFoundOrNothingThere() {
		final List<Point> none = List.of(), one = List.of(new Point(5, 5));
		final Match silent = Matching.match(none, one, 1, IMAGE);
		assertEquals(0, silent.precision());
		assertEquals(0, silent.recall());
		assertEquals(0, silent.f1());
		assertTrue(Double.isNaN(silent.rmsd()));
		final Match noisy = Matching.match(one, none, 1, IMAGE);
		assertEquals(0, noisy.precision());
		assertEquals(0, noisy.recall());
		final Match blank = Matching.match(none, none, 1, IMAGE);
		assertEquals(1, blank.precision());
		assertEquals(1, blank.recall());
		assertEquals(1, blank.f1());
	}

	@Test
	void manyPointsAreQuick() {
		final Random random = new Random(2);
		final int side = 300;
		final List<Point> truth = new ArrayList<>(), found = new ArrayList<>();
		for (int k = 0; k < side * side; k++) {
			final double x = 10 * (k % side), y = 10 * (k / side);
			truth.add(new Point(x, y));
			if (random.nextDouble() < 0.95) found.add(new Point(x + random.nextGaussian(), y + random
				.nextGaussian()));
		}
		final Area area = Area.image(10 * side, 10 * side);
		final long start = System.nanoTime();
		Matching.match(found, truth, 4, area);
		// Wide enough to chain neighbours into one component, more found than there is.
		final Match crowded = Matching.match(points(random, 6000, 500), points(random, 5000, 500), 8,
			area);
		assertTrue(crowded.truePositives() > 4500);
		assertTrue(System.nanoTime() - start < 20_000_000_000L, (System.nanoTime() - start) / 1e9 +
			" s");
	}

	/** All with all: gigabytes and hours. */
	@Test
	void refusesAToleranceThatPairsAllWithAll() {
		final List<Point> many = Collections.nCopies(20_000, new Point(1, 2));
		final String message = assertThrows(RewardAnalysisException.class, () -> Matching.match(many, many, 3, IMAGE))
			.getMessage();
		assertTrue(message.contains("tolerance of 3.0 px"), message);
	}

	@Test
	void refusesWhatIsNoPoint() {
		assertThrows(RewardAnalysisException.class, () -> Matching.match(List.of(new Point(
			Double.NaN, 0)), List.of(new Point(0, 0)), 1, IMAGE));
		assertThrows(RewardAnalysisException.class, () -> Matching.match(List.of(), List.of(), 0,
			IMAGE));
	}
}
