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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.command.CommandImages.names;
import static sc.fiji.rewardanalysis.command.CommandImages.rows;
import static sc.fiji.rewardanalysis.command.CommandImages.stack;
import static sc.fiji.rewardanalysis.command.CommandImages.ybco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.journal.StudyJournal;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/** A search of all slices of a stack goes on where it was interrupted. */
class ResumedStackTest {

	private static final String JOURNAL = "journal.jsonl";

	@TempDir
	Path folder;

	private Path optimize(final ImagePlus image, final String name, final Object... inputs)
		throws Exception
	{
		final List<Object> all = new ArrayList<>(List.of("image", image, "refine", "none", "output_folder",
			folder.resolve(name).toFile()));
		all.addAll(Arrays.asList(inputs));
		Commands.succeed(OptimizeAtomFinding.class, all.toArray());
		return folder.resolve(name);
	}

	private static String summary(final Path run) throws IOException {
		return Files.readString(run.resolve("summary.txt"));
	}

	private static int known(final Path run, final String journal) {
		return StudyJournal.read(run.resolve(journal)).evaluations().size();
	}

	private static void assertSame(final Path whole, final Path cut) throws IOException {
		assertEquals(rows(whole), rows(cut));
		for (final String file : List.of("pareto.csv", "atoms.csv", "images.csv"))
			assertEquals(Files.readString(whole.resolve(file)), Files.readString(cut.resolve(file)));
	}

	/** Ranks too: cut among the evaluations that they compare with. */
	@ParameterizedTest
	@EnumSource(value = Pooling.class, names = { "WORST", "RANK" })
	void theResultIsThatOfAnUninterruptedSearch(final Pooling pooling) throws Exception {
		final ImagePlus image = stack(0.1, 0.3, 0.5);
		final Object[] inputs = { "slices", pooling.name().toLowerCase(Locale.ROOT), "held_out", 3, "evaluations", 13 };
		final Path whole = optimize(image, "whole", inputs), cut = folder.resolve("cut");
		Files.createDirectories(cut);
		final byte[] bytes = Files.readAllBytes(whole.resolve(JOURNAL));
		Files.write(cut.resolve(JOURNAL), Arrays.copyOf(bytes, bytes.length * 45 / 100));
		final int known = known(cut, JOURNAL);
		assertTrue(known > 1 && known < 8, known + " left");
		optimize(image, "cut", inputs);
		assertSame(whole, cut);
		final String words = "Resumed after " + known + " evaluations.";
		assertTrue(summary(cut).contains(words), summary(cut));
		assertTrue(Files.readString(cut.resolve("study.json")).contains(words));
		assertFalse(names(cut).contains("journal-1.jsonl"));
	}

	@Test
	void anotherRunsJournalIsKept() throws Exception {
		final Path run = optimize(stack(0.1, 0.2, 0.3), "run", "slices", "mean", "held_out", 3,
			"evaluations", 2);
		// A slice that the search never sees makes no difference to it.
		optimize(stack(0.1, 0.2, 0.6), "run", "slices", "mean", "held_out", 3, "evaluations", 3);
		assertTrue(summary(run).contains("Resumed after 2 evaluations."));
		optimize(stack(0.1, 0.6, 0.3), "run", "slices", "mean", "held_out", 3, "evaluations", 4);
		optimize(stack(0.1, 0.6, 0.3), "run", "slices", "worst", "held_out", 3, "evaluations", 5);
		optimize(stack(0.1, 0.6, 0.3), "run", "slices", "worst", "evaluations", 6);
		optimize(ybco(), "run", "engine", "bayesian", "evaluations", 7);
		for (int i = 1; i <= 5; i++)
			assertEquals(i + 2, known(run, i == 5 ? JOURNAL : "journal-" + i + ".jsonl"));
		assertTrue(names(run).contains("overlay.png"));
		assertTrue(names(run).stream().noneMatch(n -> n.matches("images.csv|overlay_.*")), names(run)
			.toString());
	}

