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
import static sc.fiji.rewardanalysis.command.CommandImages.ybco;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.OvalRoi;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.journal.StudyJournal;

/** Optimize Atom Finding goes on where it was interrupted, and begins with what is known. */
class ResumedCommandTest {

	private static final String JOURNAL = "journal.jsonl";

	@TempDir
	Path folder;

	private Path optimize(final String name, final Object... inputs) throws Exception {
		return optimize(ybco(), name, inputs);
	}

	private Path optimize(final ImagePlus image, final String name, final Object... inputs)
		throws Exception
	{
		final List<Object> all = new ArrayList<>(List.of("image", image, "engine", "bayesian",
			"output_folder", folder.resolve(name).toFile()));
		all.addAll(Arrays.asList(inputs));
		Commands.succeed(OptimizeAtomFinding.class, all.toArray());
		return folder.resolve(name);
	}

	private static String summary(final Path run) throws IOException {
		return Files.readString(run.resolve("summary.txt"));
	}

	@Test
	void anInterruptedSearchIsResumed() throws Exception {
		final Path whole = optimize("whole", "evaluations", 13), cut = optimize("cut", "evaluations", 13);
		assertEquals(rows(whole), rows(cut));
		assertFalse(summary(whole).contains("Resumed"));
		final Path journal = cut.resolve(JOURNAL);
		final byte[] bytes = Files.readAllBytes(journal);
		Files.write(journal, Arrays.copyOf(bytes, bytes.length * 2 / 3));
		final int known = StudyJournal.read(journal).evaluations().size();
		assertTrue(known > 3 && known < 13, known + " left");
		optimize("cut", "evaluations", 13);
		assertEquals(rows(whole), rows(cut));
		assertEquals(Files.readString(whole.resolve("atoms.csv")), Files.readString(cut.resolve(
			"atoms.csv")));
		final String words = "Resumed after " + known + " evaluations.";
		assertTrue(summary(cut).contains("bayesian, as asked. " + words + " All 13 evaluations are done."), summary(
			cut));
		assertTrue(Files.readString(cut.resolve("study.json")).contains(words));
		assertFalse(names(cut).contains("journal-1.jsonl"));
	}

	@Test
	void aSearchMayStopEarly() throws Exception {
		final Path early = optimize("early", "evaluations", 30, "stop_early", true, "refine", "none");
		final int n = rows(early).size();
		assertTrue(n < 30, n + " evaluations");
		final String ideal = n - 12 == 1 ? "one evaluation" : n - 12 + " evaluations";
		assertTrue(summary(early).contains("Nothing can be better: after " + ideal + " "), summary(early));
		optimize("early", "evaluations", n + 2, "refine", "none");
		assertTrue(summary(early).contains("Resumed after " + n + " evaluations. All " + (n + 2) +
			" evaluations are done. Nothing could be better after " + ideal + ": "), summary(early));
		optimize("early", "evaluations", 3, "refine", "none");
		assertTrue(summary(early).contains("There are " + (n + 2) +
			" evaluations already, and 3 were asked for."), summary(early));
	}

	@Test
	void moreEvaluationsContinueTheSearch() throws Exception {
		final Path parts = optimize("parts", "evaluations", 5);
		optimize("parts", "evaluations", 8);
		assertTrue(summary(parts).contains("Resumed after 5 evaluations."));
		assertEquals(rows(optimize("whole", "evaluations", 8)), rows(parts));
	}

	@Test
	void anotherRunsJournalIsKept() throws Exception {
		final ImagePlus round = ybco();
		round.setRoi(new OvalRoi(0, 0, 128, 128));
		final Path run = optimize("run", "evaluations", 3);
		optimize("run", "evaluations", 4, "seed", 2L);
		optimize("run", "evaluations", 5, "seed", 2L, "ds_fraction", 0.7);
		optimize(round, "run", "evaluations", 6, "seed", 2L, "ds_fraction", 0.7);
		final ImagePlus edited = ybco();
		edited.getProcessor().setf(3, 3, 0.123f);
		optimize(edited, "run", "evaluations", 7);
		for (int i = 1; i <= 5; i++)
			assertEquals(i + 2, StudyJournal.read(run.resolve(i == 5 ? JOURNAL : "journal-" + i +
				".jsonl")).evaluations().size());
		assertFalse(summary(run).contains("Resumed"));
	}

