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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.Progress;

class ModelSelectionTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void findsTheNumberOfClustersThatLieApart(final int clusters) {
		final Points points = Simulated.clusters(600, 3, clusters, 8, clusters);
		for (final Criterion criterion : new Criterion[] { Criterion.BIC, Criterion.ICL })
			assertEquals(clusters, select(points, criterion).suggested(), criterion.name());
	}

	/** What the default is for: BIC describes the shape of a cluster by several components. */
	@Test
	void clustersThatArentNormalAreSplitByBicAndNotByIcl() {
		final Random random = new Random(5);
		final double[] values = new double[2 * 6000];
		for (int i = 0; i < 6000; i++) {
			// Discs and not bells.
			final double angle = 2 * Math.PI * random.nextDouble(), radius = Math.sqrt(random.nextDouble());
			values[2 * i] = 4 * (i % 3) + radius * Math.cos(angle);
			values[2 * i + 1] = 3 * (i % 2) + radius * Math.sin(angle);
		}
		final ModelSelection byIcl = select(new Points(6000, 2, values), Criterion.ICL);
		assertEquals(6, byIcl.suggested());
		assertTrue(byIcl.by(Criterion.BIC).suggested() > 6, byIcl.by(Criterion.BIC).reason());
		assertEquals(6, byIcl.mixture().components());
	}

	@Test
	void theReasonIsASentence() {
		final ModelSelection selection = select(Simulated.clusters(600, 2, 3, 9, 1), Criterion.ICL);
		assertTrue(selection.reason().startsWith("ICL is smallest with 3 components"), selection
			.reason());
		assertTrue(selection.reason().endsWith("."), selection.reason());
	}

	@Test
	void numbersThatThePointsAreTooFewForAreLeftOut() {
		final ModelSelection selection = select(Simulated.clusters(14, 3, 1, 1, 1), Criterion.ICL);
		assertEquals(3, selection.candidates().size());
	}

	private static ModelSelection select(final Points points, final Criterion criterion) {
		return ModelSelection.run(points, MixtureOptions.of(1, CovarianceType.FULL, 1), 1, 8, criterion,
			Progress.NONE);
	}
}
