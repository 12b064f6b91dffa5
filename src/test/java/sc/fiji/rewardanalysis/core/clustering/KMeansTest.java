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
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class KMeansTest {

	@Test
	void centresAreTheMeansOfTheirPointsAndPointsAreNearestToThem() {
		for (int seed = 0; seed < 10; seed++) {
			final Points points = Simulated.clusters(1300, 3, 5, 2, seed);
			final KMeans clusters = KMeans.fit(points, 5, 2, seed, Progress.NONE);
			assertTrue(clusters.converged());
			final Memberships memberships = clusters.memberships(points, Progress.NONE);
			final double[][] sums = new double[5][3];
			final int[] counts = new int[5];
			double inertia = 0;
			for (int i = 0; i < points.size(); i++) {
				final int label = memberships.label(i);
				double own = 0;
				for (int a = 0; a < 3; a++)
					own += Math.pow(points.get(i, a) - clusters.mean(label)[a], 2);
				for (int c = 0; c < 5; c++) {
					double other = 0;
					for (int a = 0; a < 3; a++)
						other += Math.pow(points.get(i, a) - clusters.mean(c)[a], 2);
					assertTrue(own <= other + 1e-9);
					assertEquals(c == label ? 1 : 0, memberships.probability(i, c));
				}
				inertia += own;
				counts[label]++;
				for (int a = 0; a < 3; a++)
					sums[label][a] += points.get(i, a);
			}
			assertEquals(inertia, clusters.inertia(), 1e-9 * inertia);
			for (int c = 0; c < 5; c++) {
				assertEquals(counts[c] / 1300.0, clusters.weights()[c], 1e-12);
				for (int a = 0; a < 3; a++)
					assertEquals(sums[c][a] / counts[c], clusters.mean(c)[a], 1e-9);
			}
		}
	}

	@Test
	void covariancesAreTheScatterWithin() {
		final Points points = new Points(5, 1, new double[] { 0, 1, 2, 10, 14 });
		final KMeans clusters = KMeans.fit(points, 2, 3, 1, Progress.NONE);
		assertEquals(2.0 / 3, clusters.covariance(0)[0][0], 1e-12);
		assertEquals(4, clusters.covariance(1)[0][0], 1e-12);
		assertEquals(1, clusters.mean(0)[0], 1e-12);
		assertEquals(12, clusters.mean(1)[0], 1e-12);
	}

	@Test
	void asManyClustersAsPointsLeaveNoneEmpty() {
		final Random random = new Random(1);
		for (int trial = 0; trial < 30; trial++) {
			final int n = 1 + random.nextInt(12);
			final KMeans clusters = KMeans.fit(new Points(n, 2, random.doubles(2L * n).toArray()), n, 1,
				trial, Progress.NONE);
			assertEquals(0, clusters.inertia(), 1e-12);
			for (final double weight : clusters.weights())
				assertEquals(1.0 / n, weight, 1e-12);
		}
	}

	@Test
	void doesNotDependOnThreads() throws Exception {
		final Points points = Simulated.clusters(9000, 2, 6, 1, 2);
		final List<double[]> labels = Simulated.threads(() -> KMeans.fit(points, 6, 2, 1, Progress.NONE)
			.memberships(points, Progress.NONE).probabilities());
		assertArrayEquals(labels.get(0), labels.get(1));
		assertArrayEquals(labels.get(0), labels.get(2));
	}

	@Test
	void saysWhatIsWrong() {
		assertTrue(assertThrows(RewardAnalysisException.class, () -> KMeans.fit(new Points(3, 1,
			new double[3]), 4, 1, 1, Progress.NONE)).getMessage().contains("at least 4 points"));
		assertTrue(assertThrows(RewardAnalysisException.class, () -> KMeans.fit(new Points(3, 1,
			new double[3]), 2, 1, 1, Progress.NONE)).getMessage().contains("Only 1 of the 3"));
	}
}
