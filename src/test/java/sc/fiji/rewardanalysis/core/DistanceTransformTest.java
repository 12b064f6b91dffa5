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

package sc.fiji.rewardanalysis.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class DistanceTransformTest {

	private static boolean[] sites(final SplittableRandom random, final int n, final double share) {
		final boolean[] sites = new boolean[n];
		for (int i = 0; i < n; i++)
			sites[i] = random.nextDouble() < share;
		return sites;
	}

	private static int nearest(final boolean[] sites, final int width, final int i) {
		long least = DistanceTransform.FAR;
		for (int k = 0; k < sites.length; k++) {
			final long dx = i % width - k % width, dy = i / width - k / width;
			if (sites[k]) least = Math.min(least, dx * dx + dy * dy);
		}
		return (int) least;
	}

	@Test
	void equalsTheSearchThroughAllSites() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int run = 0; run < 60; run++) {
			final int width = 1 + random.nextInt(40), height = 1 + random.nextInt(40);
			final boolean[] sites = sites(random, width * height, new double[] { 0, 0.005, 0.05, 0.6 }[run %
				4]);
			final int[] all = DistanceTransform.squared(sites, width, height);
			final int reach = random.nextInt(12);
			final int[] near = DistanceTransform.squared(sites, width, height, reach);
			for (int i = 0; i < sites.length; i++) {
				final int d = nearest(sites, width, i);
				assertEquals(d, all[i]);
				if (d <= reach * reach) assertEquals(d, near[i]);
				else assertTrue(near[i] > reach * reach);
			}
		}
	}

	/** Squares beyond an int. */
	@Test
	void longLines() {
		final boolean[] sites = new boolean[50_000];
		sites[0] = true;
		final int[] d = DistanceTransform.squared(sites, 50_000, 1);
		assertEquals(40_000 * 40_000, d[40_000]);
		assertEquals(DistanceTransform.FAR, d[49_999]);
		assertEquals(40_000 * 40_000, DistanceTransform.squared(sites, 1, 50_000)[40_000]);
		assertThrows(RewardAnalysisException.class, () -> DistanceTransform.squared(sites, 10, 10));
	}
}
