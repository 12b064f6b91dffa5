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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.simulate.Poisson;

/** Images of Gaussian columns on a flat background, in electrons, and what can be known from them. */
public final class PeakImages {

	/**
	 * A column.
	 *
	 * @param angle of the major axis, degrees from +x to +y
	 * @param height above the background, electrons
	 */
	public record Truth(double x, double y, double major, double minor, double angle, double height) {

		/** A round one. */
		public Truth(final double x, final double y, final double sigma, final double height) {
			this(x, y, sigma, sigma, 0, height);
		}

		/** What a detector would give: the pixel and a rough scale. */
		public Blob blob() {
			return new Blob(Math.rint(x), Math.rint(y), Math.sqrt(major * minor), height);
		}

		/** Intensity, then its derivatives along height, x, y and (if round) 1/σ². */
		double[] at(final double px, final double py) {
			final double a = Math.toRadians(angle), dx = px - x, dy = py - y;
			final double u = Math.cos(a) * dx + Math.sin(a) * dy, v = -Math.sin(a) * dx + Math.cos(a) * dy;
			final double unit = Math.exp(-0.5 * (u * u / (major * major) + v * v / (minor * minor)));
			final double gu = u / (major * major), gv = v / (minor * minor);
			return new double[] { height * unit, unit, height * unit * (Math.cos(a) * gu - Math.sin(a) *
				gv), height * unit * (Math.sin(a) * gu + Math.cos(a) * gv), -0.5 * height * unit * (dx * dx +
					dy * dy) };
		}
	}

	private PeakImages() {}

	/** The expected electrons of each pixel. */
	public static double[] expected(final int width, final int height, final double background,
		final List<Truth> columns)
	{
		final double[] pixels = new double[width * height];
		Arrays.fill(pixels, background);
		for (final Truth c : columns) {
			final int reach = (int) Math.ceil(9 * c.major), cx = (int) c.x, cy = (int) c.y;
			for (int y = Math.max(0, cy - reach); y <= Math.min(height - 1, cy + reach); y++)
				for (int x = Math.max(0, cx - reach); x <= Math.min(width - 1, cx + reach); x++)
					pixels[y * width + x] += c.at(x, y)[0];
		}
		return pixels;
	}

	/** Counts of electrons. */
	public static double[] poisson(final double[] expected, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] counts = new double[expected.length];
		for (int i = 0; i < counts.length; i++)
			counts[i] = Poisson.sample(random, expected[i]);
		return counts;
	}

	/** Pixels row by row as an image. */
	public static Img<DoubleType> image(final double[] pixels, final int width) {
		return ArrayImgs.doubles(pixels, width, pixels.length / width);
	}

	/** Isolated round columns, one in each cell of a grid, anywhere around its centre. */
	public static List<Truth> grid(final int columns, final int rows, final double cell,
		final double sigma, final double height, final long seed)
	{
		final Random random = new Random(seed);
		final List<Truth> truth = new ArrayList<>();
		for (int j = 0; j < rows; j++)
			for (int i = 0; i < columns; i++)
				truth.add(new Truth(cell * (i + 0.5) + random.nextDouble() - 0.5, cell * (j + 0.5) + random
					.nextDouble() - 0.5, sigma, height));
		return truth;
	}

	/**
	 * The Cramér–Rao bounds of the columns' x and y if the shared background and each
	 * round column's height, place and width are to be estimated from Poisson counts.
	 *
	 * @return {σ(x), σ(y)} of each column, px
	 */
	public static double[][] bounds(final int width, final int height, final double background,
		final List<Truth> columns)
	{
		return bounds(expected(width, height, background, columns), width, columns);
	}

	/** The same of an image that is given: the expected electrons row by row, above 0. */
	public static double[][] bounds(final double[] expected, final int width,
		final List<Truth> columns)
	{
		final int n = 1 + 4 * columns.size();
		final DMatrixRMaj information = new DMatrixRMaj(n, n);
		final double[] g = new double[n];
		final int[] index = new int[n];
		for (int i = 0; i < expected.length; i++) {
			final double x = i % width, y = i / width;
			int m = 1;
			index[0] = 0;
			g[0] = 1;
			for (int c = 0; c < columns.size(); c++) {
				final Truth t = columns.get(c);
				if (Math.hypot(x - t.x, y - t.y) > 8 * t.major) continue;
				final double[] d = t.at(x, y);
				for (int k = 0; k < 4; k++) {
					index[m] = 1 + 4 * c + k;
					g[m++] = d[k + 1];
				}
			}
			for (int k = 0; k < m; k++)
				for (int l = 0; l < m; l++)
					information.add(index[k], index[l], g[k] * g[l] / expected[i]);
		}
		CommonOps_DDRM.invert(information);
		final double[][] bounds = new double[columns.size()][];
		for (int c = 0; c < bounds.length; c++)
			bounds[c] = new double[] { Math.sqrt(information.get(4 * c + 2, 4 * c + 2)), Math.sqrt(
				information.get(4 * c + 3, 4 * c + 3)) };
		return bounds;
	}
}
