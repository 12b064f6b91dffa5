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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.io.AtomFindingFiles;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings.CountRule;

/** LoG* on a simulated image of 128 × 128 px whose columns are known. */
class AtomFindingTaskTest {

	private static final StopRule FIFTEEN = new StopRule(15, false);

	/** A task and a study that has run. */
	private record Run(AtomFindingTask task, Study study) {

		private static Run of(final AtomFindingTask task, final StopRule rule) {
			final Study study = task.newStudy(new BayesianEngine(), 3);
			task.run(study, rule, Progress.NONE, e -> {});
			return new Run(task, study);
		}

		private AtomSolution picked() {
			return task.solution(task.pick(study, Pick.EUCLIDEAN).orElseThrow(), Progress.NONE);
		}

		private String pareto() {
			return new AtomFindingFiles(task, study, null).pareto(picked()).toText();
		}
	}

	@Test
	void fifteenEvaluationsFindTheAtoms() {
		final AtomSolution picked = Run.of(Ybco.task(), FIFTEEN).picked();
		final Match match = Matching.match(picked.atoms().atoms(), Ybco.image().columns(), 0.05 /
			Ybco.PIXEL, Ybco.AREA.inset(0.1 / Ybco.PIXEL));
		assertTrue(match.f1() >= 0.95, match.toString());
		assertTrue(match.truePositives() > 30, "there is something to find");
	}

	@Test
	void neitherTheThreadsNorTheDayChangeAnything() {
		final Supplier<Run> run = () -> Run.of(Ybco.task(), FIFTEEN);
		final Run one = Parallelization.runWithNumThreads(1, run::get);
		final Run two = Parallelization.runWithNumThreads(2, run::get);
		assertEquals(15, one.study.evaluations().size());
		for (int i = 0; i < 15; i++) {
			final Evaluation a = one.study.evaluations().get(i), b = two.study.evaluations().get(i);
			assertEquals(a.configuration(), b.configuration());
			assertArrayEquals(a.signals(), b.signals());
			assertArrayEquals(a.objectives(), b.objectives());
			assertEquals(a.metrics(), b.metrics());
			assertEquals(a.origin(), b.origin());
		}
		assertEquals(one.pareto(), two.pareto());
		assertTrue(one.study.evaluations().stream().anyMatch(e -> e.origin().equals(
			BayesianEngine.ORIGIN)), "the model has had its say");
	}

	@Test
	void objectivesAreTheRewardsOfTheAtoms() {
		for (final CountRule rule : CountRule.values()) {
			final Run run = Run.of(Ybco.task(settings(rule, null, null, null, null)), new StopRule(6,
				false));
			final CountError count = rule == CountRule.BAND ? CountError.band() : CountError.paper();
			for (final Evaluation e : run.study.evaluations()) {
				final AtomSolution s = run.task.solution(e, Progress.NONE);
				assertEquals(count.score(s.atoms()).value(), e.objectives()[0], 1e-12);
				if (e.feasible()) assertEquals(new SpacingError().score(s.atoms()).value(), e
					.objectives()[1], 1e-12);
				assertArrayEquals(new SpacingError().score(s.atoms()).blamed(), s.errors());
				assertEquals(s.atoms().isFeasible(), e.feasible());
				assertEquals(run.task.heldOut().stream().map(r -> r.name()).toList(), List.copyOf(e.metrics()
					.keySet()));
			}
		}
	}

