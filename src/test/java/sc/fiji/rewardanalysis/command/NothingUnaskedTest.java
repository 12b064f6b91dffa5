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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.io.FileSaver;

import sc.fiji.rewardanalysis.command.run.CommandLine;

/** What lies in a folder is read, never run, and no file can make an object of any class it likes. */
class NothingUnaskedTest {

	private static final Pattern DESERIALISATION = Pattern.compile(
		"ObjectInputStream|ObjectOutputStream|XMLDecoder|readObject\\(|readUnshared|ScriptEngine|enableDefaultTyping");

	@TempDir
	Path folder;

	/** Even with a pattern that takes all files: images are opened, nothing else. */
	@Test
	void noMacroIsRunThatLiesAmongImages() throws IOException {
		final Path in = Files.createDirectories(folder.resolve("in")), mark = folder.resolve("was-run");
		Files.write(in.resolve("image.tif"), new FileSaver(HostileImages.crystal()).serialize());
		final String macro = "File.saveString(\"run\", \"" + mark + "\");\n", script = "new java.io.File(\"" + mark +
			"\").createNewFile();\n";
		for (final String name : List.of("a.ijm", "StartupMacros.txt", "AutoRunMacro.ijm", "onOpen.txt"))
			Files.writeString(in.resolve(name), macro);
		for (final String name : List.of("b.js", "b.bsh", "b.groovy"))
			Files.writeString(in.resolve(name), script);
		Files.writeString(in.resolve("b.py"), "open('" + mark + "', 'w')\n");
		Files.writeString(in.resolve("summary.txt"), "Macro: run(\"Tune Macro...\", \"macro_file=" + in.resolve("a.ijm") +
			"\");\n");
		Files.writeString(in.resolve("journal.jsonl"), "{\"format\":\"reward-analysis-journal\",\"macro\":\"" + macro
			.replace("\"", "\\\"").strip() + "\"}\n");
		final var bytes = new ByteArrayOutputStream();
		CommandLine.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), "Process Folder...", "input_folder=" + in,
			"output_folder=" + folder.resolve("out"), "pattern=*", "analysis=Find Atoms...", "options=max_sigma=3",
			"workers=1");
		assertEquals(true, Files.exists(folder.resolve("out/image/atoms.csv")), bytes.toString(StandardCharsets.UTF_8));
		assertEquals(false, Files.exists(mark), bytes.toString(StandardCharsets.UTF_8));
	}

	@Test
	void nothingIsDeserialised() throws IOException {
		final List<String> wrong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
				if (DESERIALISATION.matcher(Files.readString(file)).find()) wrong.add(file.toString());
		}
		assertEquals(List.of(), wrong);
	}
}
