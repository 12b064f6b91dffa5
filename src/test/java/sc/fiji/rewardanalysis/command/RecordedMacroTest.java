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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import ij.WindowManager;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.bridge.CommandBridge;
import sc.fiji.rewardanalysis.bridge.Replay;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;

/**
 * Every command is recorded, and its line writes the same files from a macro, in another
 * Java without a display, in a country of decimal commas, whatever is preferred there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedMacroTest {

	private static final String FIND = "open(\"FOLDER/first/simulated/square-seed-7.tif\"); run(\"" +
		FindAtoms.LEAF + "\", \"output_folder=[FOLDER/results/found] %s\");";

	/** What only a macro can have. */
	private static final Map<String, String> REFUSED_OF_MACROS = Map.of(
		"image=[not open]", "image is \"not open\", which is no open image.",
		"max_sigma", "max_sigma is \"\", which is no number with a decimal point.",
		"treshold=0.1 overlap=2", "\"treshold\" is no key of this command and was ignored.");

	private static final Map<String, String> REFUSED = new TreeMap<>(REFUSED_OF_MACROS);

	static {
		REFUSED.putAll(Commands.REFUSED_PAIRS);
	}

	private final List<String> recorded = new ArrayList<>(), own = new ArrayList<>();
	private final Set<String> leaves = new TreeSet<>();

	@TempDir
	private static Path folder;

	private Map<String, List<String>> expected;
	private String printed;

	@BeforeAll
	void recordAndReplay() throws Exception {
		try (Context context = new Context()) {
			record(CommandBridge.of(context));
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
		final Path results = folder.resolve("results");
		expected = contents(results);
		Files.move(results, folder.resolve("first"));
		final String found = "min_sigma=2.25, threshold=0.1, log_scale=true, elliptic=true, " +
			"refine='gaussian'";
		final String round = "num_sigma=5, refine=\"gaussian\", elliptic=false";
		final String keys = "log_scale min_sigma=2.25 elliptic threshold=0.1 refine=gaussian";
		printed = replay(macro("recorded", recorded), move("results", "recorded"),
			macro("own", own), move("results", "own"),
			runString("found", found), runString("round", round), move("results", "run"),
			macro("keys", List.of(FIND.formatted(keys))), move("results", "keys"),
			macro("refused", refused()), "run:" + FindAtoms.LEAF + "??threshold=0.1",
			"macro:macros/Optimize_Atom_Finding.ijm", script("groovy", "a groovy one"), script("py",
				"a jython"));
	}

	private void record(final CommandBridge bridge) throws IOException {
		for (final var step : new RecordedSteps(folder).all()) {
			recorded.add(bridge.record(step.getKey(), step.getValue()));
			final AnalysisCommand command = (AnalysisCommand) bridge.last().getDelegateObject();
			// Without a display.
			if (step.getKey().equals(AtomsToRoiManager.LEAF)) Complaints.assertSays(command
				.getCancelReason(), "display", "TIFF");
			else assertFalse(command.isCanceled(), command.getCancelReason());
			own.add(Insides.macroLine(command));
			leaves.add(step.getKey());
			if (step.getValue().isEmpty()) for (final List<String> lines : List.of(recorded, own)) {
				lines.add(lines.size() - 1, "Overlay.drawRect(1, 2, 3, 4);");
				lines.add("print(\"" + (lines == own ? "own " : "recorded ") + step.getKey() +
					" leaves \" + Overlay.size + \".\");");
			}
		}
		assertNull(WindowManager.getCurrentImage().getOverlay());
	}

	private static List<String> refused() {
		final List<String> lines = new ArrayList<>();
		REFUSED.keySet().forEach(options -> lines.add(FIND.formatted(options)));
		lines.add("print(\"went on\");");
		return lines;
	}

	@Test
	void everyCommandIsRecorded() {
		try (Context context = Commands.context()) {
			final var all = new TreeSet<>(Commands.all(context).stream().map(Commands::leaf).toList());
			if (!NeedsNetworks.Condition.holds()) all.removeAll(RecordedSteps.NETWORKS);
			assertEquals(all, leaves, "every command has a step");
		}
	}

	/** Commands that write no files: each line follows one that draws a rectangle of the user's. */
	@Test
	void overlaysChangeAsRecorded() {
		final int atoms = expected.get("of the sample/atoms.csv").size() - 1;
		assertTrue(atoms > 10);
		for (final String name : List.of("recorded ", "own ")) {
			assertTrue(printed.contains(name + AtomsToRoiManager.LEAF + " leaves " + (atoms + 1) + "."),
				printed);
			assertTrue(printed.contains(name + RemoveOverlay.LEAF + " leaves 2."), printed);
		}
		assertEquals(2, printed.split(AtomsToRoiManager.LEAF + ": ImageJ has no ROI Manager without a display",
			-1).length - 1, printed);
		assertFalse(printed.contains("Exception"), printed);
	}

	@Test
	void recordedLinesWriteTheSameFiles() throws IOException {
		assertTrue(expected.size() > 15, expected.keySet().toString());
		assertEquals("", differences(expected, contents(folder.resolve("recorded"))), printed);
	}

	@Test
	void theSummarysLinesWriteTheSameFiles() throws IOException {
		assertEquals("", differences(expected, contents(folder.resolve("own"))), printed);
	}

	@Test
	void runStringsWriteTheSameFiles() throws IOException {
		assertEquals("", differences(only("found", "round"), contents(folder.resolve("run"))), printed);
	}

	@Test
	void aKeyAloneIsTrue() throws IOException {
		assertEquals("", differences(only("found"), contents(folder.resolve("keys"))), printed);
	}

	private Map<String, List<String>> only(final String... folders) {
		final var part = new LinkedHashMap<>(expected);
		part.keySet().removeIf(file -> List.of(folders).stream().noneMatch(f -> file.startsWith(f + "/")));
		return part;
	}

	/** Otherwise the defaults would be taken without a word. */
	@Test
	void whatCannotBeReadIsRefused() {
		REFUSED.forEach((options, reason) -> assertTrue(printed.contains(": " + reason), options +
			" in " + printed));
		assertTrue(printed.contains("Find Atoms: There is no image; open one"), printed);
		assertTrue(printed.contains("went on"), printed);
		assertFalse(Files.exists(folder.resolve("results")), "nothing was written");
	}

	/** The same job in three languages. */
	@Test
	void scriptsWriteTheSameFiles() throws IOException {
		final var macro = contents(folder.resolve("reward-analysis-output"));
		final int atoms = macro.get("atoms.csv").size() - 1;
		assertEquals(2, (printed + " ").split("\\b" + atoms + " atoms\\s", -1).length - 1, printed);
		for (final String name : List.of("a groovy one", "a jython")) {
			final var script = contents(folder.resolve(name));
			// The macro line names the folder.
			script.keySet().removeAll(Set.of("summary.txt", "study.json"));
			macro.keySet().removeAll(Set.of("summary.txt", "study.json"));
			assertEquals("", differences(macro, script), printed);
		}
	}

	private static String runString(final String output, final String inputs) {
		return "run:" + FindAtoms.LEAF + "?" + folder.resolve("first/simulated/square-seed-7.tif") + "?" +
			inputs + ", output_folder='" + folder.resolve("results/" + output) + "'";
	}

	private static String script(final String language, final String output) {
		return "script:macros/Optimize_Atom_Finding." + language + "?output_folder='" + folder.resolve(
			output) + "'";
	}

	private static String macro(final String name, final List<String> lines) throws IOException {
		return "macro:" + Files.writeString(folder.resolve(name + ".ijm"), String.join("\n", lines).replace(
			"FOLDER", folder.toString()));
	}

	private static String move(final String from, final String to) {
		return "move:" + folder.resolve(from) + "?" + folder.resolve(to);
	}

	/** What the other Java printed. */
	private String replay(final String... jobs) throws Exception {
		final List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin",
			"java").toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
			"-Djava.awt.headless=true",
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Duser.language=de", "-Duser.country=DE", "-Duser.home=" + folder,
			"-Djava.util.prefs.userRoot=" + folder, "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR"),
			"-Dai.djl.offline=true", "-cp", System.getProperty("java.class.path"),
			Replay.class.getName()));
		line.addAll(List.of(jobs));
		final File log = folder.resolve("replay.log").toFile();
		final Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log)
			.start();
		try {
			assertTrue(process.waitFor(900, TimeUnit.SECONDS), "it hangs");
		}
		finally {
			process.destroyForcibly();
		}
		final String printed = Files.readString(log.toPath(), StandardCharsets.UTF_8);
		assertEquals(0, process.exitValue(), printed);
		return printed;
	}

	/** Each file's lines, but for what is measured with a clock; of pictures a single one. */
	private static Map<String, List<String>> contents(final Path root) throws IOException {
		try (var files = Files.walk(root)) {
			final var all = new LinkedHashMap<String, List<String>>();
			for (final Path file : files.filter(Files::isRegularFile).filter(f -> !f.endsWith(
				RunFiles.NAME)).sorted().toList())
				all.put(root.relativize(file).toString().replace(File.separatorChar, '/'), lines(file, file.getFileName()
					.toString()));
			return all;
		}
	}

	private static List<String> lines(final Path file, final String name) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		if (name.endsWith(".png") || name.endsWith(".tif")) return List.of(Arrays.toString(bytes));
		final String text = new String(bytes, StandardCharsets.UTF_8);
		// A page of the same table, with the time in its words.
		// Times of the day are in it.
		if (name.equals("report.html") || name.equals("latest.json")) return List.of();
		if (Set.of("evaluations.csv", "noise.csv", "windows.csv", "results.csv",
			"frames.csv").contains(name)) return withoutColumn(text
			.lines().toList(), "seconds");
		return text.replaceAll("\"seconds\": ?[^,}\n]+", "").replaceAll("(?m)^Time:.*$", "").lines().toList();
	}

	private static List<String> withoutColumn(final List<String> table, final String column) {
		final int index = List.of(table.get(0).split(",")).indexOf(column);
		return table.stream().map(line -> {
			final List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
			cells.remove(index);
			return String.join(",", cells);
		}).toList();
	}

	private static String differences(final Map<String, List<String>> a,
		final Map<String, List<String>> b)
	{
		final StringBuilder text = new StringBuilder();
		if (!a.keySet().equals(b.keySet())) text.append(a.keySet() + " but " + b.keySet() + "\n");
		for (final String file : a.keySet()) {
			final List<String> x = a.get(file), y = b.getOrDefault(file, List.of());
			for (int i = 0; i < Math.max(x.size(), y.size()); i++) {
				final String one = i < x.size() ? x.get(i) : "nothing", other = i < y.size() ? y.get(i)
					: "nothing";
				if (!one.equals(other)) text.append(file).append(": ").append(brief(one)).append(" but ")
					.append(brief(other)).append('\n');
			}
		}
		return text.toString();
	}

	private static String brief(final String text) {
		return text.length() < 300 ? text : text.substring(0, 300) + "…";
	}
}
