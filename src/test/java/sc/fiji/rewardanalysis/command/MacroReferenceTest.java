package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

/**
 * Keeps {@code docs/macros.md} equal to the commands' annotations. Run with
 * {@code -Dmacros.update=true} to write it anew.
 */
class MacroReferenceTest {

	private static final Path FILE = Path.of("docs/macros.md");

	private static final String INTRODUCTION = """
		# Macros

		Every command is recorded by *Plugins › Macros › Record...* and runs from a macro, with a display or without:

		```
		run("Open Sample", "sample=ybco-noise0.1");
		run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100 evaluations=60 seed=1 output_folder=[/data/my results]");
		```

		Keys that are left out have the default listed here; nothing is remembered from earlier runs. The image is the active one. Values with spaces stand in square brackets. Headless: `fiji --headless -macro file.ijm`. From a shell without Fiji the same keys work with `image=file.tif` (see the README).

		<!-- Generated from the annotations by MacroReferenceTest; don't edit below. -->
		""";

	@Test
	void macrosMdIsUpToDate() throws IOException, ModuleException {
		final String expected = text();
		if (Boolean.getBoolean("macros.update")) Files.writeString(FILE, expected);
		assertEquals(expected, Files.readString(FILE).replace("\r\n", "\n"));
	}

	private static String text() throws ModuleException {
		final StringBuilder text = new StringBuilder(INTRODUCTION);
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo command : commands(context))
				append(text, command);
		}
		return text.toString();
	}

	private static List<CommandInfo> commands(final Context context) {
		return context.service(CommandService.class).getCommandsOfType(Command.class).stream().filter(
			c -> c.getDelegateClassName().startsWith(MacroReferenceTest.class.getPackageName())).sorted(
				Comparator.comparing(c -> c.getMenuPath().getLeaf().getName())).toList();
	}

	private static void append(final StringBuilder text, final CommandInfo command)
		throws ModuleException
	{
		text.append("\n## ").append(command.getMenuPath().getLeaf().getName()).append(
			"\n\n| key | default | meaning |\n|---|---|---|\n");
		final Module module = command.createModule();
		for (final ModuleItem<?> item : command.inputs()) {
			if (!AnalysisCommand.isPlain(item)) continue;
			final Object value = item.getValue(module);
			text.append("| `").append(item.getName()).append("` | ").append(value == null || value
				.toString().isEmpty() ? "" : "`" + value + "`").append(" | ").append(meaning(item)).append(
					" |\n");
		}
	}

	private static String meaning(final ModuleItem<?> item) {
		final List<?> choices = item.getChoices();
		final String choice = choices == null ? "" : ": " + String.join(", ", choices.stream().map(
			c -> "`" + c + "`").toList());
		final String description = item.getDescription() == null ? "" : " " + item.getDescription();
		return item.getLabel() + choice + "." + description;
	}
}
