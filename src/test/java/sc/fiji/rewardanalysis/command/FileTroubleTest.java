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
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.module.Module;

import ij.io.FileSaver;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.command.many.ProcessFolder;
import sc.fiji.rewardanalysis.command.many.WatchFolder;
import sc.fiji.rewardanalysis.command.network.TrainNetwork;
import sc.fiji.rewardanalysis.command.run.CommandLine;
import sc.fiji.rewardanalysis.command.run.MacroOptions;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.OutputLock;

/** Disks that are full or only to be read, two runs into the same folder, names that nobody should choose. */
class FileTroubleTest {

	private static final String[] NAMES = { "with space", "ä日本😀e\u0301", "it's", "a [b] c", "[b]", "a ]b[ c", "a [b",
		"dots...", "=1+1", "-x", "#&%~", "a;b,c", "<script>alert(1)", "n".repeat(200),
		"tab\tbed", "line\nbreak", "quote\"s", "$HOME", "{name}", "con.tif" };

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

	private Path images(final String... names) throws IOException {
		final Path images = Files.createDirectories(folder.resolve("in"));
		for (final String name : names)
			Files.write(images.resolve(name), new FileSaver(HostileImages.crystal()).serialize());
		return images;
	}

	private static Map<String, String> files(final Path root) throws IOException {
		final Map<String, String> all = new TreeMap<>();
		try (Stream<Path> files = Files.walk(root)) {
			for (final Path file : files.filter(Files::isRegularFile).toList())
				all.put(root.relativize(file).toString(), new String(Files.readAllBytes(file),
					StandardCharsets.ISO_8859_1));
		}
		return all;
	}

	private static final String FIND = "analysis=Find Atoms...", SMALL = "options=max_sigma=3";

	/** Once, not once an image; what is done stays, and the same command goes on. */
	@Test
	void aFullDiskEndsAFoldersRun() throws IOException {
		final Path in = images("1.tif", "2.tif", "3.tif", "4.tif", "5.tif", "6.tif"), out = folder.resolve("out");
		try (SmallDisk disk = new SmallDisk(out, "300k")) {
			final String[] command = { "Process Folder...", "input_folder=" + in, "output_folder=" + out.resolve("o"),
				FIND, SMALL, "workers=1" };
			assertEquals(1, run(command), printed());
			assertTrue(printed().contains("disk is full; free some space") && printed().contains(
				" of 6 images are done, and the same command goes on from there."), printed());
			assertEquals(1, printed().split("is full").length - 1, printed());
			assertEquals(List.of(), KilledRun.hidden(out));
			final Map<String, String> before = files(out);
			disk.change("size=20m");
			assertEquals(0, run(command), printed());
			final Map<String, String> after = files(out);
			before.keySet().removeIf(file -> !file.endsWith("atoms.csv"));
			before.forEach((file, text) -> assertEquals(text, after.get(file)));
			assertEquals(6, CsvTable.read(out.resolve("o/results.csv")).size());
		}
	}

	@Test
	void aFullDiskLeavesWhatWasThere() throws Exception {
		final Path out = folder.resolve("out");
		try (SmallDisk disk = new SmallDisk(out, "64k")) {
			Files.writeString(out.resolve("atoms.csv"), "what was there");
			Files.write(out.resolve("large"), new byte[40_000]);
			try (FileChannel rest = FileChannel.open(out.resolve("large"), StandardOpenOption.APPEND)) {
				while (true)
					rest.write(ByteBuffer.allocate(4096));
			}
			catch (final IOException exc) {
				assertTrue(exc.getMessage() != null);
			}
			final Map<String, String> before = files(out);
			Commands.refuse(FindAtoms.class, new String[] { "disk is full", "free some space" }, "image", HostileImages
				.crystal(), "max_sigma", 3, "output_folder", out.toFile());
			assertEquals(before, files(out));
		}
	}

	@Test
	void aDiskToBeReadIsLeftAlone() throws Exception {
		final Path out = folder.resolve("out");
		try (SmallDisk disk = new SmallDisk(out, "1m")) {
			Files.writeString(out.resolve("atoms.csv"), "what was there");
			disk.change("ro");
			for (final File into : new File[] { out.toFile(), out.resolve("new/folder").toFile() })
				Commands.refuse(FindAtoms.class, new String[] { "output_folder", "that you may write to" }, "image",
					HostileImages.crystal(), "max_sigma", 3, "output_folder", into);
			assertEquals(Map.of("atoms.csv", "what was there"), files(out));
		}
	}

