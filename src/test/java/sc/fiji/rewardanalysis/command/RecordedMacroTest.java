package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import ij.WindowManager;

import sc.fiji.rewardanalysis.bridge.CommandBridge;
import sc.fiji.rewardanalysis.bridge.Replay;

/**
 * Every command is recorded, and its line writes the same files from a macro, in another
 * Java without a display, in a country of decimal commas, whatever is preferred there.
 */
class RecordedMacroTest {

	private static final String CELL = """
		{"name": "square", "description": "a square", "source": "made up", "a_nm": 0.39, "b_nm": 0.39,
		"angle_deg": 90, "sites": [{"species": "Sr", "atomic_number": 38, "u": 0, "v": 0}]}
		""";

	@TempDir
	Path folder;

	private Context context;
	private CommandBridge bridge;

	@BeforeEach
	void open() {
		context = new Context();
		bridge = CommandBridge.of(context);
	}

	@AfterEach
	void close() {
		WindowManager.setTempCurrentImage(null);
		context.close();
	}

	/** What is done one after the other; of each command the inputs that aren't defaults. */
	private List<Map.Entry<String, Map<String, Object>>> steps() throws IOException {
		final Path cell = Files.writeString(Files.createDirectory(folder.resolve("my cells [1]")).resolve(
			"a square.json"), CELL);
		final var simulate = inputs("simulated");
		simulate.putAll(Map.of("lattice", "custom", "lattice_file", cell.toFile(), "width", 96, "height", 96,
			"pixel_size", 0.02, "rotation", -3.5, "drift_x", -0.015, "dose", 1e4, "noise", 1e-5, "seed",
			-7L));
		final var find = inputs("found");
		find.putAll(Map.of("min_sigma", 2.25, "threshold", 0.1, "log_scale", true, "elliptic", true, "refine",
			"gaussian"));
		final var round = inputs("round");
		round.putAll(Map.of("num_sigma", 5, "refine", "gaussian"));
		final var exact = inputs("searched");
		exact.putAll(Map.of("lattice", "custom", "lattice_file", cell.toFile(), "threshold_low", 0.05,
			"threshold_high", 0.3, "elliptic", true));
		final var warm = inputs("warm");
		warm.putAll(Map.of("lattice", "custom", "lattice_file", cell.toFile(), "engine", "sobol",
			"evaluations", 4, "contrast", "search", "seed", 3L));
		return List.of(Map.entry(SimulateImage.LEAF, simulate), Map.entry(FindAtoms.LEAF, find), Map.entry(
			FindAtoms.LEAF, round), Map.entry(OptimizeAtomFinding.LEAF, exact), Map.entry(
				OptimizeAtomFinding.LEAF, warm), Map.entry(OpenSample.LEAF, Map.of("sample", "srtio3")), Map
					.entry(FindAtoms.LEAF, inputs("of the sample")));
	}

	private Map<String, Object> inputs(final String output) {
		return new LinkedHashMap<>(Map.of("output_folder", folder.resolve("results/" + output).toFile()));
	}

	@Test
	void everyCommandIsReplayedToTheSameFiles() throws Exception {
		final List<String> recorded = new ArrayList<>(), own = new ArrayList<>();
		final var leaves = new TreeSet<String>();
		for (final var step : steps()) {
			recorded.add(bridge.record(step.getKey(), step.getValue()));
			final AnalysisCommand command = (AnalysisCommand) bridge.last().getDelegateObject();
			assertFalse(command.isCanceled(), command.getCancelReason());
			own.add(command.macroLine());
			leaves.add(step.getKey());
		}
		assertEquals(new TreeSet<>(Commands.all(context).stream().map(Commands::leaf).toList()), leaves,
			"a command is recorded here");
		final Path results = folder.resolve("results"), first = folder.resolve("first"), second = folder
			.resolve("second");
		final Map<String, List<String>> expected = contents(results);
		assertTrue(expected.size() > 15, expected.keySet().toString());
		Files.move(results, folder.resolve("recorded"));
		final String output = replay(macro("recorded.ijm", recorded), move(results, first), macro("own.ijm",
			own), move(results, second));
		assertEquals("", differences(expected, contents(first)), output);
		assertEquals("", differences(expected, contents(second)), output);
	}

	private String macro(final String name, final List<String> lines) throws IOException {
		return "macro:" + Files.writeString(folder.resolve(name), String.join("\n", lines));
	}

	private static String move(final Path from, final Path to) {
		return "move:" + from + "?" + to;
	}

	/** What the other Java printed. */
	private String replay(final String... jobs) throws Exception {
		final List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin",
			"java").toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
			"-Djava.awt.headless=true",
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Duser.language=de", "-Duser.country=DE", "-Duser.home=" + folder,
			"-Djava.util.prefs.userRoot=" + folder, "-cp", System.getProperty("java.class.path"),
			Replay.class.getName()));
		line.addAll(List.of(jobs));
		final File log = folder.resolve("replay.log").toFile();
		final Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log)
			.start();
		try {
			assertTrue(process.waitFor(90, TimeUnit.SECONDS), "it hangs");
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
			for (final Path file : files.filter(Files::isRegularFile).sorted().toList())
				all.put(root.relativize(file).toString(), lines(file, file.getFileName().toString()));
			return all;
		}
	}

	private static List<String> lines(final Path file, final String name) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		if (name.endsWith(".png") || name.endsWith(".tif")) return List.of(Arrays.toString(bytes));
		final String text = new String(bytes, StandardCharsets.UTF_8);
		if (name.equals("evaluations.csv")) return withoutColumn(text.lines().toList(), "seconds");
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
