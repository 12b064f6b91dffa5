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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.command.crystal.FitLattice;
import sc.fiji.rewardanalysis.command.macro.TuneMacro;
import sc.fiji.rewardanalysis.command.oracle.CompareWithOracle;

/**
 * The same files everywhere, byte for byte but for times and Java's version in them: in any country, time
 * zone and character set, with any number of threads, on any Java machine. Each environment
 * is a Java machine of its own.
 * <p>
 * {@code -Denvironments=all} has every analysis in every environment. Java machines besides
 * this one are those in {@code -Djdks=PATH:PATH}, by default all of {@code /usr/lib/jvm}.
 */
class EnvironmentsTest {

	private static final boolean ALL = "all".equals(System.getProperty("environments"));

	/** Those with tables, charts and searches, and short. */
	private static final List<String> SOME = List.of(OptimizeAtomFinding.LEAF, FitLattice.LEAF,
		CompareWithOracle.LEAF, TuneMacro.LEAF);

	private static final String CACHE = "DJL_CACHE_DIR";

	/** Countries of which each writes numbers or letters in another way. */
	private enum Country {
			ENGLISH("en", "US", "", "UTC", "UTF-8"), GERMAN("de", "DE", "", "Europe/Berlin", "windows-1252"),
			/** Without a dot on a small I. */
			TURKISH("tr", "TR", "", "Pacific/Chatham", "US-ASCII"),
			/** Arabic digits, written from right to left. */
			ARABIC("ar", "EG", "u-nu-arab", "Africa/Cairo", "ISO-8859-6"),
			HINDI("hi", "IN", "u-nu-deva", "Asia/Kolkata", "windows-1252");

		private final List<String> arguments;

		Country(final String language, final String country, final String extension,
			final String zone, final String charset)
		{
			arguments = List.of("-Duser.language=" + language, "-Duser.country=" + country,
				"-Duser.extensions=" + extension, "-Duser.timezone=" + zone, "-Dfile.encoding=" + charset);
		}
	}

	private record Environment(Path java, Country country, int threads) {

		private List<String> command(final Path folder) {
			final List<String> command = new ArrayList<>(List.of(java.toString(),
				"-Djava.awt.headless=true", "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true",
				"-XX:ActiveProcessorCount=" + threads, "-Xmx1g"));
			if (System.getProperty(CACHE) != null) command.add("-D" + CACHE + "=" + System.getProperty(CACHE));
			command.addAll(country.arguments);
			command.addAll(List.of("-cp", System.getProperty("java.class.path"), SmallRuns.class.getName(),
				folder.toString()));
			if (!ALL) command.addAll(SOME);
			return command;
		}
	}

	@TempDir
	Path folder;

	@Test
	void filesAreTheSameEverywhere() throws Exception {
		final Path own = Path.of(System.getProperty("java.home"), "bin", "java").toRealPath();
		final Map<String, String> expected = files(new Environment(own, Country.ENGLISH, 2));
		assertTrue(expected.size() > (ALL ? 150 : 40), expected.size() + " files");
		for (final Environment e : others(own)) {
			final Map<String, String> found = files(e);
			// Another Java machine draws letters a little differently; the SVG files have the same.
			if (!e.java.equals(own)) List.of(expected, found).forEach(files -> files.keySet().removeIf(
				name -> name.endsWith(".png")));
			assertEquals(expected.keySet(), found.keySet(), e.toString());
			for (final String name : expected.keySet())
				assertEquals(expected.get(name), found.get(name), name + " in " + e);
		}
	}

	private static List<Environment> others(final Path own) throws IOException {
		final List<Environment> environments = new ArrayList<>();
		if (ALL) {
			for (final Country country : Country.values())
				environments.add(new Environment(own, country, 2));
			for (final int threads : new int[] { 1, 4, 7 })
				environments.add(new Environment(own, Country.ENGLISH, threads));
		}
		else environments.addAll(List.of(new Environment(own, Country.ARABIC, 1), new Environment(own,
			Country.TURKISH, 7)));
		// Last, for from then on pictures aren't compared.
		for (final Path java : machines())
			if (!java.equals(own)) environments.add(new Environment(java, Country.GERMAN, 4));
		return environments;
	}

	/** Java machines of version 17 or above. */
	private static List<Path> machines() throws IOException {
		final String given = System.getProperty("jdks");
		final Path usual = Path.of("/usr/lib/jvm");
		final List<Path> homes;
		if (given != null) homes = Arrays.stream(given.split(File.pathSeparator)).map(Path::of).toList();
		else if (!Files.isDirectory(usual)) homes = List.of();
		else try (Stream<Path> found = Files.list(usual)) {
			homes = found.sorted().toList();
		}
		final List<Path> machines = new ArrayList<>();
		for (final Path home : homes) {
			final Path java = home.resolve("bin/java"), release = home.resolve("release");
			if (!Files.isExecutable(java) || !Files.isRegularFile(release)) continue;
			final String version = Files.readString(release).replaceAll("(?s).*JAVA_VERSION=\"(\\d+).*",
				"$1");
			if (version.matches("\\d+") && Integer.parseInt(version) >= 17 && !machines.contains(java
				.toRealPath())) machines.add(java.toRealPath());
		}
		return machines;
	}

	/** What it leaves in a folder, without times and Java's version. */
	private Map<String, String> files(final Environment environment) throws Exception {
		final Path into = Files.createTempDirectory(folder, "run").toRealPath(), log = Files.createTempFile(
			folder, "log", ".txt");
		final Process process = new ProcessBuilder(environment.command(into)).redirectErrorStream(true)
			.redirectOutput(log.toFile()).start();
		try {
			assertTrue(process.waitFor(20, TimeUnit.MINUTES), "it hangs: " + environment);
		}
		finally {
			process.destroyForcibly();
		}
		assertEquals(0, process.exitValue(), () -> environment + ": " + read(log));
		try (Stream<Path> all = Files.walk(into)) {
			return all.filter(Files::isRegularFile).collect(Collectors.toMap(f -> into.relativize(f)
				.toString(), f -> timeless(f).replace(into.toString(), "FOLDER"), (a, b) -> a, TreeMap::new));
		}
	}

	private static String read(final Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static String timeless(final Path file) {
		final String name = file.getFileName().toString();
		if (name.endsWith(".csv")) return withoutSeconds(read(file).lines().toList());
		if (name.endsWith(".json")) return read(file).replaceAll("\"(seconds|java)\": [^,\n]+", "");
		// Windows end in any order.
		if (name.endsWith(".jsonl")) return read(file).lines().map(l -> l.replaceAll(
			"\"(seconds|java)\":[^,}]+", "")).sorted().collect(Collectors.joining("\n"));
		if (name.endsWith(".txt")) return read(file).replaceAll("(?m)^(Time: +).*? s\\.", "$1");
		if (name.matches(".*\\.(svg|bib|ijm)")) return read(file);
		try {
			return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static String withoutSeconds(final List<String> lines) {
		final int column = lines.isEmpty() ? -1 : Arrays.asList(lines.get(0).split(",")).indexOf("seconds");
		if (column < 0) return String.join("\n", lines);
		return lines.stream().map(l -> {
			final String[] values = l.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
			return IntStream.range(0, values.length).filter(i -> i != column).mapToObj(i -> values[i]).collect(
				Collectors.joining(","));
		}).collect(Collectors.joining("\n"));
	}
}