	@Test
	void aWarmStartBeginsWithTheEarlierFront() throws Exception {
		final Path earlier = optimize("earlier", "evaluations", 12);
		final ImagePlus moved = ybco();
		moved.getProcessor().translate(3, 2);
		final Path next = optimize(moved, "next", "evaluations", 8, "warm_start", earlier.resolve(JOURNAL)
			.toFile());
		final CsvTable table = CsvTable.read(next.resolve("evaluations.csv"));
		final List<String> origins = IntStream.range(0, 8).mapToObj(i -> table.get(i, "origin")).toList();
		final long warm = origins.stream().filter("warm"::equals).count();
		assertTrue(warm >= 1 && warm <= 5 && origins.indexOf("warm") == 0 && origins.lastIndexOf(
			"warm") == warm - 1, origins.toString());
		optimize(moved, "next", "evaluations", 9, "warm_start", earlier.resolve(JOURNAL).toFile());
		assertTrue(summary(next).contains("Resumed after 8 evaluations."), "with the same start");
		optimize(moved, "next", "evaluations", 2);
		assertTrue(names(next).contains("journal-1.jsonl"), "without it");
		final String words = "Began with " + warm + " solution" + (warm == 1 ? "" : "s") +
			" of the 12 evaluations in " + earlier.resolve(JOURNAL) + ".";
		final Path again = optimize(moved, "again", "evaluations", 3, "warm_start", earlier.resolve(JOURNAL)
			.toFile());
		assertTrue(summary(again).contains("bayesian, as asked. " + words), summary(again));
		assertTrue(Files.readString(again.resolve("study.json")).contains(words));
		// Without a folder there is no journal, but a start.
		Commands.succeed(OptimizeAtomFinding.class, "image", moved, "engine", "bayesian", "evaluations", 3,
			"warm_start", earlier.resolve(JOURNAL).toFile());
	}

	/** The same image and seed: the earlier search began with the same points. */
	@Test
	void aWarmStartRepeatsNothing() throws Exception {
		final Path earlier = optimize("earlier", "evaluations", 12);
		final Path journal = earlier.resolve(JOURNAL);
		Files.writeString(journal, "{\"asked\":12,\"ori", StandardOpenOption.APPEND);
		final Path next = optimize("next", "evaluations", 14, "warm_start", journal.toFile());
		final List<String> points = StudyJournal.read(next.resolve(JOURNAL)).evaluations().stream().map(
			e -> e.configuration().toString()).toList();
		assertEquals(14, points.stream().distinct().count());
		assertTrue(summary(next).contains("of the 12 evaluations in " + journal +
			", whose last line is cut short."), summary(next));
		Commands.refuse(OptimizeAtomFinding.class, new String[] { journal.toString(), "output_folder",
			"leave warm_start empty" }, "image", ybco(), "engine", "bayesian", "warm_start", journal
				.toFile(), "output_folder", earlier.toFile());
	}

	@Test
	void whatCannotBeResumedOrStartedFromIsNamed() throws Exception {
		final File none = folder.resolve("none.jsonl").toFile();
		Commands.refuse(OptimizeAtomFinding.class, new String[] { "none.jsonl", "no folder or file" }, "image",
			ybco(), "warm_start", none);
		final Path notes = Files.writeString(folder.resolve(JOURNAL), "my notes\n");
		Commands.refuse(OptimizeAtomFinding.class, new String[] { notes.toString(), "line 1" }, "image",
			ybco(), "engine", "bayesian", "evaluations", 3, "output_folder", folder.toFile());
		Commands.refuse(OptimizeAtomFinding.class, new String[] { notes.toString(), "line 1" }, "image",
			ybco(), "warm_start", notes.toFile());
		assertEquals("my notes\n", Files.readString(notes));
		assertEquals(1, names(folder).size());
	}

	@Test
	void anExactSearchKeepsNoJournal() throws Exception {
		assertFalse(names(optimize("exact", "engine", "exact")).contains(JOURNAL));
	}
}
