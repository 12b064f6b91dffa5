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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.ui.dialog.Form;
import sc.fiji.rewardanalysis.ui.dialog.Input;

/** What dialogs know of the commands that they stand for. */
class DialogFormsTest {

	private static void forEachDialog(final BiConsumer<Form, Module> check) throws ModuleException {
		int dialogs = 0;
		try (Context context = Commands.context()) {
			for (final CommandInfo command : Commands.all(context)) {
				final Module module = command.createModule();
				if (!(module.getDelegateObject() instanceof final Previewed previewed)) continue;
				check.accept(previewed.form(), module);
				dialogs++;
			}
		}
		assertTrue(dialogs >= 4, "dialogs: " + dialogs);
	}

	private static List<Input> inputs(final Module module) {
		return Insides.asked(module.getInfo()).stream().map(i -> Insides.input(i,
			module)).toList();
	}

	@Test
	void everyInputHasItsPlace() throws ModuleException {
		forEachDialog((form, module) -> assertEquals(inputs(module).stream().map(Input::name).sorted()
			.toList(), form.inputs().stream().sorted().toList(),
			"a new input belongs into DialogForms, once"));
	}

	@Test
	void whatIsCalledOtherwiseExists() throws ModuleException {
		forEachDialog((form, module) -> {
			final List<Input> all = new ArrayList<>(inputs(module));
			all.addAll(form.aside());
			form.words().forEach((name, words) -> {
				final Input input = all.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow(
					() -> new AssertionError("words of " + name));
				for (final String value : words.keySet())
					if (!input.choices().isEmpty()) assertTrue(input.choices().contains(value) || value.equals(
						LatticeChoice.CUSTOM), name + " is never " + value);
					else assertEquals(value, input.initial().toString(), "a number's word for its default");
			});
			for (final Form.Rule rule : form.rules())
				assertTrue(form.inputs().containsAll(List.of(rule.input(), rule.other())), rule.toString());
			if (!form.threshold().isEmpty()) assertTrue(form.inputs().contains(form.threshold()));
		});
	}

	/** With a dialog of its own or SciJava's. */
	@Test
	void everyInputSaysWhatItDoes() throws ModuleException {
		try (Context context = Commands.context()) {
			for (final CommandInfo command : Commands.all(context))
				for (final Input input : inputs(command.createModule())) {
					assertFalse(input.description().isEmpty(), input.name() + " has no tool tip");
					assertTrue(input.description().length() <= 420, input.name() + " has a long tool tip");
				}
		}
	}

	@Test
	void helpIsInTheGuide() throws ModuleException, IOException {
		final Path guide = Path.of("docs/guide.md");
		assumeTrue(Files.exists(guide));
		final List<String> anchors = Files.readAllLines(guide).stream().filter(l -> l.startsWith("#")).map(
			l -> l.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(
				' ', '-')).toList();
		forEachDialog((form, module) -> assertTrue(anchors.contains(form.anchor()), form.anchor()));
	}

	/** Of a macro that sets it and of a script: the dialog begins with what is set. */
	@Test
	void aDialogBeginsWithTheValuesOfTheModule() throws ModuleException {
		forEachDialog((form, module) -> {
			final ModuleItem<?> item = Insides.asked(module.getInfo()).stream().filter(i -> i
				.getType() == int.class).findFirst().orElse(null);
			// Some ask for no whole number.
			if (item == null) return;
			module.setInput(item.getName(), 17);
			final Input input = Insides.input(item, module);
			assertEquals(17, input.initial());
			assertEquals(((Number) item.getMinimumValue()).doubleValue(), input.min());
			assertEquals(item.getMaximumValue() == null, Double.isNaN(input.max()));
		});
	}
}
