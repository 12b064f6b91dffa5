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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class StopRuleTest {

	private static final Progress CANCELLED = new Progress() {

		@Override
		public void update(final double fraction, final String message) {}

		@Override
		public boolean isCanceled() {
			return true;
		}
	};

	/** An engine that knows beforehand what its proposals gain. */
	private static Study study(final double expectedGain) {
		final SearchSpace space = new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false)));
		return new Study(space, List.of(new Objective("f", "", Link.identity(), 1)),
			s -> new Proposal(new double[] { 0.5 }, "test", expectedGain), 1);
	}

	private static void tell(final Study study, final int times) {
		for (int i = 0; i < times; i++)
			study.tell(study.ask(), Observation.of(0.5), 0);
	}

	@Test
	void endsWithTheBudget() {
		final Study study = study(1);
		final StopRule rule = new StopRule(3, true);
		tell(study, 2);
		assertEquals(Optional.empty(), rule.reason(study, Progress.NONE));
		tell(study, 1);
		assertTrue(rule.reason(study, Progress.NONE).orElseThrow().contains("All 3"));
	}

	@Test
	void endsWhenCancelled() {
		assertTrue(new StopRule(3, false).reason(study(1), CANCELLED).orElseThrow().startsWith(
			"Cancelled"));
	}

	@Test
	void convergesOnlyIfPastAndFutureAgree() {
		final StopRule rule = new StopRule(100, true);
		final Study hopeless = study(1e-6), hopeful = study(1e-3), blind = study(Double.NaN);
		tell(hopeless, 12);
		assertEquals(Optional.empty(), rule.reason(hopeless, Progress.NONE));
		tell(hopeless, 1);
		assertTrue(rule.reason(hopeless, Progress.NONE).orElseThrow().startsWith("Converged"));
		assertEquals(Optional.empty(), new StopRule(100, false).reason(hopeless, Progress.NONE));
		tell(hopeful, 20);
		assertEquals(Optional.empty(), rule.reason(hopeful, Progress.NONE));
		tell(blind, 20);
		assertEquals(Optional.empty(), rule.reason(blind, Progress.NONE));
	}

	@Test
	void needsABudget() {
		assertThrows(RewardAnalysisException.class, () -> new StopRule(0, true));
	}

	/** Of errors that cannot be below 0. */
	@Test
	void nothingIsBetterThanNoError() {
		final SearchSpace space = new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false)));
		final Study study = new Study(space, List.of(new Objective("QC", "", Link.countBand(10, 9, 11), 1),
			new Objective("ER", "", Link.squareRoot(), 1), new Objective("d", "", Link.folded(1, 0.5), 1)),
			new SobolEngine(), 1);
		for (final double[] signals : new double[][] { { 12, 0, 1 }, { 10, 0.01, 1 }, { 10, 0, 2 } })
			study.tell(study.ask(), Observation.of(signals), 0);
		study.tell(study.ask(), new Observation(new double[] { 10, 0, 1 }, false, Map.of()), 0);
		assertTrue(study.ideal().isEmpty());
		study.tell(study.ask(), Observation.of(9, 0, 1.4), 0);
		assertEquals(5, study.ideal().orElseThrow());
		assertEquals(Optional.empty(), new StopRule(99, true).reason(study, Progress.NONE));
		assertEquals("All 5 evaluations are done.", new StopRule(5, true).reason(study, Progress.NONE)
			.orElseThrow());
		study.tell(study.ask(), Observation.of(12, 0, 1), 0);
		assertEquals(
			"All 6 evaluations are done. Nothing could be better after 5 evaluations: every objective was as low as it can be.",
			new StopRule(6, false).reason(study, Progress.NONE).orElseThrow());
		assertTrue(new StopRule(3, false).reason(study, Progress.NONE).orElseThrow().startsWith(
			"There are 6 evaluations already, and 3 were asked for. "));
		study.evaluate(16, c -> Observation.of(12, 0, 1));
		assertEquals(Optional.empty(), new StopRule(99, true).reason(study, Progress.NONE));
		study.evaluate(17, c -> Observation.of(12, 0, 1));
		assertEquals(
			"Nothing can be better: after 5 evaluations every objective was as low as it can be, and 12 more looked for others as good.",
			new StopRule(99, true).reason(study, Progress.NONE).orElseThrow());
		assertEquals(Optional.empty(), new StopRule(99, false).reason(study, Progress.NONE));
	}

	@Test
	void endsWhenEverythingWasTried() {
		final SearchSpace space = new SearchSpace(List.of(new Parameter.Choice("c", List.of("a", "b")),
			new Parameter.Whole("n", "", 1, 3), new Parameter.Fixed("f", "", 1))).when("n", "c", "b");
		assertEquals(4, space.size());
		assertEquals(6, new SearchSpace(space.parameters()).size());
		assertEquals(Double.POSITIVE_INFINITY, new SearchSpace(List.of(new Parameter.Whole("n", "", 1, 3),
			Parameter.of("x", "", 0, 1, false))).size());
		final StopRule rule = new StopRule(60, false);
		for (final Engine engine : List.of(new BayesianEngine(), new SobolEngine(), new RandomEngine())) {
			final Study study = new Study(space, List.of(Objective.of("f", 9)), engine, 1);
			while (rule.reason(study, Progress.NONE).isEmpty())
				study.evaluate(study.evaluations().size() + 1, c -> Observation.of(c.names().contains("n") ? c
					.get("n") : 5));
			assertEquals("Everything was tried: the search space has 4 points.", rule.reason(study,
				Progress.NONE).orElseThrow());
		}
		final Study noisy = new Study(space, List.of(Objective.of("f", 9)), BayesianEngine.forNoise(), 1);
		noisy.evaluate(20, c -> Observation.of(1));
		assertEquals(Optional.empty(), rule.reason(noisy, Progress.NONE));
	}

	/** A plain number may always be lower. */
	@Test
	void aPlainNumberIsNeverIdeal() {
		final Study study = study(1);
		study.tell(study.ask(), Observation.of(-1e9), 0);
		assertTrue(study.ideal().isEmpty());
	}

	/** Every reason is a sentence, of one evaluation too. */
	@Test
	void reasonsReadWell() {
		final Study study = study(1e-6);
		tell(study, 1);
		assertEquals("The one evaluation is done.", new StopRule(1, false).reason(study, Progress.NONE)
			.orElseThrow());
		assertEquals("Cancelled after one evaluation.", new StopRule(3, false).reason(study, CANCELLED)
			.orElseThrow());
		tell(study, 19);
		assertEquals("All 20 evaluations are done.", new StopRule(20, true).reason(study, Progress.NONE)
			.orElseThrow());
		assertEquals("Cancelled after 20 evaluations.", new StopRule(30, true).reason(study, CANCELLED)
			.orElseThrow());
		assertEquals(
			"Converged: the last 12 of 20 evaluations gained next to nothing, and no more is expected of the next.",
			new StopRule(30, true).reason(study, Progress.NONE).orElseThrow());
	}
}
