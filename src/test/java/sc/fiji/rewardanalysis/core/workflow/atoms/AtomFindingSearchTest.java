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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings.CountRule;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Atoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Step;

/** Exact and Bayesian search of a small image whose columns are known. */
class AtomFindingSearchTest {

	private static final StopRule TEN = new StopRule(10, false);

	/** A crystal that the image doesn't show at all: no setting is without errors. */
	private static AtomFindingTask hard(final CountRule rule) {
		return Ybco.task(new AtomFindingSettings(Ybco.LATTICE, 1.3 * Ybco.PIXEL, new PreparationOptions(
			Step.OFF, Step.OFF, Atoms.BRIGHT), Normalization.MIN_MAX, rule, 0.95, 0, 4, new Range(1.5, 3),
			new Range(2, 4), null, null));
	}

	private static SearchResult run(final AtomFindingTask task,
		final SearchEngine engine)
	{
		return task.search().run(engine, TEN, 3, Progress.NONE);
	}

	@Test
	void theExactSearchFindsTheAtoms() {
		final AtomFindingTask task = Ybco.task();
		final var result = run(task, SearchEngine.EXACT);
		final AtomSolution picked = task.solution(task.pick(result.study(), Pick.EUCLIDEAN)
			.orElseThrow(), Progress.NONE);
		final Match match = Matching.match(picked.atoms().atoms(), Ybco.image().columns(), 0.05 /
			Ybco.PIXEL, Ybco.AREA.inset(0.1 / Ybco.PIXEL));
		assertTrue(match.f1() > 0.98, match.toString());
	}

	/** Each by itself, from its own points, named in the report. */
	@ParameterizedTest
	@CsvSource({ "SCALARISED,sobol", "NSGA2,sobol", "GRID,grid", "SOBOL,sobol", "RANDOM,random" })
	void otherEnginesSearchToo(final SearchEngine engine, final String origin) {
		final var result = run(hard(CountRule.BAND), engine);
		assertEquals(engine, result.report().engine());
		assertEquals(10, result.study().evaluations().size());
		assertEquals(origin, result.study().evaluations().get(0).origin());
		assertTrue(result.report().reached() > 0 && result.report().reached() <= 1);
	}

	@Test
	void tellsHowFarTheGridWent() {
		final String stop = run(hard(CountRule.BAND), SearchEngine.GRID).report().stop();
		assertEquals(
			"All 10 evaluations are done. All 8 points of the grid are among them, and 2 that are spread evenly.",
			stop);
	}

	/** Each representative, evaluated by itself, is what the sweep said of its cell. */
	@Test
	void evaluationsAreWhatTheSweepSaid() {
		for (final CountRule rule : CountRule.values()) {
			final var result = run(hard(rule), SearchEngine.EXACT);
			final ExactFront front = result.report().exact();
			final Set<List<Double>> said = new HashSet<>(), found = new HashSet<>();
			front.points().forEach(p -> said.add(List.of(p.countError(), p.spacingError())));
			result.study().evaluations().forEach(e -> found.add(List.of(e.objectives()[0], e
				.objectives()[1])));
			assertEquals(said, found);
			assertTrue(said.size() > 2, "a front worth the name: " + said);
			assertEquals(1, result.report().reached());
			assertTrue(result.study().evaluations().stream().allMatch(e -> e.origin().equals(
				AtomFindingSearch.ORIGIN) && e.feasible()));
			for (final ExactFront.Point p : front.points()) {
				final AtomSet atoms = hard(rule).analysis().analyse(p.configuration(), Progress.NONE);
				assertEquals(p.count(), atoms.counted().length);
				assertEquals(p.errors(), new SpacingError().score(atoms).blamed().length);
			}
		}
	}

	@Test
	void nothingInThePlanesBeatsTheFront() {
		final AtomFindingTask task = hard(CountRule.BAND);
		final LogAtomFinding analysis = task.analysis();
		final ExactFront front = run(task, SearchEngine.EXACT).report().exact();
		final Random random = new Random(4);
		int beaten = 0;
		for (final Range ladder : SigmaLadders.of(task.ranges())) {
			final Configuration scales = analysis.configuration(ladder.low(), ladder.high());
			for (int i = 0; i < 60; i++) {
				final AtomSet atoms = analysis.analyse(analysis.at(scales, sample(random, task.ranges()
					.threshold()), sample(random, task.ranges().overlap())), Progress.NONE);
				if (!atoms.isFeasible()) continue;
				final double qc = CountError.band().score(atoms).value(), er = new SpacingError().score(
					atoms).value();
				assertTrue(front.points().stream().anyMatch(p -> p.countError() <= qc && p
					.spacingError() <= er), qc + ", " + er);
				beaten++;
			}
		}
		assertTrue(beaten > 300);
	}

