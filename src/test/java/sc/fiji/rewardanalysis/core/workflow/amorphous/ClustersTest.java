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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.ClusterModel;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.GaussianMixture;
import sc.fiji.rewardanalysis.core.clustering.KMeans;
import sc.fiji.rewardanalysis.core.clustering.MixtureOptions;
import sc.fiji.rewardanalysis.core.clustering.Points;

/**
 * Three clusters far apart: 300 atoms, 200 that scatter three times as far, and 100 whose
 * disorder is the largest.
 */
class ClustersTest {

	private static final int ATOMS = 600, WIDE = 400, FEW = 550;
	private static final double[] DISORDER = IntStream.range(0, ATOMS).mapToDouble(i -> of(i) == 2 ? 3
		: 1).toArray();

	private static int of(final int atom) {
		return atom < 300 ? 0 : atom < 500 ? 1 : 2;
	}

	/** @param sign of the first axis, as arbitrary as that of a principal component */
	private static Points points(final double sign) {
		final Random random = new Random(4);
		final double[] values = new double[2 * ATOMS];
		for (int i = 0; i < ATOMS; i++) {
			final double scale = of(i) == 1 ? 3 : 1;
			values[2 * i] = sign * (40 * of(i) + scale * random.nextGaussian());
			values[2 * i + 1] = scale * random.nextGaussian();
		}
		return new Points(ATOMS, 2, values);
	}

	private static Clusters clusters(final ModelType type, final CovarianceType covariance,
		final double sign)
	{
		final Points points = points(sign);
		final ClusterModel model = type == ModelType.KMEANS ? KMeans.fit(points, 3, 5, 1, Progress.NONE)
			: GaussianMixture.fit(points, MixtureOptions.of(3, covariance, 1), Progress.NONE);
		return new Clusters(new Clustering(FeatureSet.GEOMETRY, 0, null, 0, type, covariance, 3), IntStream
			.range(0, ATOMS).toArray(), points, model, model.memberships(points, Progress.NONE));
	}

	private static void assertRules(final Clusters clusters) {
		assertChosen(clusters, AmorphousRule.SPREAD, WIDE);
		assertChosen(clusters, AmorphousRule.RAREST, FEW);
		assertChosen(clusters, AmorphousRule.DISORDER, FEW);
	}

	private static void assertChosen(final Clusters clusters, final AmorphousRule rule,
		final int atom)
	{
		assertEquals(1, clusters.memberships().probability(atom, clusters.amorphous(rule, DISORDER)), 0.01,
			rule.name());
	}

	/** With tied covariances too, where the model's own are all the same; whatever the signs. */
	@ParameterizedTest
	@EnumSource(CovarianceType.class)
	void rulesOfMixtures(final CovarianceType covariance) {
		assertRules(clusters(ModelType.MIXTURE, covariance, 1));
		assertRules(clusters(ModelType.MIXTURE, covariance, -1));
	}

	@Test
	void rulesOfKMeans() {
		assertRules(clusters(ModelType.KMEANS, null, 1));
		assertRules(clusters(ModelType.KMEANS, null, -1));
	}
}
