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

package sc.fiji.rewardanalysis.core.crystal;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * How much an image looks like an atom at a place: −σ²∇²G ⋆ image there, the filter cut off at
 * {@value #REACH}σ and its mean over the pixels taken off, so that brightness alone gives none,
 * also at the border, beyond which there are no pixels. Not thread-safe.
 */
public final class SiteResponse {

	private static final double REACH = 3.5;

	private final RandomAccessibleInterval<FloatType> image;
	private final RandomAccess<FloatType> access;
	private final double sigma;

	/**
	 * @param image origin at (0, 0)
	 * @param sigma of an atom, px
	 */
	public SiteResponse(final RandomAccessibleInterval<FloatType> image, final double sigma) {
		this.image = image;
		this.sigma = Checks.positive("sigma", sigma);
		access = image.randomAccess();
	}

	/** The response at a place, px; NaN if the image has no numbers there. */
	public double at(final double x, final double y) {
		final int x0 = (int) Math.max(0, Math.ceil(x - REACH * sigma)), x1 = (int) Math.min(image
			.dimension(0) - 1, Math.floor(x + REACH * sigma));
		final int y0 = (int) Math.max(0, Math.ceil(y - REACH * sigma)), y1 = (int) Math.min(image
			.dimension(1) - 1, Math.floor(y + REACH * sigma));
		double sum = 0, weights = 0, pixels = 0;
		int n = 0;
		for (int row = y0; row <= y1; row++)
			for (int column = x0; column <= x1; column++) {
				final double t = ((column - x) * (column - x) + (row - y) * (row - y)) / (sigma * sigma);
				if (t > REACH * REACH) continue;
				final double weight = (2 - t) * Math.exp(-0.5 * t);
				access.setPosition(column, 0);
				access.setPosition(row, 1);
				final double value = access.get().get();
				sum += weight * value;
				weights += weight;
				pixels += value;
				n++;
			}
		return n == 0 ? Double.NaN : (sum - weights * pixels / n) / (2 * Math.PI * sigma * sigma);
	}
}
