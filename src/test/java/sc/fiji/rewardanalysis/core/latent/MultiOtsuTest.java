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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** {@link MultiOtsu} beside scikit-image 0.19.3. */
class MultiOtsuTest {

	/** Five overlapping clusters. */
	private static float[] values() {
		final float[] values = new float[6000];
		// A linear congruential generator, so that other languages have the same numbers.
		long state = 12345;
		for (int i = 0; i < values.length; i++) {
			double sum = 0;
			for (int k = 0; k < 3; k++) {
				state = (state * 1103515245 + 12345) % 2147483648L;
				sum += state / 2147483648.0;
			}
			final double[] centres = { 0, 1.1, 2.4, 3.1, 4.6 };
			values[i] = (float) (centres[i % 5] + 0.4 * (sum - 1.5));
		}
		return values;
	}

	/** {@code threshold_multiotsu(values, classes)} of scikit-image 0.19.3. */
	@ParameterizedTest
	@CsvSource({ "2, 1.95737575", "3, 1.62552763 3.63873957", "4, 0.519367232 1.91312934 3.63873957", "5, 0.519367232 1.62552763 2.75381124 3.68298598" })
	void thresholdsAreThoseOfScikitImage(final int classes, final String expected) {
		final double[] wanted = Arrays.stream(expected.split(" ")).mapToDouble(
			Double::parseDouble).toArray();
		assertArrayEquals(wanted, MultiOtsu.thresholds(values(), classes), 1e-6);
	}

	/** Dynamic programming finds what looking at all thresholds finds. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 3 })
	void noOtherThresholdsSeparateBetter(final int classes) {
		final SplittableRandom random = new SplittableRandom(7);
		final float[] values = new float[400];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (random.nextDouble() * random.nextDouble());
		final double[] found = MultiOtsu.thresholds(values, classes);
		final double best = MultiOtsu.separation(values, MultiOtsu.labels(values, found));
		for (int k = 0; k < 3000; k++) {
			final double[] other = random.doubles(classes - 1).sorted().toArray();
			// Bins are coarser than values.
			assertTrue(MultiOtsu.separation(values, MultiOtsu.labels(values, other)) < best + 2e-3);
		}
	}

	@Test
	void aValueAtAThresholdBelongsAbove() {
		assertArrayEquals(new int[] { 0, 1, 1, 2 }, MultiOtsu.labels(new float[] { 0.9f, 1, 1.5f, 2 },
			new double[] { 1, 2 }));
	}

	@Test
	void separationIsTheShareOfVarianceBetweenClasses() {
		assertEquals(1, MultiOtsu.separation(new float[] { 0, 0, 1, 1 }, new int[] { 0, 0, 1, 1 }));
		assertEquals(0, MultiOtsu.separation(new float[] { 0, 1, 0, 1 }, new int[] { 0, 0, 1, 1 }));
		assertEquals(0.8, MultiOtsu.separation(new float[] { 0, 1, 2, 3 }, new int[] { 0, 0, 1, 1 }), 1e-12);
	}

	@Test
	void tooFewValuesAreRefused() {
		assertTrue(assertThrows(RewardAnalysisException.class, () -> MultiOtsu.thresholds(new float[] { 1, 1,
			2 }, 3)).getMessage().contains("fewer than 3 different values"));
		assertThrows(RewardAnalysisException.class, () -> MultiOtsu.thresholds(new float[] { 1,
			Float.NaN }, 2));
	}
}
