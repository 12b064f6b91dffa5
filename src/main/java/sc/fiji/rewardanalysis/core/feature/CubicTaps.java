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

/**
 * Which pixels of an axis each point of a patch takes, and how much of each: cubic
 * convolution with a = −½ (Keys 1981, IEEE Trans. Acoust. Speech Signal Process. 29:1153),
 * which reproduces polynomials of second degree. Made once, set for each atom.
 */
final class CubicTaps {

	/** The first of four pixels of each point. */
	final int[] first;

	/** Four weights a point; their sum is 1. */
	final float[] weights;

	private final PatchWindow window;

	CubicTaps(final PatchWindow window) {
		this.window = window;
		first = new int[window.points()];
		weights = new float[4 * window.points()];
	}

	/** @param centre of the patch, px */
	void set(final double centre) {
		final double start = window.first(centre);
		if (window.step() == 1) {
			// All points have the same fraction, and should to the last bit.
			final int pixel = (int) Math.floor(start);
			for (int i = 0; i < first.length; i++)
				set(i, pixel + i, start - pixel);
			return;
		}
		for (int i = 0; i < first.length; i++) {
			final double x = start + i * window.step();
			final int pixel = (int) Math.floor(x);
			set(i, pixel, x - pixel);
		}
	}

	private void set(final int point, final int pixel, final double t) {
		first[point] = pixel - 1;
		weights[4 * point] = (float) (t * (-0.5 + t * (1 - 0.5 * t)));
		weights[4 * point + 1] = (float) (1 + t * t * (-2.5 + 1.5 * t));
		weights[4 * point + 2] = (float) (t * (0.5 + t * (2 - 1.5 * t)));
		weights[4 * point + 3] = (float) (t * t * (-0.5 + 0.5 * t));
	}
}
