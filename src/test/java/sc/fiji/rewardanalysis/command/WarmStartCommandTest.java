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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.command.CommandImages.ybco;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/** What warm_start of Optimize Atom Finding takes, and what becomes of it. */
class WarmStartCommandTest {

	@TempDir
	Path folder;

	private Path optimize(final String name, final Object... inputs) throws Exception {
		final ImagePlus image = ybco();
		image.getProcessor().translate(name.length() - 3, 2);
		final List<Object> all = new ArrayList<>(List.of("image", image, "refine", "none",
			"output_folder", folder.resolve(name).toFile()));
		all.addAll(Arrays.asList(inputs));
		Commands.succeed(OptimizeAtomFinding.class, all.toArray());
		return folder.resolve(name);
	}

	private static String text(final Path run, final String name) throws IOException {
		return Files.readString(run.resolve(name));
	}

	/** By its folder, by its study.json; a followed search can be followed as well. */
	@Test
	void theExactSearchFollowsAnEarlierRun() throws Exception {
		final Path cold = optimize("cold"), first = optimize("first", "warm_start", cold.toFile());
		final File study = first.resolve("study.json").toFile();
		final Path next = optimize("second", "engine", "exact", "warm_start", study);
		for (final Path run : List.of(first, next)) {
			final Path of = run.equals(first) ? cold : first;
			final String words = "Followed " + of.resolve("study.json") +
				": all thresholds and overlaps at its sigmas, 4 scales instead of 10.";
			assertTrue(text(run, "summary.txt").contains("Search:     exact. " + words), text(run,
				"summary.txt"));
			assertTrue(text(run, "study.json").contains("\"course\": \"followed\""));
			assertTrue(text(run, "study.json").contains("\"exact_sigma_settings\": 1"));
			assertTrue(text(run, "methods.txt").contains("at 1 setting of the scales"), text(run,
				"methods.txt"));
			assertTrue(text(run, "methods.txt").contains(
				"taken over from the search of a similar image (" + of.resolve("study.json") + ")"));
			assertEquals(parameters(cold).replace("num_sigma=10", "num_sigma=4"), parameters(run));
			assertTrue(text(run, "study.json").contains("\"num_sigma\": 4"));
		}
	}

	/** The beginning of what the summary says of them, up to the number of solutions. */
	private static String parameters(final Path run) throws IOException {
		final String summary = text(run, "summary.txt");
		return summary.substring(summary.indexOf("Parameters:"), summary.indexOf(" contrast="));
	}

	@Test
	void itFollowsWhatOtherSearchesFound() throws Exception {
		final Path bayesian = optimize("bayes", "engine", "bayesian", "evaluations", 12);
		for (final String from : List.of("", "study.json", "journal.jsonl")) {
			final Path run = optimize("next" + from.length(), "warm_start", bayesian.resolve(from).toFile());
			assertTrue(text(run, "summary.txt").contains("Followed " + bayesian.resolve(from.isEmpty()
				? "study.json" : from) + ": "), text(run, "summary.txt"));
		}
	}

	@Test
	void otherSearchesTryWhatTheExactOneFound() throws Exception {
		final Path cold = optimize("cold");
		final Path run = optimize("next", "engine", "bayesian", "evaluations", 8, "warm_start", cold
			.toFile());
		assertEquals("warm", CsvTable.read(run.resolve("evaluations.csv")).get(0, "origin"));
		assertTrue(text(run, "summary.txt").contains("in " + cold.resolve("study.json") + "."), text(run,
			"summary.txt"));
	}

	@Test
	void whatIsNoEarlierRunIsNamed() throws Exception {
		final Path cold = optimize("cold"), empty = Files.createDirectory(folder.resolve("empty"));
		refuse(empty.toFile(), empty.toString(), "neither a study.json nor a journal.jsonl");
		refuse(folder.resolve("none").toFile(), "no folder or file");
		final Path notes = Files.writeString(folder.resolve("notes.json"), "my notes");
		refuse(notes.toFile(), notes.toString());
		final Path alien = Files.writeString(folder.resolve("alien.json"), text(cold, "study.json")
			.replace("\"atom finding\"", "\"amorphous regions\""));
		refuse(alien.toFile(), "is a study of amorphous regions");
		Commands.refuse(OptimizeAtomFinding.class, new String[] { "expected the crystal YBa2Cu3O7-100",
			"SrTiO3-001" }, "image", ybco(), "lattice", "SrTiO3-001", "warm_start", cold.toFile());
		Commands.refuse(OptimizeAtomFinding.class, new String[] { "of output_folder itself" }, "image",
			ybco(), "warm_start", cold.toFile(), "output_folder", cold.toFile());
	}

	private static void refuse(final File warmStart, final String... words) throws Exception {
		Commands.refuse(OptimizeAtomFinding.class, words, "image", ybco(), "warm_start", warmStart);
	}
}
