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

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class GaussianMixtureTest {

	@ParameterizedTest
	@EnumSource(CovarianceType.class)
	void theLikelihoodNeverFalls(final CovarianceType type) {
		for (int seed = 0; seed < 5; seed++) {
			final Points points = Simulated.clusters(600, 3, 4, 1.5, seed);
			GaussianMixture mixture = steps(points, type, start(points, 3), 1);
			double before = mixture.lowerBound();
			for (int step = 0; step < 40; step++) {
				mixture = steps(points, type, mixture, 1);
				assertTrue(mixture.lowerBound() >= before - 1e-12, type + " seed " + seed + " step " + step);
				before = mixture.lowerBound();
			}
		}
	}

	@Test
	void findsTheClustersThatPointsWereDrawnFrom() {
		final Points points = Simulated.clusters(3000, 4, 3, 8, 3);
		final GaussianMixture mixture = GaussianMixture.fit(points, MixtureOptions.of(3,
			CovarianceType.FULL, 1), Progress.NONE);
		assertTrue(mixture.converged());
		final Memberships memberships = mixture.memberships(points, Progress.NONE);
		for (int i = 3; i < 3000; i++)
			assertEquals(memberships.label(i % 3), memberships.label(i));
		for (int c = 0; c < 3; c++)
			assertEquals(1.0 / 3, mixture.weights()[c], 1e-3);
	}

	@Test
	void oneComponentIsTheMeanAndTheCovariance() {
		final Points points = Simulated.clusters(1000, 2, 1, 3, 4);
		final GaussianMixture mixture = GaussianMixture.fit(points, new MixtureOptions(1,
			CovarianceType.FULL, 1, 10, 0, 0, 1), Progress.NONE);
		double x = 0, y = 0, xy = 0;
		for (int i = 0; i < 1000; i++) {
			x += points.get(i, 0) / 1000;
			y += points.get(i, 1) / 1000;
		}
		for (int i = 0; i < 1000; i++)
			xy += (points.get(i, 0) - x) * (points.get(i, 1) - y) / 1000;
		assertArrayEquals(new double[] { x, y }, mixture.mean(0), 1e-12);
		assertEquals(xy, mixture.covariance(0)[0][1], 1e-12);
		final double[][] s = mixture.covariance(0);
		final double determinant = s[0][0] * s[1][1] - s[0][1] * s[1][0];
		// The mean of the squared Mahalanobis distances is the dimension.
		assertEquals(-Math.log(2 * Math.PI) - Math.log(determinant) / 2 - 1, mixture.lowerBound(), 1e-10);
	}

	@Test
	void anAffineMapOfThePointsMapsAFullMixture() {
		final Points points = Simulated.clusters(900, 3, 3, 2, 7);
		final double[][] matrix = { { 2, 0.5, 0 }, { -1, 30, 0.2 }, { 0, 0.1, 0.04 } };
		final double logDeterminant = Math.log(2 * (30 * 0.04 - 0.2 * 0.1) + 0.5 * 0.04);
		final Points mapped = Simulated.mapped(points, matrix, 5, -1000, 3);
		final GaussianMixture from = GaussianMixture.from(points, CovarianceType.FULL, start(points, 3)
			.weights, start(points, 3).means, start(points, 3).covariances, 0, 30, 0, Progress.NONE);
		final Start start = start(points, 3);
		final double[][] means = Arrays.stream(start.means).map(m -> Simulated.mapped(new Points(1, 3, m),
			matrix, 5, -1000, 3).values()).toArray(double[][]::new);
		final double[][][] covariances = Arrays.stream(start.covariances).map(s -> times(times(matrix, s),
			transposed(matrix))).toArray(double[][][]::new);
		final GaussianMixture to = GaussianMixture.from(mapped, CovarianceType.FULL, start.weights, means,
			covariances, 0, 30, 0, Progress.NONE);
		assertArrayEquals(from.memberships(points, Progress.NONE).probabilities(), to.memberships(mapped,
			Progress.NONE).probabilities(), 1e-7);
		assertEquals(from.lowerBound() - logDeterminant, to.lowerBound(), 1e-9);
	}

	@ParameterizedTest
	@EnumSource(CovarianceType.class)
	void anotherUnitChangesNoMembership(final CovarianceType type) {
		final Points points = Simulated.clusters(400, 3, 3, 2, 8);
		final double[] scaled = Arrays.stream(points.values()).map(v -> v * 1024).toArray();
		final MixtureOptions options = MixtureOptions.of(3, type, 1);
		assertArrayEquals(GaussianMixture.fit(points, options, Progress.NONE).memberships(points,
			Progress.NONE).probabilities(), GaussianMixture.fit(new Points(400, 3, scaled), options,
				Progress.NONE).memberships(new Points(400, 3, scaled), Progress.NONE).probabilities(), 1e-9);
	}

	@ParameterizedTest
	@EnumSource(CovarianceType.class)
	void doesNotDependOnThreads(final CovarianceType type) throws Exception {
		final Points points = Simulated.clusters(7001, 3, 4, 1, 9);
		final List<GaussianMixture> mixtures = Simulated.threads(() -> GaussianMixture.fit(points,
			new MixtureOptions(4, type, 2, 30, 1e-6, 1e-6, 5), Progress.NONE));
		for (final GaussianMixture other : mixtures.subList(1, 3)) {
			assertEquals(mixtures.get(0).lowerBound(), other.lowerBound());
			assertArrayEquals(mixtures.get(0).memberships(points, Progress.NONE).probabilities(), other
				.memberships(points, Progress.NONE).probabilities());
		}
	}

	@ParameterizedTest
	@EnumSource(CovarianceType.class)
	void whateverThePointsNothingIsNaN(final CovarianceType type) {
		final Random random = new Random(1);
		for (int trial = 0; trial < 60; trial++) {
			final int d = 1 + random.nextInt(4), k = 1 + random.nextInt(6);
			final int n = GaussianMixture.pointsNeeded(k, type, d) + random.nextInt(30);
			// Few different values: ties, duplicates, flat clusters.
			final int levels = 2 + random.nextInt(20);
			final double unit = Math.pow(10, random.nextInt(13) - 6);
			final double[] values = random.ints((long) n * d, 0, levels).mapToDouble(v -> v * unit).toArray();
			final Points points = new Points(n, d, values);
			try {
				final GaussianMixture mixture = GaussianMixture.fit(points, MixtureOptions.of(k, type, trial),
					Progress.NONE);
				check(mixture, points, k);
			}
			catch (final RewardAnalysisException exc) {
				assertTrue(exc.getMessage().contains("differ"), exc.getMessage());
			}
		}
	}

	private static void check(final GaussianMixture mixture, final Points points, final int k) {
		assertEquals(k, mixture.components() + mixture.dropped());
		assertEquals(1, Vectors.sum(mixture.weights()), 1e-12);
		final GaussianMixture.Evaluation evaluation = mixture.evaluate(points, Progress.NONE);
		assertTrue(Double.isFinite(evaluation.logLikelihood()));
		assertTrue(evaluation.icl() >= evaluation.bic());
		for (int i = 0; i < points.size(); i++) {
			double sum = 0;
			for (int c = 0; c < mixture.components(); c++)
				sum += evaluation.memberships().probability(i, c);
			assertEquals(1, sum, 1e-12);
		}
	}

	@Test
	void aComponentFarFromAllPointsStartsAgain() {
		final Points points = Simulated.clusters(300, 2, 2, 6, 11);
		final Start start = start(points, 2);
		start.means[1] = new double[] { 1e4, 1e4 };
		final GaussianMixture mixture = GaussianMixture.from(points, CovarianceType.FULL, start.weights,
			start.means, start.covariances, 1e-6, 200, 1e-9, Progress.NONE);
		assertEquals(0, mixture.dropped());
		assertEquals(0.5, mixture.weights()[0], 0.01);
	}

	@Test
	void aComponentThatKeepsDyingIsDropped() {
		// A single point away from the others can't hold a full covariance.
		final Points crowd = Simulated.clusters(60, 2, 1, 0, 12);
		final double[] values = Arrays.copyOf(crowd.values(), 122);
		values[120] = values[121] = 1000;
		final GaussianMixture mixture = GaussianMixture.fit(new Points(61, 2, values), MixtureOptions.of(2,
			CovarianceType.FULL, 1), Progress.NONE);
		assertEquals(2, mixture.components() + mixture.dropped());
		assertTrue(Double.isFinite(mixture.lowerBound()));
		assertTrue(IntStream.range(0, mixture.components()).allMatch(c -> mixture.weights()[c] * 61 > 2.9));
	}

	@Test
	void saysWhatIsWrongWithThePoints() {
		assertMessage("at least 12 points, and there are 11", Simulated.clusters(11, 3, 1, 1, 1), 3);
		assertMessage("identical", new Points(20, 2, new double[40]), 2);
		final double[] two = IntStream.range(0, 40).mapToDouble(i -> i / 2 % 2).toArray();
		assertMessage("Only 2 of the 20 points differ", new Points(20, 2, two), 3);
		two[7] = Double.NaN;
		assertMessage("point 3 is NaN", new Points(20, 2, two), 2);
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
		final Points points = Simulated.clusters(9000, 2, 2, 1, 1);
		assertThrows(CancellationException.class, () -> GaussianMixture.fit(points, MixtureOptions.of(2,
			CovarianceType.FULL, 1), cancelled));
		assertThrows(CancellationException.class, () -> KMeans.fit(points, 2, 1, 1, cancelled));
	}

	private static void assertMessage(final String part, final Points points, final int components) {
		final String message = assertThrows(RewardAnalysisException.class, () -> GaussianMixture.fit(
			points, MixtureOptions.of(components, CovarianceType.FULL, 1), Progress.NONE)).getMessage();
		assertTrue(message.contains(part), message);
	}

	/** What a mixture begins with. */
	private record Start(double[] weights, double[][] means, double[][][] covariances) {}

	/** Means at the first points, unit covariances. */
	private static Start start(final Points points, final int components) {
		final int d = points.dimension();
		final double[] weights = new double[components];
		Arrays.fill(weights, 1.0 / components);
		final double[][] means = IntStream.range(0, components).mapToObj(c -> Arrays.copyOfRange(points
			.values(), c * d, (c + 1) * d)).toArray(double[][]::new);
		final double[][][] covariances = new double[components][d][d];
		for (final double[][] covariance : covariances)
			for (int i = 0; i < d; i++)
				covariance[i][i] = 1;
		return new Start(weights, means, covariances);
	}

	private static GaussianMixture steps(final Points points, final CovarianceType type,
		final Start start, final int steps)
	{
		return GaussianMixture.from(points, type, start.weights, start.means, start.covariances, 0, steps,
			0, Progress.NONE);
	}

	private static GaussianMixture steps(final Points points, final CovarianceType type,
		final GaussianMixture from, final int steps)
	{
		final int k = from.components();
		return steps(points, type, new Start(from.weights(), IntStream.range(0, k).mapToObj(from::mean)
			.toArray(double[][]::new), IntStream.range(0, k).mapToObj(from::covariance).toArray(
				double[][][]::new)), steps);
	}

	private static double[][] times(final double[][] a, final double[][] b) {
		final double[][] product = new double[a.length][b[0].length];
		for (int i = 0; i < a.length; i++)
			for (int j = 0; j < b.length; j++)
				Vectors.add(b[j], a[i][j], product[i]);
		return product;
	}

	private static double[][] transposed(final double[][] a) {
		return IntStream.range(0, a[0].length).mapToObj(j -> Arrays.stream(a).mapToDouble(row -> row[j])
			.toArray()).toArray(double[][]::new);
	}
}
