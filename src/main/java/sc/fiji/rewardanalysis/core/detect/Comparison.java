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

/**
 * Compares the pixels of a plane with their 26 neighbours in (x, y, σ), as far as
 * single precision can tell.
 */
final class Comparison {

	private final float[][] here;

	/** The planes of the scales below and above, as far as there are. */
	private final float[][][] others;
	private final int width, height;

	/** Two values that differ by no more may be equal, or the other way round. */
	private final float tolerance;

	/** A response up to this is not above the floor; above {@link #surely} it is. */
	private final float surelyNot, surely;

	/** The same by the error of this plane alone. */
	private final float flatTolerance, notEver;

	/** @param below or {@code above} may be null */
	Comparison(final Plane below, final Plane here, final Plane above, final double floor) {
		this.here = here.rows();
		width = this.here[0].length;
		height = this.here.length;
		float error = here.error();
		if (below != null) error = Math.max(error, below.error());
		if (above != null) error = Math.max(error, above.error());
		others = below == null ? above == null ? new float[0][][] : new float[][][] { above.rows() }
			: above == null ? new float[][][] { below.rows() } : new float[][][] { below.rows(), above
				.rows() };
		// Away from zero, whatever the rounding to float does.
		tolerance = Math.nextUp(2 * error);
		flatTolerance = Math.nextUp(2 * here.error());
		final double least = floor / here.unit();
		notEver = Math.nextDown((float) (least - here.error()));
		surelyNot = Math.nextDown((float) (least - error));
		surely = Math.nextUp((float) (least + error));
	}

	/**
	 * Pixels that may be maxima, row by row; the first {@code size} of each array.
	 *
	 * @param x column, or its complement {@code ~x} where single precision can't tell
	 */
	record Candidates(int[] x, int[] y, int size) {

		/** How many are uncertain. */
		int undecided() {
			int n = 0;
			for (int i = 0; i < size; i++)
				if (x[i] < 0) n++;
			return n;
		}
	}

	/**
	 * What may be maxima of a rectangle of the plane alone, all of them written as certain.
	 * The other planes don't matter, so this serves whenever the plane is compared again.
	 */
	Candidates flat(final int fromX, final int toX, final int fromY, final int toY) {
		int[] xs = new int[64], ys = new int[64];
		int n = 0;
		for (int y = fromY; y < toY; y++) {
			final float[] row = here[y], up = here[Math.max(0, y - 1)], down = here[Math.min(height - 1,
				y + 1)];
			for (int x = fromX; x < toX; x++) {
				final float v = row[x];
				// Most pixels are no maximum of their row, most of the others none of their column.
				if (!(v > notEver) || x > 0 && row[x - 1] - v > flatTolerance || x + 1 < width && row[x + 1] -
					v > flatTolerance || up[x] - v > flatTolerance || down[x] - v > flatTolerance) continue;
				if (n == xs.length) {
					xs = Arrays.copyOf(xs, 2 * n);
					ys = Arrays.copyOf(ys, 2 * n);
				}
				xs[n] = x;
				ys[n++] = y;
			}
		}
		return new Candidates(Arrays.copyOf(xs, n), Arrays.copyOf(ys, n), n);
	}

	/** Those of {@link #flat} that may be maxima among the other planes' pixels too. */
	Candidates candidates(final Candidates flat) {
		final int[] xs = flat.x().clone(), ys = flat.y().clone();
		int n = flat.size();
		for (final float[][] plane : others)
			n = without(plane, xs, ys, n);
		int kept = 0;
		for (int i = 0; i < n; i++) {
			final int x = xs[i], y = ys[i];
			final float v = here[y][x], margin = margin(x, y, v);
			if (!(v > surelyNot) || margin < -tolerance) continue;
			xs[kept] = margin > tolerance && v > surely ? x : ~x;
			ys[kept++] = y;
		}
		return new Candidates(xs, ys, kept);
	}

	/**
	 * Leaves out those whose value in another plane is larger; returns how many remain.
	 * The other plane is seldom in the processor's cache, so all reads come first and wait
	 * for memory together.
	 */
	private int without(final float[][] other, final int[] xs, final int[] ys, final int n) {
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = other[ys[i]][xs[i]];
		int kept = 0;
		for (int i = 0; i < n; i++)
			if (!(values[i] - here[ys[i]][xs[i]] > tolerance)) {
				xs[kept] = xs[i];
				ys[kept++] = ys[i];
			}
		return kept;
	}

	/**
	 * By how much the value exceeds its largest neighbour; below −tolerance as soon as
	 * one is that much larger.
	 */
	private float margin(final int x, final int y, final float v) {
		final int x0 = Math.max(0, x - 1), x1 = Math.min(width - 1, x + 1);
		final int y0 = Math.max(0, y - 1), y1 = Math.min(height - 1, y + 1);
		float largest = Float.NEGATIVE_INFINITY;
		for (int j = y0; j <= y1; j++)
			for (int i = x0; i <= x1; i++)
				if (i != x || j != y) largest = Math.max(largest, here[j][i]);
		for (final float[][] plane : others)
			for (int j = y0; j <= y1; j++) {
				if (largest - v > tolerance) return v - largest;
				for (int i = x0; i <= x1; i++)
					largest = Math.max(largest, plane[j][i]);
			}
		return v - largest;
	}
}
