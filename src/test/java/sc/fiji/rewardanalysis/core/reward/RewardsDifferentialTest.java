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

package sc.fiji.rewardanalysis.core.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;

/** Random atoms: QC and ER are what counting and measuring every pair says. */
class RewardsDifferentialTest {

	@Test
	void rewardsAreThoseOfEveryPair() {
		final SplittableRandom random = new SplittableRandom(8);
		for (int trial = 0; trial < 400; trial++) {
			final int width = 20 + random.nextInt(80), height = 20 + random.nextInt(80), n = random.nextInt(90);
			final double pixel = 0.01 + random.nextDouble(), rim = 4 * random.nextDouble(), limit = pixel * 60 *
				random.nextDouble(), expected = 5 + 90 * random.nextDouble(), judged = 1 + 80 * random
					.nextDouble();
			final int low = random.nextInt(60), high = low + random.nextInt(30);
			final Area image = Area.image(width, height);
			final AtomPhysics physics = new AtomPhysics(pixel, image.inset(rim), expected, low, high, image
				.inset(2 * rim), judged, limit, 1, new double[][] { { 1, 1, 1, 1 } });
			final List<Blob> atoms = new ArrayList<>();
			// On whole pixels in every other trial: distances that are the same, atoms in one place.
			for (int i = 0; i < n; i++)
				atoms.add(trial % 2 == 0 ? new Blob(random.nextInt(width), random.nextInt(height), 1, 1)
					: new Blob(random.nextDouble() * (width - 1), random.nextDouble() * (height - 1), 1, 1));
			final AtomSet set = new AtomSet(atoms, physics);

			int counted = 0;
			final List<Integer> blamed = new ArrayList<>();
			for (int i = 0; i < n; i++) {
				if (isInside(atoms.get(i), width, height, rim)) counted++;
				final double sum = sumOfFour(atoms, i) * pixel;
				assertEquals(sum, set.neighbourSum(i), 1e-9 * (1 + sum));
				if (isInside(atoms.get(i), width, height, 2 * rim) && sum < limit) blamed.add(i);
			}
			assertEquals(Math.abs(counted - expected) / expected, CountError.paper().score(set).value(), 1e-12);
			assertEquals((counted < low ? low - counted : counted > high ? counted - high : 0) / expected,
				CountError.band().score(set).value(), 1e-12);
			if (n < 2) continue;
			final Score score = new SpacingError().score(set);
			assertArrayEquals(blamed.stream().mapToInt(i -> i).toArray(), score.blamed());
			assertEquals(blamed.size() / judged, score.value(), 1e-12);
		}
	}

	/** Pixels reach half a pixel beyond their centres. */
	private static boolean isInside(final Blob b, final int width, final int height, final double rim) {
		return b.x() >= rim - 0.5 && b.x() <= width - 0.5 - rim && b.y() >= rim - 0.5 && b.y() <= height - 0.5 -
			rim;
	}

	private static double sumOfFour(final List<Blob> atoms, final int i) {
		final double[] distances = new double[atoms.size()];
		for (int k = 0; k < distances.length; k++)
			distances[k] = k == i ? Double.POSITIVE_INFINITY : Math.hypot(atoms.get(k).x() - atoms.get(i).x(),
				atoms.get(k).y() - atoms.get(i).y());
		Arrays.sort(distances);
		return Arrays.stream(distances).limit(Math.min(4, distances.length - 1)).sum();
	}
}
