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

package sc.fiji.rewardanalysis.command.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.command.CommandImages.names;
import static sc.fiji.rewardanalysis.command.CommandImages.rows;

import java.awt.EventQueue;
import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.io.AtomsFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;

/** Tune Macro with the macros that come with it, which run ImageJ's commands. */
@NeedsDisplay
class WorkedMacrosTest {

	private static final File MAXIMA = new File("macros/worked/find_maxima.ijm"), WATERSHED = new File(
		"macros/worked/threshold_watershed.ijm");

	@TempDir
	Path folder;

	/** What the commands open would be in the way of others' tests. */
	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> Arrays.stream(Window.getWindows()).forEach(Window::dispose));
	}

	private Path tune(final ImagePlus image, final String name, final Object... inputs)
		throws Exception
	{
		final List<Object> all = new ArrayList<>(List.of("image", image, "output_folder", folder.resolve(
			name).toFile(), "seconds_limit", 60));
		all.addAll(Arrays.asList(inputs));
		Commands.succeed(TuneMacro.class, all.toArray());
		return folder.resolve(name);
	}

	/** Of the atoms in a table, against the truth of the sample, inside a rim. */
	private static double f1(final Path atoms) {
		return Matching.match(AtomsFile.read(atoms, 1).atoms(), AtomsFile.read(Path.of(
			"sample-data/srtio3_truth.csv"), 1).atoms(), 5, Area.image(256, 256).inset(8)).f1();
	}

	/** As docs/tune-macro.md says of the sample. */
	@Test
	void findMaximaIsTunedByTheCrystal() throws Exception {
		final ImagePlus image = Commands.sample("srtio3");
		final Path run = tune(image, "maxima", "macro_file", MAXIMA, "search",
			"sigma=0.5..5;\nprominence=0.001..0.5 log", "lattice", "SrTiO3-001", "evaluations", 12);
		assertEquals(1, f1(run.resolve("atoms.csv")));
		final Set<String> names = names(run);
		names.removeIf(n -> n.matches(".*(slice|surrogate|importance|parallel|hypervolume|contours).*"));
		assertEquals(Set.of("atoms.csv", "citations.bib", "evaluations.csv", "journal.jsonl", "overlay.png",
			"pareto.csv", "pareto.png", "pareto.svg", "study.json", "summary.txt", "tuned.ijm"), names);
		assertEquals(CsvTable.read(run.resolve("atoms.csv")).size(), AtomOverlay.count(image));
		assertTuned(run);
		final String summary = Files.readString(run.resolve("summary.txt"));
		for (final String part : List.of("Before:     The macro as it is has QC 1.066, ER 1.875.", "QC 0.000",
			"search=[sigma: 0.5..5; prominence: 0.001..0.5 log] objectives=[QC; ER]"))
			assertTrue(summary.contains(part), summary);
		final List<List<String>> rows = rows(run);
		assertEquals("macro", rows.get(0).get(1), "its own values come first");
		assertResumes(image, run, rows);
	}

	/** The macro but for its two values. */
	private static void assertTuned(final Path run) throws IOException {
		final List<String> before = Files.readAllLines(MAXIMA.toPath()), after = Files.readAllLines(run
			.resolve("tuned.ijm"));
		assertEquals(before.size(), after.size());
		for (int i = 0; i < before.size(); i++)
			assertEquals(i == 1 || i == 2, !before.get(i).equals(after.get(i)), after.get(i));
		final CsvTable front = CsvTable.read(run.resolve("pareto.csv"));
		final int picked = IntStream.range(0, front.size()).filter(i -> front.number(i,
			"picked") == 1).findFirst().orElseThrow();
		assertEquals(front.number(picked, "sigma"), Double.parseDouble(after.get(1).replaceAll("[^\\d.]",
			"")), "in full precision");
	}

	/** The journal goes on, but not with another macro. */
	private void assertResumes(final ImagePlus image, final Path run, final List<List<String>> rows)
		throws Exception
	{
		final Path changed = Files.writeString(folder.resolve("find_maxima.ijm"), Files.readString(MAXIMA
			.toPath()).replace("exclude", "exclude light"));
		final Object[] inputs = { "search", "sigma: 0.5..5; prominence: 0.001..0.5 log", "lattice",
			"SrTiO3-001", "evaluations", 13 };
		tune(image, "maxima", with(inputs, "macro_file", MAXIMA));
		assertEquals(rows, rows(run).subList(0, rows.size()));
		assertTrue(Files.readString(run.resolve("summary.txt")).contains("Resumed after 12 evaluations"));
		tune(image, "maxima", with(inputs, "macro_file", changed.toFile()));
		assertTrue(Files.exists(run.resolve("journal-1.jsonl")));
		assertFalse(Files.readString(run.resolve("summary.txt")).contains("Resumed"));
	}

	private static Object[] with(final Object[] some, final Object... more) {
		final List<Object> all = new ArrayList<>(Arrays.asList(some));
		all.addAll(Arrays.asList(more));
		return all.toArray();
	}

	/** As docs/tune-macro.md says of the sample. */
	@Test
	void thresholdAndWatershedAreTunedByResults() throws Exception {
		final Path run = tune(Commands.sample("srtio3"), "watershed", "macro_file", WATERSHED, "search",
			"smoothing: 0.5..5; background: 5..60; method: Otsu|Li|Triangle|Default; smallest: 1..60 int",
			"objectives", "target 158 rows; max mean.Solidity", "evaluations", 12);
		final double f1 = f1(run.resolve("atoms.csv"));
		// 143 hits, no false alarm, 3 misses.
		assertEquals(286 / 289.0, f1, 1e-9);
		assertTrue(CsvTable.read(run.resolve("results.csv")).header().containsAll(List.of("Area", "X", "Y",
			"Solidity")));
		assertEquals(Set.of("Otsu", "Li", "Triangle", "Default"), new TreeSet<>(rows(run).stream().map(r -> r
			.get(4)).toList()));
	}
}
