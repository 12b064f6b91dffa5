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

package sc.fiji.rewardanalysis.core.network;

import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * An image with other pixels. Pixel centres are integers, so a pixel covers
 * [i − ½, i + ½); with f new pixels for each old one, the old place x is at
 * f·(x + ½) − ½. The images' upper left corners coincide; the lower right ones do to half a
 * new pixel, the image's edge being repeated.
 * <p>
 * Smaller images are averages over the area that a new pixel covers, of the image
 * interpolated linearly; larger ones cubic convolution with a = −½ (Keys 1981, IEEE Trans.
 * Acoust. Speech Signal Process. 29:1153). Both leave linear slopes, and so places, as they
 * are. Immutable.
 */
public final class Rescaling {

	/** More pixels than an array holds are refused. */
	private static final long MOST = Integer.MAX_VALUE - 8;

	/** What no network needs. */
	private static final double LARGEST = 1e4;

	private final double factor;

	/** @param factor new pixels for each old one, along each axis, 0.0001 to 10000 */
	public Rescaling(final double factor) {
		this.factor = Checks.within("scale", factor, 1 / LARGEST, LARGEST);
	}

	/** New pixels for each old one. */
	public double factor() {
		return factor;
	}

	/** Where an old place is among the new pixels, px. */
	public double forward(final double x) {
		return factor * (x + 0.5) - 0.5;
	}

	/** Where a new place is among the old pixels, px. */
	public double back(final double x) {
		return (x + 0.5) / factor - 0.5;
	}

	/** How many new pixels there are for so many old ones. */
	public int size(final int old) {
		return (int) Math.max(1, Math.min(MOST, Math.round(old * factor)));
	}

	/**
	 * @return the image itself if there is nothing to do
	 * @throws RewardAnalysisException if the result is too large
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public Raster apply(final Raster image, final Progress progress) {
		if (factor == 1) return image;
		final int width = size(image.width()), height = size(image.height());
		if ((long) width * Math.max(height, image.height()) > MOST) throw new RewardAnalysisException(
			"Enlarged %s times, %d x %d px are too many; select a smaller area or give a smaller scale.",
			factor, image.width(), image.height());
		final float[] across = new float[width * image.height()];
		final Axis columns = new Axis(image.width(), width);
		rows(image.height(), progress, y -> {
			for (int x = 0; x < width; x++)
				across[y * width + x] = (float) columns.sum(x, image.values(), y * image.width(), 1);
		});
		final float[] both = new float[width * height];
		final Axis lines = new Axis(image.height(), height);
		rows(height, progress, y -> {
			for (int x = 0; x < width; x++)
				both[y * width + x] = (float) lines.sum(y, across, x, width);
		});
		return new Raster(both, width, height);
	}

	private static void rows(final int n, final Progress progress,
		final java.util.function.IntConsumer row)
	{
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, n).boxed().toList(), y -> {
			if (!progress.isCanceled()) row.accept(y);
		});
		progress.checkCanceled();
	}

	/** What each new pixel of a row takes of the old ones. */
	private final class Axis {

		private final int[] first;
		private final double[][] weights;
		private final int old;

		Axis(final int old, final int size) {
			this.old = old;
			first = new int[size];
			weights = new double[size][];
			for (int i = 0; i < size; i++)
				if (factor < 1) average(i);
				else interpolate(i);
		}

		/** By how much of each old pixel's part of the interpolated image the new one covers. */
		private void average(final int i) {
			final double from = i / factor - 0.5, to = (i + 1) / factor - 0.5;
			first[i] = (int) Math.floor(from);
			weights[i] = new double[(int) Math.ceil(to) - first[i] + 1];
			for (int k = 0; k < weights[i].length; k++)
				weights[i][k] = factor * (below(to - first[i] - k) - below(from - first[i] - k));
		}

		/** The integral up to t of max(0, 1 − |t|), a pixel's part of what is interpolated linearly. */
		private static double below(final double t) {
			if (t <= -1) return 0;
			if (t >= 1) return 1;
			return t <= 0 ? 0.5 * (1 + t) * (1 + t) : 1 - 0.5 * (1 - t) * (1 - t);
		}

		private void interpolate(final int i) {
			final double x = back(i);
			final int pixel = (int) Math.floor(x);
			final double t = x - pixel;
			first[i] = pixel - 1;
			weights[i] = new double[] { t * (-0.5 + t * (1 - 0.5 * t)), 1 + t * t * (-2.5 + 1.5 * t), t *
				(0.5 + t * (2 - 1.5 * t)), t * t * (-0.5 + 0.5 * t) };
		}

		/** Of the old values at {@code from}, {@code from + step} and so on. */
		double sum(final int i, final float[] values, final int from, final int step) {
			double sum = 0;
			for (int k = 0; k < weights[i].length; k++) {
				final int pixel = Math.max(0, Math.min(old - 1, first[i] + k));
				sum += weights[i][k] * values[from + pixel * step];
			}
			return sum;
		}
	}
}
