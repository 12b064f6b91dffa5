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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.command.amorphous.FindAmorphousRegions;
import sc.fiji.rewardanalysis.command.amorphous.OptimizeAmorphousRegions;
import sc.fiji.rewardanalysis.command.crystal.EstimatePhysics;
import sc.fiji.rewardanalysis.command.crystal.FitLattice;
import sc.fiji.rewardanalysis.command.macro.TuneMacro;
import sc.fiji.rewardanalysis.command.many.ProcessFolder;
import sc.fiji.rewardanalysis.command.noise.StudyNoiseRobustness;
import sc.fiji.rewardanalysis.command.oracle.CompareWithOracle;
import sc.fiji.rewardanalysis.command.run.CommandLine;

/** One run after another into the same output folder: what is there is of the last one. */
class MixedRunsTest {

	private static final String SRTIO3 = "image=sample-data/srtio3.tif", YBCO = "image=sample-data/ybco-noise0.1.tif";

	private static final String[] SEARCH = { OptimizeAtomFinding.LEAF, SRTIO3, "lattice=SrTiO3-001",
		"refine=none" }, FIND = { FindAtoms.LEAF, YBCO };

	private static final Pattern OPTION = Pattern.compile("(\\w+)=(?:\\[([^]]*)]|(\\S*))");

