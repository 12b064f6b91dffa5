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

package sc.fiji.rewardanalysis.core.workflow.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.ImageRun;
import sc.fiji.rewardanalysis.core.io.NoiseFiles;
import sc.fiji.rewardanalysis.core.io.NoiseJournal;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;

/** What a study leaves in a folder, and goes on from. */
class NoiseFilesTest {

	private static final ImageRun RUN = new ImageRun("a.tif", 128, 128, 1, 0, 0, 128, 128, "abc", 1.5,
		"run(\"...\");");

	@TempDir
	private Path folder;

	private static NoiseStudy study(final int steps, final int repeats) {
		return NoiseTestData.study(NoiseTestData.settings(NoiseLevels.gaussian(0.6, steps), repeats, NoiseTestData.SEARCH,
			new OtsuRegions()), null);
	}

	private NoiseResult run(final NoiseStudy study, final List<NoiseRun> done) {
		try (NoiseLog log = NoiseJournal.open(folder, study, "abc")) {
			return study.run(log, Progress.NONE, done::add);
		}
	}

	private static NoiseResult run(final NoiseStudy study) {
		return study.run(NoiseLog.NONE, Progress.NONE, r -> {});
	}

	/** Every number is read back to the last bit; of a line that was cut short the run is done again. */
	@Test
	void aJournalThatWasCutShortIsResumed() throws IOException {
		final List<NoiseRun> first = new ArrayList<>(), again = new ArrayList<>();
		run(study(2, 2), first);
		final Path journal = folder.resolve(TaskJournal.NAME);
		final byte[] bytes = Files.readAllBytes(journal);
		Files.write(journal, Arrays.copyOf(bytes, bytes.length - 20));
		final NoiseResult result = run(study(2, 2), again);
		assertEquals(1, again.size(), "only what was cut");
		assertTrue(result.isComplete());
		final List<NoiseRun> kept = result.runs().subList(0, first.size() - 1);
		assertEquals(first.subList(0, first.size() - 1), kept);
	}

	/** 0, 0.3, 0.6 are among 0, 0.15, … 0.6; a repeat's noise is that of any number of repeats. */
	@Test
	void moreLevelsAndRepeatsGoOn() {
		run(study(2, 1), new ArrayList<>());
		final List<NoiseRun> done = new ArrayList<>();
		final NoiseResult more = run(study(4, 2), done);
		assertEquals(18, more.runs().size());
		assertEquals(12, done.size(), "6 were done");
		final NoiseResult fresh = run(study(4, 2));
		for (int i = 0; i < 18; i++) {
			assertEquals(fresh.runs().get(i).scores(), more.runs().get(i).scores());
			assertEquals(fresh.runs().get(i).level(), more.runs().get(i).level());
		}
	}

	@Test
	void aJournalOfSomethingElseIsKept() throws IOException {
		run(study(1, 1), new ArrayList<>());
		final String before = Files.readString(folder.resolve(TaskJournal.NAME));
		final NoiseStudy other = NoiseTestData.study(new NoiseSettings(NoiseTestData.FINDING, NoiseLevels.gaussian(0.6,
			1), 1, NoiseTestData.SEARCH, List.of(new OtsuRegions()), 0, 77), null);
		final List<NoiseRun> done = new ArrayList<>();
		run(other, done);
		assertEquals(2, done.size());
		assertEquals(before, Files.readString(folder.resolve("journal-1.jsonl")));
	}

	@Test
	void aDamagedJournalIsRefused() throws IOException {
		run(study(1, 1), new ArrayList<>());
		final Path journal = folder.resolve(TaskJournal.NAME);
		Files.writeString(journal, Files.readString(journal).replaceFirst("\"f1\"", "\"f2\""));
		Complaints.assertRefused(() -> run(study(1, 1), new ArrayList<>()), "line 2", "f1");
	}

	@Test
	void filesHaveEveryRun() throws IOException {
		final NoiseResult result = NoiseTestData.result(false);
		new NoiseFiles(result, 0.064, RUN).write(folder);
		final CsvTable runs = CsvTable.read(folder.resolve("noise.csv"));
		assertEquals(25, runs.size());
		for (int i = 0; i < 25; i++) {
			final NoiseRun run = result.runs().get(i);
			assertEquals(run.method(), runs.get(i, "method"));
			assertEquals(run.scores().f1(), runs.number(i, "f1"));
			assertEquals(run.scores().count(), runs.number(i, "count"));
			assertEquals(run.parameters().get("threshold"), runs.number(i, "threshold"));
		}
		final CsvTable summary = CsvTable.read(folder.resolve("noise_summary.csv"));
		assertEquals(15, summary.size());
		final Quartiles f1 = result.quartiles(2, OptimizedLog.NAME, NoiseMetric.F1::of);
		assertEquals(f1.median(), summary.number(10, "f1_median"));
		assertEquals(f1.lower(), summary.number(10, "f1_q1"));
		assertEquals(2, summary.number(10, "runs"));
		final JsonObject study = JsonParser.parseString(Files.readString(folder.resolve("study.json"),
			StandardCharsets.UTF_8)).getAsJsonObject();
		assertEquals("noise robustness", study.get("analysis").getAsString());
		assertEquals(25, study.getAsJsonArray("runs").size());
		final String text = Files.readString(folder.resolve("summary.txt"));
		for (final String words : List.of("Gaussian, standard deviation 0 to 1", "3 levels, 2 repeats",
			"All 25 runs are done.", "LoG*", "at all levels", "F1 against the simulation"))
			assertTrue(text.contains(words), words + " is missing in\n" + text);
	}

	@Test
	void withoutATruthTheSummarySaysWhatF1Is() {
		final String text = new NoiseFiles(NoiseTestData.result(true), 0.064, RUN).summary();
		for (final String words : List.of("agreement with the noise-free result", "Poisson, 1e6 e/nm² to 1000 e/nm²"))
			assertTrue(text.contains(words), words + " is missing in\n" + text);
	}
}
