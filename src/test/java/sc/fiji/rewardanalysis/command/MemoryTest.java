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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.command.run.CommandLine;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/**
 * What runs out of memory says so, and Java is as usable afterwards as before. Each in a Java of its
 * own with little memory; {@code -Dfaults.sizes=600,1000,1500,2200,3000} takes images of other sizes.
 */
class MemoryTest {

	private static final String SIZES = System.getProperty("faults.sizes", "2200");

	@TempDir
	Path folder;

	private String java(final String memory, final String type, final String... arguments)
		throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin",
			"java").toString(), memory, "-Djava.awt.headless=true", "-XX:+UseSerialGC", "-cp", System.getProperty(
				"java.class.path")));
		for (final String name : List.of("DJL_CACHE_DIR", "ai.djl.offline", "OPT_OUT_TRACKING"))
			if (System.getProperty(name) != null) command.add(1, "-D" + name + "=" + System.getProperty(name));
		command.add(type);
		command.addAll(Arrays.asList(arguments));
		final Path log = folder.resolve("log");
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log
			.toFile()).start();
		assertTrue(process.waitFor(900, TimeUnit.SECONDS), "it ends");
		return Files.readString(log);
	}

	@Test
	void everyAnalysisSaysSoAndLeavesNothing() throws Exception {
		for (final String size : SIZES.split(",")) {
			final String said = java("-Xmx80m", MemoryProbe.class.getName(), Files.createDirectory(folder.resolve(
				size)).toString(), size);
			int lines = 0, refused = 0;
			for (final String line : said.split("\\R")) {
				final String[] parts = line.split("\t", -1);
				if (parts.length < 4) continue;
				lines++;
				assertEquals("", parts[2], line);
				if (parts[1].equals("done")) continue;
				refused++;
				assertTrue(parts[1].startsWith("! There is not enough memory; ") && parts[1].contains("-Xmx"), line);
			}
			assertEquals(SmallRuns.options(folder).size(), lines, said);
			assertTrue(refused > 0 || Integer.parseInt(size) < 2200, "nothing lacked memory, so nothing was tried:\n" + said);
			System.out.printf("%s px with 80 MB: %d of %d analyses had too little%n", size, refused, lines);
		}
	}

	/** Two that fit and one that doesn't. */
	@Test
	void anImageOfAFolderThatIsTooLargeIsARow() throws Exception {
		final Path images = Files.createDirectory(folder.resolve("images"));
		final ImagePlus large = new ImagePlus("large", new FloatProcessor(5000, 4000));
		large.setCalibration(Commands.sample("srtio3").getCalibration());
		new FileSaver(large).saveAsTiff(images.resolve("2 large.tif").toString());
		for (final String name : List.of("1.tif", "3.tif"))
			new FileSaver(Commands.sample("srtio3")).saveAsTiff(images.resolve(name).toString());
		final Path out = folder.resolve("out");
		final String said = java("-Xmx64m", CommandLine.class.getName(), "Process Folder...", "input_folder=" +
			images, "output_folder=" + out, "analysis=Find Atoms...", "pictures=false",
			"options=threshold=0.1 num_sigma=3");
		assertTrue(said.contains("1 of 3 images failed"), said);
		final CsvTable results = CsvTable.read(out.resolve("results.csv"));
		assertEquals("done", results.get(0, "status"), said);
		assertEquals("done", results.get(2, "status"), said);
		assertTrue(results.get(1, "reason").contains("not enough memory"), results.get(1, "reason"));
	}

	/** Of the command line itself: before there is a command. */
	@Test
	void theCommandLineSaysSo() throws Exception {
		final Path file = folder.resolve("large.tif");
		new FileSaver(new ImagePlus("large", new FloatProcessor(5000, 4000))).saveAsTiff(file.toString());
		final String said = java("-Xmx64m", CommandLine.class.getName(), "Find Atoms...", "image=" + file);
		assertTrue(said.contains("Error: ") && said.contains("not enough memory") && said.contains("-Xmx"), said);
	}
}
