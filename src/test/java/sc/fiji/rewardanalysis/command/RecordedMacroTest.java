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
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import ij.WindowManager;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.bridge.CommandBridge;
import sc.fiji.rewardanalysis.bridge.Replay;

/**
 * Every command is recorded, and its line writes the same files from a macro, in another
 * Java without a display, in a country of decimal commas, whatever is preferred there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedMacroTest {

	private static final String CELL = """
		{"name": "square", "description": "a square", "source": "made up", "a_nm": 0.39, "b_nm": 0.39,
		"angle_deg": 90, "sites": [{"species": "Sr", "atomic_number": 38, "u": 0, "v": 0}]}
		""";

	/** A macro that needs no command of ImageJ, which it hasn't without a display. */
	private static final String MAXIMA = """
		#@ Double(value=0.5) level
		kind = "point";
		getStatistics(area, mean, min, max);
		xs = newArray(0);
		ys = newArray(0);
		for (y = 4; y < 92; y++) for (x = 4; x < 92; x++) {
			v = getPixel(x, y);
			if (v > min + level * (max - min) && v > getPixel(x - 1, y) && v > getPixel(x + 1, y) &&
				v > getPixel(x, y - 1) && v > getPixel(x, y + 1)) {
				xs = Array.concat(xs, x);
				ys = Array.concat(ys, y);
			}
		}
		makeSelection(kind, xs, ys);
		""";

	/** A macro that finds atoms in the simulated image with further options. */
	private static final String FIND = "open(\"FOLDER/first/simulated/square-seed-7.tif\"); run(\"" +
		FindAtoms.LEAF + "\", \"output_folder=[FOLDER/results/found] %s\");";

	/** What is refused, and why. */
	private static final Map<String, String> REFUSED = Map.of(
		"threshold=0,1", "threshold is \"0,1\", which is no number with a decimal point.",
		"num_sigma=7.5", "num_sigma is \"7.5\", which is no whole number.",
		"elliptic=yes", "elliptic is \"yes\", which is neither true nor false.",
		"image=[not open]", "image is \"not open\", which is no open image.",
		"max_sigma", "max_sigma is \"\", which is no number with a decimal point.",
		"treshold=0.1 overlap=2", "\"treshold\" is no key of this command and was ignored.");

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
		for (final var step : steps()) {
			recorded.add(bridge.record(step.getKey(), step.getValue()));
			final AnalysisCommand command = (AnalysisCommand) bridge.last().getDelegateObject();
			// Without a display.
			if (step.getKey().equals(AtomsToRoiManager.LEAF)) Complaints.assertSays(command
				.getCancelReason(), "display", "TIFF");
			else assertFalse(command.isCanceled(), command.getCancelReason());
			own.add(command.macroLine());
			leaves.add(step.getKey());
			if (step.getValue().isEmpty()) for (final List<String> lines : List.of(recorded, own)) {
				lines.add(lines.size() - 1, "Overlay.drawRect(1, 2, 3, 4);");
				lines.add("print(\"" + (lines == own ? "own " : "recorded ") + step.getKey() +
					" leaves \" + Overlay.size + \".\");");
			}
		}
		assertNull(WindowManager.getCurrentImage().getOverlay());
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
		final var windows = inputs("windows");
		windows.putAll(Map.of("lattice", "custom", "lattice_file", cell.toFile(), "window_size", 3.5, "stride",
			0.5, "engine", "sobol", "evaluations", 3));
		final var tuned = inputs("tuned");
		tuned.putAll(Map.of("macro_file", Files.writeString(cell.resolveSibling("a macro.ijm"), MAXIMA)
			.toFile(), "search", "level=0.05..0.5 log\nkind=[point,points]", "objectives",
			"target=25 atoms\nQC", "lattice", "custom", "lattice_file", cell.toFile(), "engine", "sobol",
			"evaluations", 3));
		final var regions = inputs("regions");
		regions.putAll(Map.of("atoms_file", cell.resolveSibling("atoms.csv").toFile(), "features",
			"geometry", "smoothing", 0.2, "show_map", false));
		atoms(cell.resolveSibling("atoms.csv"));
		final var zones = inputs("zones");
		zones.putAll(Map.of("atoms_file", cell.resolveSibling("atoms.csv").toFile(), "features", "geometry",
			"engine", "sobol", "evaluations", 2));
		final var lattice = inputs("lattice");
		lattice.putAll(Map.of("atoms_file", cell.resolveSibling("atoms.csv").toFile(), "tolerance", 0.25,
			"strain", "green-lagrange", "arrow_scale", 3));
		return List.of(Map.entry(SimulateImage.LEAF, simulate), Map.entry(FitLattice.LEAF, lattice), Map.entry(FindAmorphousRegions.LEAF,
			regions), Map.entry(OptimizeAmorphousRegions.LEAF, zones), Map.entry(FindAtoms.LEAF, find), Map.entry(
			FindAtoms.LEAF, round), Map.entry(OptimizeAtomFinding.LEAF, exact), Map.entry(
				OptimizeAtomFinding.LEAF, warm), Map.entry(OptimizeInSlidingWindows.LEAF, windows), Map.entry(TuneMacro.LEAF, tuned), Map.entry(OpenSample.LEAF, Map.of("sample", "srtio3")), Map
					.entry(FindAtoms.LEAF, inputs("of the sample")), Map.entry(CompareWithOracle.LEAF, compared()),
			// Its atoms take the marks away.
			Map.entry(ClassifyAtoms.LEAF, classes()), Map.entry(StudyNoiseRobustness.LEAF, noise()),
			Map.entry(EstimatePhysics.LEAF, physics()), Map.entry(AtomsToRoiManager.LEAF, Map.of()),
			Map.entry(RemoveOverlay.LEAF, Map.of()));
	}

	/** A square lattice, a part of which is disturbed. */
	private static void atoms(final Path file) throws IOException {
		final StringBuilder text = new StringBuilder("x_px,y_px\n");
		for (int y = 4; y < 96; y += 8)
			for (int x = 4; x < 96; x += 8)
				text.append(x > 48 ? x + x * y * 7 % 5 - 2 : x).append(',').append(x > 48 ? y + x * y * 11 % 5 - 2
					: y).append('\n');
		Files.writeString(file, text.toString());
	}

	private Map<String, Object> classes() {
		final var classes = inputs("classes");
		classes.putAll(Map.of("lattice", "SrTiO3-001", "window", 30, "window_unit", "px", "components", 2,
			"seed", 5L));
		return classes;
	}

	private Map<String, Object> compared() {
		final var compared = inputs("compared");
		compared.putAll(Map.of("oracle_file", Path.of("sample-data/srtio3_truth.csv").toAbsolutePath().toFile(),
			"oracle_class", "species", "second_classes", "Sr", "lattice", "SrTiO3-001", "match_distance",
			0.06));
		return compared;
	}

	private Map<String, Object> noise() {
		final var noise = inputs("noise");
		noise.putAll(Map.of("lattice", "SrTiO3-001", "noise_type", "poisson-nm2", "dose_highest", 1e5,
			"noise_steps", 1, "repeats", 1, "dose_lowest", 1e4, "log_rms", false, "seed", 5L));
		return noise;
	}

	private Map<String, Object> physics() {
		final var physics = inputs("physics");
		physics.putAll(Map.of("lattice", "SrTiO3-001", "pixel_size", 0.14, "pixel_unit", "Angstrom"));
		return physics;
	}

	private Map<String, Object> inputs(final String output) {
		return new LinkedHashMap<>(Map.of("output_folder", folder.resolve("results/" + output).toFile()));
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
			assertEquals(new TreeSet<>(Commands.all(context).stream().map(Commands::leaf).toList()), leaves,
				"every command has a step here");
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
		REFUSED.forEach((options, reason) -> assertTrue(printed.contains("Find Atoms: " + reason), options +
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
		if (Set.of("evaluations.csv", "noise.csv", "windows.csv").contains(name)) return withoutColumn(text
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
