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

package sc.fiji.rewardanalysis.core.refine;

import java.util.Arrays;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Weighted least squares of a {@link Peak} by Levenberg–Marquardt (Marquardt 1963,
 * SIAM J. Appl. Math. 11:431) with an analytic Jacobian.
 * <p>
 * The weights are the inverse of the noise's variance at the starting peak's values,
 * never at the data's: weighting by the data favours pixels whose noise is negative.
 * Repeated from its own result it converges to the maximum of the (quasi-)likelihood
 * of Poisson noise. Normal equations are summed pixel by pixel, as there are
 * hundreds of pixels and five or seven parameters. Not thread-safe.
 */
final class PeakFit {

	/**
	 * What a fit ends with.
	 *
	 * @param errorX standard error, px; NaN if it didn't converge
	 * @param errorY likewise
	 */
	record Result(Peak peak, double errorX, double errorY, boolean converged) {}

	private static final int ITERATIONS = 60;
	private static final double DAMPING = 1e-3, LEAST_DAMPING = 1e-9, MOST_DAMPING = 1e9;

	/** With more damping than this a short step needn't mean that the end is near. */
	private static final double TRUSTED = 10;

	/** Relative to the sum of squares: a gain so small moves a column by far less than its error. */
	private static final double NO_GAIN = 1e-9;

	/** A step so small, relative to a parameter, is none. */
	private static final double NO_STEP = 1e-7;

	private final int n;
	private final boolean elliptic;
	private final NoiseModel noise;
	private final Progress progress;
	private final LinearSolverDense<DMatrixRMaj> solver;
	private final double[] gradient;
	private double[] weight = new double[0];
	private Equations current, trial;

	/** Sum of squares, normal matrix and right-hand side at some parameters. */
	private static final class Equations {

		private final double[] p, right;
		private final double[][] normal;
		private double cost;

		Equations(final int n, final int parameters) {
			p = new double[parameters];
			right = new double[n];
			normal = new double[n][n];
		}
	}

	/** @param progress polled once an iteration */
	PeakFit(final boolean elliptic, final NoiseModel noise, final Progress progress) {
		this(elliptic ? Peak.ELLIPTIC : Peak.ROUND, noise, progress);
	}

	/** A fit of round peaks that leaves the width as it is at the start. */
	static PeakFit ofHeldWidth(final NoiseModel noise, final Progress progress) {
		return new PeakFit(Peak.ROUND - 1, noise, progress);
	}

	private PeakFit(final int n, final NoiseModel noise, final Progress progress) {
		this.n = n;
		elliptic = n == Peak.ELLIPTIC;
		this.noise = noise;
		this.progress = progress;
		solver = LinearSolverFactory_DDRM.chol(n);
		final int parameters = Math.max(n, Peak.ROUND);
		gradient = new double[parameters];
		current = new Equations(n, parameters);
		trial = new Equations(n, parameters);
	}

	/** Number of parameters. */
	int parameters() {
		return n;
	}

	/** Fits the pixels less their tails. */
	Result fit(final Window window, final Peak start) {
		weigh(window, start);
		System.arraycopy(start.parameters(elliptic), 0, current.p, 0, current.p.length);
		evaluate(window, current);
		final boolean converged = Double.isFinite(current.cost) && descend(window);
		final double[] errors = converged ? errors(window.size) : null;
		return new Result(Peak.of(current.p), errors == null ? Double.NaN : errors[0], errors == null
			? Double.NaN : errors[1], errors != null);
	}

	private void weigh(final Window window, final Peak model) {
		if (weight.length < window.size) weight = new double[window.x.length];
		for (int i = 0; i < window.size; i++)
			weight[i] = 1 / noise.variance(model.background() + window.tail[i] + model.height(
				window.x[i], window.y[i]));
	}

	/** The damping follows how well the gain was foretold (Nielsen 1999, IMM-REP-1999-05). */
	private boolean descend(final Window window) {
		double damping = DAMPING, growth = 2;
		for (int i = 0; i < ITERATIONS && damping < MOST_DAMPING; i++) {
			progress.checkCanceled();
			final double[] step = step(damping);
			final double foretold = step == null ? Double.NaN : gain(step, damping);
			if (step != null && damping <= TRUSTED && isNothing(step, foretold)) return true;
			if (step != null) {
				System.arraycopy(current.p, 0, trial.p, 0, trial.p.length);
				for (int k = 0; k < n; k++)
					trial.p[k] += step[k];
				evaluate(window, trial);
			}
			if (step != null && trial.cost < current.cost) {
				final double ratio = (current.cost - trial.cost) / foretold;
				damping = Math.max(LEAST_DAMPING, damping * Math.max(1.0 / 3, 1 - Math.pow(2 * ratio - 1,
					3)));
				growth = 2;
				final Equations worse = current;
				current = trial;
				trial = worse;
			}
			else {
				damping *= growth;
				growth *= 2;
			}
		}
		return false;
	}

