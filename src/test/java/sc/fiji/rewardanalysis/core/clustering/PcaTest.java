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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class PcaTest {

	@ParameterizedTest
	@CsvSource({ "700, 30, 4", "300, 45, 6", "1000, 200, 8", "20, 90, 5", "257, 33, 33" })
	void theIterationFindsWhatTheCovarianceMatrixDoes(final int size, final int dimension,
		final int components)
	{
		final FloatMatrix samples = Simulated.samples(size, dimension, 5, dimension);
		final int number = Math.min(components, size);
		final Pca exact = Pca.fit(samples, number, 3, true, Progress.NONE), streamed = Pca.fit(samples,
			number, 4, false, Progress.NONE);
		final double[] variance = exact.explainedVariance();
		for (int i = 0; i < number; i++)
			assertEquals(variance[i], streamed.explainedVariance()[i], 1e-3 * variance[i] + 1e-6 *
				variance[0]);
		final double[] a = exact.project(samples, Progress.NONE).values(), b = streamed.project(samples,
			Progress.NONE).values();
		// The strong components are the same ones, signs included.
		for (int i = 0; i < a.length; i++)
			if (i % number < 4) assertEquals(a[i], b[i], 1e-3 * Math.sqrt(variance[0]));
	}

	@Test
	void componentsAreOrthonormalAndScoresHaveTheirVariance() {
		final FloatMatrix samples = Simulated.samples(900, 300, 6, 1);
		final Pca pca = Pca.fit(samples, 9, 1, Progress.NONE);
		final Points scores = pca.project(samples, Progress.NONE);
		for (int i = 0; i < 9; i++) {
			for (int j = 0; j < 9; j++)
				assertEquals(i == j ? 1 : 0, Vectors.dot(pca.component(i), pca.component(j)), 1e-9);
			double squares = 0, farthest = 0;
			for (int n = 0; n < scores.size(); n++) {
				squares += scores.get(n, i) * scores.get(n, i);
				if (Math.abs(scores.get(n, i)) > Math.abs(farthest)) farthest = scores.get(n, i);
			}
			assertEquals(pca.explainedVariance()[i], squares / 899, 1e-4 * pca.explainedVariance()[0]);
			assertTrue(farthest > 0, "the farthest sample lies in the positive direction");
		}
	}

	@Test
	void aRotationOfTheFeaturesTurnsTheComponentsAndKeepsTheScores() {
		final FloatMatrix samples = Simulated.samples(500, 12, 4, 5);
		final double angle = 0.7;
		final float[] turned = samples.values().clone();
		for (int n = 0; n < 500; n++) {
			final float a = turned[n * 12], b = turned[n * 12 + 5];
			turned[n * 12] = (float) (Math.cos(angle) * a - Math.sin(angle) * b);
			turned[n * 12 + 5] = (float) (Math.sin(angle) * a + Math.cos(angle) * b);
		}
		final FloatMatrix rotated = new FloatMatrix(500, 12, turned);
		final Pca before = Pca.fit(samples, 4, 1, Progress.NONE), after = Pca.fit(rotated, 4, 1,
			Progress.NONE);
		assertArrayEquals(before.explainedVariance(), after.explainedVariance(), 1e-4);
		assertArrayEquals(before.project(samples, Progress.NONE).values(), after.project(rotated,
			Progress.NONE).values(), 2e-4);
	}

	@ParameterizedTest
	@CsvSource({ "1e-12", "1e12" })
	void anotherUnitScalesTheVarianceOnly(final double unit) {
		final FloatMatrix samples = Simulated.samples(400, 20, 3, 6);
		final float[] scaled = new float[samples.values().length];
		for (int i = 0; i < scaled.length; i++)
			scaled[i] = (float) (samples.values()[i] * unit);
		final Pca before = Pca.fit(samples, 3, 1, Progress.NONE), after = Pca.fit(new FloatMatrix(400, 20,
			scaled), 3, 1, Progress.NONE);
		for (int i = 0; i < 3; i++)
			assertEquals(before.explainedVariance()[i], after.explainedVariance()[i] / unit / unit, 1e-4);
	}

	@Test
	void doesNotDependOnThreads() throws Exception {
		for (final boolean exactly : new boolean[] { true, false }) {
			final FloatMatrix samples = Simulated.samples(5000, 70, 5, 2);
			final List<double[]> scores = Simulated.threads(() -> Pca.fit(samples, 5, 1, exactly,
				Progress.NONE).project(samples, Progress.NONE).values());
			assertArrayEquals(scores.get(0), scores.get(1));
			assertArrayEquals(scores.get(0), scores.get(2));
		}
	}

	@Test
	void samplesOfFewDirectionsHaveComponentsWithoutVariance() {
		final float[] values = new float[40 * 300];
		for (int i = 0; i < values.length; i++)
			values[i] = (i / 300) % 4 == 0 ? i % 300 : (i / 300) % 4;
		for (final boolean exactly : new boolean[] { true, false }) {
			final Pca pca = Pca.fit(new FloatMatrix(40, 300, values), 6, 1, exactly, Progress.NONE);
			assertEquals(1, Vectors.sum(pca.explainedVarianceRatio()), 1e-5);
			assertTrue(IntStream.range(0, 6).mapToDouble(i -> Vectors.norm(pca.component(i))).allMatch(
				norm -> Math.abs(norm - 1) < 1e-9));
			assertTrue(pca.explainedVariance()[5] < 1e-6 * pca.explainedVariance()[0]);
		}
	}

	@Test
	void saysWhatIsWrongWithTheSamples() {
		assertMessage("identical", new FloatMatrix(3, 2, new float[] { 1, 2, 1, 2, 1, 2 }), 1);
		assertMessage("finite", new FloatMatrix(3, 2, new float[] { 1, 2, Float.NaN, 2, 1, 2 }), 1);
		assertMessage("at least 2", new FloatMatrix(1, 2, new float[2]), 1);
		assertMessage("at most 2", new FloatMatrix(3, 2, new float[6]), 3);
		final Pca pca = Pca.fit(Simulated.samples(30, 5, 2, 1), 2, 1, Progress.NONE);
		assertTrue(assertThrows(RewardAnalysisException.class, () -> pca.project(Simulated.samples(3, 4, 1,
			1), Progress.NONE)).getMessage().contains("5 features"));
	}

	@Test
	void canBeCancelled() {
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> Pca.fit(Simulated.samples(3000, 20, 2, 1), 2, 1,
			cancelled));
	}

	private static void assertMessage(final String part, final FloatMatrix samples,
		final int components)
	{
		final String message = assertThrows(RewardAnalysisException.class, () -> Pca.fit(samples,
			components, 1, Progress.NONE)).getMessage();
		assertTrue(message.contains(part), message);
	}
}
