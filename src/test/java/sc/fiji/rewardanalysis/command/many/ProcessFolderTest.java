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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.command.macro.TuneMacro;
import sc.fiji.rewardanalysis.command.run.CommandLine;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

@Timeout(240)
class ProcessFolderTest {

	private static final String FIND = "analysis=Find Atoms...", OPTIONS =
		"options=min_sigma=3 max_sigma=5 threshold=0.02";

	@TempDir
	Path folder;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	@BeforeEach
	void simulate() throws IOException {
		Files.createDirectories(in("sub"));
		for (final int seed : new int[] { 1, 2, 10 })
			image("image " + seed + ".tif", seed);
		image("sub/image 3.tif", 3);
	}

	private Path in(final String file) {
		return folder.resolve("in").resolve(file);
	}

	private void image(final String file, final int seed) throws IOException {
		Files.write(in(file), SimulatedImages.toTiff(SimulatedImages.toImagePlus(ImageSimulator.simulate(
			SimulationParameters.builder(Ybco.LATTICE).size(128, 128).pixelSize(0.015)
				.noise(0.05).seed(seed).build(), Progress.NONE), "simulated")));
	}

	private void broken() throws IOException {
		Files.writeString(in("text.tif"), "This is no image.\n".repeat(50));
		Files.write(in("cut.tif"), Arrays.copyOf(Files.readAllBytes(in("image 1.tif")), 20_000));
		Files.write(in("empty.tif"), new byte[0]);
		new FileSaver(new ImagePlus("", new ColorProcessor(32, 32))).saveAsTiff(in("rgb.tif").toString());
		new FileSaver(new ImagePlus("", new ByteProcessor(32, 32))).saveAsPng(in("plain.png").toString());
	}

