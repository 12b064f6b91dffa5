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

package sc.fiji.rewardanalysis.core.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Fronts, hypervolumes and picks against brute force in Python ({@code make_golden.py}). */
class ParetoReferenceTest {

	@ParameterizedTest
	@ValueSource(strings = { "a_2d_20", "b_2d_200", "c_2d_dup_ties", "d_2d_outside", "e_3d_15",
		"f_3d_40", "g_4d_12", "h_single", "i_convex_front", "j_qc_er_like" })
	void agrees(final String name) {
		final double[][] rows = Reference.csv("pareto/" + name);
		final JsonObject expected = Reference.json("pareto/" + name);
		final int m = rows[0].length - 1;
		final double[][] points = Reference.columns(rows, m);

		final boolean[] flags = ParetoFront.nonDominated(points);
		for (int i = 0; i < rows.length; i++)
			assertEquals(rows[i][m] == 1, flags[i], "point " + i);
		assertEquals(expected.get("hypervolume").getAsDouble(), Hypervolume.of(points, Reference
			.numbers(expected.getAsJsonArray("reference"))), 1e-12);

		final int[] ids = IntStream.range(0, flags.length).filter(i -> flags[i]).toArray();
		final double[][] front = IntStream.of(ids).mapToObj(i -> points[i]).toArray(
			double[][]::new);
		final double[][] normalised = Pick.stretched(front);
		assertArrayEquals(Reference.numbers(expected.getAsJsonArray("euclidean_normalised")),
			Pick.EUCLIDEAN.scores(normalised), 1e-12);
		assertArrayEquals(Reference.numbers(expected.getAsJsonArray("chebyshev_normalised")),
			Pick.CHEBYSHEV.scores(normalised), 1e-12);
		assertEquals(expected.get("best_euclidean_raw_to_zero").getAsInt(), ids[least(
			Pick.EUCLIDEAN.scores(front))]);
		assertEquals(expected.get("best_chebyshev_raw_to_zero").getAsInt(), ids[least(
			Pick.CHEBYSHEV.scores(front))]);
		assertEquals(expected.get("best_euclidean_normalised").getAsInt(), ids[least(
			Pick.EUCLIDEAN.scores(normalised))]);
		assertEquals(expected.get("best_chebyshev_normalised").getAsInt(), ids[least(
			Pick.CHEBYSHEV.scores(normalised))]);
	}

	/** An objective that is the same for all points is a factor of the volume. */
	@Test
	void slicingAgreesWithTheSweep() {
		final SplittableRandom random = new SplittableRandom(5);
		for (int k = 0; k < 50; k++) {
			final double[][] flat = IntStream.range(0, 30).mapToObj(i -> random.doubles(2).toArray())
				.toArray(double[][]::new);
			final double[][] deep = IntStream.range(0, 30).mapToObj(i -> new double[] { flat[i][0],
				0.75, flat[i][1] }).toArray(double[][]::new);
			assertEquals(0.25 * Hypervolume.of(flat, new double[] { 1, 1 }), Hypervolume.of(deep,
				new double[] { 1, 1, 1 }), 1e-14);
		}
	}

	@Test
	void nothingHasNoVolume() {
		assertEquals(0, Hypervolume.of(new double[0][], new double[] { 1, 1 }));
		assertEquals(0, Hypervolume.of(new double[][] { { 1, 0 } }, new double[] { 1, 1 }));
		assertEquals(0, ParetoFront.nonDominated(new double[0][]).length);
		assertEquals(0.75, Hypervolume.of(new double[][] { { 0.5 }, { 0.25 } }, new double[] {
			1 }));
	}

	/** It was no number. */
	@Test
	void whatReachesToInfinityHasInfiniteVolume() {
		final double minus = Double.NEGATIVE_INFINITY;
		assertEquals(Double.POSITIVE_INFINITY, Hypervolume.of(new double[][] { { minus, 0 }, { minus, 0.5 } }, new double[] {
			1, 1 }));
		assertEquals(Double.POSITIVE_INFINITY, Hypervolume.of(new double[][] { { minus, 0, minus }, { minus, 0.5, minus } },
			new double[] { 1, 1, 1 }));
	}

	@Test
	void rejectsWhatCannotBeCompared() {
		assertThrows(RewardAnalysisException.class, () -> ParetoFront.nonDominated(new double[][] {
			{ 0, Double.NaN } }));
		assertThrows(RewardAnalysisException.class, () -> ParetoFront.nonDominated(new double[][] {
			{ 0, 1 }, { 0 } }));
		assertThrows(RewardAnalysisException.class, () -> Hypervolume.of(new double[][] { { 0 } },
			new double[] { 1, 1 }));
	}

	private static int least(final double[] scores) {
		return IntStream.range(0, scores.length).reduce((a, b) -> scores[b] < scores[a] ? b : a)
			.getAsInt();
	}
}
