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

package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Median and quartiles, linear between the values next to them (type 7 of Hyndman &amp; Fan
 * 1996, as NumPy has them).
 *
 * @param n how many values there are
 * @param lower a quarter lies below; NaN without a value
 * @param median half lie below
 * @param upper three quarters lie below
 */
public record Quartiles(int n, double lower, double median, double upper) {

	/** @param values those that are NaN don't count */
	public static Quartiles of(final DoubleStream values) {
		final double[] sorted = values.filter(v -> !Double.isNaN(v)).toArray();
		Arrays.sort(sorted);
		return new Quartiles(sorted.length, at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
	}

	private static double at(final double[] sorted, final double part) {
		if (sorted.length == 0) return Double.NaN;
		final double place = part * (sorted.length - 1);
		final int i = (int) place;
		final double rest = place - i;
		return rest == 0 ? sorted[i] : sorted[i] + rest * (sorted[i + 1] - sorted[i]);
	}
}
