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

package sc.fiji.rewardanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.learning.Constant;

/** Who may use whom: the table of layers in the design, read from the sources. */
class ArchitectureTest {

	private static final String ROOT = "sc.fiji.rewardanalysis.";
	private static final Path SOURCES = Path.of("src/main/java/sc/fiji/rewardanalysis");

	/** Lines of a source file below its licence; longer ones are split. */
	private static final int LONGEST = 400;

	private static final String IMGLIB = "net.imglib2.", MATH = "org.apache.commons.math3.", EJML =
		"org.ejml.", GSON = "com.google.gson.", CHART = "org.jfree.", IMAGEJ = "ij.", AWT = "java.awt.",
			SWING = "javax.swing.", SCIJAVA = "org.scijava.";

	/** What each layer may use: layers of ours, then libraries. The JDK but for windows is free. */
	private static final Map<String, List<String>> ALLOWED = new TreeMap<>();

	static {
		final String[] core = { "core", "core.lattice", "core.detect", "core.refine", "core.reward",
			"core.optimize", "core.clustering", "core.crystal", "core.feature", "core.region", "core.compare",
			"core.estimate", "core.simulate", "core.training", "core.network", "core.latent", "core.track" };
		allow("core");
		allow("core.lattice", "core");
		allow("core.detect", "core", "core.lattice", IMGLIB);
		allow("core.reward", "core", "core.lattice", IMGLIB);
		allow("core.refine", "core", "core.detect", IMGLIB, EJML);
		allow("core.optimize", "core", MATH, EJML);
		allow("core.clustering", "core", IMGLIB, MATH, EJML);
		allow("core.crystal", "core", "core.lattice", IMGLIB, EJML);
		allow("core.feature", "core", "core.lattice", "core.clustering", "core.crystal", IMGLIB);
		allow("core.region", "core", "core.lattice", IMGLIB);
		allow("core.compare", "core", "core.region", IMGLIB);
		allow("core.estimate", "core", "core.lattice", "core.detect", "core.region", IMGLIB, MATH);
		allow("core.simulate", "core", "core.lattice", IMGLIB);
		allow("core.track", "core", "core.compare", IMGLIB, MATH);
		allow("core.training", "core");
		allow("core.network", "core", "core.lattice", "core.detect", "core.simulate", "core.compare",
			"core.training", IMGLIB);
		allow("core.latent", "core", "core.feature", "core.clustering", "core.region", "core.training",
			IMGLIB, MATH);
		allow("core.workflow", "core", "core.optimize", "core.reward", IMGLIB);
		allow("core.workflow.atoms", with(core, "core.workflow", IMGLIB));
		allow("core.workflow.network", with(core, "core.workflow", "core.workflow.atoms", IMGLIB));
		allow("core.workflow.oracle", with(core, "core.workflow", "core.workflow.atoms", IMGLIB));
		allow("core.workflow.amorphous", with(core, "core.workflow", IMGLIB));
		allow("core.workflow.classes", with(core, IMGLIB));
		allow("core.workflow.latent", with(core, "core.workflow", IMGLIB));
		allow("core.workflow.noise", with(core, "core.workflow", "core.workflow.atoms", IMGLIB));
		allow("core.workflow.macro", with(core, "core.workflow", MATH));
		allow("core.workflow.many", with(core, IMGLIB));
		allow("core.workflow.series", with(core, "core.workflow", "core.workflow.atoms", IMGLIB));
		allow("core.workflow.windows", with(core, "core.workflow", "core.workflow.atoms", IMGLIB));
		final String[] loops = { "core.workflow", "core.workflow.atoms", "core.workflow.network", "core.workflow.oracle", "core.workflow.amorphous", "core.workflow.classes",
			"core.workflow.noise", "core.workflow.windows", "core.workflow.macro",
			"core.workflow.latent", "core.workflow.many", "core.workflow.series" };
		allow("core.io.file", "core", GSON);
		allow("core.io.journal", "core", "core.optimize", "core.workflow", "core.io.file", GSON);
		allow("core.io.points", "core", "core.compare", "core.io.file", GSON, "javax.xml.");
		allow("core.io.many", "core", "core.workflow.many", "core.io.file", "core.io.journal", GSON);
		final String[] files = { "core.io.file", "core.io.journal" };
		allow("core.io", with(with(with(core, loops), files), IMGLIB, GSON));
		final String[] all = with(with(with(core, loops), files), "core.io", "core.io.points",
			"core.io.many", IMGLIB);
		// Its logger is told to be quiet.
		allow("learning", with(all, "ai.djl.", "org.slf4j."));
		allow("learning.columns", with(all, "learning", "ai.djl."));
		allow("learning.latent", with(all, "learning", "ai.djl."));
		allow("imagej", with(all, IMAGEJ, AWT));
		allow("imagej.macro", with(all, "imagej", IMAGEJ, AWT));
		allow("plot", with(all, CHART, AWT, "javax.imageio.", "org.apache.batik.", "org.w3c.dom.",
			"javax.xml."));
		final String[] ui = with(all, "plot", "imagej", "imagej.macro", CHART, IMAGEJ, AWT, SWING);
		allow("ui", ui);
		allow("ui.live", with(ui, "ui"));
		allow("ui.dialog", with(ui, "ui"));
		allow("ui.pareto", with(ui, "ui"));
		allow("ui.classes", with(ui, "ui"));
		allow("command", with(ui, "ui", "ui.live", "ui.dialog", "ui.pareto", "ui.classes",
			"learning", "learning.columns", "learning.latent", SCIJAVA));
	}

	/** By package, relative to the root: the types that its sources name. */
	private static final Map<String, Set<String>> USES = new TreeMap<>();

