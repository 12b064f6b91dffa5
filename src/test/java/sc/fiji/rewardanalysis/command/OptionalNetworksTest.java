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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks are optional: without the Deep Java Library the rest works, with it nothing is loaded unasked. */
class OptionalNetworksTest {

	private static final Path COMMANDS = Path.of("src/main/java/sc/fiji/rewardanalysis/command");

	/** Commands in which a network is one choice of several, and not the one that is made already. */
	private static final Set<String> CHOICE = Set.of("CompareWithOracle", "StudyNoiseRobustness",
		"ProcessFolder", "WatchFolder");

	@TempDir
	Path folder;

	/** What a process of its own prints. */
	private String print(final Predicate<String> jars, final String... options) throws Exception {
		final String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(j -> jars.test(Path.of(j).getFileName().toString())).collect(Collectors.joining(
				File.pathSeparator));
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"),
			"bin", "java").toString(), "-Xmx256m", "-Djava.awt.headless=true"));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", path, NetworkProbe.class.getName()));
		if (options.length == 0) command.addAll(networkCommands().keySet());
		final Path output = folder.resolve("output.txt");
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output
			.toFile()).start();
		try {
			assertTrue(process.waitFor(300, TimeUnit.SECONDS), "it goes on");
		}
		finally {
			process.destroyForcibly();
		}
		final String text = Files.readString(output);
		assertEquals(0, process.exitValue(), text);
		return text;
	}

	/** By name in the menu: the commands whose code leads to networks, by way of other classes of commands or not. */
	private static Map<String, String> networkCommands() throws IOException {
		final Map<String, String> sources = new TreeMap<>();
		try (Stream<Path> files = Files.walk(COMMANDS)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
				sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file)
					.replaceAll("(?s)/\\*.*?\\*/", ""));
		}
		final Set<String> reached = new TreeSet<>();
		sources.forEach((name, text) -> {
			if (text.contains("rewardanalysis.learning")) reached.add(name);
		});
		for (int before = -1; before < reached.size();) {
			before = reached.size();
			sources.forEach((name, text) -> {
				// Lists of commands don't run them.
				if (!name.startsWith("Dialog") && !name.startsWith("ClassForms") && reached.stream().anyMatch(
					r -> Pattern.compile("\\b" + r + "\\b").matcher(text).find())) reached.add(name);
			});
		}
		final Map<String, String> leaves = new TreeMap<>();
		for (final String name : reached) {
			final Matcher leaf = Pattern.compile("LEAF =\\s*\"([^\"]+)\"").matcher(sources.get(name));
			if (sources.get(name).contains("@Plugin") && !CHOICE.contains(name) && leaf.find()) leaves.put(leaf.group(1), name);
		}
		return leaves;
	}

	@Test
	void withoutTheLibraryOnlyNetworksAreRefused() throws Exception {
		final String text = print(jar -> !jar.matches(
			"(api-0|pytorch|onnxruntime|jna|commons-compress|slf4j).*"));
		assertTrue(text.contains("ran Find Atoms...: done\n"), text);
		assertEquals(Commands.all(Commands.context()).size(), text.split("(?m)^made .* true$", -1).length - 1, text);
		for (final String leaf : networkCommands().keySet()) {
			final Matcher answer = Pattern.compile("(?m)^ran " + Pattern.quote(leaf) + ": (.*)$").matcher(text);
			assertTrue(answer.find(), leaf + " is not refused in one sentence: " + text);
			for (final String word : List.of("Deep Java Library", "fiji-networks.zip", "restart",
				"docs/networks.md"))
				assertTrue(answer.group(1).contains(word), answer.group(1));
		}
		// Said in the console too, where there is no dialog, and without a stack trace.
		assertFalse(text.contains("\tat "), text);
	}

	/** Making a command, its dialog's facts, and all that has no network start no engine. */
	@Test
	void nothingIsLoadedUnlessANetworkRuns() throws Exception {
		final Path classes = folder.resolve("classes.txt");
		final String text = print(jar -> true, "-Xlog:class+load=info:file=" + classes);
		assertTrue(text.contains("ran Find Atoms...: done\n"), text);
		assertTrue(text.contains("mapped []"), text);
		final String loaded = Files.readString(classes);
		assertTrue(loaded.contains("sc.fiji.rewardanalysis.command.FindAtoms "), "it tells what is loaded");
		final Matcher djl = Pattern.compile(
			"\\b(ai\\.djl\\.engine\\.Engine|ai\\.djl\\.pytorch\\.(engine\\.PtEngine|jni\\.\\S+)|ai\\.onnxruntime\\.\\S+) ")
			.matcher(loaded);
		assertFalse(djl.find(), () -> djl.group());
	}
}
