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

package sc.fiji.rewardanalysis.core.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;

/**
 * The largest eigenvalues of a symmetric matrix that is known by its products with vectors
 * only. A randomised block Krylov method: as the randomised subspace iteration of Halko,
 * Martinsson &amp; Tropp (2011), but the best of all that was seen and not of the last step
 * alone, which takes about half the products (Musco &amp; Musco, 2015).
 */
final class BlockLanczos {

	/** Vectors beside those that are asked for, which speed it up. */
	private static final int MORE = 6;

	/** Noise alone converges slowly, and what it converges to is of no use. */
	private static final int MOST_PRODUCTS = 24;

	/** Shorter than this share of what it was, a direction is a rounding error. */
	private static final double NEGLIGIBLE = 1e-10;

	private final int dimension, wanted;
	private final Progress progress;
	private final List<double[]> basis = new ArrayList<>(), images = new ArrayList<>();

	/** Of each vector of the basis the products with the images of those up to it. */
	private final List<double[]> projected = new ArrayList<>();

	private BlockLanczos(final int dimension, final int wanted, final Progress progress) {
		this.progress = progress;
		this.dimension = dimension;
		this.wanted = wanted;
	}

	/** Eigenvalues in descending order, and an eigenvector of norm 1 for each or none. */
	record Eigen(double[] values, double[][] vectors) {

		Eigen first(final int n) {
			return new Eigen(Arrays.copyOf(values, n), Arrays.copyOf(vectors, n));
		}
	}

	/**
	 * @param times the matrix times each of some orthonormal vectors
	 * @param tolerance it ends when none of the wanted eigenvalues grew by more than this share
	 */
	static Eigen largest(final UnaryOperator<double[][]> times, final int dimension,
		final int wanted, final double tolerance, final long seed, final Progress progress)
	{
		return new BlockLanczos(dimension, wanted, progress).run(times, tolerance, seed);
	}

	private Eigen run(final UnaryOperator<double[][]> times, final double tolerance,
		final long seed)
	{
		final Random random = new Random(seed);
		double[][] block = IntStream.range(0, Math.min(dimension, wanted + MORE)).mapToObj(
			j -> random.doubles(dimension, -1, 1).toArray()).toArray(double[][]::new);
		double[] before = null;
		for (int products = 1;; products++) {
			final List<double[]> fresh = orthonormal(block);
			while (basis.size() + fresh.size() < wanted)
				// The matrix has fewer directions than that; any others will do.
				fresh.addAll(orthonormal(new double[][] { random.doubles(dimension, -1, 1).toArray() },
					fresh));
			if (fresh.isEmpty()) return ritz();
			block = times.apply(fresh.toArray(double[][]::new));
			basis.addAll(fresh);
			images.addAll(Arrays.asList(block));
			final double[] values = small(false).values;
			if (basis.size() == dimension || products == MOST_PRODUCTS || before != null && settled(before,
				values, tolerance)) return ritz();
			before = values;
		}
	}

	private boolean settled(final double[] before, final double[] now, final double tolerance) {
		return IntStream.range(0, wanted).allMatch(i -> now[i] - before[i] <= tolerance * Math.max(now[i],
			1e-9 * now[0]));
	}

	private List<double[]> orthonormal(final double[][] vectors) {
		return orthonormal(vectors, List.of());
	}

	/** What is new in the vectors, by Gram–Schmidt done twice for the sake of rounding. */
	private List<double[]> orthonormal(final double[][] vectors, final List<double[]> others) {
		final List<double[]> fresh = new ArrayList<>();
		for (final double[] vector : vectors) {
			progress.checkCanceled();
			if (basis.size() + others.size() + fresh.size() == dimension) break;
			final double[] v = vector.clone();
			if (isNew(v, List.of(basis, others, fresh))) fresh.add(v);
		}
		return fresh;
	}

	/** Makes a vector orthogonal to others and its norm 1, if that leaves anything of it. */
	private static boolean isNew(final double[] v, final List<List<double[]>> others) {
		double left = 1;
		for (int pass = 0; pass < 3; pass++) {
			final double norm = Vectors.norm(v);
			if (pass > 0) left *= norm;
			if (!(norm > 0) || left < NEGLIGIBLE) return false;
			Vectors.scale(v, 1 / norm);
			if (pass < 2) for (final List<double[]> some : others)
				for (final double[] other : some)
					Vectors.add(other, -Vectors.dot(other, v), v);
		}
		return true;
	}

	private Eigen small(final boolean vectors) {
		return Waiting.unlessCancelled(() -> eigen(projected(), vectors), progress);
	}

	private double[][] projected() {
		final int n = basis.size();
		for (int i = projected.size(); i < n; i++) {
			final double[] row = new double[i + 1];
			for (int j = 0; j <= i; j++)
				row[j] = (Vectors.dot(basis.get(i), images.get(j)) + Vectors.dot(basis.get(j), images.get(
					i))) / 2;
			projected.add(row);
		}
		final double[][] small = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j <= i; j++)
				small[i][j] = small[j][i] = projected.get(i)[j];
		return small;
	}

	private Eigen ritz() {
		final Eigen small = small(true);
		final double[][] vectors = new double[wanted][dimension];
		for (int i = 0; i < wanted; i++) {
			for (int j = 0; j < basis.size(); j++)
				Vectors.add(basis.get(j), small.vectors[i][j], vectors[i]);
			Vectors.scale(vectors[i], 1 / Vectors.norm(vectors[i]));
		}
		return new Eigen(Arrays.copyOf(small.values, wanted), vectors);
	}

	/** All eigenvalues of a symmetric matrix, and eigenvectors if asked for. */
	static Eigen eigen(final double[][] matrix, final boolean vectors) {
		final int n = matrix.length;
		final EigenDecomposition_F64<DMatrixRMaj> eig = DecompositionFactory_DDRM.eig(n, vectors, true);
		if (!eig.decompose(new DMatrixRMaj(matrix))) throw new RewardAnalysisException(
			"The principal components could not be computed; look for extreme values in the samples.");
		final List<Integer> order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(
			i -> -eig.getEigenvalue(i).getReal())).toList();
		return new Eigen(order.stream().mapToDouble(i -> eig.getEigenvalue(i).getReal()).toArray(),
			!vectors ? new double[0][] : order.stream().map(i -> eig.getEigenVector(i).getData().clone())
				.toArray(double[][]::new));
	}
}
