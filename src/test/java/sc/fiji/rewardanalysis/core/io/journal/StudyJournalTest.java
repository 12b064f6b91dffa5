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

package sc.fiji.rewardanalysis.core.io.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.PARAMETERS;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.SEED;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.SPACE;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.ask;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.evaluate;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.run;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.story;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/** A journal survives whatever is done to it. */
class StudyJournalTest extends JournalFolder {
	// -- survives --

	@Test
	void cutAtAnyByteItGoesOnAsIfNothingHadHappened() throws IOException {
		final String whole = story(written(new SobolEngine(), 3));
		final byte[] bytes = Files.readAllBytes(file());
		for (int cut = bytes.length; cut >= 0; cut--) {
			// Some file systems are slow to write a file anew.
			final Path file = Files.write(folder.resolve(cut + ".jsonl"), Arrays.copyOf(bytes, cut));
			final Study study = study(new SobolEngine());
			try (StudyJournal journal = StudyJournal.open(file, study, ABOUT)) {
				// Waiting for the disk takes long, so the rest is written for some cuts only.
				run(study, cut % 29 == 0 ? journal : StudyLog.NONE, 3);
			}
			assertEquals(whole, story(study), "cut at " + cut);
			if (cut % 29 == 0) assertEquals(3, StudyJournal.read(file).evaluations().size());
		}
		// What is whole by then isn't touched any more.
		assertEquals(whole, story(resumed(new SobolEngine(), 3)));
	}

	@Test
	void aBayesianStudyGoesOnToTheLastBit() throws IOException {
		final int n = 17;
		final Study whole = written(new BayesianEngine(), n);
		assertTrue(whole.askedFrom(BayesianEngine.ORIGIN) > 2, "it got beyond its first points");
		final byte[] bytes = Files.readAllBytes(file());
		for (int i = 0; i < 14; i++) {
			Files.write(file(), Arrays.copyOf(bytes, bytes.length - i * bytes.length / 50));
			assertEquals(story(whole), story(resumed(new BayesianEngine(), n)), "cut " + i);
		}
	}

	@Test
	void everythingSurvivesAndOnlyOnce() throws IOException {
		final Study study = study(new SobolEngine());
		try (StudyJournal journal = StudyJournal.open(file(), study, ABOUT)) {
			run(study, journal, 20);
			study.enqueue(JournalProblem.FIRST.with("sigma", 7), "somebody");
			study.enqueue(JournalProblem.FIRST.with("sigma", 7.5));
			final List<Trial> asked = List.of(ask(study, journal), ask(study, journal), ask(study, journal));
			assertEquals(List.of("somebody", "user", "sobol"), asked.stream().map(Trial::origin).toList());
			study.enqueue(JournalProblem.FIRST.with("sigma", 8));
			journal.queued(study.queued());
			journal.queued(study.queued());
			journal.told(study.tell(asked.get(1), evaluate(asked.get(1).configuration()), 0.1));
		}
		assertTrue(study.evaluations().stream().anyMatch(e -> !e.failure().isEmpty()));
		assertTrue(study.evaluations().stream().anyMatch(e -> Double.isInfinite(e.signals()[1])));
		final Study again = study(new SobolEngine());
		StudyJournal.open(file(), again, ABOUT).close();
		assertEquals(story(study), story(again));
		assertEquals(study.evaluations().get(3).seconds(), again.evaluations().get(3).seconds());
		assertEquals(1 + 2 + 1 + 23 + 21, lines().size(), "a line each");
		assertEquals(2, again.pending().size());
		assertEquals(1, again.queued().size());
		assertEquals("user", ask(again, StudyLog.NONE).origin());
	}

	@Test
	void killedProcessesLoseNothingThatWasTold() throws Exception {
		final int n = 30;
		final Study expected = study(new SobolEngine());
		run(expected, StudyLog.NONE, n);
		for (int kill = 1; kill <= 3; kill++) {
			final Process child = child(n, 15);
			final ProcessHandle handle = child.toHandle();
			try {
				waitFor(child, 16 * kill);
				final Study other = study(new SobolEngine());
				assertRefused(() -> StudyJournal.open(file(), other, Map.of()), file().toString(), "in use",
					"wait");
				assertTrue(child.isAlive(), "killed in the middle");
			}
			finally {
				handle.destroyForcibly();
			}
			assertTrue(child.waitFor() != 0);
			assertTrue(StudyJournal.read(file()).evaluations().size() >= 7 * kill);
		}
		final Study last = study(new SobolEngine());
		try (StudyJournal journal = StudyJournal.open(file(), last, Map.of())) {
			assertTrue(last.evaluations().size() < n);
			run(last, journal, n);
		}
		assertEquals(story(expected), story(last));
	}

