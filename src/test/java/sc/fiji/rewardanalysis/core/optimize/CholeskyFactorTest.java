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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;

class CholeskyFactorTest {

	private static final int N = 40;

	private static double[][] matrix(final int seed) {
		final DMatrixRMaj k = RandomMatrices_DDRM.symmetricPosDef(N, new java.util.Random(seed));
		final double[][] rows = new double[N][];
		for (int i = 0; i < N; i++)
			rows[i] = Arrays.copyOfRange(k.data, i * N, i * N + i + 1);
		return rows;
	}

	@Test
	void solvesLikeEjml() {
		final double[][] rows = matrix(1);
		final CholeskyFactor factor = CholeskyFactor.EMPTY.with(rows).orElseThrow();
		final DMatrixRMaj k = new DMatrixRMaj(N, N), x = new DMatrixRMaj(N, 1);
		for (int i = 0; i < N; i++)
			for (int j = 0; j <= i; j++) {
				k.set(i, j, rows[i][j]);
				k.set(j, i, rows[i][j]);
			}
		final double[] b = new SplittableRandom(2).doubles(N).toArray();
		CommonOps_DDRM.solve(k, new DMatrixRMaj(N, 1, true, b), x);
		assertArrayEquals(x.data, factor.solveUpper(factor.solveLower(b.clone())), 1e-9);
	}

	/** To the last bit: a resumed study builds at once what another one built step by step. */
	@Test
	void growsToWhatItWouldBe() {
		final double[][] rows = matrix(3);
		final double[] b = new SplittableRandom(4).doubles(N).toArray();
		final double[] expected = CholeskyFactor.EMPTY.with(rows).orElseThrow().solveLower(b.clone());
		CholeskyFactor factor = CholeskyFactor.EMPTY;
		for (int i = 0; i < N; i += 1 + i % 3)
			factor = factor.with(Arrays.copyOfRange(rows, i, Math.min(N, i + 1 + i % 3))).orElseThrow();
		assertArrayEquals(expected, factor.solveLower(b.clone()));
	}

	@Test
	void knowsWhatIsNotPositiveDefinite() {
		assertTrue(CholeskyFactor.EMPTY.with(new double[][] { { 1 }, { 1, 1 } }).isEmpty());
		assertTrue(CholeskyFactor.EMPTY.with(new double[][] { { -1 } }).isEmpty());
		assertTrue(CholeskyFactor.EMPTY.with(new double[][] { { Double.NaN } }).isEmpty());
		assertTrue(CholeskyFactor.EMPTY.with(new double[][] { { 1 }, { 0.5, 1 } }).isPresent());
	}
}
