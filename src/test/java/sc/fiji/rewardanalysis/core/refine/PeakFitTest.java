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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.Progress;

/** The fit against that of Commons Math, with a Jacobian by differences. */
class PeakFitTest {

	private static final NoiseModel NOISE = new NoiseModel(0.5, 1, 0.01);

	private static Window window(final Peak peak, final long seed) {
		final Random random = new Random(seed);
		final Window window = new Window();
		for (int y = 0; y < 21; y++)
			for (int x = 0; x < 21; x++) {
				final double v = peak.background() + peak.height(x, y);
				window.add(x, y, v + Math.sqrt(NOISE.variance(v)) * random.nextGaussian());
			}
		window.addTail(new Peak(0, 20, 19, 12, 0.1, 0, 0.1), 8);
		return window;
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void commonsMathFindsTheSameMinimum(final boolean elliptic) {
		final Peak truth = elliptic ? new Peak(5, 40, 10.3, 9.8, 0.12, 0.03, 0.08) : new Peak(5, 40, 10.3,
			9.8, 0.1, 0, 0.1);
		final Peak start = new Peak(5, 35, 10, 10, 0.09, 0, 0.09);
		for (int seed = 0; seed < 10; seed++) {
			final Window window = window(truth, seed);
			final PeakFit.Result result = new PeakFit(elliptic, NOISE, Progress.NONE).fit(window, start);
			final Optimum expected = commonsMath(window, start, elliptic);
			assertTrue(result.converged());
			final double[] p = result.peak().parameters(elliptic), q = expected.getPoint().toArray();
			final double[] sigma = expected.getSigma(1e-14).toArray();
			for (int k = 0; k < p.length; k++)
				assertEquals(q[k], p[k], 1e-3 * sigma[k], "parameter " + k);
			final double misfit = Math.sqrt(Math.max(1, expected.getCost() * expected.getCost() /
				(window.size - p.length)));
			assertEquals(misfit * sigma[2], result.errorX(), 1e-4 * sigma[2]);
			assertEquals(misfit * sigma[3], result.errorY(), 1e-4 * sigma[3]);
		}
	}

	/** The same weights, those of the start. */
	static Optimum commonsMath(final Window w, final Peak start, final boolean elliptic) {
		final double[] weight = new double[w.size], target = new double[w.size];
		for (int i = 0; i < w.size; i++) {
			weight[i] = Math.sqrt(1 / NOISE.variance(start.background() + w.tail[i] + start.height(w.x[i],
				w.y[i])));
			target[i] = weight[i] * (w.value[i] - w.tail[i]);
		}
		return new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder().start(start
			.parameters(elliptic)).target(target).model(point -> {
				final double[] p = point.toArray();
				final double[] at = values(w, weight, p);
				final double[][] jacobian = new double[w.size][p.length];
				for (int k = 0; k < p.length; k++) {
					final double h = 1e-6 * Math.max(0.1, Math.abs(p[k]));
					final double[] up = p.clone(), down = p.clone();
					up[k] += h;
					down[k] -= h;
					final double[] a = values(w, weight, up), b = values(w, weight, down);
					for (int i = 0; i < at.length; i++)
						jacobian[i][k] = (a[i] - b[i]) / (2 * h);
				}
				return new Pair<>(new ArrayRealVector(at, false), new Array2DRowRealMatrix(jacobian, false));
			}).maxEvaluations(500).maxIterations(500).build());
	}

	private static double[] values(final Window w, final double[] weight, final double[] p) {
		final Peak peak = Peak.of(p);
		final double[] values = new double[w.size];
		for (int i = 0; i < values.length; i++)
			values[i] = weight[i] * (peak.background() + peak.height(w.x[i], w.y[i]));
		return values;
	}

	@Test
	void aPlainHasNoPeak() {
		final Window window = new Window();
		for (int i = 0; i < 100; i++)
			window.add(i % 10, i / 10, 3);
		assertFalse(new PeakFit(false, NOISE, Progress.NONE).fit(window, new Peak(3, 0, 5, 5, 0.1, 0,
			0.1)).converged());
	}
}
