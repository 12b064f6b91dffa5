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

package sc.fiji.rewardanalysis.command.run;

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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

class CommandLineTest {

	@TempDir
	Path folder;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private int run(final String... args) {
		bytes.reset();
		return CommandLine.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), args);
	}

	private String printed() {
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private String image() throws IOException {
		return Files.write(folder.resolve("ybco.tif"), SimulatedImages.toTiff(SimulatedImages.toImagePlus(
			Ybco.image(), "ybco"))).toString();
	}

	/** Fails unless the run ends with one line that has these words. */
	private void assertRefused(final String[] words, final String... args) {
		assertEquals(1, run(args), printed());
		final String last = printed().substring(printed().lastIndexOf("Error: ")).strip();
		assertFalse(last.contains("\n"), last);
		for (final String word : words)
			assertTrue(last.contains(word), last);
	}

	private static String[] words(final String... words) {
		return words;
	}

	@Test
	void printsTheSummaryAndTheFiles() throws IOException {
		final Path out = folder.resolve("out");
		assertEquals(0, run("Optimize Atom Finding...", "image=" + image(), "evaluations=8",
			"output_folder=" + out), printed());
		assertTrue(printed().contains(Files.readString(out.resolve("summary.txt"))), printed());
		assertTrue(printed().contains("  pareto.png"), printed());
		assertTrue(printed().contains("[########################################]"),
			"the bar was full: " + printed());
	}

	@Test
	void valuesMayHaveAnyType() throws IOException {
		assertEquals(0, run("Find Atoms...", "image=" + image(), "threshold=0.1", "num_sigma=5",
			"log_scale=true", "output_folder=" + folder.resolve("out")), printed());
		assertTrue(Files.exists(folder.resolve("out/atoms.csv")));
	}

	@Test
	void withoutAFolderNothingIsListed() throws IOException {
		assertEquals(0, run("Find Atoms...", "image=" + image()), printed());
		assertFalse(printed().contains("Files in"), printed());
		assertEquals(0, run("Find Atoms...", "image=" + image(), "output_folder="), printed());
		assertFalse(printed().contains("Files in"), printed());
	}

	/** On lines of their own, not within the bar. */
	@Test
	void notesAndTheSummaryOfARunWithoutAFolderAreSaid() throws IOException {
		final String out = folder.resolve("out").toString();
		run("Optimize Atom Finding...", "image=" + image(), "engine=sobol", "evaluations=3",
			"refine=none", "output_folder=" + out);
		bytes.reset();
		run("Optimize Atom Finding...", "image=" + image(), "engine=sobol", "evaluations=4",
			"refine=none", "output_folder=" + out);
		assertTrue(printed().lines().anyMatch(l -> l.startsWith("Resumed after 3 evaluations, from ")),
			printed());
		bytes.reset();
		run("Optimize Atom Finding...", "image=" + image(), "engine=sobol", "evaluations=4",
			"refine=none");
		assertTrue(printed().lines().anyMatch(l -> l.startsWith("Expected:  ")) && printed().lines()
			.anyMatch(l -> l.startsWith("Search:     sobol, as asked. All 4 evaluations are done.")),
			printed());
	}

	@Test
	void errorsAreOneLine() throws IOException {
		assertRefused(words("\"\" is no command", "\"Find Atoms...\""));
		assertRefused(words("Find Bugs", "choose one of", "\"Find Atoms...\""), "Find Bugs...");
		assertRefused(words("colour=red", "key=value"), "Find Atoms...", "colour=red");
		assertRefused(words("threshold", "key=value"), "Find Atoms...", "threshold");
		assertRefused(words("none.tif", "still there"), "Find Atoms...", "image=none.tif");
		final byte[] bitmap = new byte[1200];
		bitmap[0] = 'B';
		bitmap[1] = 'M';
		final Path damaged = Files.write(folder.resolve("damaged.bmp"), bitmap);
		assertRefused(words("damaged.bmp", "damaged"), "Find Atoms...", "image=" + damaged);
		assertRefused(words("num_sigma", "many"), "Find Atoms...", "num_sigma=many");
		assertRefused(words("threshold", "at least 0"), "Find Atoms...", "image=" + image(),
			"threshold=-1");
	}

	/** In the same words. */
	@Test
	void valuesAreRefusedAsOfMacros() throws IOException {
		final String image = "image=" + image();
		Commands.REFUSED_PAIRS.forEach((options, why) -> {
			final List<String> args = new ArrayList<>(List.of("Find Atoms...", image));
			args.addAll(List.of(options.split(" ")));
			assertRefused(words(why), args.toArray(String[]::new));
		});
		assertRefused(words("image is given twice"), "Find Atoms...", image, image);
	}

	@Test
	void anImageThatIsNotGivenIsAskedFor() {
		assertRefused(words("image"), "Find Atoms...", "threshold=0.1");
		assertRefused(words("image"), "Optimize Atom Finding...");
	}

	/** Percent signs are nothing special in a message. */
	@Test
	void namesAreRepeatedAsTheyAre() throws IOException {
		final Path file = Files.writeString(folder.resolve("100%"), "in the way");
		assertRefused(words(file.resolve("out").toString()), "Simulate Image...", "output_folder=" + file
			.resolve("out"));
		assertFalse(printed().contains("%%"), printed());
	}
}
