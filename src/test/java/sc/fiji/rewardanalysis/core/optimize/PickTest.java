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

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class PickTest {

	private static final double[] UNIT = { 1, 1 };

	private static Evaluation at(final int id, final double x, final double... objectives) {
		return new Evaluation(id, Configuration.of(Map.of("x", x)), new double[] { x }, Observation.of(
			objectives), objectives, true, 0, "user");
	}

	@Test
	void measuresObjectivesInTheirReferences() {
		final List<Evaluation> front = List.of(at(0, 0, 0.1, 60), at(1, 0, 0.5, 10));
		assertEquals(1, Pick.EUCLIDEAN.choose(front, new double[] { 1, 100 }).id());
		assertEquals(0, Pick.EUCLIDEAN.choose(front, new double[] { 0.5, 1000 }).id());
	}

	@Test
	void rulesDisagreeWhereTheyShould() {
		final List<Evaluation> front = List.of(at(0, 0, 0, 0.5), at(1, 0, 0.4, 0.4), at(2, 0, 0.9,
			0));
		assertEquals(0, Pick.EUCLIDEAN.choose(front, UNIT).id());
		assertEquals(1, Pick.CHEBYSHEV.choose(front, UNIT).id());
	}

	@Test
	void findsTheKnee() {
		final List<Evaluation> front = List.of(at(0, 0, 0, 1), at(1, 0, 0.3, 0.2), at(2, 0, 0.2, 0.6),
			at(3, 0, 1, 0));
		assertEquals(1, Pick.KNEE.choose(front, UNIT).id());
	}

	/** The middle one costs a little of the second objective and saves half of the first, whatever their scales. */
	@Test
	void theKneeIsThatOfTheStretchedFront() {
		final double[][] points = { { 0, 1 }, { 0.5, 0.905 }, { 1, 0.9 } };
		assertArrayEquals(new double[] { 0, (0.5 + 0.05 - 1) / Math.sqrt(2), 0 }, Pick.KNEE.scores(points),
			1e-12);
		final List<Evaluation> front = List.of(at(0, 0, points[0]), at(1, 0, points[1]), at(2, 0,
			points[2]));
		assertEquals(1, Pick.KNEE.choose(front, UNIT).id());
		assertEquals(0, Pick.EUCLIDEAN.choose(front, UNIT).id());
	}

	@Test
	void withoutAKneeItIsEuclidean() {
		for (final double[][] points : new double[][][] { { { 0.2, 0.3 } }, { { 0.2, 0.3 }, { 0.3,
			0.1 } }, { { 0.2, 0.3 }, { 0.3, 0.1 }, { 0.3, 0.1 } }, { { 0, 0.9 }, { 0.7, 0.7 }, { 1,
				0 } } })
			assertArrayEquals(Pick.EUCLIDEAN.scores(points), Pick.KNEE.scores(points));
	}

	/** Five settings give the same atoms; the one in the middle is the most robust. */
	@ParameterizedTest
	@EnumSource
	void takesTheMiddleOfAPlateau(final Pick pick) {
		final List<Evaluation> front = List.of(at(1, 0.9, 0.1, 0.1), at(2, 0.1, 0.1, 0.1), at(3, 0.45,
			0.1, 0.1 + 1e-14), at(4, 0.3, 0.1, 0.1), at(5, 0.6, 0.1, 0.1));
		assertEquals(3, pick.choose(front, UNIT).id());
	}

	@ParameterizedTest
	@EnumSource
	void thenTheFirst(final Pick pick) {
		assertEquals(4, pick.choose(List.of(at(7, 0.2, 0, 0), at(4, 0.8, 0, 0)), UNIT).id());
	}

	/** What is maximised is minus a number: the largest is the best, not the one nearest to 0. */
	@ParameterizedTest
	@EnumSource
	void theIdealMayLieBelowZero(final Pick pick) {
		final List<Evaluation> front = List.of(at(1, 0, -90, 0.3), at(2, 0, -10, 0), at(3, 0, -100, 0.9));
		assertEquals(1, pick.choose(front, new double[] { -100, 0 }, UNIT, e -> 0).id());
		assertEquals(1, pick.choose(front, new double[] { -100, 0 }, new double[] { -100, 1 }, e -> 0).id());
		final List<Evaluation> one = List.of(at(3, 0, -5, 0));
		assertEquals(3, pick.choose(one, new double[] { -5, 0 }, new double[] { -5, 1 }, e -> 0).id());
	}

	@Test
	void saysWhenThereIsNothingToPick() {
		assertThrows(RewardAnalysisException.class, () -> Pick.KNEE.choose(List.of(), UNIT));
		assertThrows(RewardAnalysisException.class, () -> Pick.KNEE.choose(List.of(at(0, 0, 0, 0)),
			new double[] { 1, 0 }));
		assertThrows(RewardAnalysisException.class, () -> Pick.KNEE.choose(List.of(at(0, 0, 0, 0)),
			new double[] { 1 }));
	}
}
