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

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * How well {@link Hyperparameters} explain data: the logarithm of the marginal
 * likelihood of a Gaussian process with mean 0,
 * <p>
 * log p = −½ yᵀK⁻¹y − ½ log|K| − ½ n log 2π, and
 * ∂ log p/∂θ = ½ tr[(ααᵀ − K⁻¹) ∂K/∂θ] with α = K⁻¹y
 * <p>
 * (Rasmussen &amp; Williams 2006, eqs. 2.30 and 5.9). O(n³) a call. Not thread-safe.
 */
final class MarginalLikelihood {

	private final int n;
	private final DMatrixRMaj outputs;

	/**
	 * Squared difference of each pair of inputs (i, j &lt; i) along each axis; along
	 * categorical ones 0 or 1.
	 */
	private final double[][] squares;
	private final boolean[] categorical;

	/**
	 * @param inputs one row a point
	 * @param outputs their values, standardised
	 */
	MarginalLikelihood(final double[][] inputs, final double[] outputs) {
		this(inputs, outputs, new boolean[inputs[0].length]);
	}

	/** @param categorical which axes are */
	MarginalLikelihood(final double[][] inputs, final double[] outputs,
		final boolean[] categorical)
	{
		n = inputs.length;
		this.categorical = categorical.clone();
		this.outputs = new DMatrixRMaj(n, 1, true, outputs);
		squares = new double[inputs[0].length][n * (n - 1) / 2];
		for (int axis = 0; axis < squares.length; axis++) {
			int pair = 0;
			for (int i = 0; i < n; i++)
				for (int j = 0; j < i; j++) {
					final double difference = inputs[i][axis] - inputs[j][axis];
					squares[axis][pair++] = !categorical[axis] ? difference * difference : difference == 0 ? 0
						: 1;
				}
		}
	}

	/**
	 * @param gradient is overwritten with the derivatives with respect to the
	 *          logarithms of constant, length scales and noise, in this order
	 * @return log p; −∞ where the covariance is not positive definite
	 */
	double at(final Hyperparameters h, final double[] gradient) {
		final double[] weights = new double[squares.length];
		final double[] lengths = h.lengthScales();
		for (int axis = 0; axis < weights.length; axis++)
			weights[axis] = 1 / (categorical[axis] ? lengths[axis] : lengths[axis] * lengths[axis]);
		final double[] slope = new double[n * (n - 1) / 2];
		final DMatrixRMaj covariance = covariance(h, weights, slope);
		final DMatrixRMaj k = covariance.copy();
		final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
		if (!solver.setA(k)) return Double.NEGATIVE_INFINITY;
		final DMatrixRMaj alpha = new DMatrixRMaj(n, 1), inverse = new DMatrixRMaj(n, n);
		solver.solve(outputs, alpha);
		solver.invert(inverse);
		fillGradient(gradient, h, weights, covariance.data, slope, alpha.data, inverse.data);
		return -0.5 * dot(outputs.data, alpha.data) - 0.5 * logDeterminant(solver) - 0.5 * n *
			Math.log(2 * Math.PI);
	}

	/**
	 * Fills the covariance and, for each pair, what (Δᵢ/lᵢ)² is to be multiplied by to
	 * give its derivative with respect to log lᵢ of a numerical axis. Of a categorical
	 * one δ/l is to be multiplied by the covariance itself.
	 */
	private DMatrixRMaj covariance(final Hyperparameters h, final double[] weights,
		final double[] slope)
	{
		final double[] r2 = new double[slope.length], apart = new double[slope.length];
		for (int axis = 0; axis < weights.length; axis++) {
			final double[] s = squares[axis], sum = categorical[axis] ? apart : r2;
			final double w = weights[axis];
			for (int p = 0; p < sum.length; p++)
				sum[p] += w * s[p];
		}
		final DMatrixRMaj k = new DMatrixRMaj(n, n);
		int pair = 0;
		for (int i = 0; i < n; i++) {
			k.data[i * n + i] = h.constant() + h.noise();
			for (int j = 0; j < i; j++) {
				final double q = Math.sqrt(5 * r2[pair]);
				final double e = h.constant() * Math.exp(-q - apart[pair]);
				slope[pair++] = 5 / 3.0 * (1 + q) * e;
				k.data[i * n + j] = k.data[j * n + i] = (1 + q + q * q / 3) * e;
			}
		}
		return k;
	}

	private void fillGradient(final double[] gradient, final Hyperparameters h,
		final double[] weights, final double[] k, final double[] slope, final double[] alpha,
		final double[] inverse)
	{
		// Each pair enters the trace twice, which takes up its factor of ½.
		double byConstant = 0, trace = 0;
		final double[] byFactor = new double[slope.length];
		int pair = 0;
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++) {
				final double w = alpha[i] * alpha[j] - inverse[i * n + j];
				byFactor[pair] = w * k[i * n + j];
				byConstant += byFactor[pair];
				slope[pair++] *= w;
			}
			trace += alpha[i] * alpha[i] - inverse[i * n + i];
		}
		gradient[0] = byConstant + 0.5 * h.constant() * trace;
		for (int axis = 0; axis < weights.length; axis++)
			gradient[axis + 1] = weights[axis] * dot(categorical[axis] ? byFactor : slope,
				squares[axis]);
		gradient[weights.length + 1] = 0.5 * h.noise() * trace;
	}

	/** Of the matrix that the solver was given. */
	private double logDeterminant(final LinearSolverDense<DMatrixRMaj> solver) {
		final CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
			solver.getDecomposition();
		final DMatrixRMaj l = cholesky.getT(null);
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += 2 * Math.log(l.data[i * n + i]);
		return sum;
	}

	private static double dot(final double[] x, final double[] y) {
		double sum = 0;
		for (int i = 0; i < x.length; i++)
			sum += x[i] * y[i];
		return sum;
	}
}
