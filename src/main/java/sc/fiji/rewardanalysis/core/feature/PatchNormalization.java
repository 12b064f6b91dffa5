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

package sc.fiji.rewardanalysis.core.feature;

/** What is done to the brightness of each patch by itself. */
public enum PatchNormalization {
		/** Nothing: in units of the image. */
		NONE,
		/** The patch's mean becomes 0, so that the background doesn't count. */
		OFFSET,
		/**
		 * Mean 0, standard deviation 1 (of the population), so that only the shape counts. A
		 * constant patch becomes 0.
		 */
		STANDARD;

	/** A smaller standard deviation is rounding, in units of the mean's magnitude. */
	private static final double ROUNDING = 1e-6;

	/** Normalises a patch in place. */
	void apply(final float[] values) {
		if (this == NONE) return;
		final int n = values.length;
		final double mean = sum(values) / n;
		double scale = 1;
		if (this == STANDARD) {
			final double sd = Math.sqrt(squares(values, mean) / n);
			scale = sd > ROUNDING * Math.abs(mean) ? 1 / sd : 0;
		}
		final float shift = (float) mean, factor = (float) scale;
		for (int i = 0; i < values.length; i++)
			values[i] = (values[i] - shift) * factor;
	}

	/** Four sums, for one would wait for itself at each value. */
	private static double sum(final float[] values) {
		double a = 0, b = 0, c = 0, d = 0;
		int i = 0;
		for (; i + 3 < values.length; i += 4) {
			a += values[i];
			b += values[i + 1];
			c += values[i + 2];
			d += values[i + 3];
		}
		for (; i < values.length; i++)
			a += values[i];
		return a + b + (c + d);
	}

	private static double squares(final float[] values, final double mean) {
		double a = 0, b = 0, c = 0, d = 0;
		int i = 0;
		for (; i + 3 < values.length; i += 4) {
			final double p = values[i] - mean, q = values[i + 1] - mean;
			final double r = values[i + 2] - mean, t = values[i + 3] - mean;
			a += p * p;
			b += q * q;
			c += r * r;
			d += t * t;
		}
		for (; i < values.length; i++)
			a += (values[i] - mean) * (values[i] - mean);
		return a + b + (c + d);
	}
}
