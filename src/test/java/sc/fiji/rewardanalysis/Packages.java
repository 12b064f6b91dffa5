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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What packages import, read from the sources. Packages are named as seen from the root. */
final class Packages {

	static final String ROOT = "sc.fiji.rewardanalysis.";

	static final Path SOURCES = Path.of("src/main/java/sc/fiji/rewardanalysis");

	/** A project of its own, in the same root package. */
	static final Path DISTRIBUTED = Path.of("distributed/src/main/java/sc/fiji/rewardanalysis");

	/** Libraries, and what isn't free of the JDK, by the begin of their packages. */
	private static final Map<String, String> LIBRARIES = Map.ofEntries(Map.entry("net.imglib2.",
		"ImgLib2"), Map.entry("org.apache.commons.math3.", "Commons Math"), Map.entry("org.ejml.", "EJML"),
		Map.entry("com.google.gson.", "Gson"), Map.entry("org.jfree.", "JFreeChart"), Map.entry(
			"org.apache.batik.", "Batik"), Map.entry("ij.", "ImageJ"), Map.entry("org.scijava.",
				"SciJava"), Map.entry("ai.djl.", "DJL"), Map.entry("org.slf4j.", "SLF4J"), Map.entry(
					"java.awt.", "AWT"), Map.entry("javax.swing.", "Swing"), Map.entry("javax.imageio.",
						"ImageIO"), Map.entry("javax.xml.", "XML"), Map.entry("org.w3c.dom.", "XML"), Map.entry(
							"org.xml.sax.", "XML"), Map.entry("org.apache.spark.", "Spark"), Map.entry(
								"org.apache.hadoop.", "Hadoop"));

	/** With imports and without: a name in the middle of the code counts as well. */
	private static final Pattern TYPE = Pattern.compile("\\b((?:[a-z]\\w*\\.)+)[A-Z]\\w*");

	private Packages() {}

	/** The sources below a folder. */
	static List<Path> sources(final Path root) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
		}
	}

	/** Where a package's sources are. */
	static Path folder(final String name) {
		return (name.equals("distributed") ? DISTRIBUTED : SOURCES).resolve(name.replace('.', '/'));
	}

	/** By package: the packages of ours that it names, and libraries. */
	static Map<String, Set<String>> imports() throws IOException {
		final Map<String, Set<String>> imports = new TreeMap<>();
		for (final Path root : List.of(SOURCES, DISTRIBUTED))
			for (final Path file : sources(root)) {
				final String own = root.relativize(file.getParent()).toString().replace('\\', '/').replace('/',
					'.');
				final Set<String> names = imports.computeIfAbsent(own, k -> new TreeSet<>());
				final Matcher matcher = TYPE.matcher(code(file));
				while (matcher.find())
					if (matcher.group().matches("(java|javax|ij|net|org|com|sc|ai)\\..*")) names.add(imported(matcher
						.group()));
				names.remove(own);
				names.remove("");
			}
		return imports;
	}

	/** What a type belongs to; empty if it is free to all. */
	private static String imported(final String type) {
		if (type.startsWith(ROOT)) return type.substring(ROOT.length()).replaceAll("\\.?[A-Z].*", "");
		return LIBRARIES.entrySet().stream().filter(e -> type.startsWith(e.getKey())).map(Map.Entry::getValue)
			.findFirst().orElse(type.startsWith("java.") ? "" : type);
	}

	/** A source without comments and texts. */
	static String code(final Path file) throws IOException {
		return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll(
			"\"(\\\\.|[^\"\\\\\n])*\"", "\"\"").replaceAll("//[^\n]*", "");
	}

	/** What can be reached from a package, itself only by a cycle. */
	static Set<String> reached(final Map<String, Set<String>> imports, final Set<String> first) {
		final Set<String> reached = new TreeSet<>();
		first.forEach(next -> add(imports, next, reached));
		return reached;
	}

	private static void add(final Map<String, Set<String>> imports, final String next,
		final Set<String> reached)
	{
		if (reached.add(next)) imports.getOrDefault(next, Set.of()).forEach(n -> add(imports, n, reached));
	}
}
