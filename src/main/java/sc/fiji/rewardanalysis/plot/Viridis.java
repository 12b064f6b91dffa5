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

package sc.fiji.rewardanalysis.plot;

import java.awt.Color;
import java.awt.Paint;

import org.jfree.chart.renderer.PaintScale;

/**
 * Colours that look equally far apart, also without colour vision and on paper: Smith
 * &amp; van der Walt's viridis (2015, in the public domain), from eleven of its colours.
 */
final class Viridis implements PaintScale {

	private static final int[] COLOURS = { 0x440154, 0x482576, 0x414487, 0x35608D, 0x2A788E, 0x21908C,
		0x22A884, 0x43BF71, 0x7AD151, 0xBBDF27, 0xFDE725 };

	/** Steps between the ends: enough to look smooth, few enough to see lines of equal value. */
	private static final int STEPS = 25;

	private final double low, high;

	/** Values beyond the ends have the ends' colours. */
	Viridis(final double low, final double high) {
		this.low = low;
		this.high = high > low ? high : low + 1;
	}

	@Override
	public double getLowerBound() {
		return low;
	}

	@Override
	public double getUpperBound() {
		return high;
	}

	@Override
	public Paint getPaint(final double value) {
		return new Color(rgb(value));
	}

	int rgb(final double value) {
		final double part = Math.max(0, Math.min(1, (value - low) / (high - low)));
		final double t = Math.min(STEPS - 1, Math.floor(part * STEPS)) / (STEPS - 1) * (COLOURS.length - 1);
		final int i = Math.min(COLOURS.length - 2, (int) t);
		int rgb = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			final int a = COLOURS[i] >> shift & 0xff, b = COLOURS[i + 1] >> shift & 0xff;
			rgb |= (int) Math.round(a + (t - i) * (b - a)) << shift;
		}
		return rgb;
	}
}
