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
