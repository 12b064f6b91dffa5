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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.region.Mask;

class AgreementTest {

	/** Worked by hand. */
	@Test
	void randIndexOfKnownLabelings() {
		assertEquals(1, AdjustedRandIndex.of(new int[] { 1, 1, 2, 2 }, new int[] { -7, -7, 0, 0 }));
		// Σ C(n_ij, 2) = 1, Σ C(a, 2) = 2, Σ C(b, 2) = 1 of 6: (1 − 1/3) / (3/2 − 1/3).
		assertEquals(4 / 7.0, AdjustedRandIndex.of(new int[] { 0, 0, 1, 1 }, new int[] { 0, 0, 1, 2 }),
			1e-15);
		// Σ = 0, 2, 2: −2/3 / (2 − 2/3).
		assertEquals(-0.5, AdjustedRandIndex.of(new int[] { 0, 0, 1, 1 }, new int[] { 0, 1, 0, 1 }),
			1e-15);
		// Σ = 2, 6, 3 of 15: (2 − 1.2) / (4.5 − 1.2).
		assertEquals(0.8 / 3.3, AdjustedRandIndex.of(new int[] { 0, 0, 0, 1, 1, 1 }, new int[] { 0, 0, 1,
			1, 2, 2 }), 1e-15);
		assertEquals(0, AdjustedRandIndex.of(new int[] { 0, 0, 0 }, new int[] { 0, 1, 2 }));
		assertEquals(1, AdjustedRandIndex.of(new int[] { 5, 5, 5 }, new int[] { 1, 1, 1 }));
		assertEquals(1, AdjustedRandIndex.of(new int[] { 1, 2, 3 }, new int[] { 3, 2, 1 }));
		assertEquals(1, AdjustedRandIndex.of(new int[] {}, new int[] {}));
		assertThrows(RewardAnalysisException.class, () -> AdjustedRandIndex.of(new int[1], new int[2]));
	}

	/** The values of scikit-learn 1.2.1's adjusted_rand_score. */
	@Test
	void randIndexIsThatOfScikitLearn() {
		final int[] a = new int[60], b = new int[60], c = new int[60], d = new int[60];
		for (int i = 0; i < 60; i++) {
			a[i] = i * i % 5;
			b[i] = (i * 7 + i / 9) % 3;
			c[i] = Math.min(3, i / 14);
			d[i] = Math.min(3, (i + 3) / 14);
		}
		assertEquals(-0.027892207346378303, AdjustedRandIndex.of(a, b), 1e-15);
		assertEquals(0.6670892142161485, AdjustedRandIndex.of(c, d), 1e-15);
		assertEquals(-0.034128886951467596, AdjustedRandIndex.of(a, c), 1e-15);
	}

	/** Symmetric, and nothing to do with each other on average. */
	@Test
	void randomLabelingsDontAgree() {
		final SplittableRandom random = new SplittableRandom(1);
		double mean = 0;
		for (int run = 0; run < 200; run++) {
			final int[] a = random.ints(200, 0, 3).toArray(), b = random.ints(200, -2, 3).toArray();
			assertEquals(AdjustedRandIndex.of(a, b), AdjustedRandIndex.of(b, a));
			mean += AdjustedRandIndex.of(a, b) / 200;
		}
		assertEquals(0, mean, 0.003);
	}

	@Test
	void masksOverlap() {
		final Mask left = mask("####...."), middle = mask("..####.."), none = mask("........");
		final MaskAgreement m = MaskAgreement.of(left, middle);
		assertEquals(new MaskAgreement(2, 2, 2), m);
		assertEquals(1 / 3.0, m.iou(), 1e-15);
		assertEquals(0.5, m.dice());
		assertEquals(0.5, m.precision());
		assertEquals(0.5, m.recall());
		assertEquals(2 * m.iou() / (1 + m.iou()), m.dice(), 1e-15);
		assertEquals(1, MaskAgreement.of(none, none).iou());
		assertEquals(0, MaskAgreement.of(left, none).iou());
		assertEquals(0, MaskAgreement.of(left, none).precision());
		assertEquals(1, MaskAgreement.of(left, none).recall());
		assertThrows(RewardAnalysisException.class, () -> MaskAgreement.of(left, mask("##")));
	}

	private static Mask mask(final String row) {
		final boolean[] pixels = new boolean[row.length()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = row.charAt(i) == '#';
		return new Mask(row.length(), 1, pixels);
	}
}
