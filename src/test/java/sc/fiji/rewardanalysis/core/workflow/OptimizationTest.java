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

package sc.fiji.rewardanalysis.core.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.ToyReward;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;

/** The loop with an analysis whose result is its parameter x. */
class OptimizationTest {

	/** Analyses as often as told, then the user cancels in the middle of one. */
	private static final class Toy implements Analysis<Double> {

		private int left = Integer.MAX_VALUE;

		@Override
		public SearchSpace searchSpace() {
			return new SearchSpace(List.of(Parameter.of("x", "px", 0, 1, false)));
		}

		@Override
		public Double analyse(final Configuration parameters, final Progress progress) {
			progress.update(0.99, "must not be seen");
			if (left-- <= 0) throw new CancellationException();
			return parameters.get("x");
		}
	}

	private static final class Recorded implements Progress {

		private final List<String> messages = new ArrayList<>();
		private final List<Double> fractions = new ArrayList<>();
		private boolean canceled;

		@Override
		public void update(final double fraction, final String message) {
			fractions.add(fraction);
			messages.add(message);
		}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	}

	private final Toy toy = new Toy();

	/** Both goals at once are impossible: x² and (1 − x)²; x below 0.1 means nothing. */
	private final Optimization<Double> optimization = new Optimization<>(toy, List.of(new Goal<>(
		new ToyReward<>("left", x -> x * x), Link.squareRoot(), 1), new Goal<>(new ToyReward<>("right", x -> (1 - x) *
			(1 - x)), Link.squareRoot(), 1)), List.of(new ToyReward<>("cube", x -> x * x * x), new ToyReward<>("unknown",
				x -> Double.NaN)), x -> x >= 0.1);

	@Test
	void evaluatesUntilTheBudgetIsSpent() {
		final Study study = optimization.newStudy(new BayesianEngine(), 7);
		final Recorded progress = new Recorded();
		final List<Integer> heard = new ArrayList<>();
		final String reason = optimization.run(study, new StopRule(12, false), progress, e -> heard.add(e
			.id()));
		assertEquals("All 12 evaluations are done.", reason);
		assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), heard);
		assertEquals(7, study.seed());
		for (final Evaluation e : study.evaluations()) {
			final double x = e.configuration().get("x");
			assertEquals(x * x, e.objectives()[0], 1e-12);
			assertEquals((1 - x) * (1 - x), e.objectives()[1], 1e-12);
			assertEquals(x >= 0.1, e.feasible());
			assertEquals(x * x * x, e.metrics().get("cube"), 1e-12);
			assertTrue(Double.isNaN(e.metrics().get("unknown")), "reported, not hidden");
			assertTrue(e.seconds() >= 0);
		}
		assertEquals(List.of("left", "right"), study.objectives().stream().map(o -> o.name()).toList());
		assertEquals(0, progress.fractions.get(0));
		assertEquals(1, progress.fractions.get(progress.fractions.size() - 1));
		assertEquals("Evaluation 1 of 12", progress.messages.get(0));
		assertTrue(progress.messages.stream().noneMatch("must not be seen"::equals),
			"an evaluation's own progress would run backwards");
	}

	@Test
	void aSecondRunGoesOnWithTheSameStudy() {
		final Study whole = optimization.newStudy(new SobolEngine(), 1), parts = optimization.newStudy(
			new SobolEngine(), 1);
		optimization.run(whole, new StopRule(9, false), Progress.NONE, e -> {});
		optimization.run(parts, new StopRule(4, false), Progress.NONE, e -> {});
		optimization.run(parts, new StopRule(9, false), Progress.NONE, e -> {});
		assertEquals(tried(whole), tried(parts));
	}

	@Test
	void cancelBetweenEvaluationsKeepsThem() {
		final Study study = optimization.newStudy(new SobolEngine(), 1);
		final Recorded progress = new Recorded();
		final String reason = optimization.run(study, new StopRule(9, false), progress,
			e -> progress.canceled = e.id() == 2);
		assertEquals("Cancelled after 3 evaluations.", reason);
		assertEquals(3, study.evaluations().size());
	}

	@Test
	void cancelInAnEvaluationKeepsTheOthersAndTriesItAgainLater() {
		final Study whole = optimization.newStudy(new SobolEngine(), 1), cut = optimization.newStudy(
			new SobolEngine(), 1);
		optimization.run(whole, new StopRule(9, false), Progress.NONE, e -> {});
		toy.left = 3;
		assertEquals("Cancelled.", optimization.run(cut, new StopRule(9, false), Progress.NONE,
			e -> {}));
		assertEquals(3, cut.evaluations().size());
		toy.left = Integer.MAX_VALUE;
		optimization.run(cut, new StopRule(9, false), Progress.NONE, e -> {});
		assertEquals(tried(whole), tried(cut), "as if it had never stopped");
		assertTrue(cut.pending().isEmpty());
	}

	private static List<Map<String, Double>> tried(final Study study) {
		return study.evaluations().stream().map(e -> e.configuration().asMap()).toList();
	}
}
