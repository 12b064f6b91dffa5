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

package sc.fiji.rewardanalysis.core.refine;

import java.util.Arrays;

/** The pixels of a column that a fit looks at, beside each other. Not thread-safe. */
final class Window {

	/** Pixel centres, px. */
	double[] x = new double[64], y = new double[64];

	/** Pixel values, and what of them the neighbours' tails make up. */
	double[] value = new double[64], tail = new double[64];

	int size;

	void clear() {
		size = 0;
	}

	void add(final double px, final double py, final double v) {
		if (size == x.length) grow();
		x[size] = px;
		y[size] = py;
		value[size] = v;
		tail[size++] = 0;
	}

	private void grow() {
		final int length = 2 * size;
		x = Arrays.copyOf(x, length);
		y = Arrays.copyOf(y, length);
		value = Arrays.copyOf(value, length);
		tail = Arrays.copyOf(tail, length);
	}

	/** Counts a neighbour's peak as tail where it is less than {@code radius} px away. */
	void addTail(final Peak peak, final double radius) {
		for (int i = 0; i < size; i++) {
			final double dx = x[i] - peak.x(), dy = y[i] - peak.y();
			if (dx * dx + dy * dy < radius * radius) tail[i] += peak.height(x[i], y[i]);
		}
	}
}
