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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class ImportanceTest {

	private static Study study() {
		final SearchSpace space = new SearchSpace(List.of(Parameter.of("idle", "", 0, 1, false), Parameter
			.of("x", "", 1, 10, true), new Parameter.Choice("mode", List.of("a", "b", "c"))));
		final Study study = new Study(space, List.of(new Objective("f", "", Link.identity(), 10),
			new Objective("g", "", Link.squareRoot(), 10), new Objective("same", "", Link.squareRoot(),
				10)), new SobolEngine(), 3);
		for (int i = 0; i < 40; i++) {
			final Trial trial = study.ask();
			final Configuration c = trial.configuration();
			// Both parts of f have the variance 1/12: log x is uniform.
			final double f = Math.log10(c.get("x")) + Math.sqrt(1.0 / 8) * c.get("mode");
			study.tell(trial, Observation.of(f, 1 + c.get("mode"), 0.5), 0);
		}
		return study;
	}

	@Test
	void findsWhatMatters() {
		final Importance importance = Importance.of(Surrogate.of(study()));
		final double[][] expected = { { 0, 0.5, 0.5 }, { 0, 0, 1 }, { 0, 0, 0 } };
		for (int j = 0; j < 3; j++)
			for (int i = 0; i < 3; i++) {
				final Importance.Effect effect = importance.effects().get(j).get(i);
				assertEquals(expected[j][i], effect.main(), 0.04, effect.toString());
				assertEquals(expected[j][i], effect.total(), 0.04, effect.toString());
			}
		assertEquals("mode", importance.effects().get(0).get(2).parameter());
		assertEquals(List.of(2, 1, 0), importance.ranking());
	}

	@Test
	void theSameStudyGivesTheSame() {
		final Importance importance = Importance.of(Surrogate.of(study()));
		assertEquals(importance, Importance.of(Surrogate.of(study())));
		assertTrue(importance.effects().get(0).get(1).total() > 0);
	}
}
