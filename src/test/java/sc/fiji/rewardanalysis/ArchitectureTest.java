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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.learning.Constant;

/** The rules that hold for all sources; who imports whom is the document's table of layers. */
class ArchitectureTest {

	private static final Path DOCUMENT = Path.of("docs/architecture.md");

	/** Lines of a source file with its licence; longer ones are split. */
	private static final int LONGEST = 400;

	/** What the core may use besides itself. */
	private static final Set<String> LIBRARIES_OF_CORE = Set.of("ImgLib2", "Commons Math", "EJML", "Gson",
		"XML");

	/** The packages of commands. */
	private static final String COMMANDS = "command(\\..*)?";

	private static final Pattern ROW = Pattern.compile(
		"(?m)^\\| `([a-z.]+)` \\|.*\\| ([^|]*) \\|$"), DRAWING = Pattern.compile(
			"(?s)(?<=```mermaid\n).*?(?=```)");

	/** By package: the packages and libraries that its sources name. */
	private static final Map<String, Set<String>> IMPORTS = new TreeMap<>();

	@BeforeAll
	static void read() throws IOException {
		IMPORTS.putAll(Packages.imports());
		assertTrue(IMPORTS.size() > 10, "there is something to check");
	}

	@Test
	void noSourceIsLong() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final String root : List.of("src", "distributed/src"))
			for (final Path file : Packages.sources(Path.of(root))) {
				final long lines = Files.readString(file).lines().count();
				if (lines > LONGEST) wrong.add(file + " has " + lines + " lines");
			}
		assertEquals(List.of(), wrong);
	}

	/** In words, so that somebody who looks for something knows where. */
	@Test
	void everyPackageSaysWhatItDoes() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final String layer : IMPORTS.keySet()) {
			final Path info = Packages.folder(layer).resolve("package-info.java");
			final Matcher said = Pattern.compile("(?s)/\\*\\*(.*?)\\*/\\s*package ").matcher(Files.exists(info)
				? Files.readString(info) : "");
			if (!said.find() || said.group(1).replace("*", "").strip().length() < 20) wrong.add(layer);
		}
		assertEquals(List.of(), wrong);
	}

	/** The table says what a package imports: no more, no less. */
	@Test
	void packagesImportWhatTheDocumentSays() throws IOException {
		final Map<String, Set<String>> said = new TreeMap<>();
		final Matcher rows = ROW.matcher(Files.readString(DOCUMENT));
		while (rows.find())
			said.put(rows.group(1), Arrays.stream(rows.group(2).split(", ")).filter(n -> !n.equals("–"))
				.collect(Collectors.toSet()));
		assertEquals(IMPORTS.keySet(), said.keySet(), "packages in the table");
		final List<String> wrong = new ArrayList<>();
		IMPORTS.forEach((name, imports) -> {
			imports.stream().filter(i -> !said.get(name).contains(i)).forEach(i -> wrong.add(name +
				" imports " + i + ", which its row doesn't say"));
			said.get(name).stream().filter(i -> !imports.contains(i)).forEach(i -> wrong.add(name +
				" doesn't import " + i + ", which its row says"));
		});
		assertEquals(List.of(), wrong);
	}

	/** Run with {@code -Darchitecture.update=true} to draw it anew. */
	@Test
	void theDocumentShowsTheLayers() throws IOException {
		final String document = Files.readString(DOCUMENT), drawing = PackageDrawing.of(IMPORTS);
		if (Boolean.getBoolean("architecture.update")) Files.writeString(DOCUMENT, DRAWING.matcher(document)
			.replaceFirst(Matcher.quoteReplacement(drawing)));
		final Matcher drawn = DRAWING.matcher(Files.readString(DOCUMENT));
		assertTrue(drawn.find(), "there is a drawing");
		assertEquals(drawing, drawn.group());
	}

	/** Whatever the table says. */
	@Test
	void theCoreKnowsNeitherWindowsNorImageJ() {
		final List<String> wrong = new ArrayList<>();
		IMPORTS.forEach((name, imports) -> imports.forEach(i -> {
			final boolean core = name.equals("core") || name.startsWith("core.");
			final boolean seen = name.matches(COMMANDS + "|distributed");
			if (core && !i.equals("core") && !i.startsWith("core.") && !LIBRARIES_OF_CORE.contains(i) || i
				.equals("DJL") && !name.startsWith("learning") || i.equals("SciJava") && !seen || i
					.matches(COMMANDS) && !seen) wrong.add(name + " imports " + i);
		}));
		assertEquals(List.of(), wrong);
	}

	@Test
	void thereAreNoCycles() {
		IMPORTS.forEach((name, imports) -> assertFalse(Packages.reached(IMPORTS, imports).contains(name),
			name + " depends on itself"));
		// Nor between those that are drawn as one.
		final Map<String, Set<String>> boxes = PackageDrawing.boxes(IMPORTS);
		boxes.forEach((name, needed) -> assertFalse(Packages.reached(boxes, needed).contains(name), name +
			" depends on itself"));
	}

	/** The one place that tells the user something in ImageJ's log. */
	private static final Path NOTES = Packages.SOURCES.resolve("command/run/AnalysisCommand.java");

	@Test
	void nobodyPrintsOrRunsMacroCommands() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : Packages.sources(Packages.SOURCES))
			for (final String bad : List.of("System.out.", "System.err.", "printStackTrace", "IJ.run(",
				"IJ.log(", "IJ.error("))
				if (Packages.code(file).contains(bad) && !(file.equals(NOTES) && bad.equals("IJ.log("))) wrong.add(file + " has " + bad);
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
