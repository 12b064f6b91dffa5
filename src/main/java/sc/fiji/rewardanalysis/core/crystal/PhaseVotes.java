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

package sc.fiji.rewardanalysis.core.crystal;

import java.util.Arrays;

/**
 * Where the origin of a lattice lies, by the votes of some atoms. With f = T⁻¹x the
 * fractional position of an atom, each site s may be its own: f − s, modulo 1, is one vote.
 * The votes of all atoms of the crystal agree in the origin alone, so it is where votes are
 * densest, however many atoms are displaced or missing. Bins are half a tolerance wide,
 * their counts smoothed by 1-2-1. Not thread-safe.
 */
final class PhaseVotes {

	/** Weights of a bin and the next ones. */
	private static final int[] WEIGHTS = { 1, 2, 1 };

	private final LatticeFrame frame;
	private final int columns, rows;
	private final int[] counts, sums;

	/** @param tolerance px */
	PhaseVotes(final LatticeFrame frame, final double tolerance) {
		this.frame = frame;
		columns = Math.max(3, (int) Math.rint(2 * frame.lengthA() / tolerance));
		rows = Math.max(3, (int) Math.rint(2 * frame.lengthB() / tolerance));
		counts = new int[columns * rows];
		sums = new int[columns * rows];
	}

	/**
	 * The densest places.
	 *
	 * @param x of the atoms, px
	 * @param n how many atoms
	 * @param most places, the densest first
	 * @return their x and y, px, one cell's worth
	 */
	double[][] densest(final double[] x, final double[] y, final int n, final int most) {
		count(x, y, n);
		smooth();
		final int[] bins = new int[most];
		int found = 0;
		for (int bin = 0; bin < sums.length; bin++) {
			if (sums[bin] == 0 || found == most && sums[bin] <= sums[bins[most - 1]] || !isMaximum(bin))
				continue;
			int at = found < most ? found++ : most - 1;
			for (; at > 0 && sums[bin] > sums[bins[at - 1]]; at--)
				bins[at] = bins[at - 1];
			bins[at] = bin;
		}
		final double[][] places = new double[found][];
		for (int k = 0; k < found; k++) {
			final double a = (bins[k] % columns + 0.5) / columns, b = (bins[k] / columns + 0.5) / rows;
			places[k] = new double[] { frame.x(a, b), frame.y(a, b) };
		}
		return places;
	}

	private void count(final double[] x, final double[] y, final int n) {
		Arrays.fill(counts, 0);
		for (int i = 0; i < n; i++) {
			final double a = frame.fractionA(x[i], y[i]), b = frame.fractionB(x[i], y[i]);
			for (int s = 0; s < frame.sites(); s++)
				counts[bin(b - frame.siteB(s), rows) * columns + bin(a - frame.siteA(s), columns)]++;
		}
	}

	private static int bin(final double fraction, final int bins) {
		return Math.min(bins - 1, (int) ((fraction - Math.floor(fraction)) * bins));
	}

	private void smooth() {
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < columns; c++) {
				int sum = 0;
				for (int k = -1; k <= 1; k++)
					for (int l = -1; l <= 1; l++)
						sum += WEIGHTS[k + 1] * WEIGHTS[l + 1] * counts[at(r + k, c + l)];
				sums[r * columns + c] = sum;
			}
	}

	private int at(final int row, final int column) {
		return Math.floorMod(row, rows) * columns + Math.floorMod(column, columns);
	}

	private boolean isMaximum(final int bin) {
		for (int k = -1; k <= 1; k++)
			for (int l = -1; l <= 1; l++) {
				final int other = at(bin / columns + k, bin % columns + l);
				// Of a plateau, the first one.
				if (sums[other] > sums[bin] || sums[other] == sums[bin] && other < bin) return false;
			}
		return true;
	}
}
