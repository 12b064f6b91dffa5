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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Progress;

/** Principal components beside scikit-learn's full decomposition, signs included. */
class PcaReferenceTest {

	@ParameterizedTest(name = "{0} exactly {2}")
	@CsvSource({ "a_200x10, 6, true", "a_200x10, 6, false", "b_30x64_wide, 6, true",
		"b_30x64_wide, 6, false", "c_rank3, 3, true", "c_rank3, 3, false", "d_ybco_patches12, 6, true",
		"d_ybco_patches12, 6, false" })
	void equalsScikitLearn(final String name, final int rank, final boolean exactly) {
		final JsonObject expected = Reference.json("pca/" + name);
		final int components = expected.get("n_components").getAsInt();
		final FloatMatrix samples = Reference.samples(Reference.csv("pca/" + name + "_X"));
		final Pca pca = Pca.fit(samples, components, 1, exactly, Progress.NONE);

		assertArrayEquals(Reference.vector(expected.get("mean")), pca.mean(), 1e-6);
		final double[] variance = Reference.vector(expected.get("explained_variance")), singular =
			Reference.vector(expected.get("singular_values"));
		final double near = exactly ? 2e-6 : 1e-4;
		assertArrayEquals(variance, pca.explainedVariance(), near * variance[0]);
		assertArrayEquals(Reference.vector(expected.get("explained_variance_ratio")), pca
			.explainedVarianceRatio(), near);
		// Of what has no variance, the root of the rounding error is left.
		for (int i = 0; i < components; i++)
			assertEquals(singular[i], pca.singularValues()[i], (i < rank ? near : 1e-3) * singular[0]);
		final double[][] directions = Reference.matrix(expected.get("components")), scores = Reference
			.csv("pca/" + name + "_T");
		final Points found = pca.project(samples, Progress.NONE);
		for (int j = 0; j < rank; j++) {
			// Where two variances are close, a direction is known by the root of what they are known.
			final double turned = exactly ? 20 * near : 5e-3;
			assertArrayEquals(directions[j], pca.component(j), turned);
			for (int i = 0; i < scores.length; i++)
				assertEquals(scores[i][j], found.get(i, j), turned * 3 * Math.sqrt(variance[0]));
		}
	}
}
