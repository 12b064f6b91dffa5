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

package sc.fiji.rewardanalysis.core.detect;

import java.util.function.Supplier;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * The exact median of values that are too many to be kept: they are read five times,
 * each time their next 16 bits are counted. Memory: half a megabyte a band.
 */
final class StreamedMedian {

	private static final int BITS = 16, BINS = 1 << BITS;

	/** The values of one row; one a thread. */
	@FunctionalInterface
	interface Row {

		/** Fills {@code into} with the values of row y, none NaN; returns their number. */
		int values(int y, double[] into);
	}

	private final int rows, width;
	private final Supplier<Row> source;
	private final Progress progress;

	private StreamedMedian(final int rows, final int width, final Supplier<Row> source,
		final Progress progress)
	{
		this.rows = rows;
		this.width = width;
		this.source = source;
		this.progress = progress;
	}

	/**
	 * @param rows number of rows
	 * @param width the most values that a row has
	 * @param source gives a thread its reader
	 * @return the mean of the two in the middle if their number is even; NaN if there are
	 *         none
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	static double of(final int rows, final int width, final Supplier<Row> source,
		final Progress progress)
	{
		return new StreamedMedian(rows, width, source, progress).find();
	}

	private double find() {
		long key = 0, rank = 0, total = 0, equal = 0;
		for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
			final long[] counts = count(key, shift);
			if (shift == Long.SIZE - BITS) {
				for (final long c : counts)
					total += c;
				if (total == 0) return Double.NaN;
				rank = (total - 1) / 2;
			}
			int bin = 0;
			for (; rank >= counts[bin]; bin++)
				rank -= counts[bin];
			key |= (long) bin << shift;
			equal = counts[bin];
		}
		final double lower = value(key);
		return total % 2 == 1 || rank + 1 < equal ? lower : 0.5 * (lower + smallestAbove(key));
	}

	/** Of the keys that agree with {@code key} above the next bits, how many have which of these. */
	private long[] count(final long key, final int shift) {
		final long[] counts = new long[BINS];
		final boolean all = shift + BITS == Long.SIZE;
		each((values, n, sums) -> {
			for (int i = 0; i < n; i++) {
				final long k = key(values[i]);
				if (all || (k ^ key) >>> shift + BITS == 0) sums[(int) (k >>> shift) & BINS - 1]++;
			}
		}, counts);
		return counts;
	}

	private double smallestAbove(final long key) {
		final double[] smallest = { Double.POSITIVE_INFINITY };
		each((values, n, sums) -> {
			double own = Double.POSITIVE_INFINITY;
			for (int i = 0; i < n; i++)
				if (Long.compareUnsigned(key(values[i]), key) > 0) own = Math.min(own, values[i]);
			synchronized (smallest) {
				smallest[0] = Math.min(smallest[0], own);
			}
		}, new long[0]);
		return smallest[0];
	}

	@FunctionalInterface
	private interface Visitor {

		void row(double[] values, int n, long[] sums);
	}

	private void each(final Visitor visitor, final long[] counts) {
		Bands.run(rows, (from, to) -> {
			final Row row = source.get();
			final double[] values = new double[width];
			final long[] own = new long[counts.length];
			for (int y = from; y < to && !progress.isCanceled(); y++)
				visitor.row(values, row.values(y, values), own);
			synchronized (counts) {
				for (int i = 0; i < own.length; i++)
					counts[i] += own[i];
			}
		});
		progress.checkCanceled();
	}

	/** A number whose unsigned order is that of the values. */
	private static long key(final double value) {
		final long bits = Double.doubleToRawLongBits(value);
		return bits < 0 ? ~bits : bits | Long.MIN_VALUE;
	}

	private static double value(final long key) {
		return Double.longBitsToDouble(key < 0 ? key & Long.MAX_VALUE : ~key);
	}
}
