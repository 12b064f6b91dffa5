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

package sc.fiji.rewardanalysis.core.simulate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A random field of the plane with mean 0, variance 1 and correlation exp(−r² /
 * 2ℓ²).
 * <p>
 * The sum √(2/n) Σ cos(k·r + φ) of n plane waves whose wave vectors are normally
 * distributed with standard deviation 1/ℓ (random Fourier features; Rahimi &amp;
 * Recht 2007, NIPS 20). Costs n multiplications per pixel whatever ℓ is, and needs
 * no border rule. Only close to normally distributed, since n is finite.
 */
final class SmoothField implements LevelField {

	private static final int WAVES = 64;

	private final double[] ky = new double[WAVES], phase = new double[WAVES];

	/** cos and sin of kx · x, wave by wave. */
	private final float[][] cos, sin;

	/**
	 * @param length ℓ, px
	 * @param width of the rows that will be asked for, px
	 */
	SmoothField(final RandomGenerator random, final double length, final int width) {
		cos = new float[WAVES][width];
		sin = new float[WAVES][width];
		for (int n = 0; n < WAVES; n++) {
			final double kx = random.nextGaussian() / length;
			ky[n] = random.nextGaussian() / length;
			phase[n] = 2 * Math.PI * random.nextDouble();
			for (int x = 0; x < width; x++) {
				cos[n][x] = (float) Math.cos(kx * x);
				sin[n][x] = (float) Math.sin(kx * x);
			}
		}
	}

	@Override
	public void row(final int y, final float[] row) {
		Arrays.fill(row, 0);
		final double norm = Math.sqrt(2.0 / WAVES);
		for (int n = 0; n < WAVES; n++) {
			final float c = (float) (norm * Math.cos(ky[n] * y + phase[n]));
			final float s = (float) (norm * Math.sin(ky[n] * y + phase[n]));
			final float[] cx = cos[n], sx = sin[n];
			for (int x = 0; x < row.length; x++)
				row[x] += c * cx[x] - s * sx[x];
		}
	}
}
