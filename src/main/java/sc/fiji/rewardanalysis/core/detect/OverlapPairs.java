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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Which blobs overlap which, and by how much: all that {@link Pruning} needs to know
 * of them. Immutable.
 */
public final class OverlapPairs {

	private static final int POLL = 1024;

	private final double[] sigmas;

	/** Pairs by the later blob of the two, then by the earlier one. */
	private final int[] start, earlier, later;
	private final double[] overlap;

	private OverlapPairs(final double[] sigmas, final int[] earlier, final int[] later,
		final double[] overlap, final int size)
	{
		this.sigmas = sigmas;
		start = new int[sigmas.length + 1];
		for (int p = 0; p < size; p++)
			start[later[p] + 1]++;
		for (int b = 0; b < sigmas.length; b++)
			start[b + 1] += start[b];
		this.earlier = new int[size];
		this.later = new int[size];
		this.overlap = new double[size];
		final int[] next = start.clone();
		for (int p = 0; p < size; p++) {
			final int at = next[later[p]]++;
			this.earlier[at] = earlier[p];
			this.later[at] = later[p];
			this.overlap[at] = overlap[p];
		}
	}

	/**
	 * The pairs whose overlap is above a limit. Time and memory are linear in the
	 * number of pairs whose discs touch.
	 *
	 * @param blobs in the order in which they are pruned
	 * @param above pairs that overlap by no more never matter, 0 to 1
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static OverlapPairs of(final List<Blob> blobs, final double above,
		final Progress progress)
	{
		return upTo(Long.MAX_VALUE, blobs, above, progress).orElseThrow();
	}

	/** The same; empty if there are more than {@code most} pairs. */
	public static Optional<OverlapPairs> upTo(final long most, final List<Blob> blobs, final double above,
		final Progress progress)
	{
		int[] earlier = new int[16], later = new int[16];
		double[] overlap = new double[16];
		int size = 0;
		final Neighbourhood neighbourhood = blobs.isEmpty() ? null : new Neighbourhood(blobs);
		for (int a = 0; a < blobs.size(); a++) {
			if (a % POLL == 0) progress.checkCanceled();
			for (final int b : neighbourhood.later(a)) {
				// No fraction is above 1, whatever the rounding.
				final double fraction = Math.min(1, Pruning.overlap(blobs.get(a), blobs.get(b)));
				if (!(fraction > above)) continue;
				if (size >= most) return Optional.empty();
				if (size == earlier.length) {
					earlier = Arrays.copyOf(earlier, 2 * size);
					later = Arrays.copyOf(later, 2 * size);
					overlap = Arrays.copyOf(overlap, 2 * size);
				}
				earlier[size] = a;
				later[size] = b;
				overlap[size++] = fraction;
			}
		}
		return Optional.of(new OverlapPairs(blobs.stream().mapToDouble(Blob::sigma).toArray(), earlier, later,
			overlap, size));
	}

	/** How many blobs there are. */
	public int blobs() {
		return sigmas.length;
	}

	/** How many pairs there are. */
	public int size() {
		return earlier.length;
	}

	/** How many pairs there are among the first {@code n} blobs. */
	int size(final int n) {
		return start[n];
	}

	/** The first pair whose later blob is {@code b}; those of b + 1 follow. */
	int first(final int b) {
		return start[b];
	}

	int earlier(final int pair) {
		return earlier[pair];
	}

	int later(final int pair) {
		return later[pair];
	}

	double overlap(final int pair) {
		return overlap[pair];
	}

	/** Whether of two overlapping blobs the later one goes. */
	boolean laterGoes(final int a, final int b) {
		return sigmas[a] > sigmas[b];
	}
}