	@Test
	void cancelKeepsWhatWasEvaluated() {
		final AtomFindingTask task = Ybco.task();
		final Study study = task.newStudy(new BayesianEngine(), 3);
		final boolean[] canceled = { false };
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return canceled[0];
			}
		};
		final String reason = task.run(study, FIFTEEN, progress, e -> canceled[0] = study.evaluations()
			.size() == 4);
		assertEquals("Cancelled after 4 evaluations.", reason);
		assertEquals(4, study.evaluations().size());
	}

	@Test
	void rangesThatWereGivenAreKept() {
		final Run run = Run.of(Ybco.task(settings(CountRule.BAND, Range.fixed(3.1), new Range(4, 5),
			new Range(0.05, 0.06), Range.fixed(0.4))), new StopRule(10, false));
		for (final Evaluation e : run.study.evaluations()) {
			final LogParameters p = run.task.parameters(e);
			assertEquals(3.1, p.minSigma());
			assertTrue(p.maxSigma() >= 4 && p.maxSigma() <= 5, p.toString());
			assertTrue(p.threshold() >= 0.05 && p.threshold() <= 0.06, p.toString());
			assertEquals(0.4, p.overlap());
		}
		assertEquals(2, run.study.space().dimension());
	}

	@Test
	void derivedRangesGiveWayToGivenOnes() {
		// Far above and far below what would be derived.
		final LogRanges above = Ybco.task(settings(CountRule.BAND, Range.fixed(12), null, null, null))
			.ranges();
		assertEquals(Range.fixed(12), above.minSigma());
		assertTrue(above.maxSigma().high() >= 12);
		final LogRanges below = Ybco.task(settings(CountRule.BAND, null, Range.fixed(1.1), null, null))
			.ranges();
		assertEquals(Range.fixed(1.1), below.maxSigma());
		assertTrue(below.minSigma().high() <= 1.1);
	}

	@Test
	void thePaperRuleCountsEverythingAgainstTheNumber() {
		final AtomFindingTask paper = Ybco.task(settings(CountRule.PAPER, null, null, null, null));
		assertEquals(Ybco.SIZE * Ybco.SIZE, paper.physics().counted().size());
		assertEquals("QC_paper", paper.goals().get(0).reward().name());
		assertEquals("QC", paper.heldOut().get(0).name());
		assertEquals("QC", Ybco.task().goals().get(0).reward().name());
		assertEquals("QC_paper", Ybco.task().heldOut().get(0).name());
	}

	@Test
	void theExpectationIsOneLineAndSoIsWhatWasFound() {
		final AtomFindingTask task = Ybco.task();
		final String before = task.expectation(null);
		assertTrue(before.startsWith("YBa2Cu3O7-100: ") && before.contains("columns expected"), before);
		final Run run = Run.of(task, new StopRule(8, false));
		final String after = task.expectation(run.picked());
		assertTrue(after.startsWith(before) && after.contains(" found") && after.lines().count() <= 2, after);
	}

	@Test
	void settingsThatMakeNoSenseAreNamed() {
		assertRefused(() -> Ybco.task(settings(CountRule.BAND, Range.fixed(5), Range.fixed(4), null,
			null)), "min_sigma", "max_sigma");
		assertRefused(() -> Ybco.task(settings(CountRule.BAND, Range.fixed(3), Range.fixed(4), Range
			.fixed(0.1), Range.fixed(0.5))).newStudy(new SobolEngine(), 1), "fixed");
		assertRefused(() -> Ybco.task(settings(CountRule.BAND, null, Range.fixed(40), null, null)),
			"max_sigma", "lower");
		assertRefused(() -> AtomFindingSettings.of(null, 0.015), "lattice");
		assertRefused(() -> AtomFindingSettings.of(Ybco.LATTICE, Double.NaN), "pixel_size");
	}

	@Test
	void ofEquallyGoodSolutionsTheOneThatFitsTheCrystalIsPicked() {
		final Run run = Run.of(Ybco.task(), new StopRule(20, false));
		final Evaluation picked = run.task.pick(run.study, Pick.EUCLIDEAN).orElseThrow();
		final List<Evaluation> equal = run.study.front().stream().filter(e -> Arrays.equals(e
			.objectives(), picked.objectives())).toList();
		assertTrue(equal.size() > 1, "this test needs ties");
		assertEquals(equal.stream().mapToDouble(e -> e.metrics().get("lattice_residual")).min()
			.getAsDouble(), picked.metrics().get("lattice_residual"));
		assertTrue(run.task.pick(run.task.newStudy(new SobolEngine(), 1), Pick.KNEE).isEmpty());
	}

	@Test
	void solutionsDoNotShareTheirErrors() {
		final Run run = Run.of(Ybco.task(), new StopRule(8, false));
		final AtomSolution s = run.picked();
		final int[] errors = { 1, 2 };
		final AtomSolution copy = new AtomSolution(s.evaluation(), s.preparation(), s.parameters(), s
			.atoms(), errors);
		errors[0] = 99;
		assertFalse(copy.errors()[0] == 99);
	}

	private static AtomFindingSettings settings(final CountRule rule, final Range min,
		final Range max, final Range threshold, final Range overlap)
	{
		return new AtomFindingSettings(Ybco.LATTICE, Ybco.PIXEL, PreparationOptions.of(Contrast.BRIGHT),
			Normalization.MIN_MAX, rule, 0.8, 0.02, 6, min, max, threshold, overlap);
	}
}
