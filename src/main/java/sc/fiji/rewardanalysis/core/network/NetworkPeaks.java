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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Where atom columns are in a network's answer: its hills, each at the centroid of what
 * rises above half of its height and above the saddles to others, weighted by how far it does.
 * <p>
 * Pixels join, from the highest down, the hill of their highest neighbour (watershed). Where
 * two hills meet they are one if the saddle reaches {@value #SADDLE} of the lower one's
 * height: answers of networks are plateaus with ripples. So places depend on neither a
 * threshold nor a distance, and columns whose probabilities touch stay apart, which
 * centroids of connected regions don't.
 */
public final class NetworkPeaks {

	/** Of the lower height: a saddle as high parts nothing. */
	private static final double SADDLE = 0.9;

	/** Of the height. */
	private static final double BASE = 0.5;

	private static final int NONE = -1, POLL = 1 << 16;

	private final Raster raster;
	private final double threshold;

	/** By pixel the hill, or what has become of it. */
	private final int[] hill;

	/** By hill the one that it is part of, itself if it is none's. */
	private int[] parent = new int[64];
	private float[] height = new float[64];

	/** By hill the highest saddle to another one. */
	private float[] saddle = new float[64];
	private int hills;

	private NetworkPeaks(final Raster raster, final double threshold) {
		this.raster = raster;
		this.threshold = threshold;
		hill = new int[raster.values().length];
		Arrays.fill(hill, NONE);
	}

	/**
	 * All hills, the highest first.
	 *
	 * @param threshold lower ones are left out, above 0 and up to 1
	 * @return px of the image; sigma is that of a Gaussian whose part above half its height is as
	 *         large as the part that was weighted, response the probability at the top
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static List<Blob> of(final NetworkMap map, final double threshold,
		final Progress progress)
	{
		Checks.within("threshold", threshold, 0, 1);
		Checks.positive("threshold", threshold);
		final NetworkPeaks peaks = new NetworkPeaks(map.probabilities(), threshold);
		peaks.climb(progress);
		return peaks.blobs(map.rescaling());
	}

	private void climb(final Progress progress) {
		final long[] order = order();
		for (int n = order.length - 1; n >= 0; n--) {
			if (n % POLL == 0) progress.checkCanceled();
			// The first pixel first where several are equal.
			add(Integer.MAX_VALUE - (int) order[n]);
		}
	}

	/** Pixels of at least half the threshold by value, then from the last to the first. */
	private long[] order() {
		final float[] values = raster.values();
		final long[] order = new long[values.length];
		int n = 0;
		for (int i = 0; i < values.length; i++)
			// Positive floats sort as their bits do.
			if (values[i] >= BASE * threshold) order[n++] = (long) Float.floatToIntBits(values[i]) << 32 |
				Integer.MAX_VALUE - i;
		final long[] sorted = Arrays.copyOf(order, n);
		Arrays.parallelSort(sorted);
		return sorted;
	}

	private void add(final int i) {
		final int width = raster.width(), x = i % width, y = i / width;
		int highest = NONE;
		for (int v = Math.max(0, y - 1); v <= Math.min(raster.height() - 1, y + 1); v++)
			for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
				final int j = v * width + u;
				if (hill[j] != NONE && (highest == NONE || raster.values()[j] > raster.values()[highest]))
					highest = j;
			}
		if (highest == NONE) {
			hill[i] = newHill(raster.values()[i]);
			return;
		}
		hill[i] = root(hill[highest]);
		for (int v = Math.max(0, y - 1); v <= Math.min(raster.height() - 1, y + 1); v++)
			for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
				if (hill[v * width + u] != NONE) meet(root(hill[i]), root(hill[v * width + u]), raster
					.values()[i]);
	}

	private int newHill(final float top) {
		if (hills == parent.length) {
			parent = Arrays.copyOf(parent, 2 * hills);
			height = Arrays.copyOf(height, 2 * hills);
			saddle = Arrays.copyOf(saddle, 2 * hills);
		}
		parent[hills] = hills;
		height[hills] = top;
		return hills++;
	}

	private int root(final int start) {
		int at = start;
		while (parent[at] != at)
			at = parent[at] = parent[parent[at]];
		return at;
	}

	private void meet(final int a, final int b, final float at) {
		if (a == b) return;
		if (at < SADDLE * Math.min(height[a], height[b])) {
			saddle[a] = Math.max(saddle[a], at);
			saddle[b] = Math.max(saddle[b], at);
			return;
		}
		// Of equals the first one stays.
		final boolean first = height[a] > height[b] || height[a] == height[b] && a < b;
		final int stays = first ? a : b, ends = first ? b : a;
		parent[ends] = stays;
		saddle[stays] = Math.max(saddle[stays], saddle[ends]);
	}

	/** What is lower has no say in the hill's place. */
	private double base(final int own) {
		return Math.max(BASE * height[own], saddle[own]);
	}

	private List<Blob> blobs(final Rescaling rescaling) {
		final double[] sum = new double[hills], x = new double[hills], y = new double[hills];
		final int[] area = new int[hills];
		for (int i = 0; i < hill.length; i++) {
			if (hill[i] == NONE) continue;
			final int own = root(hill[i]);
			final double weight = raster.values()[i] - base(own);
			if (weight <= 0) continue;
			area[own]++;
			sum[own] += weight;
			x[own] += weight * (i % raster.width());
			y[own] += weight * (i / raster.width());
		}
		final List<Blob> blobs = new ArrayList<>();
		for (int h = 0; h < hills; h++) {
			if (parent[h] != h || height[h] < threshold) continue;
			// Half the height of a Gaussian is at a radius of σ·√(2 ln 2).
			final double sigma = Math.sqrt(area[h] / (2 * Math.PI * Math.log(2)));
			blobs.add(new Blob(rescaling.back(x[h] / sum[h]), rescaling.back(y[h] / sum[h]), sigma / rescaling
				.factor(), height[h]));
		}
		blobs.sort(Comparator.comparingDouble(Blob::response).reversed());
		return blobs;
	}
}
