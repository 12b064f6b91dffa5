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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertSays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.ToyReward;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.journal.JournalProblem;
import sc.fiji.rewardanalysis.core.io.journal.RecordedStudy;
import sc.fiji.rewardanalysis.core.io.journal.StudyJournal;
import sc.fiji.rewardanalysis.core.optimize.BayesianEngine;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Analysis;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.Optimization;

/** The loop with a journal, cut while several trials were pending. */
class ResumedRunTest {

	@TempDir
	Path folder;

	private record Toy(double broken) implements Analysis<double[]> {

		@Override
		public SearchSpace searchSpace() {
			return new SearchSpace(List.of(Parameter.of("x", "px", 0.01, 1, true), Parameter.of("y", "", 0,
				1, false)));
		}

		@Override
		public double[] analyse(final Configuration c, final Progress progress) {
			if (c.get("x") < broken) throw new IllegalStateException("Too small");
			final double y = c.get("y") - 0.3;
			return new double[] { c.get("x") + y * y, 1 - c.get("x") + y * y };
		}
	}

	private static Optimization<double[]> optimization(final double broken) {
		return new Optimization<>(new Toy(broken), List.of(new Goal<>(new ToyReward<>("one", r -> r[0]), Link
			.identity(), 1), new Goal<>(new ToyReward<>("two", r -> r[1]), Link.squareRoot(), 1)), List.of(), x -> true);
	}

	private Study run(final Path file, final Engine engine, final double broken, final int workers,
		final int evaluations)
	{
		final Optimization<double[]> optimization = optimization(broken);
		final Study study = optimization.newStudy(engine, 3);
		try (StudyJournal journal = StudyJournal.open(file, study, Map.of("workers", workers))) {
			optimization.run(study, new StopRule(evaluations, false), workers, journal, Progress.NONE,
				e -> {});
		}
		return study;
	}

	@Test
	void severalPendingTrialsAreResumed() throws IOException {
		final Path file = folder.resolve("journal.jsonl");
		for (final int workers : new int[] { 1, 3 }) {
			Files.deleteIfExists(file);
			final Study whole = run(file, new BayesianEngine(), 0.02, workers, 14);
			assertTrue(whole.evaluations().stream().anyMatch(e -> !e.failure().isEmpty()));
			final byte[] bytes = Files.readAllBytes(file);
			int mostPending = 0;
			for (int i = 0; i <= 20; i++) {
				final Path cut = Files.write(folder.resolve(workers + "-" + i), Arrays.copyOf(bytes, i *
					bytes.length / 20));
				if (i > 4) mostPending = Math.max(mostPending, StudyJournal.read(cut).pending().size());
				assertEquals(JournalProblem.story(whole), JournalProblem.story(run(cut, new BayesianEngine(),
					0.02, workers, 14)), workers + " workers, cut " + i);
			}
			assertEquals(workers, mostPending);
		}
	}

	@Test
	void theJournalKeepsWhatFailed() {
		final Path file = folder.resolve("journal.jsonl");
		for (int i = 0; i < 2; i++) {
			final var exc = assertThrows(RewardAnalysisException.class, () -> run(file, new SobolEngine(),
				2, 2, 30));
			assertSays(exc.getMessage(), "first 5 evaluations all failed", "Too small");
			final RecordedStudy kept = StudyJournal.read(file);
			assertEquals(5, kept.evaluations().size());
			assertEquals("IllegalStateException: Too small.", kept.evaluations().get(4).failure());
		}
	}
}
