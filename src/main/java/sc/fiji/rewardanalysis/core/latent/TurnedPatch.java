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

/** A square patch, turned about its centre. */
public final class TurnedPatch {

	private TurnedPatch() {}

	/**
	 * @param patch row by row
	 * @param size of a side, px
	 * @param angle rad, from x towards y
	 * @return values between pixels by bilinear interpolation; what comes in at the corners is the
	 *         nearest pixel of the edge
	 */
	public static float[] of(final float[] patch, final int size, final double angle) {
		final double centre = (size - 1) / 2.0, cos = Math.cos(angle), sin = Math.sin(angle);
		final float[] turned = new float[patch.length];
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++) {
				final double dx = x - centre, dy = y - centre;
				turned[y * size + x] = at(patch, size, centre + cos * dx + sin * dy, centre - sin * dx +
					cos * dy);
			}
		return turned;
	}

	private static float at(final float[] patch, final int size, final double x, final double y) {
		final double px = Math.max(0, Math.min(size - 1, x)), py = Math.max(0, Math.min(size - 1, y));
		final int x0 = (int) Math.min(px, Math.max(0, size - 2)), y0 = (int) Math.min(py, Math.max(0,
			size - 2)), x1 = Math.min(size - 1, x0 + 1), y1 = Math.min(size - 1, y0 + 1);
		final double fx = px - x0, fy = py - y0;
		final double top = (1 - fx) * patch[y0 * size + x0] + fx * patch[y0 * size + x1];
		final double bottom = (1 - fx) * patch[y1 * size + x0] + fx * patch[y1 * size + x1];
		return (float) ((1 - fy) * top + fy * bottom);
	}
}
