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

package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.region.Connectivity;
import sc.fiji.rewardanalysis.core.region.Labels;
import sc.fiji.rewardanalysis.core.region.Mask;

/**
 * Otsu's threshold on the grey values (Otsu 1979, IEEE Trans. SMC 9:62; 256 bins between the
 * smallest and the largest value, as scikit-image's {@code threshold_otsu}): each region of
 * brighter pixels that touch, diagonally too, is an atom at its centroid. No region is too small.
 */
public final class OtsuRegions implements NoiseMethod {

	private static final int BINS = 256;

	@Override
	public String name() {
		return "Otsu";
	}

	@Override
	public String description() {
		return "Otsu's threshold on the grey values; each connected brighter region is an atom at its centroid, whatever its size.";
	}

	@Override
	public Detected detect(final RandomAccessibleInterval<DoubleType> image, final NoiseScene scene,
		final Progress progress)
	{
		final RandomAccessibleInterval<DoubleType> normalized = LogBlobs.normalized(image, scene,
			Normalization.MIN_MAX, progress);
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final double[] pixels = new double[width * height];
		final Cursor<DoubleType> cursor = Views.flatIterable(normalized).cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = cursor.next().get();
		progress.checkCanceled();
		final double threshold = threshold(histogram(pixels, width, scene.area()));
		final boolean[] bright = new boolean[pixels.length];
		for (int i = 0; i < bright.length; i++) {
			if (i % width == 0) progress.checkCanceled();
			bright[i] = pixels[i] > threshold && scene.area().contains(i % width, i / width);
		}
		final Map<String, Double> parameters = new LinkedHashMap<>();
		parameters.put("threshold", threshold);
		return new Detected(regions(Labels.of(new Mask(width, height, bright), Connectivity.EIGHT),
			pixels), parameters);
	}

	/** Of values from 0 to 1. */
	private static long[] histogram(final double[] pixels, final int width, final Area area) {
		final long[] histogram = new long[BINS];
		for (int i = 0; i < pixels.length; i++)
			if (area.contains(i % width, i / width)) histogram[Math.max(0, Math.min(BINS - 1,
				(int) (pixels[i] * BINS)))]++;
		return histogram;
	}

	/** The centre of the bin above which the two classes' means are farthest apart, in Otsu's sense. */
	static double threshold(final long[] histogram) {
		double all = 0, sum = 0;
		for (int b = 0; b < BINS; b++) {
			all += histogram[b];
			sum += histogram[b] * centre(b);
		}
		double below = 0, sumBelow = 0, best = Double.NEGATIVE_INFINITY, threshold = centre(0);
		for (int b = 0; b < BINS - 1; b++) {
			below += histogram[b];
			sumBelow += histogram[b] * centre(b);
			final double above = all - below;
			if (below == 0 || above == 0) continue;
			final double apart = sumBelow / below - (sum - sumBelow) / above;
			final double variance = below * above * apart * apart;
			if (variance <= best) continue;
			best = variance;
			threshold = centre(b);
		}
		return threshold;
	}

	private static double centre(final int bin) {
		return (bin + 0.5) / BINS;
	}

	/** Centroids; sigma is that of a blob of the same area, the response the mean brightness. */
	private static List<Blob> regions(final Labels labels, final double[] pixels) {
		final int n = labels.count();
		final long[] area = new long[n], x = new long[n], y = new long[n];
		final double[] brightness = new double[n];
		for (int i = 0; i < pixels.length; i++) {
			final int k = labels.pixels()[i] - 1;
			if (k < 0) continue;
			area[k]++;
			x[k] += i % labels.width();
			y[k] += i / labels.width();
			brightness[k] += pixels[i];
		}
		final List<Blob> blobs = new ArrayList<>(n);
		for (int k = 0; k < n; k++)
			blobs.add(new Blob((double) x[k] / area[k], (double) y[k] / area[k], Math.sqrt(area[k] / (2 *
				Math.PI)), brightness[k] / area[k]));
		return blobs;
	}
}
