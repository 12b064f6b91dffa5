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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.workflow.Range;

class RegionRangesTest {

	private static final double SPACING = 0.2;
	private static final RegionRanges ALL = RegionRanges.of(SPACING);

	private static RegionRanges only(final FeatureSet features, final ModelType model,
		final MaskRule mask)
	{
		return new RegionRanges(List.of(features), List.of(model), ALL.covariances(), ALL.windows(), ALL
			.normalization(), ALL.dimensions(), ALL.components(), ALL.threshold(), ALL.smoothing(), ALL
				.dilation(), mask, ALL.fewestAtoms(), ALL.leastContrast());
	}

	private static Set<String> names(final RegionRanges ranges) {
		return ranges.space().parameters().stream().map(Parameter::name).collect(Collectors.toSet());
	}

	@Test
	void windowsAreInEqualRatios() {
		final List<Double> windows = RegionRanges.windows(new Range(0.25, 0.8));
		assertEquals(8, windows.size());
		assertEquals(0.25, windows.get(0));
		assertEquals(0.8, windows.get(7));
		for (int i = 1; i < 8; i++)
			assertEquals(Math.pow(3.2, 1 / 7.0), windows.get(i) / windows.get(i - 1), 0.01);
		assertEquals(List.of(0.3), RegionRanges.windows(new Range(0.3, 0.3)));
	}

	/** What can't matter isn't searched. */
	@Test
	void parametersThatNeverMatterAreLeftOut() {
		assertEquals(Set.of("features", "model", "components", "threshold", "dilation"), names(only(
			FeatureSet.GEOMETRY, ModelType.KMEANS, MaskRule.BOXES)));
		assertEquals(Set.of("features", "model", "covariance", "window", "dimensions", "components",
			"threshold", "smoothing", "dilation"), names(only(FeatureSet.BOTH, ModelType.MIXTURE,
				MaskRule.NEAREST)));
	}

	/** Any point of the space clusters within the ranges, and each type of covariance is as likely. */
	@Test
	void anyPointIsAClustering() {
		final SearchSpace space = ALL.space();
		final Random random = new Random(1);
		final int[] count = new int[CovarianceType.values().length];
		final Set<FeatureSet> features = EnumSet.noneOf(FeatureSet.class);
		for (int i = 0; i < 2000; i++) {
			final Configuration point = space.at(random.doubles(space.dimension()).toArray());
			final Clustering clustering = ALL.clustering(point, space);
			features.add(clustering.features());
			assertEquals(clustering.features().hasPixels(), point.names().contains("window"));
			assertTrue(clustering.components() >= 2 && clustering.components() <= 8);
			if (clustering.features().hasPixels()) {
				assertTrue(ALL.windows().contains(clustering.window()));
				assertTrue(clustering.dimensions() >= 2 && clustering.dimensions() <= 12);
			}
			if (clustering.model() == ModelType.MIXTURE) count[clustering.covariance().ordinal()]++;
			else assertFalse(point.names().contains("covariance"));
			final RegionRule rule = ALL.rule(point);
			assertTrue(rule.threshold() >= 0.1 && rule.threshold() <= 0.9);
			assertTrue(rule.smoothing() <= 1.5 * SPACING && rule.dilation() <= SPACING / 2);
		}
		assertEquals(EnumSet.allOf(FeatureSet.class), features);
		for (final int n : count)
			assertEquals(250, n, 60);
	}
}
