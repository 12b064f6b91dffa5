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
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ShortProcessor;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.fuzz.ByteMutator;
import sc.fiji.rewardanalysis.fuzz.Findings;
import sc.fiji.rewardanalysis.fuzz.Fuzz;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** Images that are named on the command line: damaged, cut short, endless, none at all. */
class CommandLineImagesTest {

	private static final Duration SOON = Duration.ofSeconds(20);

	@TempDir
	Path folder;

	/** The status and what is printed; what ImageJ adds, after it. */
	private static String run(final String image) {
		final PrintStream out = System.out, err = System.err;
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream(), others = new ByteArrayOutputStream();
		final PrintStream aside = new PrintStream(others, true, StandardCharsets.UTF_8);
		System.setOut(aside);
		System.setErr(aside);
		try {
			final int status = CommandLine.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), "Find Atoms...",
				"image=" + image, "num_sigma=2");
			return status + " " + bytes.toString(StandardCharsets.UTF_8) + others.toString(StandardCharsets.UTF_8);
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

	/** In one line, whoever says it. */
	private static void assertRefused(final String image, final String... words) {
		final String said = assertTimeoutPreemptively(SOON, () -> run(image));
		assertTrue(said.startsWith("1 Error: image is \""), said);
		assertEquals(1, said.strip().lines().count(), said);
		for (final String word : words)
			assertTrue(said.contains(word), "\"" + word + "\" is missing in: " + said);
	}

	private String file(final String name, final byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes).toString();
	}

	private static byte[] crystal() throws IOException {
		return SimulatedImages.toTiff(SimulatedImages.toImagePlus(Ybco.image(), "ybco"));
	}

	/** One directory, a next one at {@code next}; an image of {@code side} x {@code side} px. */
	private static byte[] tiff(final int side, final int next, final int length) {
		final ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 4);
		for (final int[] entry : new int[][] { { 256, side }, { 257, side }, { 258, 8 }, { 273, 100 } })
			bytes.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
		return bytes.putInt(next).array();
	}

	@Test
	void aFileThatIsCutShort() throws IOException {
		final byte[] whole = crystal();
		assertRefused(file("short.tif", Arrays.copyOf(whole, whole.length * 6 / 10)), "short.tif", "cut short");
		final String said = run(file("whole.tif", whole));
		assertTrue(said.startsWith("0 "), said);
	}

	@Test
	void aDirectoryThatPointsAtItself() throws IOException {
		assertRefused(file("circle.tif", tiff(8, 8, 4096)), "damaged");
	}

	@Test
	void aHeaderThatClaimsTooMuch() throws IOException {
		assertRefused(file("huge.tif", tiff(2_000_000_000, 0, 4096)), "2000000000 x 2000000000 px");
	}

	@Test
	void whatIsNoFile() throws Exception {
		assertRefused(folder.toString(), "folder");
		assertRefused(folder.resolve("none.tif").toString(), "still there");
		assertRefused("", "image");
		assertRefused("a\0b.tif", "can't be a path");
	}

	@Test
	void aPipeOrADevice() throws Exception {
		final Path pipe = folder.resolve("pipe.tif");
		assumeTrue(isMade(pipe), "there are no named pipes here");
		assertRefused(pipe.toString(), "pipe");
		final Path zeros = Files.createSymbolicLink(folder.resolve("zeros.tif"), Path.of("/dev/zero"));
		assertRefused(zeros.toString(), "device");
		Files.delete(zeros);
	}

	private static boolean isMade(final Path pipe) throws InterruptedException {
		try {
			return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	@Test
	void damagedImagesAreAnalysedOrRefused() throws IOException {
		final ImageStack stack = new ImageStack(12, 10);
		for (int i = 0; i < 3; i++)
			stack.addSlice(new ShortProcessor(12, 10));
		final List<byte[]> files = List.of(new FileSaver(new ImagePlus("a", new ShortProcessor(12, 10))).serialize(),
			new FileSaver(new ImagePlus("b", stack)).serialize());
		final ByteMutator mutator = new ByteMutator(Fuzz.random("image"), false);
		final Findings findings = new Findings("image of the command line");
		for (int i = Fuzz.cases(100); i > 0; i--) {
			final byte[] damaged = mutator.damaged(files);
			final String file = file("a.tif", damaged);
			findings.attempt(damaged, () -> {
				final String said = run(file);
				if (said.startsWith("0 ")) return null;
				assertTrue(said.startsWith("1 ") && said.contains("Error: "), said);
				throw new RewardAnalysisException(said.substring(said.indexOf("Error: ")).lines().findFirst().orElseThrow());
			});
		}
		findings.check();
	}
}