	private Process child(final int evaluations, final int milliseconds) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xshare:auto", "-cp", System.getProperty("java.class.path"), JournalProblem.class.getName(),
			file().toString(), "" + evaluations, "" + milliseconds).inheritIO().start();
	}

	/** Until the journal has that many lines. */
	private void waitFor(final Process child, final int lines) throws Exception {
		while (child.isAlive() && (!Files.exists(file()) || lines().size() < lines))
			Thread.sleep(2);
	}

	// -- reads --

	@Test
	void readsAStudyThatItKnowsNothingOf() {
		final Study study = written(new SobolEngine(), 6);
		final RecordedStudy read = StudyJournal.read(file());
		assertEquals(SEED, read.seed());
		assertEquals("SobolEngine", read.engine());
		assertEquals(PARAMETERS, read.space().parameters());
		assertEquals(SPACE.conditions(), read.space().conditions());
		assertEquals(List.of("QC", "ER"), read.objectives());
		assertEquals("{sha256=cafe, size=[3.0, 4.0]}", new java.util.TreeMap<>((Map<?, ?>) read.about()
			.get("image")).toString());
		assertEquals(6, read.evaluations().size());
		for (int i = 0; i < 6; i++) {
			final var there = study.evaluations().get(i);
			final var here = read.evaluations().get(i);
			assertEquals(there.configuration(), here.configuration());
			assertEquals(there.observation(), here.observation());
			assertArrayEquals(there.objectives(), here.objectives());
			assertArrayEquals(there.unit(), here.unit());
			assertEquals(there.feasible(), here.feasible());
			assertEquals(there.origin(), here.origin());
		}
		assertTrue(read.pending().isEmpty() && read.queued().isEmpty());
	}

	@Test
	void readingLeavesTheLockAlone() {
		final Study study = study(new SobolEngine());
		try (StudyJournal journal = StudyJournal.open(file(), study, ABOUT)) {
			run(study, journal, 2);
			assertEquals(2, StudyJournal.read(file()).evaluations().size(), "flushed");
			assertRefused(() -> StudyJournal.open(file(), study(new SobolEngine()), ABOUT), "in use");
			run(study, journal, 3);
		}
		assertEquals(3, resumed(new SobolEngine(), 3).evaluations().size());
	}

	@Test
	void linesAreJson() throws IOException {
		written(new SobolEngine(), 6);
		for (final String line : lines())
			assertTrue(JsonParser.parseString(line).isJsonObject());
		assertTrue(lines().get(0).startsWith("{\"journal\":\"reward analysis study\",\"format\":1,"));
		assertTrue(lines().get(1).startsWith("{\"queued\":[{\"origin\":\"user\",\"parameters\":{\"sigma\":"));
		assertTrue(lines().get(3).contains("\"signals\":[\"NaN\"") || lines().get(3).contains(
			"\"Infinity\""), lines().get(3));
	}

	@Test
	void othersAreKeptUnderANumber() throws IOException {
		for (int i = 0; i < 3; i++) {
			final Study study = study(new SobolEngine());
			try (StudyJournal journal = StudyJournal.openKeepingOthers(file(), study, Map.of("run", i))) {
				assertEquals(0, study.evaluations().size());
				run(study, journal, i + 1);
			}
		}
		assertEquals(Set.of("journal.jsonl", "journal-1.jsonl", "journal-2.jsonl"), names());
		for (int i = 0; i < 3; i++)
			assertEquals(i + 1, StudyJournal.read(folder.resolve(List.of("journal-1.jsonl",
				"journal-2.jsonl", "journal.jsonl").get(i))).evaluations().size());
		final Study same = study(new SobolEngine());
		StudyJournal.openKeepingOthers(file(), same, Map.of("run", 2)).close();
		assertEquals(3, same.evaluations().size());
		assertEquals(3, names().size());
		Files.writeString(file(), "my notes\n");
		assertRefused(() -> StudyJournal.openKeepingOthers(file(), study(new SobolEngine()), Map.of()),
			"JSON");
	}

	private Set<String> names() throws IOException {
		try (var list = Files.list(folder)) {
			return new TreeSet<>(list.map(f -> f.getFileName().toString()).toList());
		}
	}

	@Test
	void anInterruptIsACancel() {
		final Study study = study(new SobolEngine());
		final StudyJournal journal = StudyJournal.open(file(), study, ABOUT);
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> run(study, journal, 1));
		assertTrue(Thread.interrupted());
		journal.close();
		assertEquals(1, resumed(new SobolEngine(), 1).evaluations().size());
		assertThrows(RewardAnalysisException.class, () -> run(study, journal, 2), "closed");
	}
}
