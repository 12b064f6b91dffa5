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

package sc.fiji.rewardanalysis.command.many;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.run.CommandLine;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** A folder that is watched while another thread writes images into it. */
@Timeout(240)
class WatchFolderTest {

	private static final String FIND = "analysis=Find Atoms...", OPTIONS =
		"options=min_sigma=3 max_sigma=5 threshold=0.02", REST = "rest=0.3";

	@TempDir
	Path folder;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	@BeforeEach
	void makeFolder() throws IOException {
		Files.createDirectories(folder.resolve("in"));
	}

	private static byte[] image(final int seed) {
		return SimulatedImages.toTiff(SimulatedImages.toImagePlus(ImageSimulator.simulate(
			SimulationParameters.builder(Ybco.LATTICE).size(128, 128).pixelSize(0.015).noise(0.05).seed(seed)
				.build(), Progress.NONE), "simulated"));
	}

	private Path in(final String name) {
		return folder.resolve("in").resolve(name);
	}

	private Path out(final String name) {
		return folder.resolve("out").resolve(name);
	}

	private void write(final String name, final int seed) throws IOException {
		Files.write(in(name), image(seed));
	}

	/** @return the exit status */
	private int run(final String... args) {
		bytes.reset();
		return CommandLine.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), line(args));
	}

	private String[] line(final String... args) {
		final List<String> all = new ArrayList<>(List.of("Watch Folder...", "input_folder=" + folder.resolve(
			"in"), "output_folder=" + folder.resolve("out"), REST));
		all.addAll(List.of(args));
		return all.toArray(String[]::new);
	}

	private String printed() {
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private List<String> column(final String name) {
		final CsvTable table = CsvTable.read(out("results.csv"));
		final List<String> all = new ArrayList<>();
		for (int row = 0; row < table.size(); row++)
			all.add(table.get(row, name));
		return all;
	}

	private List<String> hidden() throws IOException {
		try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
			return files.map(f -> f.getFileName().toString()).filter(n -> n.startsWith(".") && !n
				.equals(RunFiles.NAME)).toList();
		}
	}

	private JsonObject latest() throws IOException {
		return JsonParser.parseString(Files.readString(out("latest.json"))).getAsJsonObject();
	}

	/** Does this meanwhile. */
	private interface Action {

		void run() throws Exception;
	}

	private static Thread meanwhile(final Action action) {
		final Thread thread = new Thread(() -> {
			try {
				action.run();
			}
			catch (final Exception exc) {
				throw new IllegalStateException(exc);
			}
		}, "microscope");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private static void until(final BooleanSupplier condition) throws InterruptedException {
		while (!condition.getAsBoolean())
			Thread.sleep(20);
	}

	@Test
	void eachImageIsAnalysedOnceAsItArrives() throws Exception {
		write("old.tif", 99);
		final List<JsonObject> seen = new ArrayList<>();
		meanwhile(() -> {
			until(() -> Files.exists(out("before.json")));
			final Random random = new Random(3);
			for (int i = 1; i <= 6; i++) {
				final byte[] bytes = image(i);
				// In pieces, as microscopes write.
				final int half = 1 + random.nextInt(bytes.length - 1);
				final Path file = in("image " + i + ".tif");
				Files.write(file, Arrays.copyOf(bytes, half));
				Thread.sleep(random.nextInt(150));
				Files.write(file, Arrays.copyOfRange(bytes, half, bytes.length), StandardOpenOption.APPEND);
				final int number = i;
				if (i == 3) {
					until(() -> Files.exists(out("latest.json")));
					seen.add(latest());
				}
				if (number == 6) {
					until(() -> Files.exists(out("image 6/image.json")));
					until(() -> latestIs("image 6.tif"));
					Files.createFile(out("STOP"));
				}
			}
		});
		assertEquals(0, run(FIND, OPTIONS), printed());
		assertEquals(List.of("image 1.tif", "image 2.tif", "image 3.tif", "image 4.tif", "image 5.tif",
			"image 6.tif"), column("image"));
		assertEquals(7, Files.readAllLines(out("folder.jsonl")).size(), "a header and a line each");
		assertFalse(Files.exists(out("STOP")));
		assertFalse(Files.exists(out("old")));
		assertEquals(List.of(), hidden());
		final String summary = Files.readString(out("summary.txt"));
		assertTrue(summary.contains("6 of 6 done") && summary.contains("by a file STOP.") && summary.contains(
			"Pace:"), summary);
		assertTrue(Files.exists(out("report.html")) && Files.exists(out("contact-sheet-001.png")));
		final JsonObject last = latest();
		assertEquals("done", last.get("status").getAsString());
		assertEquals(6, last.get("done").getAsInt());
		assertEquals(0, last.get("waiting").getAsInt());
		assertTrue(last.get("lag_seconds").getAsDouble() > 0.3);
		assertTrue(last.getAsJsonObject("figures").get("atoms").getAsInt() > 10);
		assertEquals(-1, Files.mismatch(out("latest.png"), out("image 6/overlay.png")));
		assertEquals(1, seen.size());
	}

	private boolean latestIs(final String image) {
		try {
			return latest().get("image").getAsString().equals(image);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	@Test
	void itGoesOnWhereItWasStopped() throws Exception {
		write("a.tif", 1);
		assertEquals(0, run(FIND, OPTIONS, "existing=true", "stop_after=0.01"), printed());
		final FileTime time = Files.getLastModifiedTime(out("a/image.json"));
		write("b.tif", 2);
		assertEquals(0, run(FIND, OPTIONS, "existing=true", "stop_after=0.01"), printed());
		assertEquals(List.of("a.tif", "b.tif"), column("image"));
		assertEquals(time, Files.getLastModifiedTime(out("a/image.json")));
		// Written over: another image.
		write("a.tif", 3);
		assertEquals(0, run(FIND, OPTIONS, "existing=true", "stop_after=0.01"), printed());
		assertTrue(Files.getLastModifiedTime(out("a/image.json")).compareTo(time) > 0);
	}

	/** What came between two runs is new, what was there before the first isn't. */
	@Test
	void whatCameBetweenTwoRunsIsNew() throws Exception {
		write("old.tif", 1);
		assertEquals(0, run(FIND, OPTIONS, "stop_after=0.01"), printed());
		assertEquals(List.of(), column("image"));
		write("new.tif", 2);
		assertEquals(0, run(FIND, OPTIONS, "stop_after=0.01"), printed());
		assertEquals(List.of("new.tif"), column("image"));
	}

	@Test
	void aFileThatIsNoImageFails() throws Exception {
		write("a.tif", 1);
		Files.write(in("cut.tif"), Arrays.copyOf(image(2), 20_000));
		assertEquals(1, run(FIND, OPTIONS, "existing=true", "stop_after=0.01"), printed());
		assertTrue(printed().contains("1 of 2 images failed"), printed());
		assertEquals(List.of("done", "failed"), column("status"));
		assertTrue(column("reason").get(1).contains("cut short"), column("reason").toString());
		// The next run finds it whole.
		Files.write(in("cut.tif"), image(2));
		assertEquals(0, run(FIND, OPTIONS, "existing=true", "stop_after=0.01"), printed());
		assertEquals(List.of("done", "done"), column("status"));
	}

	@Test
	void anImageStartsFromTheOneBefore() throws Exception {
		for (int i = 1; i <= 3; i++)
			write(i + ".tif", i);
		assertEquals(0, run("existing=true", "stop_after=0.01", "parameters_of=previous",
			"options=engine=bayesian evaluations=12 refine=none"), printed());
		assertFalse(Files.readString(out("1/image.json")).contains("warm_start"));
		assertTrue(Files.readString(out("2/image.json")).contains("warm_start=" + out("1")));
		assertTrue(Files.readString(out("3/image.json")).contains("warm_start=" + out("2")));
		assertEquals(0, run("existing=true", "stop_after=0.01", "parameters_of=first",
			"options=engine=bayesian evaluations=12 refine=none"), printed());
		assertTrue(Files.readString(out("3/image.json")).contains("warm_start=" + out("1")));
	}

	@Test
	void aStartThatFailsIsLeftOut() throws Exception {
		final String options = "options=engine=bayesian evaluations=6 refine=none";
		write("1.tif", 1);
		assertEquals(0, run("existing=true", "stop_after=0.01", "parameters_of=first", options), printed());
		for (final String file : List.of("study.json", "journal.jsonl"))
			Files.writeString(out("1/" + file), "no search");
		write("2.tif", 2);
		assertEquals(0, run("existing=true", "stop_after=0.01", "parameters_of=first", options), printed());
		assertFalse(Files.readString(out("2/image.json")).contains("warm_start="));
		assertTrue(Files.readString(out("2/image.json")).contains("Searched anew"));
	}

	@Test
	void withoutPicturesThereIsNoLatestOne() throws Exception {
		write("a.tif", 1);
		assertEquals(0, run(FIND, OPTIONS, "existing=true", "stop_after=0.01", "pictures=false"), printed());
		assertTrue(Files.exists(out("latest.json")));
		assertFalse(Files.exists(out("latest.png")));
		assertFalse(Files.exists(out("a/overlay.png")));
	}

	@Test
	void whatItCannotDoIsSaid() {
		for (final String[] wrong : new String[][] { { "parameters_of=shared", "parameters_of" }, {
			"rest=-1", "rest" }, { "stop_after=-1", "stop_after" }, { "behind=oldest", "behind" } })
		{
			assertEquals(1, run(wrong[0]));
			assertTrue(printed().contains(wrong[1]), printed());
		}
	}

	/** Nothing is lost, nothing done twice, no half file left. */
	@Test
	void aWatchThatIsKilledGoesOn() throws Exception {
		final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		final List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", System.getProperty(
			"java.class.path"), CommandLine.class.getName()));
		final String options = "options=refine=none engine=bayesian evaluations=12";
		command.addAll(List.of(line(options)));
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder
			.resolve("killed.log").toFile()).start();
		until(() -> !process.isAlive() || Files.exists(out("before.json")));
		for (int i = 1; i <= 6; i++)
			write("image " + i + ".tif", i);
		until(() -> !process.isAlive() || Files.exists(out("image 2")));
		process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
		final int done = Files.readAllLines(out("folder.jsonl")).size() - 1;
		assertTrue(done >= 1 && done < 6, done + " done: " + Files.readString(folder.resolve("killed.log")));
		write("image 7.tif", 7);
		assertEquals(0, run(options, "stop_after=0.01"), printed());
		assertEquals(7, column("image").size());
		assertEquals(8, Files.readAllLines(out("folder.jsonl")).size());
		assertEquals(List.of(), hidden());
	}
}
