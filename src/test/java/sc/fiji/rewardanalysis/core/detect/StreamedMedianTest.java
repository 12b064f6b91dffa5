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

package sc.fiji.rewardanalysis.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Progress;

class StreamedMedianTest {

	/** Rows of unequal length. */
	private static double median(final double[] values, final int rows, final Progress progress) {
		return StreamedMedian.of(rows, values.length, () -> (y, into) -> {
			final int from = values.length * y / rows, to = values.length * (y + 1) / rows;
			System.arraycopy(values, from, into, 0, to - from);
			return to - from;
		}, progress);
	}

	private static double sorted(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int n = sorted.length;
		return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
	}

	@Test
	void isTheMiddleOfTheSortedValues() {
		final Random random = new Random(3);
		for (int trial = 0; trial < 300; trial++) {
			final int kind = trial % 4;
			final double scale = Math.pow(10, random.nextInt(20) - 10);
			final double[] values = random.doubles(1 + random.nextInt(60)).map(v -> switch (kind) {
				case 0 -> scale * (v - 0.5);
				case 1 -> Math.rint(4 * v) - 2;
				case 2 -> 1 + v * 1e-15;
				default -> v < 0.5 ? -scale : scale;
			}).toArray();
			for (final int threads : new int[] { 1, 3 })
				assertEquals(sorted(values) + 0.0, Parallelization.runWithNumThreads(threads, () -> median(
					values, 7, Progress.NONE)) + 0.0, "trial " + trial);
		}
	}

	@Test
	void nothingHasNoMedian() {
		assertEquals(Double.NaN, median(new double[0], 3, Progress.NONE));
	}

	@Test
	void canBeCancelled() {
		assertThrows(CancellationException.class, () -> median(new double[] { 1, 2 }, 1,
			new Progress() {

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public boolean isCanceled() {
					return true;
				}
			}));
	}
}
