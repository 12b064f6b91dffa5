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

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Progress;

/** Steps of expectation–maximisation beside scikit-learn 1.2's, from the same start. */
class GaussianMixtureReferenceTest {

	static Stream<Arguments> cases() {
		return Stream.of("a_2d_k3", "b_5d_k4", "c_10d_k2_scales", "d_2d_k2_overlap", "e_1d_k2",
			"f_ybco_patches_8d_k4").flatMap(data -> Arrays.stream(CovarianceType.values()).flatMap(
				type -> Stream.of("em1", "em3", "default", "tight").map(mode -> Arguments.of(data, type,
					mode))));
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource("cases")
	void equalsScikitLearn(final String data, final CovarianceType type, final String mode) {
		final String kind = type == CovarianceType.DIAGONAL ? "diag" : type.name().toLowerCase();
		final Points points = Reference.points(Reference.csv("gmm/" + data + "_X"));
		final JsonObject init = Reference.json("gmm/" + data + "_init"), expected = Reference.json("gmm/" +
			data + "_" + kind + "_" + mode);
		final double[][] means = Reference.matrix(init.get("means_init"));
		final int k = means.length;
		final GaussianMixture found = GaussianMixture.from(points, type, Reference.vector(init.get(
			"weights_init")), means, inverses(type, k, points.dimension(), init.getAsJsonObject(
				"precisions_init").get(kind)), 1e-6, expected.get("max_iter").getAsInt(), expected.get("tol")
					.getAsDouble(), Progress.NONE);

		// A long run ends a little earlier or later where the likelihood is flat.
		final double near = mode.equals("tight") ? 2e-5 : 1e-9;
		if (!mode.equals("tight")) assertEquals(expected.get("n_iter").getAsInt(), found.iterations());
		assertEquals(expected.get("converged").getAsBoolean(), found.converged());
		assertEquals(expected.get("lower_bound").getAsDouble(), found.lowerBound(), 1e-8);
		assertEquals(expected.get("n_parameters").getAsInt(), found.parameters());
		assertArrayEquals(Reference.vector(expected.get("weights")), found.weights(), near);
		final double[][][] covariances = covariances(type, k, points.dimension(), expected.get(
			"covariances"));
		for (int c = 0; c < k; c++) {
			assertArrayEquals(Reference.matrix(expected.get("means"))[c], found.mean(c), 5 * near);
			for (int i = 0; i < points.dimension(); i++)
				assertArrayEquals(covariances[c][i], found.covariance(c)[i], 20 * near);
		}
		final GaussianMixture.Evaluation evaluation = found.evaluate(points, Progress.NONE);
		final double size = points.size();
		assertEquals(expected.get("bic").getAsDouble() / size, evaluation.bic() / size, 1e-8);
		assertEquals(expected.get("aic").getAsDouble() / size, evaluation.aic() / size, 1e-8);
		if (mode.equals("em1") || mode.equals("tight")) compareSamples(Reference.csv("gmm/" + data + "_" +
			kind + "_" + mode + "_samples"), evaluation, 20 * near);
	}

	private static void compareSamples(final double[][] expected,
		final GaussianMixture.Evaluation found, final double near)
	{
		final int k = found.memberships().components();
		for (int i = 0; i < expected.length; i++) {
			// The reference has ten digits.
			assertEquals(expected[i][0], found.logLikelihoods()[i], Math.max(near, 1e-8) * Math.max(1, Math
				.abs(expected[i][0])));
			for (int c = 0; c < k; c++)
				assertEquals(expected[i][2 + c], found.memberships().probability(i, c), Math.max(near, 1e-8));
		}
	}

	private static double[][][] inverses(final CovarianceType type, final int k, final int d,
		final JsonElement precisions)
	{
		return Arrays.stream(covariances(type, k, d, precisions)).map(p -> MatrixUtils.inverse(MatrixUtils
			.createRealMatrix(p)).getData()).toArray(double[][][]::new);
	}

	/** A full matrix for each component. */
	private static double[][][] covariances(final CovarianceType type, final int k, final int d,
		final JsonElement json)
	{
		return IntStream.range(0, k).mapToObj(c -> switch (type) {
			case FULL -> Reference.matrix(json.getAsJsonArray().get(c));
			case TIED -> Reference.matrix(json);
			case DIAGONAL -> MatrixUtils.createRealDiagonalMatrix(Reference.matrix(json)[c]).getData();
			case SPHERICAL -> MatrixUtils.createRealIdentityMatrix(d).scalarMultiply(Reference.vector(
				json)[c]).getData();
		}).toArray(double[][][]::new);
	}
}