	private static double sample(final Random random, final Range range) {
		return Math.min(range.high(), range.low() * Math.pow(range.high() / Math.max(1e-9, range.low()),
			random.nextDouble()) + (range.low() == 0 ? range.high() * random.nextDouble() : 0));
	}

	@Test
	void threadsChangeNothing() {
		final var one = Parallelization.runWithNumThreads(1, () -> run(hard(CountRule.BAND),
			SearchEngine.EXACT));
		final var two = Parallelization.runWithNumThreads(2, () -> run(hard(CountRule.BAND),
			SearchEngine.EXACT));
		assertEquals(one.report().exact(), two.report().exact());
		assertEquals(one.study().evaluations().size(), two.study().evaluations().size());
		for (int i = 0; i < one.study().evaluations().size(); i++) {
			final Evaluation a = one.study().evaluations().get(i), b = two.study().evaluations().get(i);
			assertEquals(a.configuration(), b.configuration());
			assertArrayEquals(a.objectives(), b.objectives());
			assertEquals(a.metrics(), b.metrics());
		}
	}

	@Test
	void theBayesianSearchIsMeasuredByTheExactOne() {
		final var result = run(hard(CountRule.BAND), SearchEngine.BAYESIAN);
		final SearchReport report = result.report();
		assertEquals(SearchEngine.BAYESIAN, report.engine());
		assertEquals(10, result.study().evaluations().size());
		assertTrue(report.reached() > 0.2 && report.reached() <= 1, report.verification());
		assertTrue(report.verification().contains("% of the exact hypervolume"), report
			.verification());
		final double exact = report.exact().hypervolume(result.study().reference());
		// At the front's own scales nothing is better than the exact front.
		assertTrue(exact >= result.study().hypervolume() - 1e-12);
		assertEquals(result.study().hypervolume() / exact, report.reached(), 1e-12);
	}

	@Test
	void autoDecidesByTheWorkAndSaysWhy() {
		final AtomFindingTask task = Ybco.task();
		final var little = run(task, SearchEngine.AUTO);
		assertEquals(SearchEngine.EXACT, little.report().engine());
		assertTrue(little.report().reason().contains("little work"), little.report().reason());
		final var much = new AtomFindingSearch(task, task.analysis(), 10).run(SearchEngine.AUTO, TEN, 3,
			Progress.NONE);
		assertEquals(SearchEngine.BAYESIAN, much.report().engine());
		assertTrue(much.report().reason().contains("too much work"), much.report().reason());
		assertEquals(10, much.study().evaluations().size());
		assertTrue(Double.isNaN(much.report().reached()) && much.report().exact() == null);
		assertTrue(much.report().verification().contains("not known"), much.report().verification());
		final var asked = new AtomFindingSearch(task, task.analysis(), 10).run(SearchEngine.EXACT, TEN,
			3, Progress.NONE);
		assertEquals(SearchEngine.EXACT, asked.report().engine());
	}

	@Test
	void preparationsAreSearchedToo() {
		final AtomFindingTask task = Ybco.task(new AtomFindingSettings(Ybco.LATTICE, Ybco.PIXEL,
			new PreparationOptions(Step.SEARCH, Step.OFF, Atoms.SEARCH), Normalization.MIN_MAX,
			CountRule.BAND, 0.8, 0.02, 3, new Range(3, 4), new Range(5, 6), null, Range.fixed(0.5)));
		final var result = run(task, SearchEngine.EXACT);
		assertEquals(4 * SigmaLadders.of(task.ranges()).size(), result.report().exact().settings());
		assertFalse(result.study().evaluations().isEmpty());
	}

	@Test
	void fixedThresholdAndOverlapLeaveTheScales() {
		final AtomFindingTask task = Ybco.task(new AtomFindingSettings(Ybco.LATTICE, Ybco.PIXEL,
			new PreparationOptions(Step.OFF, Step.OFF, Atoms.BRIGHT), Normalization.MIN_MAX,
			CountRule.BAND, 0.8, 0.02, 3, new Range(2, 4), new Range(5, 6), Range.fixed(0.03), Range.fixed(
				0.4)));
		final var result = run(task, SearchEngine.EXACT);
		assertEquals(result.report().exact().settings(), result.report().exact().cells());
		for (final Evaluation e : result.study().evaluations()) {
			assertEquals(0.03, task.parameters(e).threshold());
			assertEquals(0.4, task.parameters(e).overlap());
		}
	}

	@Test
	void cancelEndsTheExactSearch() {
		final Progress canceled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		final AtomFindingTask task = Ybco.task();
		assertThrows(CancellationException.class, () -> task.search().run(SearchEngine.EXACT, TEN, 3,
			canceled));
	}
}
