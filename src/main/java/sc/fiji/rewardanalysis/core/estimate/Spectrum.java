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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * The power spectrum of an image under a Hann window, padded with zeros to powers of two,
 * and its peaks. Only the half with non-negative frequencies along x is kept; the other one
 * is its mirror image.
 * <p>
 * The background is the median of rings of equal frequency, as a mean (the power of noise
 * has an exponential distribution, whose mean is the median / ln 2). A peak is a local
 * maximum whose power over that mean has a probability below {@value #CHANCE} to occur
 * anywhere in a spectrum of noise, and that is no side lobe of the window. A parabola
 * through the logarithms of its neighbours gives its place below a bin.
 */
public final class Spectrum {

	/** Of a peak of noise anywhere. */
	private static final double CHANCE = 1e-3;

	private static final int MOST_PEAKS = 80;

	/** Below this share of the strongest peak's power, edges and scans make peaks of their own. */
	private static final double WEAKEST = 3e-4;

	/** So weak a peak so near a strong one, waves per image, is what edges make of it. */
	private static final double SATELLITE = 0.03, NEAR = 5;

	/** Streaks are looked for in so many blocks, of at least so many bins. */
	private static final int BLOCKS = 16, SHORTEST = 64;

	/** Low enough for a crystal's peaks not to count. */
	private static final double QUANTILE = 0.35;

	/** Waves longer than the image divided by this are its illumination. */
	private static final double FEWEST_WAVES = 2.5;

	private final int width, height, columns, rows;

	/** Row by row from ky = 0, then the negative ones; {@code half} columns from kx = 0. */
	private final float[] power;
	private final int half;
	private final double[] background;

	/** By block of rows and column, and by block of columns and row. */
	private final float[][] upright, level;

	private Spectrum(final int width, final int height, final int columns, final int rows,
		final float[] power)
	{
		this.width = width;
		this.height = height;
		this.columns = columns;
		this.rows = rows;
		half = columns / 2 + 1;
		this.power = power;
		background = rings();
		upright = streaks(half, rows, (line, at) -> power[at * half + line]);
		level = streaks(rows, half, (line, at) -> power[line * half + at]);
	}

	static Spectrum of(final Pixels pixels, final Progress progress) {
		final int columns = powerOfTwo(pixels.width()), rows = powerOfTwo(pixels.height());
		final int half = columns / 2 + 1;
		final double[][][] lines = new double[half][2][rows];
		final double[] wx = hann(pixels.width()), wy = hann(pixels.height());
		final List<Integer> pairs = IntStream.rangeClosed(0, (pixels.height() - 1) / 2).boxed().toList();
		Parallelization.getTaskExecutor().forEach(pairs, pair -> {
			progress.checkCanceled();
			rowPair(pixels, 2 * pair, wx, wy, columns, lines);
		});
		final float[] power = new float[rows * half];
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, half).boxed().toList(), k -> {
			progress.checkCanceled();
			FastFourierTransformer.transformInPlace(lines[k], DftNormalization.STANDARD,
				TransformType.FORWARD);
			for (int y = 0; y < rows; y++)
				power[y * half + k] = (float) (lines[k][0][y] * lines[k][0][y] + lines[k][1][y] *
					lines[k][1][y]);
		});
		return new Spectrum(pixels.width(), pixels.height(), columns, rows, power);
	}

	/** Two real rows are the real and the imaginary part of one transform. */
	private static void rowPair(final Pixels pixels, final int y, final double[] wx,
		final double[] wy, final int columns, final double[][][] lines)
	{
		final int w = pixels.width();
		final boolean two = y + 1 < pixels.height();
		final double[][] z = new double[2][columns];
		for (int x = 0; x < w; x++) {
			z[0][x] = pixels.values()[y * w + x] * wx[x] * wy[y];
			if (two) z[1][x] = pixels.values()[(y + 1) * w + x] * wx[x] * wy[y + 1];
		}
		FastFourierTransformer.transformInPlace(z, DftNormalization.STANDARD, TransformType.FORWARD);
		for (int k = 0; k <= columns / 2; k++) {
			final int m = (columns - k) % columns;
			lines[k][0][y] = (z[0][k] + z[0][m]) / 2;
			lines[k][1][y] = (z[1][k] - z[1][m]) / 2;
			if (!two) continue;
			lines[k][0][y + 1] = (z[1][k] + z[1][m]) / 2;
			lines[k][1][y + 1] = (z[0][m] - z[0][k]) / 2;
		}
	}

	private static int powerOfTwo(final int length) {
		return Math.max(64, Integer.highestOneBit(2 * length - 1));
	}

	static double[] hann(final int length) {
		final double[] window = new double[length];
		for (int i = 0; i < length; i++)
			window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
		return window;
	}

	/** Frequency of a row, cycles per px. */
	private double fy(final int row) {
		return (double) (row <= rows / 2 ? row : row - rows) / rows;
	}

	private double fx(final int column) {
		return (double) column / columns;
	}

	/** How many rings there are between 0 and the corner's frequency. */
	private int ringCount() {
		return Math.max(16, Math.min(256, Math.max(width, height) / 4));
	}

	private int ring(final double frequency) {
		return (int) Math.min(ringCount() - 1, frequency / Math.sqrt(0.5) * ringCount());
	}

	private double[] rings() {
		final int n = ringCount();
		final int[] counts = new int[n];
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < half; x++)
				counts[ring(Math.hypot(fx(x), fy(y)))]++;
		final float[][] values = new float[n][];
		for (int r = 0; r < n; r++)
			values[r] = new float[counts[r]];
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < half; x++) {
				final int r = ring(Math.hypot(fx(x), fy(y)));
				values[r][--counts[r]] = power[y * half + x];
			}
		final double[] means = new double[n];
		for (int r = 0; r < n; r++) {
			Arrays.sort(values[r]);
			means[r] = values[r].length == 0 ? 0 : values[r][values[r].length / 2] / Math.log(2);
		}
		return means;
	}

	private interface Power {

		float of(int line, int at);
	}

	/** The mean power along lines, in blocks: a scan whose rows jitter smears peaks along y. */
	private static float[][] streaks(final int lines, final int length, final Power power) {
		final int block = Math.min(length, Math.max(SHORTEST, length / BLOCKS));
		final float[][] means = new float[length / block][lines];
		final float[] values = new float[block];
		for (int b = 0; b < means.length; b++)
			for (int line = 0; line < lines; line++) {
				for (int i = 0; i < block; i++)
					values[i] = power.of(line, b * block + i);
				Arrays.sort(values);
				means[b][line] = (float) (values[(int) (QUANTILE * block)] / -Math.log(1 - QUANTILE));
			}
		return means;
	}

	/** The mean power of noise in a bin, with what a peak smears along its row and column. */
	private double background(final int x, final int y) {
		final int up = Math.min(upright.length - 1, y * upright.length / rows), along = Math.min(
			level.length - 1, x * level.length / half);
		return Math.max(background(Math.hypot(fx(x), fy(y))), Math.max(upright[up][x], level[along][y]));
	}

	/** The mean power of noise at a frequency. */
	double background(final double frequency) {
		final double at = Math.max(0, Math.min(ringCount() - 1, frequency / Math.sqrt(0.5) *
			ringCount() - 0.5));
		final int r = (int) Math.min(ringCount() - 2, at);
		return background[r] + (at - r) * (background[r + 1] - background[r]);
	}

	/** What a peak's power over the background must be. */
	double significant() {
		return Math.log(width * (double) height / CHANCE);
	}

	/** The strongest local maximum over the background, significant or not. */
	double strongest() {
		double strongest = 0;
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < half; x++) {
				final double f = Math.hypot(fx(x), fy(y));
				if (f > lowest()) strongest = Math.max(strongest, power[y * half + x] / background(x, y));
			}
		return strongest;
	}

	private double lowest() {
		return FEWEST_WAVES / Math.min(width, height);
	}

	/** The significant peaks, the one of most power first. */
	public List<SpectrumPeak> peaks() {
		final List<SpectrumPeak> found = new ArrayList<>();
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < half - 1; x++) {
				if (x == 0 && fy(y) < 0) continue;
				final double f = Math.hypot(fx(x), fy(y));
				if (f < lowest() || !isMaximum(x, y)) continue;
				final double noise = background(x, y), p = power[y * half + x];
				if (p > significant() * noise) found.add(refined(x, y, p, noise));
			}
		found.sort(Comparator.comparingDouble(SpectrumPeak::power).reversed());
		final List<SpectrumPeak> peaks = new ArrayList<>();
		for (final SpectrumPeak peak : found)
			if (peaks.size() < MOST_PEAKS && peak.power() > WEAKEST * found.get(0).power() && peaks.stream().noneMatch(strong -> isLobe(peak, strong)))
				peaks.add(peak);
		return peaks;
	}

	/** Power at an integer place of the whole spectrum. */
	private float at(final int x, final int y) {
		final int column = x < 0 ? -x : x, row = x < 0 ? -y : y;
		return power[Math.floorMod(row, rows) * half + column];
	}

	private boolean isMaximum(final int x, final int y) {
		final float p = at(x, y);
		for (int dy = -2; dy <= 2; dy++)
			for (int dx = -2; dx <= 2; dx++) {
				if (dx == 0 && dy == 0 || x + dx >= half) continue;
				final float other = at(x + dx, y + dy);
				if (other > p || other == p && (dy < 0 || dy == 0 && dx < 0)) return false;
			}
		return true;
	}

	private SpectrumPeak refined(final int x, final int y, final double p, final double noise) {
		return new SpectrumPeak((x + offset(at(x - 1, y), p, at(x + 1, y))) / columns, fy(y) + offset(at(
			x, y - 1), p, at(x, y + 1)) / rows, p - noise, p / noise);
	}

	private static double offset(final double before, final double at, final double after) {
		if (!(before > 0 && after > 0)) return 0;
		final double l = Math.log(before), c = Math.log(at), r = Math.log(after);
		final double curvature = l - 2 * c + r;
		return curvature < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (l - r) / curvature)) : 0;
	}

	/** Whether a peak may be what the window makes of a stronger one, or of its mirror image. */
	private boolean isLobe(final SpectrumPeak peak, final SpectrumPeak strong) {
		for (int sign = -1; sign <= 1; sign += 2) {
			final double dx = Math.abs(peak.x() - sign * strong.x()) * width;
			final double dy = Math.abs(peak.y() - sign * strong.y()) * height;
			final double distance = Math.hypot(dx, dy);
			if (distance < 2 || distance < NEAR && peak.power() < SATELLITE * strong.power() || peak.power() < 10 * strong.power() * lobe(dx) * lobe(dy))
				return true;
		}
		return false;
	}

	/** Envelope of the Hann window's power at a distance, in waves per image. */
	private static double lobe(final double waves) {
		if (waves < 1.5) return 1;
		final double amplitude = 1 / (Math.PI * waves * (waves * waves - 1));
		return amplitude * amplitude;
	}

	/** Standard deviation of a pixel's noise, from the highest frequencies. */
	double noise() {
		// The window lets 3/8 of the power through, along each side.
		return Math.sqrt(background(0.5) / (9.0 / 64 * width * height));
	}

	/** How exactly a peak's place is known, cycles per px. */
	public double resolution() {
		return 1.0 / Math.min(width, height);
	}

	/** Power at the bin nearest to a frequency or at one of its neighbours, whichever is more. */
	double powerAt(final double x, final double y) {
		final int sign = x < 0 ? -1 : 1;
		final int column = (int) Math.rint(sign * x * columns), row = (int) Math.rint(sign * y * rows);
		double most = 0;
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++)
				if (column + dx < half) most = Math.max(most, at(column + dx, row + dy));
		return most;
	}

	/**
	 * The whole spectrum as a picture, frequency 0 in the middle: the logarithm of the power,
	 * row by row.
	 *
	 * @param side of the picture; the largest frequency is {@code most}
	 */
	public float[] picture(final int side, final double most) {
		final float[] picture = new float[side * side];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++) {
				final double fx = (x - side / 2) * 2 * most / side, fy = (y - side / 2) * 2 * most / side;
				final double p = Math.abs(fx) < 0.499 && Math.abs(fy) < 0.499 ? between(fx * columns, fy *
					rows) : 0;
				picture[y * side + x] = (float) Math.log10(Math.max(p, background(Math.hypot(fx, fy)) * 1e-2) +
					Float.MIN_NORMAL);
			}
		return picture;
	}

	/** Power between bins, linearly. */
	private double between(final double x, final double y) {
		final int i = (int) Math.floor(x), j = (int) Math.floor(y);
		final double p = x - i, q = y - j;
		return (1 - q) * ((1 - p) * at(i, j) + p * at(i + 1, j)) + q * ((1 - p) * at(i, j + 1) + p * at(i +
			1, j + 1));
	}
}
