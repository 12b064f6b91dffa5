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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.FIRST;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.evaluate;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.story;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Trial;

/** Whoever opens a journal again may say again what was said before. */
class JournalQueueTest {

	private static final Configuration SECOND = FIRST.with("sigma", 7), THIRD = FIRST.with("n", 4);

	@TempDir
	Path folder;

	private Path file() {
		return folder.resolve("journal.jsonl");
	}

	/** Tries two points first, and is killed within an evaluation unless it gets through. */
	private Study run(final int crashAt, final int evaluations, final Configuration... first) {
		final Study study = study(new SobolEngine());
		for (final Configuration c : first)
			study.enqueue(c);
		try (StudyJournal journal = StudyJournal.open(file(), study, Map.of())) {
			journal.evaluate(evaluations, c -> crashing(study, crashAt, c));
		}
		return study;
	}

	private static Observation crashing(final Study study, final int at, final Configuration c) {
		if (study.evaluations().size() == at) throw new CancellationException("Killed.");
		return evaluate(c);
	}

	private long lines(final String word) throws IOException {
		return Files.readAllLines(file()).stream().filter(l -> l.startsWith("{\"" + word)).count();
	}

	@Test
	void crashesLoseNothingHoweverMany() throws IOException {
		final Study whole = study(new SobolEngine());
		List.of(FIRST, SECOND).forEach(whole::enqueue);
		whole.evaluate(12, JournalProblem::evaluate);
		for (final int crashAt : new int[] { 0, 1, 1, 7, 7, 7, 9 })
			assertThrows(CancellationException.class, () -> run(crashAt, 12, FIRST, SECOND));
		assertEquals(story(whole), story(run(-1, 12, FIRST, SECOND)));
		assertEquals(story(whole), story(run(0, 12, FIRST, SECOND)), "nothing is left to do");
		assertEquals(12, lines("asked"));
		assertEquals(12, lines("evaluation"));
		assertEquals(1, lines("queued"));
	}

	/** Journals in which a trial was noted again when it was taken up again. */
	@Test
	void aTrialThatStandsThereTwiceIsOne() throws IOException {
		assertThrows(CancellationException.class, () -> run(3, 6));
		final List<String> lines = new ArrayList<>(Files.readAllLines(file()));
		final String asked = lines.get(lines.size() - 1);
		Files.writeString(file(), String.join("\n", lines) + "\n" + asked + "\n" + asked + "\n");
		assertEquals(1, StudyJournal.read(file()).pending().size());
		final Study again = run(-1, 6);
		assertEquals(6, again.evaluations().size());
		assertEquals(story(again), story(run(-1, 6)));
		Files.writeString(file(), asked.replace("sobol", "somebody") + "\n",
			StandardOpenOption.APPEND);
		assertRefused(() -> run(-1, 6), "damaged", "once");
	}

	@Test
	void whatIsSaidTwiceIsWrittenOnce() throws IOException {
		final Study study = study(new SobolEngine());
		try (StudyJournal journal = StudyJournal.open(file(), study, Map.of())) {
			final Trial trial = study.ask();
			journal.asked(trial);
			journal.asked(trial);
			final var evaluation = study.tell(trial, evaluate(trial.configuration()), 0);
			journal.told(evaluation);
			journal.told(evaluation);
			journal.asked(trial);
		}
		assertEquals(3, Files.readAllLines(file()).size());
		assertEquals(1, run(-1, 1).evaluations().size());
	}

	@Test
	void theQueueOfANewStudyIsWrittenDown() {
		final Study study = study(new SobolEngine());
		study.enqueue(FIRST);
		study.enqueue(SECOND, "somebody");
		StudyJournal.open(file(), study, Map.of()).close();
		assertEquals(study.queued(), StudyJournal.read(file()).queued());
		final Study again = study(new SobolEngine());
		StudyJournal.open(file(), again, Map.of()).close();
		assertEquals(study.queued(), again.queued(), "without being told again");
	}

	@Test
	void onlyWhatIsNewInAQueueIsAdded() {
		run(-1, 1, FIRST, SECOND);
		final Study more = run(-1, 4, FIRST, SECOND, THIRD, SECOND);
		assertEquals(List.of(FIRST, SECOND, THIRD, SECOND).stream().map(JournalQueueTest::completed)
			.toList(), more.evaluations().stream().map(e -> e.configuration()).toList());
		assertTrue(more.queued().isEmpty());
		assertEquals(story(more), story(run(-1, 4, FIRST, SECOND, THIRD, SECOND)));
	}

	private static Configuration completed(final Configuration c) {
		return JournalProblem.SPACE.completed(c);
	}
}