	/** Of a folder and of images; a macro line has the folder's name again. */
	@Test
	void anyNameIsAName() throws Exception {
		final List<String> names = new ArrayList<>();
		for (final String name : NAMES)
			try {
				Files.createDirectories(folder.resolve("test").resolve(name));
				names.add(name);
			}
			catch (final IOException | InvalidPathException exc) {
				// Not on this system.
				continue;
			}
		assertTrue(names.size() > 5, names.toString());
		final String[] files = names.stream().map(name -> name + ".tif").toArray(String[]::new);
		final Path in = images(files);
		for (final String name : names) {
			final Path out = folder.resolve("out").resolve(name);
			Commands.succeed(FindAtoms.class, "image", HostileImages.crystal(), "max_sigma", 3, "output_folder", out
				.toFile());
			assertTrue(Files.size(out.resolve("atoms.csv")) > 100, name);
			final boolean bracketed = name.contains("]b[") || name.equals("a [b");
			final String pair = MacroOptions.pair("output_folder", out.toFile(), '/');
			final String back = MacroOptions.parse(pair.translateEscapes()).get("output_folder");
			assertEquals(out.toString(), back, pair);
			if (bracketed) assertTrue(pair.startsWith("output_folder='"), pair);
		}
		final Path out = folder.resolve("results");
		assertEquals(0, run("Process Folder...", "input_folder=" + in, "output_folder=" + out, FIND, SMALL), printed());
		final CsvTable table = CsvTable.read(out.resolve("results.csv"));
		assertEquals(names.size(), table.size());
		for (int i = 0; i < table.size(); i++) {
			assertTrue(Arrays.stream(files).map(f -> f.replaceAll("\\R", " ")).toList().contains(table.get(i, "image")), table
				.get(i, "image"));
			assertEquals("done", table.get(i, "status"));
		}
		final String page = Files.readString(out.resolve("report.html"));
		assertFalse(page.contains("<script>alert"), "a name is no markup");
	}

	/** Not left to be cut short by whoever reads the line. */
	@Test
	void aNameThatNoMacroLineCanHaveIsSaid() throws Exception {
		final Path in = images("1.tif"), out = folder.resolve("it's ]b[ c");
		assertEquals(0, run("Find Atoms...", "image=" + in.resolve("1.tif"), "max_sigma=3", "output_folder=" + out),
			printed());
		assertTrue(printed().contains("output_folder is left out of the macro line"), printed());
		final String summary = Files.readString(out.resolve("summary.txt"));
		assertTrue(summary.contains("run(\"Find Atoms...\"") && !summary.contains("output_folder="), summary);
	}

	/** Into a folder that another run writes into. */
	@Test
	void aSecondRunIsRefused() throws Exception {
		final Path in = images("1.tif");
		try (OutputLock first = new OutputLock(folder.resolve("out"))) {
			final Map<String, String> before = files(folder);
			for (final Module module : List.of(Commands.run(FindAtoms.class, "image", HostileImages.crystal(), "max_sigma",
				3, "output_folder", folder.resolve("out").toFile()), Commands.run(OptimizeAtomFinding.class, "image",
					HostileImages.crystal(), "lattice", "SrTiO3-001", "output_folder", folder.resolve("out/../out").toFile()),
				Commands.run(TrainNetwork.class, "output_folder", folder.resolve("out").toFile()), Commands.run(
					ProcessFolder.class, "input_folder", in.toFile(), "output_folder", folder.resolve("out").toFile()),
				Commands.run(WatchFolder.class, "input_folder", in.toFile(), "output_folder", folder.resolve("out").toFile())))
				Complaints.assertSays(((Cancelable) module.getDelegateObject()).getCancelReason(), "Another run is writing into",
					"out;", "wait until it has ended");
			assertEquals(before, files(folder));
		}
		assertFalse(Files.exists(folder.resolve("out")), "nothing is left");
	}

	/** Another program's lock is seen, and is gone with it, however it ends. */
	@Test
	void aKilledRunLeavesNoLock() throws Exception {
		final Path out = folder.resolve("deep/out");
		final Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), Holder.class.getName(), out.toString()).redirectErrorStream(true)
				.start();
		try {
			assertEquals('!', other.getInputStream().read());
			Commands.refuse(FindAtoms.class, new String[] { "Another run is writing" }, "image", HostileImages.crystal(),
				"max_sigma", 3, "output_folder", out.toFile());
		}
		finally {
			assertTrue(other.destroyForcibly().waitFor(60, TimeUnit.SECONDS));
		}
		Commands.succeed(FindAtoms.class, "image", HostileImages.crystal(), "max_sigma", 3, "output_folder", out.toFile());
		assertEquals(List.of(), KilledRun.hidden(out));
	}

	/** Has a folder until it is killed. */
	static final class Holder {

		private Holder() {}

		public static void main(final String... args) throws Exception {
			try (OutputLock lock = new OutputLock(Path.of(args[0]))) {
				System.out.write('!');
				System.out.flush();
				Thread.sleep(120_000);
			}
		}
	}

	/** Before it was known what is to be done with each image, too, the table says what there is. */
	@Test
	void aCancelInAFoldersFirstSearchLeavesATable() throws Exception {
		final Path in = images("1.tif", "2.tif");
		for (final String mode : List.of("shared", "first")) {
			final Path out = folder.resolve(mode);
			Cancels.cancel(new ProcessFolder(), 0, "input_folder", in.toFile(), "output_folder", out.toFile(),
				"parameters_of", mode, "options", "lattice=SrTiO3-001");
			// Nothing had begun then; here the search has.
			final Progress late = new Progress() {

				private volatile boolean canceled;

				@Override
				public void update(final double fraction, final String message) {
					if (message.startsWith("Looking at") || message.contains("of 1")) canceled = true;
				}

				@Override
				public boolean isCanceled() {
					return canceled;
				}
			};
			Cancels.run(new ProcessFolder(), late, "input_folder", in.toFile(), "output_folder", out.toFile(),
				"parameters_of", mode, "options", "lattice=SrTiO3-001");
			assertTrue(Files.readString(out.resolve("summary.txt")).contains("2 left out by a cancel"), mode);
			assertEquals(0, CsvTable.read(out.resolve("results.csv")).size());
		}
	}
}