	@Test
	void stacksAndImagesStartFromEachOther() throws Exception {
		final Path single = optimize(ybco(), "single", "engine", "bayesian", "evaluations", 8);
		final Path stack = optimize(stack(0.1, 0.3), "stack", "slices", "worst", "evaluations", 3,
			"warm_start", single.resolve(JOURNAL).toFile());
		final CsvTable evaluations = CsvTable.read(stack.resolve("evaluations.csv"));
		assertEquals("warm", evaluations.get(0, "origin"));
		final CsvTable front = CsvTable.read(single.resolve("pareto.csv"));
		final List<String> thresholds = new ArrayList<>();
		for (int i = 0; i < front.size(); i++)
			thresholds.add(front.get(i, "threshold").substring(0, 6));
		assertTrue(thresholds.contains(evaluations.get(0, "threshold").substring(0, 6)), thresholds
			.toString());
		optimize(stack(0.1, 0.3), "stack", "slices", "worst", "evaluations", 4, "warm_start", single
			.resolve(JOURNAL).toFile());
		assertTrue(summary(stack).contains("Resumed after 3 evaluations."));
		final Path back = optimize(ybco(), "back", "engine", "bayesian", "evaluations", 4, "warm_start",
			stack.resolve(JOURNAL).toFile());
		assertEquals("warm", CsvTable.read(back.resolve("evaluations.csv")).get(0, "origin"));
	}

	private void run(final ImagePlus image, final Pooling pooling, final String name,
		final Progress progress)
	{
		new StackOptimization(new OptimizationRequest(AnalysedImage.of(image), AtomFindingSettings.of(
			Ybco.LATTICE, Ybco.PIXEL), SearchEngine.AUTO, new StopRule(13, false), Pick.EUCLIDEAN, 1,
			Refinement.NONE, new FitOptions(false, true), folder.resolve(name), null, "macro"), pooling, 0,
			ProgressWindow.open("test"), text -> {}).run(progress);
	}

	/** Cancelled from the first message on that begins with some word. */
	private static Progress canceledAt(final String message) {
		return new Progress() {

			private volatile boolean canceled;

			@Override
			public void update(final double fraction, final String text) {
				canceled |= text.startsWith(message);
			}

			@Override
			public boolean isCanceled() {
				return canceled;
			}
		};
	}

	/** Places among fewer than all would be wrong for the study that goes on. */
	@ParameterizedTest
	@EnumSource(value = Pooling.class, names = { "MEAN", "RANK" })
	void aCancelledSearchIsResumedAsIfItHadNotBeen(final Pooling pooling) throws Exception {
		final ImagePlus image = stack(0.1, 0.3, 0.2);
		run(image, pooling, "whole", canceledAt("Drawing"));
		run(image, pooling, "cut", canceledAt(pooling == Pooling.RANK ? "Comparison 6" : "Evaluation 6"));
		assertEquals(5, rows(folder.resolve("cut")).size());
		run(image, pooling, "cut", canceledAt("Evaluation 12"));
		assertEquals(11, rows(folder.resolve("cut")).size());
		run(image, pooling, "cut", canceledAt("Drawing"));
		assertSame(folder.resolve("whole"), folder.resolve("cut"));
	}

	/** Who doesn't know a second cancel from the first sees one slice, and all of the study. */
	@Test
	void aCancelIsBounded() throws Exception {
		final ImagePlus image = stack(0.1, 0.3, 0.2);
		run(image, Pooling.MEAN, "run", Progress.NONE);
		final Path run = folder.resolve("run");
		assertTrue(names(run).containsAll(List.of("overlay_0003.png", "hypervolume.png")));
		final ImagePlus other = stack(0.2, 0.3, 0.1);
		run(other, Pooling.MEAN, "run", canceledAt("Evaluation 6"));
		final CsvTable images = CsvTable.read(run.resolve("images.csv"));
		assertTrue(images.number(0, "atoms") > 30);
		for (int i = 1; i < 3; i++) {
			assertEquals("", images.get(i, "atoms"));
			assertEquals(64, images.get(i, "sha256").length());
			assertEquals("Cancelled before it was looked at.", images.get(i, "note"));
		}
		assertEquals((int) images.number(0, "atoms"), AtomOverlay.count(other));
		assertEquals(5, rows(run).size());
		assertTrue(names(run).stream().noneMatch(n -> n.matches(
			"overlay.*|hypervolume.*|slices.*|contours.*|parallel.*|importance.*")), names(run).toString());
		assertTrue(summary(run).contains("Note:       slice 2, slice 3: Cancelled"), summary(run));
	}
}