	private static void allow(final String layer, final String... others) {
		ALLOWED.put(layer, List.of(others));
	}

	private static String[] with(final String[] some, final String... more) {
		return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
	}

	@BeforeAll
	static void read() throws IOException {
		// With imports and without: a name in the middle of the code counts as well.
		final Pattern type = Pattern.compile("\\b((?:[a-z]\\w*\\.)+)[A-Z]\\w*");
		for (final Path file : sources()) {
			final Set<String> uses = USES.computeIfAbsent(layer(file), l -> new TreeSet<>());
			final Matcher matcher = type.matcher(code(file));
			while (matcher.find())
				if (matcher.group().matches("(java|javax|ij|net|org|com|sc|ai)\\..*")) uses.add(matcher.group());
		}
		assertTrue(USES.size() > 10, "there is something to check");
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
		}
	}

	@Test
	void noSourceIsLong() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path root : List.of(Path.of("src/main/java"), Path.of("src/test/java")))
			try (Stream<Path> files = Files.walk(root)) {
				for (final Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
					final int lines = (int) Headers.below(Files.readString(file)).lines().count();
					if (lines > LONGEST) wrong.add(file + " has " + lines + " lines");
				}
			}
		assertEquals(List.of(), wrong);
	}

	private static String layer(final Path file) {
		return SOURCES.relativize(file.getParent()).toString().replace('\\', '/').replace('/', '.');
	}

	/** The source without comments and texts. */
	private static String code(final Path file) throws IOException {
		return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll(
			"\"(\\\\.|[^\"\\\\\n])*\"", "\"\"").replaceAll("//[^\n]*", "");
	}

	/** The layer of a type of ours. */
	private static String layerOf(final String type) {
		return type.substring(ROOT.length()).replaceAll("\\.?[A-Z].*", "");
	}

	/** In words, so that somebody who looks for something knows where. */
	@Test
	void everyPackageSaysWhatItDoes() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final String layer : USES.keySet()) {
			final Path info = SOURCES.resolve(layer.replace('.', '/')).resolve("package-info.java");
			final Matcher said = Pattern.compile("(?s)/\\*\\*(.*?)\\*/\\s*package ").matcher(Files.exists(info)
				? Files.readString(info) : "");
			if (!said.find() || said.group(1).replace("*", "").strip().length() < 20) wrong.add(layer);
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void everyPackageIsALayer() {
		assertTrue(ALLOWED.keySet().containsAll(USES.keySet()), USES.keySet().toString());
	}

	@Test
	void theDocumentNamesEveryPackageAndNoOther() throws IOException {
		final Matcher rows = Pattern.compile("(?m)^\\| `((?:core|learning|imagej|plot|ui|command)[a-z.]*)` \\|").matcher(
			Files.readString(Path.of("docs/architecture.md")));
		final Set<String> named = new TreeSet<>();
		while (rows.find())
			named.add(rows.group(1));
		assertEquals(USES.keySet(), named);
	}

	@Test
	void layersUseOnlyWhatTheyMay() {
		final List<String> wrong = new ArrayList<>();
		USES.forEach((layer, types) -> types.stream().filter(t -> !isAllowed(layer, t)).forEach(
			t -> wrong.add(layer + " uses " + t)));
		assertEquals(List.of(), wrong);
	}

	private static boolean isAllowed(final String layer, final String type) {
		final List<String> allowed = ALLOWED.getOrDefault(layer, List.of());
		if (type.startsWith(ROOT)) return layerOf(type).equals(layer) || allowed.contains(layerOf(
			type));
		if (type.startsWith("java.") && !type.startsWith(AWT)) return true;
		return allowed.stream().anyMatch(a -> a.endsWith(".") && type.startsWith(a));
	}

	@Test
	void thereAreNoCycles() {
		for (final String start : USES.keySet()) {
			final Set<String> reached = new TreeSet<>();
			final Deque<String> open = new ArrayDeque<>(neighbours(start));
			while (!open.isEmpty()) {
				final String next = open.pop();
				if (reached.add(next)) open.addAll(neighbours(next));
			}
			assertTrue(!reached.contains(start), start + " depends on itself");
		}
	}

	private static Set<String> neighbours(final String layer) {
		final Set<String> neighbours = new TreeSet<>();
		for (final String type : USES.getOrDefault(layer, Set.of()))
			if (type.startsWith(ROOT) && !layerOf(type).equals(layer)) neighbours.add(layerOf(type));
		return neighbours;
	}

	/** The one place that tells the user something in ImageJ's log. */
	private static final Path NOTES = SOURCES.resolve("command/AnalysisCommand.java");

	@Test
	void nobodyPrintsOrRunsMacroCommands() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : sources())
			for (final String bad : List.of("System.out.", "System.err.", "printStackTrace", "IJ.run(",
				"IJ.log(", "IJ.error("))
				if (code(file).contains(bad) && !(file.equals(NOTES) && bad.equals("IJ.log("))) wrong.add(file + " has " + bad);
		assertEquals(List.of(), wrong);
	}

	/** Why: {@link sc.fiji.rewardanalysis.learning.Constant}. */
	@Test
	void networksComputeWithNoJavaNumbers() throws Exception {
		final Path classes = Path.of(Constant.class.getResource("Constant.class").toURI()).getParent();
		final List<String> wrong = new ArrayList<>(), read = new ArrayList<>();
		try (Stream<Path> files = Files.walk(classes)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
				read.add(file.toString());
				// What a call of such a method has in its class file.
				if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(
					"(Ljava/lang/Number;)Lai/djl/ndarray/NDArray;")) wrong.add(file.toString());
			}
		}
		assertTrue(read.size() > 20, "there is something to check");
		assertEquals(List.of(), wrong, "use Constant.number");
	}
}
