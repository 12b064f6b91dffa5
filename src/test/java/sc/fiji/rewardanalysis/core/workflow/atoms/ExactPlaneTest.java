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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.OverlapPairs;
import sc.fiji.rewardanalysis.core.detect.Prune;
import sc.fiji.rewardanalysis.core.detect.PruningSweep;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.Range;

/** The exact front against evaluating every cell of the plane by itself. */
class ExactPlaneTest {

	private static final int SIDE = 30;

	/** The outcome of one detection. */
	private record Found(int count, int errors) {}

	/** A random plane with everything that can tie tied. */
	private static final class Case {

		private final List<Blob> candidates = new ArrayList<>();
		private final Area area = Area.image(SIDE, SIDE);
		private final AtomPhysics physics;
		private final Range thresholds, overlaps;
		private final IntToDoubleFunction countError;

		Case(final Random random) {
			final int scales = 1 + random.nextInt(3), ties = 3 + random.nextInt(60);
			// Some beyond the area: they prune, but are no atoms.
			for (int i = 10 + random.nextInt(60); i > 0; i--)
				candidates.add(new Blob(random.nextInt(SIDE + 6) - 3, random.nextInt(SIDE), 1.2 + 0.8 *
					random.nextInt(scales), 1 + random.nextInt(ties) / 10.0));
			candidates.sort(Comparator.comparingDouble(Blob::response).reversed());
			final int low = 5 + random.nextInt(15), high = low + random.nextInt(6);
			final double expected = (low + high) / 2.0;
			physics = new AtomPhysics(0.01, area.inset(1), expected, low, high, area.inset(3), 0.8 *
				expected, 0.08 + 0.12 * random.nextDouble(), 0.05, new double[][] { { 0.05, 0.05, 0.05,
					0.05 } });
			thresholds = switch (random.nextInt(4)) {
				case 0 -> Range.fixed(candidates.get(candidates.size() - 1).response() - 0.01);
				case 1 -> new Range(0, 3);
				default -> new Range(0.5, 2 + 5 * random.nextDouble());
			};
			candidates.removeIf(b -> !(b.response() > thresholds.low()));
			final double from = random.nextBoolean() ? 0 : 0.5 * random.nextDouble();
			overlaps = random.nextInt(6) == 0 ? Range.fixed(from) : new Range(from, random.nextInt(
				4) == 0 ? 1 : 0.95);
			countError = random.nextInt(4) == 0 ? n -> Math.abs(n - expected) / expected : n -> Math.max(0,
				Math.max(low - n, n - high)) / expected;
		}

		ExactPlane plane() {
			return new ExactPlane(candidates, area, physics, thresholds, overlaps, countError,
				OverlapPairs.of(candidates, overlaps.low(), Progress.NONE));
		}

		Found evaluate(final double threshold, final double overlap) {
			final List<Blob> above = candidates.stream().filter(b -> b.response() > threshold).toList();
			final AtomSet atoms = new AtomSet(Prune.list(above, overlap).stream().filter(area::contains)
				.toList(), physics);
			return new Found(atoms.counted().length, new SpacingError().score(atoms).blamed().length);
		}

		/** Each outcome with the largest cell of one level in which it is constant. */
		Map<Found, Double> everything() {
			final ThresholdLevels levels = new ThresholdLevels(candidates, thresholds);
			final Map<Found, Double> sizes = new TreeMap<>(Comparator.comparingInt(Found::count)
				.thenComparingInt(Found::errors));
			for (int k = levels.first(); k <= levels.last(); k++) {
				if (levels.share(k) == 0) continue;
				final PruningSweep breaks = new PruningSweep(OverlapPairs.of(candidates, overlaps.low(),
					Progress.NONE), candidates.size(), overlaps.low(), overlaps.high());
				Found last = null;
				double to = overlaps.high();
				boolean more = true;
				for (double from = to; more; more = breaks.next()) {
					final Found now = evaluate(levels.threshold(k), (breaks.from() + breaks.to()) / 2);
					if (!now.equals(last)) to = breaks.to();
					last = now;
					from = breaks.from();
					final boolean fixed = overlaps.low() == overlaps.high();
					final double width = fixed ? 1 : (to - from) / (overlaps.high() - overlaps.low());
					if ((fixed || to - from >= 1e-9) && now.count >= AtomPhysics.FEWEST_ATOMS) sizes.merge(now,
						levels.share(k) * width, Math::max);
				}
			}
			return sizes;
		}

		private boolean dominates(final Found q, final Found p) {
			final double a = countError.applyAsDouble(q.count), b = countError.applyAsDouble(p.count);
			return a <= b && q.errors <= p.errors && (a < b || q.errors < p.errors);
		}
	}

	@Test
	void theFrontIsThatOfAllCells() {
		final Random random = new Random(11);
		int points = 0, cells = 0, trivial = 0;
		for (int trial = 0; trial < 40; trial++) {
			final Case c = new Case(random);
			final Map<Found, Double> all = c.everything();
			final Map<Found, Double> expected = new TreeMap<>(Comparator.comparingInt(Found::count)
				.thenComparingInt(Found::errors));
			all.forEach((found, size) -> {
				if (all.keySet().stream().noneMatch(q -> c.dominates(q, found))) expected.put(found, size);
			});
			for (final boolean bounded : new boolean[] { true, false }) {
				final ExactPlane plane = c.plane();
				final double bound = bounded ? plane.bound(Progress.NONE) : Double.POSITIVE_INFINITY;
				final List<PlaneOutcome> front = plane.front(bound, Progress.NONE);
				assertEquals(List.copyOf(expected.keySet()), front.stream().map(o -> new Found(o.count(), o
					.errors())).toList(), "trial " + trial + ", bound " + bound);
				for (final PlaneOutcome o : front) {
					final Found found = new Found(o.count(), o.errors());
					assertEquals(expected.get(found), o.size(), 1e-8, "trial " + trial + ", " + found);
					assertEquals(found, c.evaluate(o.threshold(), o.overlap()), "its representative");
				}
				cells += plane.cells();
			}
			points += expected.size();
			if (expected.size() < 2) trivial++;
		}
		assertTrue(points > 70 && trivial < 25, points + " points, " + trivial + " trivial fronts");
		assertTrue(cells > 15_000, cells + " cells");
	}
}
