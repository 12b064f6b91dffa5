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

package sc.fiji.rewardanalysis.core.optimize;

import java.util.Arrays;
import java.util.Optional;

/**
 * The lower triangular L of a symmetric positive definite K = LLᵀ. It grows by rows, at
 * O(n²) each, with exactly the numbers that a factorisation of the grown matrix has.
 * Immutable.
 */
final class CholeskyFactor {

	static final CholeskyFactor EMPTY = new CholeskyFactor(new double[0][]);

	/** Row i from column 0 to i, and column i from row i down. */
	private final double[][] rows, columns;

	private CholeskyFactor(final double[][] rows) {
		this.rows = rows;
		final int n = rows.length;
		columns = new double[n][];
		for (int j = 0; j < n; j++) {
			columns[j] = new double[n - j];
			for (int i = j; i < n; i++)
				columns[j][i - j] = rows[i][j];
		}
	}

	/** Number of rows. */
	int size() {
		return rows.length;
	}

	/**
	 * The factor of the matrix with further rows.
	 *
	 * @param more row i of the matrix up to its diagonal, for each further i
	 * @return empty if that matrix is not positive definite
	 */
	Optional<CholeskyFactor> with(final double[][] more) {
		final int n = rows.length;
		final double[][] all = Arrays.copyOf(rows, n + more.length);
		for (int i = n; i < all.length; i++) {
			final double[] row = more[i - n].clone();
			for (int j = 0; j < i; j++)
				row[j] = (row[j] - dot(all[j], row, j)) / all[j][j];
			final double square = row[i] - dot(row, row, i);
			if (!(square > 0) || Double.isInfinite(square)) return Optional.empty();
			row[i] = Math.sqrt(square);
			all[i] = row;
		}
		return Optional.of(new CholeskyFactor(all));
	}

	/**
	 * Solves Lv = b in place. Column by column, since the inner loop then has no sum
	 * and the virtual machine turns it into vector instructions; predictions spend
	 * their time here.
	 */
	double[] solveLower(final double[] b) {
		for (int j = 0; j < b.length; j++) {
			final double[] column = columns[j];
			final double v = b[j] /= column[0];
			for (int i = 1; i < column.length; i++)
				b[j + i] -= v * column[i];
		}
		return b;
	}

	/** Solves Lᵀw = b into a new array. */
	double[] solveUpper(final double[] b) {
		final double[] w = b.clone();
		for (int j = w.length - 1; j >= 0; j--) {
			final double[] row = rows[j];
			final double v = w[j] /= row[j];
			for (int i = 0; i < j; i++)
				w[i] -= v * row[i];
		}
		return w;
	}

	private static double dot(final double[] x, final double[] y, final int n) {
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += x[i] * y[i];
		return sum;
	}
}