	/** Solves (N + damping · diag N) step = right; null if N is singular. */
	private double[] step(final double damping) {
		final DMatrixRMaj matrix = scaled(damping), right = new DMatrixRMaj(n, 1), solution =
			new DMatrixRMaj(n, 1);
		if (matrix == null || !solver.setA(matrix)) return null;
		for (int k = 0; k < n; k++)
			right.data[k] = current.right[k] / scale(k);
		solver.solve(right, solution);
		final double[] step = solution.data;
		for (int k = 0; k < n; k++) {
			step[k] /= scale(k);
			if (!Double.isFinite(step[k])) return null;
		}
		return step;
	}

	/** The normal matrix with ones on its diagonal, plus the damping. */
	private DMatrixRMaj scaled(final double damping) {
		final DMatrixRMaj matrix = new DMatrixRMaj(n, n);
		for (int k = 0; k < n; k++) {
			if (!(scale(k) > 0)) return null;
			for (int l = 0; l <= k; l++) {
				final double v = current.normal[k][l] / (scale(k) * scale(l));
				matrix.set(k, l, v);
				matrix.set(l, k, v);
			}
			matrix.set(k, k, 1 + damping);
		}
		return matrix;
	}

	private double scale(final int k) {
		return Math.sqrt(current.normal[k][k]);
	}

	/** What a step takes from the sum of squares if the model were linear. */
	private double gain(final double[] step, final double damping) {
		double gain = 0;
		for (int k = 0; k < n; k++)
			gain += step[k] * (current.right[k] + damping * current.normal[k][k] * step[k]);
		return gain;
	}

	private boolean isNothing(final double[] step, final double gain) {
		if (gain <= NO_GAIN * current.cost) return true;
		final double[] p = current.p;
		final double width = 1 / Math.sqrt(p[4]);
		boolean nothing = Math.abs(step[0]) < NO_STEP * Math.abs(p[1]) && Math.abs(step[1]) < NO_STEP *
			Math.abs(p[1]) && Math.abs(step[2]) < NO_STEP * width && Math.abs(step[3]) < NO_STEP * width;
		for (int k = 4; k < n; k++)
			nothing &= Math.abs(step[k]) < NO_STEP * p[4];
		return nothing;
	}

	/** Cost, normal matrix (lower half) and right-hand side; an infinite cost where there is no peak. */
	private void evaluate(final Window window, final Equations e) {
		final double[] p = e.p;
		final double xy = elliptic ? p[5] : 0, yy = elliptic ? p[6] : p[4];
		e.cost = Double.POSITIVE_INFINITY;
		if (!(p[4] > 0 && yy > 0 && p[4] * yy > xy * xy)) return;
		Arrays.fill(e.right, 0);
		for (final double[] row : e.normal)
			Arrays.fill(row, 0);
		double cost = 0;
		for (int i = 0; i < window.size; i++) {
			final double dx = window.x[i] - p[2], dy = window.y[i] - p[3];
			final double unit = Math.exp(-0.5 * (p[4] * dx * dx + 2 * xy * dx * dy + yy * dy * dy));
			final double height = p[1] * unit;
			gradient[0] = 1;
			gradient[1] = unit;
			gradient[2] = height * (p[4] * dx + xy * dy);
			gradient[3] = height * (xy * dx + yy * dy);
			if (!elliptic) gradient[4] = -0.5 * height * (dx * dx + dy * dy);
			else {
				gradient[4] = -0.5 * height * dx * dx;
				gradient[5] = -height * dx * dy;
				gradient[6] = -0.5 * height * dy * dy;
			}
			final double residual = window.value[i] - window.tail[i] - p[0] - height;
			cost += weight[i] * residual * residual;
			accumulate(e, weight[i], residual);
		}
		e.cost = Double.isNaN(cost) ? Double.POSITIVE_INFINITY : cost;
	}

	private void accumulate(final Equations e, final double w, final double residual) {
		for (int k = 0; k < n; k++) {
			final double g = w * gradient[k];
			final double[] row = e.normal[k];
			e.right[k] += g * residual;
			for (int l = 0; l <= k; l++)
				row[l] += g * gradient[l];
		}
	}

	/**
	 * Standard errors of x and y from the inverse of the normal matrix; larger if the
	 * residuals are larger than the noise. Null if it is singular.
	 */
	private double[] errors(final int pixels) {
		final DMatrixRMaj matrix = scaled(0), inverse = new DMatrixRMaj(n, n);
		if (matrix == null || !solver.setA(matrix)) return null;
		solver.invert(inverse);
		final double misfit = Math.max(1, current.cost / Math.max(1, pixels - n));
		return new double[] { Math.sqrt(misfit * inverse.get(2, 2)) / scale(2), Math.sqrt(misfit *
			inverse.get(3, 3)) / scale(3) };
	}
}
