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

import java.util.Arrays;

/** Location and scale that outliers don't move much. */
public final class Robust {

	/** Makes the median absolute deviation the standard deviation of a normal distribution. */
	private static final double NORMAL = 1.4826;

	/** The scale is at least this share of the standard deviation. */
	private static final double SHARE_OF_SD = 0.5;

	private Robust() {}

	/** Of the values that are numbers; NaN if none is. */
	public static double median(final double[] values) {
		final double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
		final int n = sorted.length;
		return n == 0 ? Double.NaN : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
	}

	/**
	 * (v − median) / max(1.4826 MAD, ½ sd). The latter for values most of which are equal, or
	 * whose outliers are far: it keeps each standard deviation at 2 or below, so that no
	 * feature rules the others. What isn't a number becomes 0, and so does a constant.
	 */
	public static double[] standardized(final double[] values) {
		final double median = median(values);
		final double mad = median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
		final double[] numbers = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
		final double mean = Arrays.stream(numbers).average().orElse(0);
		final double sd = Math.sqrt(Arrays.stream(numbers).map(v -> (v - mean) * (v - mean)).average()
			.orElse(0));
		final double scale = Math.max(NORMAL * mad, SHARE_OF_SD * sd);
		return Arrays.stream(values).map(v -> Double.isNaN(v) || !(scale > 1e-12 * Math.abs(median)) ? 0
			: (v - median) / scale).toArray();
	}
}
