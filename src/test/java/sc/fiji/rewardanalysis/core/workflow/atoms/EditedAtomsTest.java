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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.io.AtomFindingFiles;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.RefinementStatus;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms.Origin;

class EditedAtomsTest {

	private static AtomFindingTask task;
	private static SearchResult result;
	private static EditedAtoms found;

	@BeforeAll
	static void find() {
		task = Ybco.task();
		result = task.search().run(SearchEngine.EXACT, new StopRule(60, false), 1,
			Progress.NONE);
		final AtomSolution picked = task.solution(task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow(),
			Progress.NONE);
		found = EditedAtoms.of(picked, Refiner.refine(Ybco.image().image(), Contrast.BRIGHT, picked.atoms()
			.atoms(), Refinement.GAUSSIAN, FitOptions.ROUND, Progress.NONE), Ybco.AREA);
	}

	private static List<Blob> blobs(final EditedAtoms edited) {
		return edited.refined().blobs();
	}

	@Test
	void withoutEditsNothingChanges() {
		assertSame(found.original(), found.solution());
		assertFalse(found.isEdited());
		assertSame(found, found.undo());
		assertEquals(List.of(), found.deleted());
	}

	@Test
	void anAddedAtomIsTheLastAndAsWideAsTheOthers() {
		final EditedAtoms edited = found.add(60.25, 61.5);
		assertEquals(found.size() + 1, edited.size());
		final Blob last = blobs(edited).get(found.size());
		assertEquals(60.25, last.x());
		assertEquals(61.5, last.y());
		final double[] sigmas = found.original().atoms().atoms().stream().mapToDouble(Blob::sigma).sorted()
			.toArray();
		assertEquals(sigmas[sigmas.length / 2], last.sigma());
		assertEquals(Origin.ADDED, edited.origin(found.size()));
		assertEquals(RefinementStatus.BY_HAND, edited.refined().atoms().get(found.size()).status());
		assertEquals(Origin.ADDED, edited.move(found.size(), 1, 1).origin(found.size()), "it stays added");
	}

	/** Three more around a column bring the sum of its four nearest distances below DS. */
	@Test
	void atomsTooCloseAreSpacingErrors() {
		final int[] judged = found.original().atoms().judged();
		final Blob atom = found.original().atoms().atoms().get(judged[0]);
		final EditedAtoms edited = found.add(atom.x() + 4, atom.y()).add(atom.x() - 4, atom.y())
			.add(atom.x(), atom.y() + 4);
		assertTrue(edited.solution().errors().length > found.original().errors().length);
		assertEquals(found.original().atoms().counted().length + 3, edited.solution().atoms()
			.counted().length);
	}

	@Test
	void untouchedAtomsAreJudgedAsDetected() {
		final EditedAtoms edited = found.add(60, 60).delete(found.size());
		assertTrue(edited.isEdited());
		assertEquals(found.original().atoms().atoms(), edited.solution().atoms().atoms());
		assertEquals(new SpacingError().score(found.original().atoms()).value(), new SpacingError().score(
			edited.solution().atoms()).value());
		assertEquals(found.refined().atoms(), edited.refined().atoms());
	}

	@Test
	void whatIsDeletedIsKnown() {
		final Blob third = found.original().atoms().atoms().get(2), fifth = found.original().atoms()
			.atoms().get(4);
		final EditedAtoms edited = found.delete(2).delete(3).add(50, 50).delete(found.size() - 2);
		assertEquals(found.size() - 2, edited.size());
		assertEquals(List.of(third, fifth), edited.deleted());
		assertEquals(0, edited.count(Origin.ADDED));
	}

	/** Any edits are taken back one by one, and an earlier value never changes. */
	@Test
	void everyEditCanBeUndone() {
		final Random random = new Random(7);
		final List<EditedAtoms> history = new ArrayList<>(List.of(found));
		final List<List<Blob>> atoms = new ArrayList<>(List.of(blobs(found)));
		for (int i = 0; i < 200; i++) {
			final EditedAtoms last = history.get(i);
			final double x = 127 * random.nextDouble(), y = 127 * random.nextDouble();
			final int atom = random.nextInt(last.size());
			final EditedAtoms next = switch (random.nextInt(3)) {
				case 0 -> last.add(x, y);
				case 1 -> last.move(atom, x, y);
				default -> last.delete(atom);
			};
			history.add(next);
			atoms.add(blobs(next));
			assertEquals(next.size(), found.size() + next.count(Origin.ADDED) - next.deleted().size());
		}
		EditedAtoms back = history.get(200);
		for (int i = 200; i >= 0; i--) {
			assertEquals(atoms.get(i), blobs(back));
			assertEquals(atoms.get(i), blobs(history.get(i)));
			back = back.undo();
		}
		assertEquals(blobs(found), blobs(history.get(200).discarded()));
	}

	@Test
	void impossibleEditsAreRefused() {
		assertThrows(RewardAnalysisException.class, () -> found.add(-3, 5));
		assertThrows(RewardAnalysisException.class, () -> found.add(Double.NaN, 5));
		assertThrows(RewardAnalysisException.class, () -> found.move(0, 500, 5));
		assertThrows(RewardAnalysisException.class, () -> found.move(found.size(), 5, 5));
		assertThrows(RewardAnalysisException.class, () -> found.delete(-1));
		assertThrows(RewardAnalysisException.class, () -> EditedAtoms.of(found.original(), RefinedAtoms
			.asDetected(List.of()), Ybco.AREA));
	}

	@Test
	void filesSayWhatWasEdited(@TempDir final Path folder) throws Exception {
		final AtomFindingFiles files = new AtomFindingFiles(task, result.study(), new RunRecord("ybco", 128,
			128, 0, 0, 128, 128, "00", result.report(), Pick.EUCLIDEAN, 1, "run"));
		final EditedAtoms edited = found.delete(0).move(0, 30.5, 40.25).add(60, 61);
		files.write(folder, edited);
		final CsvTable atoms = CsvTable.read(folder.resolve("atoms.csv"));
		assertEquals(found.size(), atoms.size());
		assertEquals("edited: moved", atoms.get(0, "origin"));
		assertEquals("detected", atoms.get(1, "origin"));
		assertEquals("edited: added", atoms.get(found.size() - 1, "origin"));
		assertEquals(30.5, atoms.number(0, "x_px"));
		assertEquals("by hand", atoms.get(0, "refined"));
		final String summary = Files.readString(folder.resolve("summary.txt"));
		assertTrue(summary.startsWith("Edited:     1 added, 1 moved, 1 deleted by hand; "), summary);
		assertTrue(summary.contains("; 2 set by hand."), summary);
		final String methods = Files.readString(folder.resolve("methods.txt"));
		assertTrue(methods.contains("edited by hand (1 added, 1 moved, 1 deleted), which leaves"), methods);
		final String json = Files.readString(folder.resolve("study.json"));
		assertTrue(json.contains("\"edits\"") && json.contains("\"deleted_x_y_sigma_response_px\""), json);
		files.write(folder, edited.discarded());
		assertFalse(CsvTable.read(folder.resolve("atoms.csv")).header().contains("origin"));
		assertFalse(Files.readString(folder.resolve("study.json")).contains("\"edits\""));
	}
}
