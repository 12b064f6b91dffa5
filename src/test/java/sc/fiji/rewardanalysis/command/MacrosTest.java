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
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

/** The macros that come with the suite name commands and keys that there are. */
class MacrosTest {

	private static final Path MACROS = Path.of("macros");

	/** run("leaf", options); — options may be put together of several texts. */
	private static final Pattern RUN = Pattern.compile(
		"\\brun\\(\\s*\"([^\"]*)\"\\s*(?:,((?:\"[^\"]*\"|[^\";])*))?\\)\\s*;");

	@Test
	void runCallsAreThoseOfExistingCommands() throws IOException {
		final List<Path> macros = macros();
		assumeFalse(macros.isEmpty(), "there are no macros yet");
		final List<String> wrong = new ArrayList<>();
		try (Context context = Commands.context()) {
			for (final Path macro : macros) {
				final Matcher run = RUN.matcher(Files.readString(macro).replaceAll("(?m)^\\s*//.*$", ""));
				while (run.find())
					complaints(context, run.group(1), run.group(2)).forEach(c -> wrong.add(macro + ": " + c));
			}
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void whatIsWrongIsFound() throws IOException {
		try (Context context = Commands.context()) {
			assertEquals(List.of(), complaints(context, "Find Atoms...",
				" \"threshold=0.1 contrast=dark log_scale=false output_folder=[\" + dir + \"]\""));
			assertEquals(List.of(), complaints(context, "Duplicate...", " \"title=copy\""));
			assertEquals(List.of("Find Bugs... is no command"), complaints(context, "Find Bugs...", null));
			assertEquals(List.of("Find Atoms... has no key treshold"), complaints(context,
				"Find Atoms...", " \"treshold=\" + t"));
			assertEquals(List.of("Find Atoms... offers no contrast=grey"), complaints(context,
				"Find Atoms...", " \"contrast=grey\""));
		}
		final Matcher run = RUN.matcher("run(\"Find Atoms...\", \"threshold=\" + d2s(t, 3) + \" seed=1\");");
		assertEquals(true, run.find());
		assertEquals(" \"threshold=\" + d2s(t, 3) + \" seed=1\"", run.group(2));
	}

	private static List<Path> macros() throws IOException {
		if (!Files.isDirectory(MACROS)) return List.of();
		try (Stream<Path> files = Files.walk(MACROS)) {
			return files.filter(f -> f.toString().endsWith(".ijm")).sorted().toList();
		}
	}

	private static List<String> complaints(final Context context, final String leaf,
		final String options) throws IOException
	{
		final var command = Commands.all(context).stream().filter(c -> Commands.leaf(c).equals(leaf))
			.findFirst();
		if (command.isEmpty()) return isImageJs(leaf) ? List.of() : List.of(leaf + " is no command");
		final List<String> wrong = new ArrayList<>();
		if (options == null) return wrong;
		// What is not a text is a value.
		final StringBuilder text = new StringBuilder();
		final Matcher literal = Pattern.compile("\"([^\"]*)\"|[^\"]+").matcher(options.strip());
		while (literal.find())
			text.append(literal.group(1) != null ? literal.group(1) : "?");
		final Matcher pair = Pattern.compile("(\\w+)(?:=(\\[[^\\]]*\\]|\\S*))?").matcher(text);
		while (pair.find())
			check(command.get(), pair.group(1), pair.group(2), wrong);
		return wrong;
	}

	private static void check(final CommandInfo command, final String key, final String value,
		final List<String> wrong)
	{
		final ModuleItem<?> input = command.getInput(key);
		if (input == null) wrong.add(Commands.leaf(command) + " has no key " + key);
		else if (value != null && !value.contains("?") && input.getChoices() != null && !input
			.getChoices().contains(value.replaceAll("[\\[\\]]", ""))) wrong.add(Commands.leaf(command) +
				" offers no " + key + "=" + value);
	}

	/** ImageJ has its commands in a file of its jar, and some in a class. */
	private static boolean isImageJs(final String leaf) throws IOException {
		final String listed = resource("/IJ_Props.txt");
		// Some are followed by their shortcut.
		return listed.contains("\"" + leaf + "\"") || listed.contains("\"" + leaf + "[") || resource(
			"/ij/Menus.class").contains(leaf);
	}

	private static String resource(final String name) throws IOException {
		try (var stream = ij.IJ.class.getResourceAsStream(name)) {
			return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}
}
