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
import java.util.Comparator;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * The variance of an image's noise as a function of its intensity, offset + slope ·
 * intensity: shot noise of any gain and any zero level, plus constant noise. It can
 * fall with the intensity, as in an inverted image.
 * <p>
 * Estimated from the image alone. The operator k kᵀ / 70, k = (1, −4, 6, −4, 1),
 * annihilates cubic surfaces and leaves the variance of white noise as it is. Its
 * square has the expectation Σ w² · variance, which is the variance at the mean
 * Σ w² · intensity, w² the operator's squared weights: a line. The squares are sorted
 * by that mean and gathered in bins; squares far above a bin's median, as hot pixels
 * and edges of dead areas leave them, are dropped; a line is fitted to the bins' means.
 * Read are at most 64 tiles of 64 × 64 px, spread evenly.
 *
 * @param offset variance at intensity 0
 * @param slope per unit of intensity
 * @param floor smallest variance to reckon with, above 0
 */
public record NoiseModel(double offset, double slope, double floor) {

	private static final int TILE = 64, TILES = 8, MARGIN = 2, BINS = 16, FEWEST = 36;

	private static final double[] KERNEL = { 1, -4, 6, -4, 1 };

	/** Σ k²: the operator's norm in one dimension, squared. */
	private static final double NORM = 70;

	/** A pixel counts for at most as much as a hundred of the noisiest ones. */
	private static final double LEAST = 0.01;

	/** A square above so many medians isn't noise: 45 variances, if it is normal. */
	private static final double OUTLIER = 100;

	/** Relative to the range of intensities, squared: what rounding leaves of no noise at all. */
	private static final double ROUNDING = 1e-20;

	/** One place of the image: the mean there and the squared residual. */
	private record Sample(double mean, double square) {}

	/** The noise's variance at this intensity. */
	public double variance(final double intensity) {
		return Math.max(floor, offset + slope * intensity);
	}

	/**
	 * Estimates the model.
	 *
	 * @param image two-dimensional, origin at (0, 0), noise independent from pixel to
	 *          pixel; below 5 × 5 px the noise counts as constant
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> NoiseModel estimate(
		final RandomAccessibleInterval<T> image, final Progress progress)
	{
		final Collector samples = new Collector();
		final RandomAccess<T> access = image.randomAccess();
		final long[] columns = starts(image.dimension(0)), rows = starts(image.dimension(1));
		for (final long y : rows)
			for (final long x : columns) {
				progress.checkCanceled();
				final int w = (int) Math.min(TILE, image.dimension(0) - x);
				final int h = (int) Math.min(TILE, image.dimension(1) - y);
				collect(tile(access, x, y, w, h), w, h, samples);
			}
		return line(samples.sorted());
	}

	/** Where tiles begin along an axis of n px: side by side if they fit, else spread. */
	private static long[] starts(final long n) {
		final int count = (int) Math.max(1, Math.min(TILES, n / TILE));
		final long[] starts = new long[count];
		for (int i = 0; i < count; i++)
			starts[i] = count == 1 ? Math.max(0, (n - TILE) / 2) : (n - TILE) * i / (count - 1);
		return starts;
	}

	private static <T extends RealType<T>> double[] tile(final RandomAccess<T> access, final long x,
		final long y, final int w, final int h)
	{
		final double[] tile = new double[w * h];
		for (int j = 0; j < h; j++) {
			access.setPosition(y + j, 1);
			for (int i = 0; i < w; i++) {
				access.setPosition(x + i, 0);
				tile[j * w + i] = access.get().getRealDouble();
			}
		}
		return tile;
	}

	private static void collect(final double[] tile, final int w, final int h,
		final Collector samples)
	{
		for (int y = MARGIN; y < h - MARGIN; y++)
			for (int x = MARGIN; x < w - MARGIN; x++) {
				double residual = 0, mean = 0;
				for (int j = -MARGIN; j <= MARGIN; j++)
					for (int i = -MARGIN; i <= MARGIN; i++) {
						final double k = KERNEL[j + MARGIN] * KERNEL[i + MARGIN] / NORM;
						final double v = tile[(y + j) * w + x + i];
						residual += k * v;
						mean += k * k * v;
					}
				if (Double.isFinite(residual)) samples.add(new Sample(mean, residual * residual));
			}
	}

	private static NoiseModel line(final Sample[] samples) {
		if (samples.length == 0) return new NoiseModel(1, 0, 1);
		final int bins = Math.max(1, Math.min(BINS, samples.length / FEWEST));
		final double[] mean = new double[bins], variance = new double[bins];
		for (int b = 0; b < bins; b++) {
			final int from = (int) ((long) samples.length * b / bins);
			final int to = (int) ((long) samples.length * (b + 1) / bins);
			final Sample average = average(samples, from, to);
			mean[b] = average.mean;
			variance[b] = average.square;
		}
		final double most = Arrays.stream(variance).max().getAsDouble();
		final double range = mean[bins - 1] - mean[0];
		final double floor = Math.max(LEAST * most, ROUNDING * range * range);
		if (!(floor > 0)) return new NoiseModel(0, 0, 1e-20);
		return regress(mean, variance, floor);
	}

	/** Squares of normal variables scatter as they are large: the bins' weights. */
	private static NoiseModel regress(final double[] mean, final double[] variance,
		final double floor)
	{
		double w = 0, x = 0, y = 0, xx = 0, xy = 0;
		for (int b = 0; b < mean.length; b++) {
			final double weight = 1 / Math.pow((variance[b] + floor) / floor, 2);
			w += weight;
			x += weight * mean[b];
			y += weight * variance[b];
		}
		x /= w;
		y /= w;
		for (int b = 0; b < mean.length; b++) {
			final double weight = 1 / Math.pow((variance[b] + floor) / floor, 2);
			xx += weight * (mean[b] - x) * (mean[b] - x);
			xy += weight * (mean[b] - x) * (variance[b] - y);
		}
		final double slope = xx > 0 ? xy / xx : 0;
		return new NoiseModel(y - slope * x, slope, floor);
	}

	/** Of a bin, outliers left out. */
	private static Sample average(final Sample[] samples, final int from, final int to) {
		final double median = Arrays.stream(samples, from, to).mapToDouble(Sample::square).sorted()
			.toArray()[(to - from) / 2];
		double mean = 0, square = 0;
		int n = 0;
		for (int i = from; i < to; i++)
			// Of so few electrons that most residuals are 0, all count.
			if (median == 0 || samples[i].square <= OUTLIER * median) {
				mean += samples[i].mean;
				square += samples[i].square;
				n++;
			}
		return new Sample(mean / n, square / n);
	}

	/** Samples on their way. */
	private static final class Collector {

		private Sample[] samples = new Sample[TILE * TILE];
		private int n;

		private void add(final Sample sample) {
			if (n == samples.length) samples = Arrays.copyOf(samples, 2 * n);
			samples[n++] = sample;
		}

		private Sample[] sorted() {
			final Sample[] sorted = Arrays.copyOf(samples, n);
			Arrays.sort(sorted, Comparator.comparingDouble(Sample::mean));
			return sorted;
		}
	}
}
