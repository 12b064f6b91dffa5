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

package sc.fiji.rewardanalysis.core.estimate;

import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Amplitudes and phases of waves in tiles of an image that overlap by half, each under a Hann
 * window. Phases count from a tile's centre.
 */
final class TileWaves {

	private final Pixels pixels;
	private final int side, across, down;
	private final double stepX, stepY;
	private final double[][] re, im;

	/**
	 * @param side of a tile, px
	 * @param waves their frequencies, cycles per px: x and y
	 */
	TileWaves(final Pixels pixels, final int side, final List<double[]> waves,
		final Progress progress)
	{
		this.pixels = pixels;
		this.side = side;
		across = Math.max(3, (int) Math.rint(2.0 * pixels.width() / side) - 1);
		down = Math.max(3, (int) Math.rint(2.0 * pixels.height() / side) - 1);
		stepX = (pixels.width() - side) / (across - 1.0);
		stepY = (pixels.height() - side) / (down - 1.0);
		re = new double[waves.size()][across * down];
		im = new double[waves.size()][across * down];
		final double[] hann = Spectrum.hann(side);
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, across * down).boxed().toList(),
			tile -> {
				for (int p = 0; p < waves.size(); p++) {
					progress.checkCanceled();
					measure(p, waves.get(p)[0], waves.get(p)[1], tile, hann);
				}
			});
	}

	private int left(final int tile) {
		return (int) Math.rint(tile % across * stepX);
	}

	private int top(final int tile) {
		return (int) Math.rint(tile / across * stepY);
	}

	private void measure(final int p, final double gx, final double gy, final int tile,
		final double[] hann)
	{
		final double c = 0.5 * (side - 1);
		final double[] cos = new double[side], sin = new double[side];
		for (int x = 0; x < side; x++) {
			cos[x] = hann[x] * Math.cos(2 * Math.PI * gx * (x - c));
			sin[x] = -hann[x] * Math.sin(2 * Math.PI * gx * (x - c));
		}
		double sumRe = 0, sumIm = 0;
		for (int y = 0; y < side; y++) {
			final int row = (top(tile) + y) * pixels.width() + left(tile);
			double lineRe = 0, lineIm = 0;
			for (int x = 0; x < side; x++) {
				final float value = pixels.values()[row + x];
				lineRe += value * cos[x];
				lineIm += value * sin[x];
			}
			final double turn = 2 * Math.PI * gy * (y - c), wc = hann[y] * Math.cos(turn), ws = -hann[y] *
				Math.sin(turn);
			sumRe += lineRe * wc - lineIm * ws;
			sumIm += lineRe * ws + lineIm * wc;
		}
		re[p][tile] = sumRe;
		im[p][tile] = sumIm;
	}

	/** Number of tiles, row by row. */
	int tiles() {
		return across * down;
	}

	/** Number of rows of tiles. */
	int down() {
		return down;
	}

	/** Of a tile, px. */
	double centreX(final int tile) {
		return left(tile) + 0.5 * (side - 1);
	}

	/** Of a tile, px. */
	double centreY(final int tile) {
		return top(tile) + 0.5 * (side - 1);
	}

	double re(final int wave, final int tile) {
		return re[wave][tile];
	}

	double im(final int wave, final int tile) {
		return im[wave][tile];
	}

	double power(final int wave, final int tile) {
		return re[wave][tile] * re[wave][tile] + im[wave][tile] * im[wave][tile];
	}

	/**
	 * How much two waves are seen in the same places: 1 if their amplitudes are proportional, 0
	 * if one is where the other isn't. Two waves of noise reach about π/4.
	 */
	double likeness(final int p, final int q) {
		double pq = 0, pp = 0, qq = 0;
		for (int t = 0; t < tiles(); t++) {
			pq += Math.sqrt(power(p, t) * power(q, t));
			pp += power(p, t);
			qq += power(q, t);
		}
		return pq / Math.sqrt(pp * qq);
	}

	/** Values of tiles at a place, between their centres linearly. */
	double[] at(final double[][] ofTiles, final double x, final double y) {
		final double u = Math.max(0, Math.min(across - 1.000001, (x - centreX(0)) / stepX));
		final double v = Math.max(0, Math.min(down - 1.000001, (y - centreY(0)) / stepY));
		final int i = (int) u, j = (int) v, t = j * across + i;
		final double p = u - i, q = v - j;
		final double[] at = new double[ofTiles[0].length];
		for (int c = 0; c < at.length; c++)
			at[c] = (1 - q) * ((1 - p) * ofTiles[t][c] + p * ofTiles[t + 1][c]) + q * ((1 - p) * ofTiles[t +
				across][c] + p * ofTiles[t + across + 1][c]);
		return at;
	}
}
