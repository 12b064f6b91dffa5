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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

import sc.fiji.rewardanalysis.command.run.Insides;

/**
 * Keeps {@code docs/macros.md} equal to the commands' annotations. Run with
 * {@code -Dmacros.update=true} to write it anew.
 */
class MacroReferenceTest {

	private static final Path FILE = Path.of("docs/macros.md");

	private static final String INTRODUCTION = """
		# Macros and scripts

		## Record

		Open *Plugins › Macros › Record...*, then use the menu: every command writes a line with all of its keys.

		```
		run("Open Sample", "sample=ybco-noise0.1");
		run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100 evaluations=60 seed=1 output_folder=[/data/my results]");
		```

		Keys that are left out have the default listed below; nothing is remembered from earlier runs, and no option of ImageJ or of the system's language changes a result. The line also stands in the `summary.txt` of a search. Values with spaces stand in square brackets, or in apostrophes if brackets in them have no partners; what has an apostrophe as well fits into no line, and the log says that the line lacks it. Numbers have a decimal point, and a key alone (`elliptic`) means `=true`. The image is the active one. Paths may have slashes on Windows too; a backslash must be doubled. A value that can't be read, or a key given twice, is refused in one sentence; an unknown key is ignored and named in the log.

		## Replay without a display

		| from | how |
		|---|---|
		| a macro | `fiji --headless -macro file.ijm "argument"` |
		| a script | `fiji --headless --run file.groovy "output_folder='/data/my results'"` |
		| the command line of Fiji | `fiji --headless --run "Simulate Image..." "width=128,noise=0.2,lattice='Si-110',output_folder='/data/si'"`: pairs with commas in between, texts in quotes, no key alone, `image='/data/file.tif'` for the image |
		| a shell without Fiji | [the command line](../README.md#try-it), with `image=file.tif` |

		A refused command writes a line with `[ERROR]` and the image's name, a macro goes on with its next line, and Fiji ends with status 1. The status of everything else that can go wrong, many images, memory and threads: [without a display](headless.md).

		## Examples

		In [macros](../macros); installing puts the `.ijm` files into `macros/reward-analysis` of the Fiji folder:

		| file | what it does |
		|---|---|
		| `Optimize_Atom_Finding.ijm`, `.groovy`, `.py` (Jython) | the main job in three languages; the scripts read the result, too |
		| `pyimagej_example.py` | the same from CPython, by PyImageJ |
		| `Batch.ijm` | the main job for each image of a folder, with a folder of results each |
		| `Optimize_Fixed_Sigma.ijm` | searches threshold and overlap alone |
		| `Optimize_Amorphous_Regions.ijm` | atoms, then amorphous regions, of a sample |
		| `Find_Amorphous_Regions.ijm` | atoms first, then the amorphous regions among them |
		| `Amorphous_Figures.ijm` | the pictures of [amorphous.md](amorphous.md), after figure 4 of the paper |
		| `Classify_Atoms.ijm` | atoms first, then their species and the two Ba sites |
		| `Compare_With_Oracle.ijm` | atoms against the truth of a simulation, and the front as that sees it |
		| `Estimate_Physics.ijm` | what a sample image says of its crystal and pixel size |
		| `Fit_Lattice.ijm` | atoms first, then the crystal through them: displacements, strain, defects |
		| `Optimize_In_Sliding_Windows.ijm` | the picture of [windows.md](windows.md): an image that changes from left to right, window by window |
		| `Optimize_Time_Series.ijm` | a stack frame by frame, each column followed: writes to a folder in the home directory |
		| `Map_Latent_Phases.ijm` | two phases of a sample told apart by a network: the picture of the [guide](guide.md#map-latent-phases) |
		| `Noise_Figures.ijm` | the pictures and numbers of [noise.md](noise.md), after figure 3 of the paper |
		| `Tune_Find_Maxima.ijm`, `Tune_Threshold_Watershed.ijm` | tune the two [worked macros](tune-macro.md#two-worked-macros) in `worked` |
		| `Find_Atoms.ijm`, `Open_Sample.ijm`, `Simulate_Image.ijm` | the other commands |

		Scripts call commands by class, `sc.fiji.rewardanalysis.command.FindAtoms` (each is named below), with inputs by the keys below and `image`; what they leave out has its default, and no dialog opens if they give any input but the image. Call them by SciJava's `CommandService`, which hands back outputs, or by `IJ.run(image, "Find Atoms...", "threshold=0.1")`.

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
		text.append("\n## ").append(command.getMenuPath().getLeaf().getName()).append("\n\nClass `").append(command
			.getDelegateClassName()).append("`.\n\n");
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : command.inputs())
			if (Insides.isPlain(item)) items.add(item);
		if (items.isEmpty()) text.append("No keys: it asks for nothing but the active image.\n");
		else text.append("| key | default | values | meaning |\n|---|---|---|---|\n");
		final Module module = command.createModule();
		for (final ModuleItem<?> item : items) {
			final Object value = item.getValue(module);
			text.append("| `").append(item.getName()).append("` | ").append(value == null || value
				.toString().isEmpty() ? "" : "`" + value + "`").append(" | ").append(values(item)).append(
					" | ").append(meaning(item)).append(" |\n");
		}
	}

	/** What there is to choose from, or the bounds that the dialog keeps. */
	private static String values(final ModuleItem<?> item) {
		final List<?> choices = item.getChoices();
		if (choices != null && !choices.isEmpty()) return String.join(", ", choices.stream().map(c -> "`" +
			c + "`").toList());
		final Class<?> type = item.getType();
		if (type == boolean.class) return "`true`, `false`";
		if (type == String.class) return "text";
		if (type == File.class) return "directory".equals(item.getWidgetStyle()) ? "a folder" : "a file";
		if (type == String.class) return "text";
		final Object low = item.getMinimumValue(), high = item.getMaximumValue();
		final String kind = type == double.class ? "number" : "whole number";
		return low == null ? kind : high == null ? kind + " from " + low : kind + " from " + low + " to " +
			high;
	}

	/** The label says the unit. */
	private static String meaning(final ModuleItem<?> item) {
		final String description = item.getDescription() == null || item.getDescription().isEmpty() ? ""
			: " " + item.getDescription();
		return item.getLabel() + "." + description;
	}

	@Test
	void everyKeyOfEveryCommandIsListed() throws IOException {
		final String text = Files.readString(FILE);
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo command : commands(context)) {
				final String title = "\n## " + command.getMenuPath().getLeaf().getName() + "\n";
				assertTrue(text.contains(title), title);
				final String section = text.substring(text.indexOf(title) + title.length()).split("\n## ")[0];
				for (final ModuleItem<?> item : command.inputs())
					assertEquals(Insides.isPlain(item), section.contains("\n| `" + item.getName() +
						"` | "), item.getName());
			}
		}
	}
}
