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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class StudyTest {

	private static final SearchSpace SPACE = new SearchSpace(List.of(Parameter.of("x", "", 0, 1,
		false), new Parameter.Fixed("mode", "", 2)));
	private static final List<Objective> OBJECTIVES = List.of(new Objective("QC", "",
		Link.countBand(200, 190, 200), 1), new Objective("ER", "", Link.squareRoot(), 1));

	private final Study study = new Study(SPACE, OBJECTIVES, new RandomEngine(), 5);

	private Evaluation tell(final double count, final double errors, final boolean feasible) {
		return study.tell(study.ask(), new Observation(new double[] { count, errors }, feasible, Map
			.of("coverage", 0.5)), 0.25);
	}

	@Test
	void startsEmpty() {
		assertTrue(study.evaluations().isEmpty() && study.front().isEmpty() && study.pending()
			.isEmpty());
		assertEquals(0, study.hypervolume());
		assertEquals(0, study.hypervolumeTrace().length);
		assertTrue(Double.isNaN(study.expectedGain()));
	}

	@Test
	void worksOutObjectivesAndVolume() {
		final Evaluation e = tell(100, 0.5, true);
		assertArrayEquals(new double[] { 0.45, 0.5 }, e.objectives(), 1e-15);
		assertEquals(0.55 * 0.5, study.hypervolume(), 1e-15);
		assertEquals(0.5, e.metrics().get("coverage"));
		assertEquals(0.25, e.seconds());
		assertEquals("random", e.origin());
		tell(195, 0, true);
		assertArrayEquals(new double[] { 0.275, 1 }, study.hypervolumeTrace(), 1e-15);
	}

	@Test
	void frontIsSortedAndKeepsTies() {
		tell(150, 0.1, true);
		tell(195, 0.3, true);
		tell(240, 0.1, true);
		tell(150, 0.2, true);
		tell(150, 0.1, true);
		assertEquals(List.of(1, 0, 2, 4), study.front().stream().map(Evaluation::id)
			.toList());
	}

	@Test
	void infeasibleNeverCounts() {
		assertFalse(tell(195, 0, false).feasible());
		assertFalse(tell(Double.NaN, 0, true).feasible());
		assertFalse(tell(195, Double.POSITIVE_INFINITY, true).feasible());
		assertTrue(study.front().isEmpty());
		assertEquals(0, study.hypervolume());
		assertEquals(3, study.evaluations().size());
		assertTrue(Double.isNaN(study.evaluations().get(1).objectives()[0]));
	}

	@Test
	void asksTheUserFirst() {
		study.enqueue(Configuration.of(Map.of("x", 0.125)));
		final Trial first = study.ask(), second = study.ask();
		assertEquals(Study.USER, first.origin());
		assertEquals(0.125, first.configuration().get("x"));
		assertEquals(2, first.configuration().get("mode"));
		assertEquals("random", second.origin());
		assertEquals(List.of(first, second), study.pending());
		assertThrows(RewardAnalysisException.class, () -> study.enqueue(Configuration.of(Map.of("x",
			2.0))));
	}

	@Test
	void toldOutOfOrder() {
		final List<Trial> trials = IntStream.range(0, 3).mapToObj(i -> study.ask()).toList();
		for (final int i : new int[] { 2, 0, 1 })
			study.tell(trials.get(i), Observation.of(195, 0.1), 0);
		assertEquals(List.of(2, 0, 1), study.evaluations().stream().map(Evaluation::id).toList());
		assertEquals(3, study.askedFrom("random"));
	}

	@Test
	void rejectsWhatItDidNotAskFor() {
		final Trial trial = study.ask();
		assertThrows(RewardAnalysisException.class, () -> study.tell(trial, Observation.of(1), 0));
		assertThrows(RewardAnalysisException.class, () -> study.tell(trial, Observation.of(1, 2),
			-1));
		study.tell(trial, Observation.of(195, 0), 0);
		assertThrows(RewardAnalysisException.class, () -> study.tell(trial, Observation.of(195, 0),
			0));
		final Trial foreign = new Study(SPACE, OBJECTIVES, new RandomEngine(), 6).ask();
		study.ask();
		assertThrows(RewardAnalysisException.class, () -> study.tell(foreign, Observation.of(195, 0),
			0));
	}

	@Test
	void rejectsEmptyProblems() {
		final SearchSpace fixed = new SearchSpace(List.of(new Parameter.Fixed("a", "", 1)));
		assertThrows(RewardAnalysisException.class, () -> new Study(fixed, OBJECTIVES,
			new RandomEngine(), 1));
		assertThrows(RewardAnalysisException.class, () -> new Study(SPACE, List.of(),
			new RandomEngine(), 1));
		assertThrows(RewardAnalysisException.class, () -> new Study(SPACE, List.of(OBJECTIVES.get(0),
			OBJECTIVES.get(0)), new RandomEngine(), 1));
	}

	@Test
	void restoresWhatWasTold() {
		tell(150, 0.1, true);
		tell(195, 0.3, false);
		final Study other = new Study(SPACE, OBJECTIVES, new RandomEngine(), 5);
		study.evaluations().forEach(other::restore);
		assertArrayEquals(study.hypervolumeTrace(), other.hypervolumeTrace());
		assertEquals(study.ask().configuration(), other.ask().configuration());
		assertThrows(RewardAnalysisException.class, () -> other.restore(study.evaluations().get(0)));
	}

	@Test
	void evaluationsCannotBeChangedFromOutside() {
		final Evaluation e = tell(150, 0.1, true);
		e.objectives()[0] = -1;
		e.unit()[0] = -1;
		e.signals()[0] = -1;
		assertEquals(150, e.signals()[0]);
		assertEquals(0.2, e.objectives()[0], 1e-15);
		assertThrows(UnsupportedOperationException.class, () -> e.metrics().put("a", 1.0));
		assertThrows(UnsupportedOperationException.class, () -> study.evaluations().clear());
	}

	@Test
	void constraintsDecideWhatCounts() {
		final Study limited = new Study(SPACE, OBJECTIVES, List.of(new Constraint("time", "s", 2),
			new Constraint("atoms", "", 1000)), new RandomEngine(), 5);
		final Observation observation = Observation.of(195, 0.1);
		assertTrue(limited.tell(limited.ask(), observation.withConstraints(2, -4), 0).feasible());
		assertFalse(limited.tell(limited.ask(), observation.withConstraints(2.5, 0), 0).feasible());
		assertFalse(limited.tell(limited.ask(), observation.withConstraints(Double.NaN, 0), 0)
			.feasible());
		assertEquals(0.1, limited.evaluations().get(1).objectives()[1], "an objective all the same");
		assertEquals(1, limited.front().size());
		final Trial trial = limited.ask();
		assertThrows(RewardAnalysisException.class, () -> limited.tell(trial, observation, 0));
		assertThrows(RewardAnalysisException.class, () -> new Study(SPACE, OBJECTIVES, List.of(
			new Constraint("QC", "", 1)), new RandomEngine(), 5));
		assertThrows(RewardAnalysisException.class, () -> new Constraint("time", "s", Double.NaN));
	}

	@Test
	void failuresAreKept() {
		final Evaluation failed = study.tell(study.ask(), Observation.failed("It exploded."), 0.5);
		assertFalse(failed.feasible());
		assertEquals("It exploded.", failed.failure());
		assertEquals(2, failed.signals().length);
		assertTrue(Double.isNaN(failed.objectives()[0]) && Double.isNaN(failed.objectives()[1]));
		assertEquals(0, study.hypervolume());
	}

	/** No square root: the model could not learn from it. */
	@Test
	void whatHasNoLatentCannotBeMeasured() {
		assertFalse(tell(195, -0.1, true).feasible());
		assertFalse(tell(-3, 0.1, true).feasible());
	}

	@Test
	void waitsAgainForWhatItWaitedForBefore() {
		study.tell(study.ask(), Observation.of(195, 0.1), 0);
		final Trial waiting = study.ask();
		final Study resumed = new Study(SPACE, OBJECTIVES, new RandomEngine(), 5);
		study.evaluations().forEach(resumed::restore);
		resumed.restore(waiting);
		assertEquals(waiting.configuration(), resumed.pending().get(0).configuration());
		assertEquals(2, resumed.nextId());
		assertThrows(RewardAnalysisException.class, () -> resumed.restore(waiting));
		final Evaluation told = study.tell(waiting, Observation.of(190, 0.2), 0);
		resumed.restore(told);
		assertTrue(resumed.pending().isEmpty());
		assertEquals(study.ask().configuration(), resumed.ask().configuration());
	}

	@Test
	void aRestoredTrialLeavesTheQueue() {
		final Study resumed = new Study(SPACE, OBJECTIVES, new RandomEngine(), 5);
		for (final Study s : List.of(study, resumed)) {
			s.enqueue(Configuration.of(Map.of("x", 0.25)), "somebody");
			s.enqueue(Configuration.of(Map.of("x", 0.5)));
		}
		resumed.restore(study.ask());
		assertEquals(study.queued(), resumed.queued());
		assertEquals(List.of(Study.USER), resumed.queued().stream().map(Study.Queued::origin).toList());
		assertEquals(0.5, resumed.ask().configuration().get("x"));
	}

	/** Or a study restored from configurations would not go on to the last bit. */
	@Test
	void aTrialsPointFollowsFromItsConfiguration() {
		final SearchSpace space = new SearchSpace(List.of(Parameter.of("a", "", 0.3, 11, true), Parameter
			.of("b", "", -1, 0.7, false), new Parameter.Whole("c", "", 0, 6)));
		final Study random = new Study(space, OBJECTIVES, new RandomEngine(), 5);
		for (int i = 0; i < 200; i++) {
			final Trial trial = random.ask();
			assertArrayEquals(space.toUnit(trial.configuration()), trial.unit());
		}
	}

	@Test
	void theLatestGainIsRestored() {
		final Study gaining = new Study(SPACE, OBJECTIVES, s -> new Proposal(new double[] { 0.5 }, "guess",
			s.nextId() == 1 ? Double.NaN : 0.25), 5);
		final Study resumed = new Study(SPACE, OBJECTIVES, new RandomEngine(), 5);
		for (int i = 0; i < 3; i++) {
			resumed.restore(gaining.ask());
			assertEquals(gaining.expectedGain(), resumed.expectedGain(), "NaN too");
		}
	}

	@Test
	void evaluatesOnBeyondFailures() {
		study.evaluate(6, c -> {
			if (study.nextId() % 2 == 0) throw new IllegalStateException("Odd.");
			return Observation.of(195, 0.1);
		});
		assertEquals(3, study.evaluations().stream().filter(e -> e.failure().contains("Odd.")).count());
		assertThrows(CancellationException.class, () -> study.evaluate(8, c -> {
			throw new CancellationException();
		}));
		assertEquals(1, study.pending().size());
		assertEquals(8, study.evaluate(8, c -> Observation.of(195, 0.1)).evaluations().size());
	}

	@Test
	void asksForWhatIsMissing() {
		assertThrows(RewardAnalysisException.class, () -> study.tell(null, Observation.of(1, 1), 0));
		final Trial trial = study.ask();
		assertThrows(RewardAnalysisException.class, () -> study.tell(trial, null, 0));
		assertThrows(RewardAnalysisException.class, () -> study.enqueue((Configuration) null));
	}
}
