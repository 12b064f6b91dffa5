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

package sc.fiji.rewardanalysis.bridge;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.TextField;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Vector;

import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.gui.GenericDialog;

/** A command's inputs in ImageJ's own dialog, labelled with their keys. */
final class CommandDialog {

	private CommandDialog() {}

	/** Asks for the inputs that are not given yet; null if that was cancelled. */
	static Module fill(final Module module) {
		final List<ModuleItem<?>> asked = new ArrayList<>();
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (isAsked(input) && !module.isInputResolved(input.getName())) asked.add(input);
		// The suite's own dialog may have asked already.
		if (asked.isEmpty()) return module;
		final GenericDialog dialog = new GenericDialog(module.getInfo().getMenuPath().getLeaf().getName()
			.replace("...", ""));
		asked.forEach(input -> add(dialog, input, module.getInput(input.getName())));
		dialog.showDialog();
		if (dialog.wasCanceled()) return null;
		final Fields fields = new Fields(dialog);
		asked.forEach(input -> module.setInput(input.getName(), fields.next(input)));
		return module;
	}

	private static void add(final GenericDialog dialog, final ModuleItem<?> input,
		final Object value)
	{
		if (isChoice(input)) dialog.addChoice(input.getName(), input.getChoices().stream().map(
			Object::toString).toArray(String[]::new), value.toString());
		else if (value instanceof final Boolean state) dialog.addCheckbox(input.getName(), state);
		else dialog.addStringField(input.getName(), value.toString(), 20);
	}

	/** What is neither a service nor a message nor the image. */
	static boolean isAsked(final ModuleItem<?> input) {
		final Class<?> type = input.getType();
		return input.getVisibility() != ItemVisibility.MESSAGE && (type.isPrimitive() ||
			type == String.class || type == File.class);
	}

	/** Fills in fields of a dialog of all that is asked. */
	static void type(final GenericDialog dialog, final CommandInfo command,
		final Map<String, Object> typed)
	{
		final Fields fields = new Fields(dialog);
		for (final ModuleItem<?> input : command.inputs()) {
			if (!isAsked(input)) continue;
			final Component field = fields.component(input);
			final Object value = typed.get(input.getName());
			if (value == null) continue;
			if (field instanceof final Choice choice) choice.select(value.toString());
			else if (field instanceof final Checkbox box) box.setState((Boolean) value);
			else ((TextField) field).setText(value.toString());
		}
	}

	private static boolean isChoice(final ModuleItem<?> input) {
		return input.getChoices() != null && !input.getChoices().isEmpty();
	}

	/** Read without the dialog's own getters, which would record them in ImageJ's way. */
	private static final class Fields {

		private final Vector<?> texts, choices, boxes;
		private int text, choice, box;

		Fields(final GenericDialog dialog) {
			texts = dialog.getStringFields();
			choices = dialog.getChoices();
			boxes = dialog.getCheckboxes();
		}

		Component component(final ModuleItem<?> input) {
			return (Component) (isChoice(input) ? choices.get(choice++) : input.getType() == boolean.class
				? boxes.get(box++) : texts.get(text++));
		}

		Object next(final ModuleItem<?> input) {
			final Component field = component(input);
			if (field instanceof final Choice chosen) return chosen.getSelectedItem();
			if (field instanceof final Checkbox checked) return checked.getState();
			final String value = ((TextField) field).getText();
			final Class<?> type = input.getType();
			if (type == File.class) return new File(value);
			if (type == int.class) return Integer.valueOf(value);
			if (type == long.class) return Long.valueOf(value);
			return type == double.class ? Double.valueOf(value) : value;
		}
	}
}
