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

package sc.fiji.rewardanalysis.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.training.Tensor;

class TurnedPatchTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 12 })
	void fourQuarterTurnsAreNone(final int size) {
		final float[] patch = Tensor.normal(new SplittableRandom(size), 1, size * size).values();
		final float[] quarter = TurnedPatch.of(patch, size, Math.PI / 2);
		// from x towards y: the top right corner becomes the bottom right one
		assertEquals(patch[size - 1], quarter[size * size - 1], 1e-5);
		float[] turned = patch;
		for (int i = 0; i < 4; i++)
			turned = TurnedPatch.of(turned, size, Math.PI / 2);
		assertArrayEquals(patch, turned, 1e-5f);
		assertArrayEquals(patch, TurnedPatch.of(patch, size, 0), 0);
	}

	/** Bilinear interpolation is exact for a slope; within the disc nothing comes in from outside. */
	@Test
	void aSlopeTurns() {
		final int size = 11;
		final double angle = 0.7, centre = 5;
		final float[] slope = new float[size * size];
		for (int i = 0; i < slope.length; i++)
			slope[i] = (float) (i % size - centre);
		final float[] turned = TurnedPatch.of(slope, size, angle);
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++)
				if (Math.hypot(x - centre, y - centre) <= centre) assertEquals((x - centre) * Math.cos(angle) +
					(y - centre) * Math.sin(angle), turned[y * size + x], 1e-5);
	}
}