	/**
	 * @param args of them folders come instead of the usual ones
	 * @return the exit status
	 */
	private int run(final String output, final String... args) {
		bytes.reset();
		final List<String> all = new ArrayList<>(List.of("Process Folder..."));
		for (final String usual : List.of("input_folder=" + folder.resolve("in"), "output_folder=" + folder.resolve(
			output)))
			if (Arrays.stream(args).noneMatch(a -> a.startsWith(usual.substring(0, usual.indexOf('=') + 1)))) all.add(
				usual);
		all.addAll(List.of(args));
		return CommandLine.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), all.toArray(String[]::new));
	}

	private String printed() {
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private CsvTable results(final String output) {
		return CsvTable.read(folder.resolve(output).resolve("results.csv"));
	}

	private static List<String> column(final CsvTable table, final String name) {
		final List<String> all = new ArrayList<>();
		for (int row = 0; row < table.size(); row++)
			all.add(table.get(row, name));
		return all;
	}

	private List<String> files(final String output) throws IOException {
		final Path root = folder.resolve(output);
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(Files::isRegularFile).filter(f -> !f.endsWith(RunFiles.NAME)).map(f -> root.relativize(f)
				.toString()).sorted().toList();
		}
	}

	/** What images' folders hold that doesn't depend on the clock. */
	private Map<String, String> tables(final String output) throws IOException {
		final Map<String, String> all = new TreeMap<>();
		for (final String file : files(output))
			if (file.endsWith("atoms.csv") || file.endsWith("pareto.csv")) all.put(file, Files.readString(folder
				.resolve(output).resolve(file)));
		return all;
	}

	@Test
	void everyImageIsARowWithAFolder() throws IOException {
		broken();
		assertEquals(1, run("out", FIND, OPTIONS, "recursive=true"), printed());
		assertTrue(printed().contains("5 of 9 images failed; see "), printed());
		final CsvTable results = results("out");
		assertEquals(List.of("cut.tif", "empty.tif", "image 1.tif", "image 2.tif", "image 10.tif", "plain.png",
			"rgb.tif", "sub/image 3.tif", "text.tif"), column(results, "image"));
		final Map<String, String> reasons = new TreeMap<>();
		for (int row = 0; row < results.size(); row++)
			if (results.get(row, "status").equals("failed")) reasons.put(results.get(row, "image"), results.get(
				row, "reason"));
		assertTrue(reasons.get("cut.tif").contains("cut short: it has 20000 bytes of the "), reasons
			.toString());
		assertTrue(reasons.get("empty.tif").contains("empty"), reasons.toString());
		assertTrue(reasons.get("rgb.tif").contains("RGB image"), reasons.toString());
		assertTrue(reasons.get("text.tif").contains("no image"), reasons.toString());
		assertTrue(Files.exists(folder.resolve("out/sub/image 3/atoms.csv")));
		assertTrue(Files.exists(folder.resolve("out/report.html")));
		assertFalse(files("out").stream().anyMatch(f -> f.contains(".part") || f.contains(".old")));
		final String summary = Files.readString(folder.resolve("out/summary.txt"));
		assertTrue(summary.contains("4 of 9 done, 5 failed"), summary);
	}

	@Test
	void whatIsDoneIsNotDoneAgain() throws IOException {
		assertEquals(0, run("out", FIND, OPTIONS), printed());
		final Path one = folder.resolve("out/image 1/atoms.csv"), two = folder.resolve("out/image 2/atoms.csv");
		final var before = Files.getLastModifiedTime(one);
		final String found = Files.readString(two);
		image("image 2.tif", 77);
		Files.move(folder.resolve("out/image 10"), folder.resolve("gone"));
		assertEquals(0, run("out", FIND, OPTIONS, "workers=1"), printed());
		assertTrue(printed().contains("1 of 3 images were analysed before."), printed());
		assertEquals(before, Files.getLastModifiedTime(one));
		assertNotEquals(found, Files.readString(two));
		assertTrue(Files.exists(folder.resolve("out/image 10/atoms.csv")));
		// Other options are another task.
		assertEquals(0, run("out", FIND, OPTIONS + " overlap=0.4"), printed());
		assertFalse(printed().contains("analysed before"), printed());
		assertNotEquals(before, Files.getLastModifiedTime(one));
		assertTrue(Files.exists(folder.resolve("out/folder-1.jsonl")));
	}

	@Test
	void aFailedImageIsTriedAgain() throws IOException {
		final byte[] whole = Files.readAllBytes(in("image 2.tif"));
		Files.write(in("image 2.tif"), Arrays.copyOf(whole, 9999));
		assertEquals(1, run("out", FIND, OPTIONS), printed());
		assertEquals(List.of("done", "failed", "done"), column(results("out"), "status"));
		Files.write(in("image 2.tif"), whole);
		assertEquals(0, run("out", FIND, OPTIONS), printed());
		assertEquals(List.of("done", "done", "done"), column(results("out"), "status"));
	}

	@Test
	void theNumberOfWorkersChangesNothing() throws IOException {
		final String options = "options=engine=bayesian evaluations=6 refine=none";
		assertEquals(0, run("one", options, "workers=1", "pictures=false"), printed());
		assertEquals(0, run("three", options, "workers=3", "pictures=false"), printed());
		assertEquals(tables("one"), tables("three"));
		assertEquals(6, tables("one").size());
		assertFalse(files("one").stream().anyMatch(f -> f.endsWith(".png") || f.endsWith(".svg")), files("one")
			.toString());
	}

	@Test
	void theFirstImageIsWhereTheOthersStart() throws IOException {
		Files.writeString(in("a.tif"), "no image");
		final String options = "options=engine=bayesian evaluations=6 refine=none";
		assertEquals(1, run("out", options, "parameters_of=first", "pictures=false"), printed());
		assertFalse(Files.readString(folder.resolve("out/image 1/summary.txt")).contains("Began with"));
		for (final String image : List.of("image 2", "image 10"))
			assertTrue(Files.readString(folder.resolve("out").resolve(image).resolve("summary.txt")).contains(
				"Began with"), image);
		final Map<String, String> before = tables("out");
		Files.delete(in("a.tif"));
		assertEquals(0, run("out", options, "parameters_of=first", "pictures=false"), printed());
		assertTrue(printed().contains("3 of 3 images were analysed before."), printed());
		assertEquals(before, tables("out"));
	}

	@Test
	void aStartThatFailsIsLeftOut() throws IOException {
		final String options = "options=engine=bayesian evaluations=6 refine=none";
		assertEquals(0, run("own", options, "pictures=false"), printed());
		assertEquals(0, run("out", options, "parameters_of=first", "pictures=false", "pattern=image 1.tif"),
			printed());
		for (final String file : List.of("study.json", "journal.jsonl"))
			Files.writeString(folder.resolve("out/image 1").resolve(file), "no search");
		assertEquals(0, run("out", options, "parameters_of=first", "pictures=false"), printed());
		assertEquals(tables("own"), tables("out"));
		final List<String> notes = column(results("out"), "note");
		assertFalse(notes.get(0).contains("anew"), notes.get(0));
		assertTrue(notes.get(1).contains("Searched anew, for the start from an earlier search failed: "), notes
			.get(1));
		assertFalse(Files.readString(folder.resolve("out/image 2/image.json")).contains("warm_start"));
		assertEquals(0, run("out", options, "parameters_of=first", "pictures=false"), printed());
		assertTrue(printed().contains("3 of 3 images were analysed before."), printed());
	}

	@Test
	void theExactSearchStartsFromTheFirstImage() throws IOException {
		final String options = "options=engine=exact refine=none";
		assertEquals(0, run("out", options, "parameters_of=first", "pictures=false",
			"pattern=image 1.tif;image 2.tif"), printed());
		assertTrue(Files.readString(folder.resolve("out/image 2/image.json")).contains("warm_start="));
		final String summary = Files.readString(folder.resolve("out/image 2/summary.txt"));
		assertTrue(summary.contains("Followed " + folder.resolve("out/image 1/study.json")), summary);
		assertFalse(results("out").header().contains("note"));
	}

	@Test
	void oneParameterSetIsSharedByAll() throws IOException {
		Files.writeString(in("a.tif"), "no image");
		assertEquals(1, run("out", "parameters_of=shared", "pictures=false",
			"options=evaluations=6 refine=none"), printed());
		final CsvTable results = results("out"), images = CsvTable.read(folder.resolve(
			"out/shared/images.csv"));
		assertEquals(List.of("failed", "done", "done", "done"), column(results, "status"));
		assertEquals(1, column(results, "threshold").stream().skip(1).distinct().count());
		assertEquals(List.of("image 1.tif", "image 2.tif", "image 10.tif"), column(images, "image"));
		assertEquals(column(results, "atoms").subList(1, 4), column(images, "atoms"));
		assertEquals(column(results, "QC_paper").stream().skip(1).map(Double::valueOf).toList(), column(images,
			"QC_paper").stream().map(Double::valueOf).toList());
	}

	@Test
	void anEarlierRunTellsWhatToDo() throws IOException {
		assertEquals(0, run("first", FIND, OPTIONS + " overlap=0.25", "pattern=image 1.tif"), printed());
		for (final String from : List.of("first/image 1", "first", "first/summary.txt")) {
			final String out = "like " + from.replace('/', ' ');
			assertEquals(0, run(out, "like_run=" + folder.resolve(from), "pictures=false",
				"options=refine=none"), printed());
			final String summary = Files.readString(folder.resolve(out).resolve("summary.txt"));
			assertTrue(summary.contains("Analysis:   Find Atoms... "), summary);
			assertTrue(summary.contains("overlap=0.25"), summary);
			assertTrue(summary.contains("refine=none"), summary);
		}
		assertEquals(0, run("again", "like_run=" + folder.resolve("like first"), "pictures=false",
			"pattern=image 1.tif"), printed());
		final String again = Files.readString(folder.resolve("again/image 1/image.json"));
		assertTrue(again.contains("overlap=0.25") && again.contains("refine=none"), again);
		assertEquals(1, run("other", "like_run=" + in("image 1.tif")));
		assertTrue(printed().contains("no macro line"), printed());
	}

	/** Such as the atoms that another folder run has found. */
	@Test
	void optionsMayNameTheImage() throws IOException {
		assertEquals(0, run("found", FIND, OPTIONS, "recursive=true", "pictures=false"), printed());
		assertEquals(0, run("fits", "analysis=Fit Lattice...", "recursive=true", "pictures=false",
			"options=atoms_file=[" + folder.resolve("found") + "/{result}/atoms.csv] lattice=YBa2Cu3O7-100"),
			printed());
		assertEquals(4, results("fits").size());
		assertTrue(Files.readString(folder.resolve("fits/sub/image 3/image.json")).contains(
			"/found/sub/image 3/atoms.csv]"));
	}

	@Test
	void whatCannotBeIsRefused() {
		final Map<String, String[]> wrong = Map.of("there is no folder", new String[] { "out",
			"input_folder=" + in("none") }, "choose another one for the results", new String[] { "in" },
			"matches the pattern", new String[] { "out", "pattern=*.xyz" }, "no search that could start",
			new String[] { "out", "parameters_of=first", FIND }, "which only Optimize Atom Finding", new String[] {
				"out", "parameters_of=shared", FIND }, "is no option of", new String[] { "out", FIND,
					"options=sigma=3" }, "each image has its own; leave it out", new String[] { "out", FIND,
						"options=output_folder=x" });
		for (final String key : List.of("input_folder", "output_folder")) {
			assertEquals(1, run("out", key + "="));
			assertTrue(printed().contains(key + " is missing"), printed());
		}
		wrong.forEach((words, args) -> {
			assertEquals(1, run(args[0], Arrays.copyOfRange(args, 1, args.length)), words);
			assertTrue(printed().contains(words) || words.startsWith("there is") && printed().contains(
				"is no folder"), printed());
		});
	}

	/** ImageJ looks for a key's text in the whole line, the options of the analysis included. */
	@Test
	void noKeyIsHiddenInTheOptions() {
		try (Context context = Commands.context()) {
			final Map<String, CommandInfo> all = Commands.all(context).stream().collect(Collectors.toMap(
				Commands::leaf, c -> c));
			hidden(context, all, all.get(ProcessFolder.LEAF));
			hidden(context, all, all.get(WatchFolder.LEAF));
		}
	}

	private static void hidden(final Context context, final Map<String, CommandInfo> all,
		final CommandInfo own)
	{
		final List<String> analyses = own.getInput("analysis").getChoices().stream().map(String::valueOf)
			.toList();
		final List<String> possible = new ArrayList<>(UnseenAnalysis.leaves(context));
		possible.remove(TuneMacro.LEAF);
		assertEquals(possible.stream().sorted().toList(), analyses.stream().sorted().toList());
		final List<String> hidden = new ArrayList<>();
		for (final String analysis : analyses)
			for (final var inner : all.get(analysis).inputs())
				for (final var outer : own.inputs())
					if (inner.getName().endsWith(outer.getName()) && !inner.getName().equals("output_folder") &&
						Insides.isPlain(outer)) hidden.add(outer.getName() + " in " + inner.getName());
		assertEquals(List.of(), hidden);
	}

	/** The same as if nobody had killed it. */
	@Test
	void aRunThatIsKilledGoesOn() throws Exception {
		for (int seed = 20; seed < 32; seed++)
			image("more " + seed + ".tif", seed);
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-cp", System.getProperty("java.class.path"), CommandLine.class.getName(), "Process Folder...", "input_folder=" + folder
				.resolve("in"), "output_folder=" + folder.resolve("out"), "options=refine=none engine=bayesian evaluations=12").redirectErrorStream(true)
					.redirectOutput(folder.resolve("killed.log").toFile()).start();
		final Path journal = folder.resolve("out/folder.jsonl");
		while (process.isAlive() && (Files.notExists(journal) || Files.readAllLines(journal).size() < 5))
			Thread.sleep(5);
		process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
		final List<String> done = Files.readAllLines(journal);
		assertTrue(done.size() >= 5 && done.size() < 16, done.size() + " lines: " + Files.readString(folder
			.resolve("killed.log")));
		final Map<String, FileTime> times = new TreeMap<>();
		for (final String file : files("out"))
			if (file.endsWith("image.json") && !file.contains(".part") && done.stream().anyMatch(line -> line
				.contains("\"folder\":\"" + file.replace("/image.json", "\"")))) times.put(file, Files.getLastModifiedTime(folder.resolve("out").resolve(file)));
		assertEquals(done.size() - 1, times.size());
		final String options = "options=refine=none engine=bayesian evaluations=12";
		assertEquals(0, run("out", options), printed());
		assertTrue(printed().contains(times.size() + " of 15 images were analysed before."), printed());
		for (final var entry : times.entrySet())
			assertEquals(entry.getValue(), Files.getLastModifiedTime(folder.resolve("out").resolve(entry
				.getKey())), entry.getKey());
		assertEquals(0, run("whole", options), printed());
		assertEquals(tables("whole"), tables("out"));
		assertEquals(files("whole"), files("out"));
	}
}
