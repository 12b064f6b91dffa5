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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imagej.ImageJ;
import net.imagej.patcher.LegacyInjector;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/** The suite in a whole ImageJ2: macros of ImageJ reach its commands through the legacy bridge. */
class LegacyBridgeIT {

	static {
		// Before any class of ImageJ is loaded.
		LegacyInjector.preinit();
	}

	private static ImageJ imagej;

	@TempDir
	Path folder;

	@BeforeAll
	static void start() {
		System.setProperty("java.awt.headless", "true");
		imagej = new ImageJ();
	}

	@AfterAll
	static void end() {
		imagej.dispose();
	}

	/** Runs a macro to its end and returns what it returns. */
	private static Object run(final String macro) throws Exception {
		return imagej.script().run("test.ijm", macro, true).get(5, TimeUnit.MINUTES).getReturnValue();
	}

	private static String option(final Path path) {
		return "[" + path.toString().replace('\\', '/') + "]";
	}

	/** Every command is in ImageJ's table of menu commands. */
	@Test
	void commandsAreInTheMenu() throws Exception {
		final String commands = String.valueOf(run("List.setCommands; return List.getList;"));
		for (final String leaf : List.of("Optimize Atom Finding...", "Find Atoms...", "Simulate Image...",
			"Open Sample"))
			assertTrue(commands.contains(leaf + "="), leaf);
	}

	/** A macro gives the same files as the command called with the same values. */
	@Test
	void aMacroDoesWhatTheCommandDoes() throws Exception {
		run("run('Open Sample', 'sample=ybco-noise0.1');" +
			"run('Optimize Atom Finding...', 'engine=sobol evaluations=6 seed=3 output_folder=" + option(folder
				.resolve("macro")) + "');");
		final ImagePlus image = new ImagePlus(Path.of("sample-data/ybco-noise0.1.tif").toString());
		imagej.command().run(OptimizeAtomFinding.class, true, "image", image, "engine", "sobol",
			"evaluations", 6, "seed", 3L, "output_folder", folder.resolve("command").toFile()).get(5,
				TimeUnit.MINUTES);
		for (final String file : List.of("atoms.csv", "pareto.csv", "pareto.png", "pareto.svg", "overlay.png",
			"citations.bib"))
			assertArrayEquals(Files.readAllBytes(folder.resolve("command").resolve(file)), Files.readAllBytes(
				folder.resolve("macro").resolve(file)), file);
		assertTrue(CsvTable.read(folder.resolve("macro/atoms.csv")).size() > 150);
	}

	/** Keys that are left out keep their defaults, without a question and without what was used before. */
	@Test
	void valuesAreNotRemembered() throws Exception {
		run("run('Open Sample', 'sample=ybco-noise0.1');" +
			"run('Find Atoms...', 'threshold=0.3 output_folder=" + option(folder.resolve("high")) + "');" +
			"run('Find Atoms...', 'output_folder=" + option(folder.resolve("default")) + "');" +
			"run('Find Atoms...', 'output_folder=" + option(folder.resolve("again")) + "');");
		final int high = CsvTable.read(folder.resolve("high/atoms.csv")).size(), usual = CsvTable.read(folder
			.resolve("default/atoms.csv")).size();
		assertTrue(high < usual, high + " < " + usual);
		assertEquals(usual, CsvTable.read(folder.resolve("again/atoms.csv")).size());
	}

	/** The recorded line of a run, run as a macro, repeats it. */
	@Test
	void theRecordedLineRepeatsTheRun() throws Exception {
		final Path first = folder.resolve("first"), second = folder.resolve("second");
		run("run('Open Sample', 'sample=ybco-noise0.1');" +
			"run('Optimize Atom Finding...', 'engine=random evaluations=5 seed=8 output_folder=" + option(first) +
			"');");
		final String line;
		try (Stream<String> lines = Files.lines(first.resolve("summary.txt"))) {
			line = lines.filter(l -> l.startsWith("Macro:")).findFirst().orElseThrow().substring(6).strip();
		}
		run("run('Open Sample', 'sample=ybco-noise0.1');" + line.replace(first.toString().replace('\\', '/'),
			second.toString().replace('\\', '/')));
		assertArrayEquals(Files.readAllBytes(first.resolve("atoms.csv")), Files.readAllBytes(second.resolve(
			"atoms.csv")));
	}
}
