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

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Which blobs' discs (radius σ√2) touch: blobs in the cells of a grid as wide as the
 * largest discs reach, so that all which may touch a disc lie in the 3 × 3 cells
 * around its own. Linear time and memory in the number of blobs.
 */
final class Neighbourhood {

	private static final int[] NONE = {};

	private final double[] x, y, sigma;
	private final double left, top, cell;
	private final int columns, rows;

	/** Blobs by cell, ascending within it; those of cell c begin at {@code first[c]}. */
	private final int[] sorted, first;

	/** @param blobs at least one */
	Neighbourhood(final List<Blob> blobs) {
		this(blobs, Progress.NONE);
	}

	/** The same for very many, cancelled between its steps. */
	Neighbourhood(final List<Blob> blobs, final Progress progress) {
		final int n = blobs.size();
		x = blobs.stream().mapToDouble(Blob::x).toArray();
		y = blobs.stream().mapToDouble(Blob::y).toArray();
		sigma = blobs.stream().mapToDouble(Blob::sigma).toArray();
		progress.checkCanceled();
		left = Arrays.stream(x).min().getAsDouble();
		top = Arrays.stream(y).min().getAsDouble();
		final double width = Arrays.stream(x).max().getAsDouble() - left;
		final double height = Arrays.stream(y).max().getAsDouble() - top;
		// Few blobs on a large image: no more cells than a few times the blobs.
		cell = Math.max(2 * Math.sqrt(2) * Arrays.stream(sigma).max().getAsDouble(), Math.max(Math.sqrt(
			width * height / n), Math.max(width, height) / n));
		progress.checkCanceled();
		columns = (int) (width / cell) + 1;
		rows = (int) (height / cell) + 1;
		first = new int[columns * rows + 1];
		for (int i = 0; i < n; i++)
			first[cell(i) + 1]++;
		for (int c = 0; c < columns * rows; c++)
			first[c + 1] += first[c];
		progress.checkCanceled();
		sorted = new int[n];
		final int[] next = first.clone();
		for (int i = 0; i < n; i++)
			sorted[next[cell(i)]++] = i;
	}

	private int column(final int i) {
		return (int) ((x[i] - left) / cell);
	}

	private int row(final int i) {
		return (int) ((y[i] - top) / cell);
	}

	private int cell(final int i) {
		return row(i) * columns + column(i);
	}

	/** Indices above i of the blobs whose discs may touch that of blob i, ascending. */
	int[] later(final int i) {
		int[] near = NONE;
		int n = 0;
		final int column = column(i), row = row(i);
		for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
			final int to = first[r * columns + Math.min(columns - 1, column + 1) + 1];
			for (int k = first[r * columns + Math.max(0, column - 1)]; k < to; k++) {
				final int j = sorted[k];
				if (j <= i || !touch(i, j)) continue;
				if (n == near.length) near = Arrays.copyOf(near, Math.max(8, 2 * n));
				near[n++] = j;
			}
		}
		Arrays.sort(near, 0, n);
		return n == near.length ? near : Arrays.copyOf(near, n);
	}

	private boolean touch(final int i, final int j) {
		final double dx = x[i] - x[j], dy = y[i] - y[j], reach = sigma[i] + sigma[j];
		// A hair more than the discs' reach: the overlap decides at the limit.
		return dx * dx + dy * dy <= 2.0000001 * reach * reach;
	}
}