	@TempDir
	Path folder;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private int run(final Path into, final String... args) {
		bytes.reset();
		return CommandLine.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), Stream.concat(Stream.of(args),
			Stream.of("output_folder=" + into)).toArray(String[]::new));
	}

	private String printed() {
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private void done(final Path into, final String... args) {
		assertEquals(0, run(into, args), printed());
	}

	/** All names, but the hidden ones and what was moved. */
	private static Set<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith(".") && !n.startsWith(
				"earlier-")).collect(Collectors
				.toCollection(TreeSet::new));
		}
	}

	private Path mix() {
		return folder.resolve("mix");
	}

	private static String[] arguments(final String leaf, final String options) {
		final List<String> all = new ArrayList<>(List.of(leaf, leaf.equals(FindAtoms.LEAF) ? YBCO : SRTIO3));
		final Matcher option = OPTION.matcher(options);
		while (option.find())
			all.add(option.group(1) + "=" + (option.group(2) == null ? option.group(3) : option.group(2)));
		return all.toArray(String[]::new);
	}

	/** As in a folder of its own, to the last digit; only journals of others are there besides. */
	@Test
	void aFolderHasTheLastRunsFilesOnly() throws IOException {
		final Map<String, String> options = SmallRuns.options(Files.createDirectories(folder.resolve("in")));
		for (final String leaf : List.of(OptimizeAtomFinding.LEAF, FindAtoms.LEAF, OptimizeAmorphousRegions.LEAF,
			EstimatePhysics.LEAF, FindAmorphousRegions.LEAF, ClassifyAtoms.LEAF, OptimizeInSlidingWindows.LEAF,
			TuneMacro.LEAF, CompareWithOracle.LEAF, StudyNoiseRobustness.LEAF, FitLattice.LEAF))
		{
			final String[] arguments = arguments(leaf, options.get(leaf));
			final Path alone = folder.resolve("alone");
			KilledRun.delete(alone);
			done(alone, arguments);
			done(mix(), arguments);
			final Map<String, String> there = KilledRun.results(mix()), expected = KilledRun.results(alone);
			there.keySet().removeIf(name -> name.endsWith(".jsonl") || name.startsWith("earlier-"));
			expected.keySet().removeIf(name -> name.endsWith(".jsonl"));
			assertEquals(expected.keySet(), there.keySet(), leaf);
			expected.forEach((name, content) -> assertEquals(content, there.get(name), leaf + name));
		}
	}

	@Test
	void whatWentIsToldAndTheListIsOfThisRun() throws IOException {
		done(mix(), SEARCH);
		Files.writeString(mix().resolve("mine.txt"), "the user's");
		done(mix(), FIND);
		assertTrue(printed().contains("Moved from output_folder into its folder earlier-1, for it was of an earlier run: "), printed());
		assertTrue(printed().contains("methods.txt"), printed());
		assertTrue(printed().lines().toList().containsAll(List.of("  atoms.csv", "  overlay.png", "  summary.txt",
			"There before, and not written by this run:", "  mine.txt")), printed());
		assertFalse(printed().contains("  pareto.csv"), printed());
		assertEquals(Set.of("atoms.csv", "overlay.png", "summary.txt", "mine.txt"), names(mix()));
		done(mix(), FIND);
		assertFalse(printed().contains("earlier run"), printed());
	}

	@Test
	void whatWasChangedSinceIsTheUsers() throws IOException {
		done(mix(), SEARCH);
		Files.writeString(mix().resolve("methods.txt"), "rewritten");
		done(mix(), FIND);
		assertTrue(printed().contains("Left in output_folder, though of an earlier run: methods.txt (changed since)."),
			printed());
		assertEquals(Set.of("atoms.csv", "overlay.png", "summary.txt", "methods.txt"), names(mix()));
		assertEquals("rewritten", Files.readString(mix().resolve("methods.txt")));
	}

	@Test
	void aRunThatIsRefusedLeavesEverything() throws IOException {
		done(mix(), SEARCH);
		final Map<String, String> before = KilledRun.results(mix());
		assertEquals(1, run(mix(), FindAtoms.LEAF, YBCO, "threshold=-1"));
		assertEquals(1, run(mix(), FindAmorphousRegions.LEAF, SRTIO3, "atoms_file=/none.csv"));
		assertEquals(before, KilledRun.results(mix()));
	}

	/** The picture is written, the table can't be. */
	@Test
	void aRunThatFailsMidwayLeavesNoMixture() throws IOException {
		done(mix(), SEARCH);
		Files.delete(mix().resolve("atoms.csv"));
		Files.createDirectories(mix().resolve("atoms.csv/something"));
		assertEquals(1, run(mix(), FIND));
		assertTrue(printed().contains("atoms.csv is a folder"), printed());
		assertEquals(Set.of("atoms.csv", "overlay.png"), names(mix()));
		Files.delete(mix().resolve("atoms.csv/something"));
		Files.delete(mix().resolve("atoms.csv"));
		done(mix(), SEARCH);
		final Set<String> search = names(mix());
		done(folder.resolve("alone"), SEARCH);
		assertEquals(names(folder.resolve("alone")), search);
	}

	/** Nothing that a run reads is taken from it, and the next one takes both. */
	@Test
	void aRunBuildsOnTheFolderThatItReads() throws IOException {
		done(mix(), SEARCH);
		final Set<String> both = names(mix());
		done(mix(), CompareWithOracle.LEAF, SRTIO3, "atoms_file=" + mix().resolve("atoms.csv"),
			"oracle_file=sample-data/srtio3_truth.csv", "lattice=SrTiO3-001", "study_folder=" + mix());
		assertTrue(names(mix()).containsAll(both), names(mix()).toString());
		assertTrue(Files.exists(mix().resolve("front_oracle.csv")));
		done(mix(), FIND);
		assertEquals(Set.of("atoms.csv", "overlay.png", "summary.txt"), names(mix()));
	}

	@Test
	void searchesGoOnAndJournalsStay() throws IOException {
		final String[] search = { OptimizeAtomFinding.LEAF, SRTIO3, "lattice=SrTiO3-001", "refine=none",
			"engine=sobol", "evaluations=3" };
		done(mix(), search);
		final List<String> lines = KilledRun.lines(mix().resolve("journal.jsonl"));
		done(mix(), FIND);
		search[5] = "evaluations=5";
		done(mix(), search);
		assertTrue(printed().contains("Resumed after 3 evaluations"), printed());
		assertEquals(lines, KilledRun.lines(mix().resolve("journal.jsonl")).subList(0, lines.size()));
		done(folder.resolve("alone"), search);
		assertEquals(names(folder.resolve("alone")), names(mix()));
	}

	@Test
	void simulatedImagesStay() throws IOException {
		final String[] simulate = { "Simulate Image...", "lattice=SrTiO3-001", "width=96", "height=96",
			"pixel_size=0.02" };
		done(mix(), simulate);
		final Set<String> image = names(mix());
		done(mix(), FIND);
		done(mix(), simulate);
		done(mix(), EstimatePhysics.LEAF, YBCO);
		final Set<String> all = names(mix());
		assertTrue(all.containsAll(image), all.toString());
		assertFalse(all.contains("overlay.png"), all.toString());
	}

	/** A folder's run keeps what it goes on from, and makes its report again. */
	@Test
	void foldersOfImagesGoOn() throws IOException {
		final Path in = Files.createDirectories(folder.resolve("in"));
		Files.copy(Path.of("sample-data/srtio3.tif"), in.resolve("a.tif"));
		final String[] process = { ProcessFolder.LEAF, "input_folder=" + in, "analysis=Find Atoms...",
			"pictures=false" };
		done(mix(), process);
		final Set<String> all = names(mix());
		final Map<String, String> image = KilledRun.results(mix().resolve("a"));
		done(mix(), FIND);
		assertEquals(Set.of("a", "atoms.csv", "folder.jsonl", "overlay.png", "summary.txt"), names(mix()));
		done(mix(), process);
		assertTrue(printed().contains("1 of 1 images were analysed before."), printed());
		assertEquals(all, names(mix()));
		assertEquals(image, KilledRun.results(mix().resolve("a")));
	}
}
