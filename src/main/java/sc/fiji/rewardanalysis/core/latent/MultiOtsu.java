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

import java.util.Arrays;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Thresholds between classes of values, so that the variance between classes is the largest
 * (Liao, Chen &amp; Chung 2001, J. Inf. Sci. Eng. 17:713): exact, by dynamic programming over
 * a histogram of {@value #BINS} bins. Equal to scikit-image's {@code threshold_multiotsu}; of
 * equally good thresholds the lowest.
 */
public final class MultiOtsu {

	/** From the least to the largest value. */
	public static final int BINS = 256;

	/** Most classes. */
	public static final int MOST_CLASSES = 5;

	private MultiOtsu() {}

	/**
	 * @param values finite
	 * @param classes 2 to {@value #MOST_CLASSES}
	 * @return ascending centres of bins; a value at or above one belongs to the class above it
	 * @throws RewardAnalysisException if there are fewer distinct values than classes
	 */
	public static double[] thresholds(final float[] values, final int classes) {
		Checks.within("number of classes", classes, 2, MOST_CLASSES);
		Checks.atLeast("number of values", values.length, 1);
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (final float value : values) {
			low = Math.min(low, Checks.finite("value", value));
			high = Math.max(high, value);
		}
		final double[] counts = histogram(values, low, high);
		if (Arrays.stream(counts).filter(n -> n > 0).count() < classes)
			throw new RewardAnalysisException(
				"The latent has fewer than %d different values, so there are no %1$d classes; ask for fewer, or train longer.",
				classes);
		final double width = (high - low) / BINS, first = low + 0.5 * width;
		return Arrays.stream(bins(counts, classes)).mapToDouble(bin -> first + bin * width).toArray();
	}

	/**
	 * The class of each value, from 0.
	 *
	 * @param thresholds ascending
	 */
	public static int[] labels(final float[] values, final double[] thresholds) {
		final int[] labels = new int[values.length];
		for (int i = 0; i < labels.length; i++)
			for (final double threshold : thresholds)
				if (values[i] >= threshold) labels[i]++;
		return labels;
	}

	/** The share of the values' variance that lies between the classes, 0 to 1; 0 of constants. */
	public static double separation(final float[] values, final int[] labels) {
		final int classes = Arrays.stream(labels).max().orElse(0) + 1;
		final double[] sums = new double[classes], counts = new double[classes];
		double sum = 0;
		for (int i = 0; i < values.length; i++) {
			sums[labels[i]] += values[i];
			counts[labels[i]]++;
			sum += values[i];
		}
		final double mean = sum / values.length;
		double all = 0, between = 0;
		for (final float value : values)
			all += (value - mean) * (value - mean);
		for (int c = 0; c < classes; c++)
			if (counts[c] > 0) between += counts[c] * (sums[c] / counts[c] - mean) * (sums[c] / counts[c] -
				mean);
		return all > 0 ? between / all : 0;
	}

	private static double[] histogram(final float[] values, final double low, final double high) {
		final double[] counts = new double[BINS];
		final double scale = high > low ? BINS / (high - low) : 0;
		for (final float value : values)
			counts[(int) Math.min(BINS - 1, (value - low) * scale)]++;
		return counts;
	}

	/** The last bin of each class but the highest. */
	private static int[] bins(final double[] counts, final int classes) {
		final double[] weights = new double[BINS + 1], moments = new double[BINS + 1];
		for (int i = 0; i < BINS; i++) {
			weights[i + 1] = weights[i] + counts[i];
			moments[i + 1] = moments[i] + counts[i] * i;
		}
		// best[c][i]: of the bins from i on, in classes - c classes; so that the lowest of equals is kept.
		final double[][] best = new double[classes][BINS + 1];
		final int[][] last = new int[classes][BINS + 1];
		for (int i = 0; i < BINS; i++)
			best[classes - 1][i] = spread(weights, moments, i, BINS);
		for (int c = classes - 2; c >= 0; c--)
			for (int i = 0; i + classes - c <= BINS; i++) {
				best[c][i] = Double.NEGATIVE_INFINITY;
				for (int end = i + 1; end + classes - 1 - c <= BINS; end++) {
					final double value = spread(weights, moments, i, end) + best[c + 1][end];
					if (value > best[c][i] * (1 + 1e-13)) {
						best[c][i] = value;
						last[c][i] = end - 1;
					}
				}
			}
		final int[] found = new int[classes - 1];
		for (int c = 0, from = 0; c < classes - 1; c++) {
			found[c] = last[c][from];
			from = found[c] + 1;
		}
		return found;
	}

	/** Squared sum over weight: what a class adds to the variance between classes. */
	private static double spread(final double[] weights, final double[] moments, final int from,
		final int to)
	{
		final double weight = weights[to] - weights[from], moment = moments[to] - moments[from];
		return weight > 0 ? moment * moment / weight : 0;
	}
}
