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

package sc.fiji.rewardanalysis.core.workflow.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.io.AtomFindingFiles;
import sc.fiji.rewardanalysis.core.io.AtomFindingJournal;
import sc.fiji.rewardanalysis.core.io.EarlierStudy;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions;

class OracleFrontTest {

	@TempDir
	private Path folder;

	private static Oracle truth() {
		return new Oracle(Ybco.image().columns().stream().map(c -> new OraclePoint(c.x(), c.y(), c.species()))
			.toList(), "truth");
	}

	private static OracleFront front(final EarlierStudy study, final List<Oracle> oracles,
		final Progress progress)
	{
		return OracleFront.of(Ybco.image().image(), Ybco.AREA, study.settings(), study.solutions(), oracles,
			3, progress);
	}

	/** A study that was written to files, with and without choices. */
	private Study written(final AtomFindingTask task) {
		final Study study = task.newStudy(new SobolEngine(), 4);
		try (StudyLog log = new AtomFindingJournal(folder, null, task, "hash").open(study)) {
			task.run(study, new StopRule(3, false), log, Progress.NONE, SearchListener.NONE);
		}
		final RunRecord run = new RunRecord("ybco", Ybco.SIZE, Ybco.SIZE, 0, 0, Ybco.SIZE, Ybco.SIZE,
			"hash", SearchReport.sampled(SearchEngine.SOBOL, SearchReport.AS_ASKED, "done."), Pick.EUCLIDEAN, 1, "macro");
		new AtomFindingFiles(task, study, run).write(folder, null, null);
		return study;
	}

	private void check(final AtomFindingSettings settings, final String... names) {
		final AtomFindingTask task = Ybco.task(settings);
		final Study study = written(task);
		for (final String name : names) {
			final EarlierStudy earlier = EarlierStudy.read(folder.resolve(name));
			final OracleFront front = front(earlier, List.of(truth(), truth().only(List.of("Ba"))),
				Progress.NONE);
			assertEquals(3, front.alike(), "the same image gives the same counts: " + name);
			for (int i = 0; i < 3; i++) {
				final Evaluation e = study.evaluations().get(i);
				final OracleSolution s = front.solutions().get(i);
				assertEquals(e.id(), s.id());
				assertEquals(task.parameters(e), s.parameters());
				assertEquals(task.preparation(e), s.preparation());
				assertEquals(e.objectives()[0], settings.countRule() == AtomFindingSettings.CountRule.PAPER ? s
					.countOfPaper() : s.count(), 1e-12);
				assertEquals(e.objectives()[1], s.spacing(), 1e-12);
				final double all = truth().size();
				assertEquals(Math.abs(s.atoms() - all) / all, s.judged().get(0).rewards().count(), 1e-12);
				assertTrue(s.judged().get(1).match().truePositives() <= s.judged().get(0).match()
					.truePositives(), "Ba is a part of all");
			}
			assertTrue(front.solutions().stream().anyMatch(OracleSolution::onFront));
			assertTrue(front.solutions().stream().anyMatch(s -> s.judged().get(1).onFront()));
		}
	}

	@Test
	void solutionsAreWorkedOutAgain() {
		check(AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL), "");
	}

	@Test
	void choicesOfThePreparationToo() {
		check(new AtomFindingSettings(Ybco.LATTICE, Ybco.PIXEL, new PreparationOptions(
			PreparationOptions.Step.SEARCH, PreparationOptions.Step.OFF, PreparationOptions.Atoms.BRIGHT),
			Normalization.NOISE, AtomFindingSettings.CountRule.PAPER, 0.7, 0.01, 8, new Range(2, 3), null,
			null, new Range(0.2, 0.6)), "study.json", "journal.jsonl");
	}

	@Test
	void itHearsOfACancel() {
		written(Ybco.task());
		final EarlierStudy earlier = EarlierStudy.read(folder);
		Assertions.assertThrows(CancellationException.class, () -> front(earlier, List.of(truth()),
			new Progress() {

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public boolean isCanceled() {
					return true;
				}
			}));
	}

	@Test
	void otherFilesAreRefused() throws IOException {
		assertRefused(() -> EarlierStudy.read(folder), "neither a study.json nor a journal.jsonl");
		assertRefused(() -> EarlierStudy.read(folder.resolve("none")), "There is no folder or file");
		final Path other = Files.writeString(folder.resolve("study.json"),
			"{\"format\": 1, \"analysis\": \"amorphous regions\"}");
		assertRefused(() -> EarlierStudy.read(other), "a study of amorphous regions", "one image");
		assertRefused(() -> EarlierStudy.read(Files.writeString(other, "{}")), "is no study");
	}
}
