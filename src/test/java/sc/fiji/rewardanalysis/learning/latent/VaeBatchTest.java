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

package sc.fiji.rewardanalysis.learning.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.rewardanalysis.core.latent.Invariance;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;
import sc.fiji.rewardanalysis.core.training.Tensor;

/** Which neighbour goes along, and how. */
class VaeBatchTest {

	/** Each patch has one neighbour, the next one. */
	private static final int[][] NEXT = { { 1 }, { 2 }, { 0 } };

	private static final float[][] ALL = { random(1), random(2), random(3) };

	private static float[] random(final long seed) {
		return Tensor.normal(new SplittableRandom(seed), 1, 49).values();
	}

	private static VaeBatch batch(final Invariance invariance, final int[][] neighbours) {
		return VaeBatch.of(ALL, new int[] { 2, 0 }, neighbours, VaeSettings.DEFAULTS.withInvariance(
			invariance), new SplittableRandom(4));
	}

	@ParameterizedTest
	@EnumSource(Invariance.class)
	void neighboursAreTurnedWhereTheAngleShallNotMatter(final Invariance invariance) {
		final VaeBatch batch = batch(invariance, NEXT);
		assertArrayEquals(new float[][] { ALL[2], ALL[0] }, batch.patches());
		for (int i = 0; i < 2; i++) {
			final float[] neighbour = ALL[i], beside = batch.beside()[i];
			assertEquals(!invariance.rotates(), Arrays.equals(neighbour, beside));
			// the middle stays where it is
			assertEquals(neighbour[24], beside[24], 1e-5);
		}
	}

	@Test
	void whoAsksForNoNeighboursGetsNone() {
		assertEquals(0, batch(Invariance.SHIFT_AND_ROTATION, null).beside().length);
	}
}
