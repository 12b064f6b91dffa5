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

package sc.fiji.rewardanalysis.core.workflow.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/** The search, with a runner that knows a formula in place of ImageJ. */
class MacroTaskTest {

	private static final MacroSearch SEARCH = MacroSearch.of(new MacroText("my.ijm", "x = 3;\ny = 1;"),
		"x: 0..10; y: 0..2");

	private final List<String> run = new ArrayList<>();

	/** A table of the column A = (x, x + 2), two rows; above 9 the macro fails. */
	private MacroOutcome formula(final String macro) {
		run.add(macro);
		final double x = Double.parseDouble(macro.replaceAll("(?s)x = ([^;]*);.*", "$1"));
		if (x > 9) throw new RewardAnalysisException("The macro failed in line 1: too large.");
		return new MacroOutcome(List.of(new Blob(1, 2, 3, 4)), "the selection", Map.of("A", List.of(x, x + 2,
			Double.NaN), "B", List.of(Double.NaN, Double.NaN, Double.NaN)), 3);
	}

	private MacroTask task(final String objectives) {
		return new MacroTask(SEARCH, MacroObjectives.of(objectives), null, (macro, progress) -> formula(
			macro), Progress.NONE);
	}

	private static double value(final MacroTask task) {
		final Goal<MacroOutcome> goal = task.goals().get(0);
		return goal.reward().score(task.present().orElseThrow()).value();
	}

	@Test
	void columnsBecomeNumbers() {
		assertEquals(4, value(task("min A")));
		assertEquals(-8, value(task("max sum.A")));
		assertEquals(3, value(task("min first.A")));
		assertEquals(5, value(task("min last.a")));
		assertEquals(4, value(task("min median.A")));
		assertEquals(Math.sqrt(2), value(task("min sd.A")), 1e-12);
		assertEquals(-5, value(task("maximise max.A")));
		assertEquals(3, value(task("min rows")));
		assertEquals(1, value(task("min atoms")));
		assertEquals(6, value(task("target 10 A")));
		assertEquals(6, value(task("target=10 mean.A worst 1")));
	}

	/** What is worth nothing: given, or twice as far away as now. */
	@Test
	void theScaleIsGivenOrThatOfTheMacroAsItIs() {
		assertEquals(8, task("min A").goals().get(0).reference());
		assertEquals(0, task("max A").goals().get(0).reference());
		assertEquals(12, task("target 10 A").goals().get(0).reference());
		assertEquals(90, task("min A worst 90").goals().get(0).reference());
		assertEquals(-1, task("max A worst 1").goals().get(0).reference());
		assertEquals(9, task("target 10 A worst 1").goals().get(0).reference());
	}

	@Test
	void itFindsWhatIsAskedFor() {
		final MacroTask task = task("target 6 A");
		final SearchResult result = task.run(SearchEngine.AUTO, new StopRule(20, false), 1,
			s -> StudyLog.NONE, Progress.NONE, SearchListener.NONE);
		final double x = task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow().configuration().get("x");
		assertEquals(5, x, 0.05);
		assertEquals(MacroTask.AS_WRITTEN, result.study().evaluations().get(0).origin());
		assertEquals(3, result.study().evaluations().get(0).configuration().get("x"));
		assertEquals(run.stream().distinct().count(), run.size(), "nothing is run twice");
		assertTrue(result.study().evaluations().stream().allMatch(e -> e.failure().isEmpty() == e
			.configuration().get("x") <= 9));
		final int before = run.size();
		task.analyse(result.study().evaluations().get(7).configuration(), Progress.NONE);
		assertEquals(before, run.size());
	}

	@Test
	void theMostIsPicked() {
		final MacroTask task = task("max A; target 6 A");
		final SearchResult result = task.run(SearchEngine.RANDOM, new StopRule(20, false), 1,
			s -> StudyLog.NONE, Progress.NONE, SearchListener.NONE);
		for (final Pick rule : Pick.values()) {
			final double x = task.pick(result.study(), rule).orElseThrow().configuration().get("x");
			assertTrue(x > 5.5 && x < 9, rule + ": " + x);
		}
		final MacroTask alone = task("max A");
		final Study study = alone.run(SearchEngine.AUTO, new StopRule(20, false), 1, s -> StudyLog.NONE,
			Progress.NONE, SearchListener.NONE).study();
		assertEquals(9, alone.pick(study, Pick.EUCLIDEAN).orElseThrow().configuration().get("x"), 0.1);
	}

	@Test
	void mistakesAreTold() {
		assertRefused(() -> task(""), "objectives is empty");
		assertRefused(() -> task("best A"), "\"best A\"", "max mean.Area");
		assertRefused(() -> task("min"), "doesn't say of what");
		assertRefused(() -> task("min A; min mean.A"), "twice");
		assertRefused(() -> task("min A; min B; min C; min D; min rows"), "4 at most");
		assertRefused(() -> task("min C"), "no column C, but");
		assertRefused(() -> task("min B"), "gives no number for mean.B", "worst 100");
		final MacroRunner none = (macro, progress) -> new MacroOutcome(List.of(), "", Map.of(), 0);
		final MacroSearch any = MacroSearch.of(new MacroText("my.ijm", "x = 3;"), "x: 0..10");
		assertRefused(() -> new MacroTask(any, MacroObjectives.of("min A"), null, none, Progress.NONE),
			"no number for mean.A", "Results empty", "worst 100");
		assertEquals("no number for mean.A", reason(new MacroTask(any, MacroObjectives.of("min A worst 9"),
			null, none, Progress.NONE)));
		assertRefused(() -> task("QC; ER"), "choose it in lattice");
		final MacroSearch failing = MacroSearch.of(new MacroText("my.ijm", "x = 30;"), "x: 0..10");
		assertRefused(() -> new MacroTask(failing, MacroObjectives.of("min A"), null, (macro,
			progress) -> formula(macro), Progress.NONE), "as it is fails", "too large");
	}

	/** Why the first evaluation is none. */
	private static String reason(final MacroTask task) {
		return task.whyNot(task.run(SearchEngine.SOBOL, new StopRule(2, false), 1, s -> StudyLog.NONE,
			Progress.NONE, SearchListener.NONE).study().evaluations().get(0));
	}
}
