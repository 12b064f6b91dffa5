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

package sc.fiji.rewardanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.io.journal.StudyJournal;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Constraint;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Importance;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Surrogate;

/** The example of docs/optimizer.md: it is this code, and it works. */
class OptimizerExampleTest {

	private static final Path DOCUMENT = Path.of("docs/optimizer.md");

	// example: begin
	/** The fastest and most exact way to blur. Passes matter to one of the filters only. */
	static Study blurs() {
		final SearchSpace space = new SearchSpace(List.of( //
			new Parameter.Choice("filter", List.of("box", "gauss")), //
			new Parameter.Whole("passes", "", 1, 8), //
			new Parameter.Real("sigma", "px", 0.5, 8, true))) //
				.when("passes", "filter", "box");
		return new Study(space, List.of(Objective.of("error", 1), Objective.of("seconds", 2)), List.of(
			new Constraint("memory", "MB", 90)), new BayesianEngine(), 1);
	}

	static Observation measure(final Configuration c) {
		final boolean box = c.option("filter").equals("box");
		final double passes = box ? c.get("passes") : 3, sigma = c.get("sigma");
		final double error = 0.6 / passes + 0.05 * Math.abs(sigma - 3);
		return Observation.of(error, 0.1 * passes * (box ? 1 : sigma)).withConstraints(10 * passes + sigma);
	}

	/** Run again after a crash, it goes on where it was. */
	static Evaluation optimise(final Path journalFile) {
		final Study study = blurs();
		// To be tried first; what the journal knows isn't tried again.
		study.enqueue(Map.of("filter", "gauss", "sigma", 2));
		try (StudyJournal journal = StudyJournal.open(journalFile, study, Map.of("what", "blur"))) {
			journal.evaluate(30, c -> measure(c));
		}
		return Pick.KNEE.choose(study.front(), study.reference());
	}
	// example: end

	@Test
	void works(@TempDir final Path folder) {
		final Evaluation knee = optimise(folder.resolve("journal.jsonl"));
		assertTrue(knee.feasible() && knee.objectives()[0] < 0.4 && knee.objectives()[1] < 0.6, knee
			.toString());
		assertEquals(knee, optimise(folder.resolve("journal.jsonl")), "read from its journal");
		final Study study = blurs();
		study.enqueue(Map.of("filter", "gauss", "sigma", 2));
		study.evaluate(30, OptimizerExampleTest::measure);
		assertEquals(knee.configuration(), Pick.KNEE.choose(study.front(), study.reference())
			.configuration());
		assertEquals(Study.USER, study.evaluations().get(0).origin());
		final double error = Surrogate.of(study).median(knee.unit(), 0);
		assertEquals(knee.objectives()[0], error, 0.02);
		assertEquals(2, Importance.of(Surrogate.of(study)).effects().size());
	}

	@Test
	void isWhatTheDocumentShows() throws IOException {
		final String source = Files.readString(Path.of("src/test/java/sc/fiji/rewardanalysis",
			"OptimizerExampleTest.java"));
		final String example = source.substring(source.indexOf("// example: begin\n") + 18, source.indexOf(
			"\t// example: end")).replace("\n\t", "\n").strip();
		assertTrue(Files.readString(DOCUMENT).contains("```java\n" + example + "\n```"), () -> "put into " +
			DOCUMENT + ":\n" + example);
	}
}
