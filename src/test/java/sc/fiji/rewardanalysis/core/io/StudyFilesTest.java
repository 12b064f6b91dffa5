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

package sc.fiji.rewardanalysis.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Constraint;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.Score;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/** Files of a search for something else than atoms: three objectives, choices and conditions. */
class StudyFilesTest {

	/** A reward of masks, of which only its words matter here. */
	private record Named(String name, String unit, Direction direction) implements Reward<boolean[]> {

		@Override
		public String description() {
			return "What " + name + " is.";
		}

		@Override
		public Score score(final boolean[] mask) {
			throw new AssertionError("nothing is judged anew");
		}
	}

	private static final List<Named> GOALS = List.of(new Named("compactness_loss", "1",
		Reward.Direction.MINIMIZE), new Named("perimeter", "1/px", Reward.Direction.MINIMIZE), new Named(
			"fragments", "1", Reward.Direction.MINIMIZE));
	private static final Named HELD_OUT = new Named("area", "px2", Reward.Direction.MAXIMIZE);

	private static Study study() {
		final SearchSpace space = new SearchSpace(List.of(Parameter.of("window", "nm", 0.3, 2, true),
			new Parameter.Whole("components", "", 2, 6), new Parameter.Choice("model", List.of("mixture",
				"k-means")), new Parameter.Choice("covariance", List.of("full", "tied")))).when("covariance",
					"model", "mixture");
		return new Study(space, GOALS.stream().map(g -> new Objective(g.name, g.unit, Link.identity(), 6))
			.toList(), List.of(new Constraint("cost", "s", 1.5)), new SobolEngine(), 5);
	}

	private static Observation observe(final Configuration c) {
		if (c.get("window") > 1.7) return Observation.failed("The window is too large.");
		return new Observation(new double[] { c.get("window"), 1 / c.get("window"), c.get("components") }, c
			.get("components") < 6, Map.of("area", 100 * c.get("window"))).withConstraints(c.get("window"));
	}

	private static RunRecord run() {
		return new RunRecord("regions.tif", 100, 80, 5, 6, 64, 64, "cafe", SearchReport.sampled(
			SearchEngine.SOBOL, "As asked.", "All 12 evaluations are done."), Pick.KNEE, 1.5, "run(\"X\");");
	}

	private static List<StudyTables.Column> columns(final Study study) {
		return StudyTables.together(StudyTables.parameters(study), StudyTables.objectives(study),
			StudyTables.metrics(List.of(HELD_OUT)));
	}

	@Test
	void tablesHaveEveryParameterByItsName() {
		final Study study = study().evaluate(12, StudyFilesTest::observe);
		final CsvTable table = StudyTables.evaluations(study, columns(study));
		assertEquals(List.of("evaluation", "origin", "window_nm", "components", "model", "covariance",
			"compactness_loss", "perimeter", "fragments", "area_px2", "cost_s", "feasible", "seconds",
			"cumulative_hypervolume", "failure"), table.header());
		assertEquals(12, table.size());
		boolean unused = false;
		for (int i = 0; i < 12; i++) {
			final Evaluation e = study.evaluations().get(i);
			final boolean mixture = e.configuration().option("model").equals("mixture");
			assertEquals(mixture ? "mixture" : "k-means", table.get(i, "model"));
			assertEquals(mixture ? e.configuration().option("covariance") : "", table.get(i, "covariance"));
			assertEquals(String.valueOf((int) e.configuration().get("components")), table.get(i,
				"components"));
			assertEquals(e.failure(), table.get(i, "failure"));
			assertEquals(study.hypervolumeTrace()[i], table.number(i, "cumulative_hypervolume"));
			unused |= !mixture;
		}
		assertTrue(unused);
		final Evaluation picked = study.front().get(1);
		final CsvTable pareto = StudyTables.pareto(study, columns(study), picked);
		assertEquals(study.front().size(), pareto.size());
		for (int i = 0; i < pareto.size(); i++)
			assertEquals(i == 1 ? 1 : 0, pareto.number(i, "picked"));
		assertEquals(picked.objectives()[2], pareto.number(1, "fragments"));
	}

	@Test
	void aStudyIsWrittenWithItsOwnSections() {
		final Study study = study().evaluate(12, StudyFilesTest::observe);
		final StudyJson json = new StudyJson(study, run());
		final StudyJson.Task task = new StudyJson.Task("amorphous regions", Map.of("settings",
			new JsonPrimitive("own")), GOALS, List.of(HELD_OUT), null);
		final JsonObject read = JsonParser.parseString(json.toText(task, new StudyJson.Picked(study.front()
			.get(0), false, Map.of("regions", new JsonPrimitive(3))))).getAsJsonObject();
		assertEquals("amorphous regions", read.get("analysis").getAsString());
		assertEquals("own", read.get("settings").getAsString());
		assertEquals(3, read.get("regions").getAsInt());
		assertTrue(read.get("chosen_on_the_plot").getAsBoolean());
		assertFalse(read.has("tie_breaker"));
		final JsonArray objectives = read.getAsJsonArray("objectives");
		assertEquals(3, objectives.size());
		assertEquals("1/px", objectives.get(1).getAsJsonObject().get("unit").getAsString());
		assertEquals(12, read.getAsJsonArray("evaluations").size());
		assertFalse(read.toString().contains("atom"), "nothing of atoms");
		final JsonObject nothing = JsonParser.parseString(json.toText(task, new StudyJson.Picked(null, false,
			Map.of()))).getAsJsonObject();
		assertTrue(nothing.get("picked_evaluation").isJsonNull());
		assertFalse(nothing.get("chosen_on_the_plot").getAsBoolean());
	}

	@Test
	void aJournalIsResumedIfItIsAboutTheSame(@TempDir final Path folder) {
		final Map<String, ?> about = Map.of("analysis", "amorphous regions", "settings", Map.of("pixel", 0.02));
		final Study first = study();
		try (StudyLog log = new TaskJournal(folder, null, about).open(first)) {
			for (int i = 0; i < 3; i++) {
				final var trial = first.ask();
				log.asked(trial);
				log.told(first.tell(trial, observe(trial.configuration()), 0.1));
			}
		}
		final Study again = study();
		new TaskJournal(folder, null, about).open(again).close();
		assertEquals(3, again.nextId());
		assertFalse(Files.exists(folder.resolve("journal-1.jsonl")));
		final Study other = study();
		new TaskJournal(folder, null, Map.of("analysis", "amorphous regions", "settings", Map.of("pixel",
			0.03))).open(other).close();
		assertEquals(0, other.nextId());
		assertTrue(Files.exists(folder.resolve("journal-1.jsonl")));
		final Study warm = study();
		new TaskJournal(null, folder.resolve("journal-1.jsonl"), about).open(warm).close();
		assertFalse(warm.queued().isEmpty(), "begins with the front of the earlier one");
	}

	@Test
	void theChoiceIsToldInTheTasksWords() {
		assertEquals("picked by the front's knee", run().choice(true, "the ideal"));
		assertEquals("chosen on the plot", run().choice(false, "the ideal"));
	}
}
