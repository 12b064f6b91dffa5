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

package sc.fiji.rewardanalysis.command.run;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.ui.dialog.CommandDialog;
import sc.fiji.rewardanalysis.ui.dialog.Input;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Subject;

/**
 * Asks for the inputs of our commands in our own dialogs. It comes after the active image
 * is known and after the macro recorder has looked which inputs it shall not record
 * (those that are resolved by then), and before SciJava's own dialogs.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.LOW)
public final class DialogPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private UIService uiService;

	@Override
	public void process(final Module module) {
		if (uiService == null || uiService.isHeadless() || !Display.isInteractive()) return;
		if (!(module.getDelegateObject() instanceof final Previewed command)) return;
		if (asked(module.getInfo()).stream().allMatch(i -> module.isInputResolved(i.getName()))) return;
		final ImagePlus image = module.getInput("image") instanceof final ImagePlus open ? open : null;
		if (image == null && module.getInfo().getInput("image") != null) cancel(
			"There is no image; open one first (File > Open, or Plugins > Reward Analysis > Open Sample).");
		else if (!fill(module, command, image)) {
			// Nothing was done that a macro could repeat.
			Recorder.setCommand(null);
			cancel(null);
		}
	}

	/**
	 * Asks for a command's inputs and gives it the answers.
	 *
	 * @param image null for a command that takes none
	 * @return false if the user cancelled
	 */
	static boolean fill(final Module module, final Previewed command, final ImagePlus image) {
		final Optional<Map<String, Object>> values = CommandDialog.ask(command.form(), asked(module
			.getInfo()).stream().map(i -> input(i, module)).toList(), image, new Copies(module.getInfo(),
				image, ((AnalysisCommand) command).getContext()));
		values.ifPresent(given -> given.forEach((name, value) -> {
			module.setInput(name, value);
			module.resolveInput(name);
		}));
		return values.isPresent();
	}

	/** The inputs that a dialog asks for. */
	static List<ModuleItem<?>> asked(final ModuleInfo info) {
		final List<ModuleItem<?>> asked = new ArrayList<>();
		for (final ModuleItem<?> item : info.inputs())
			if (AnalysisCommand.isPlain(item)) asked.add(item);
		return asked;
	}

	/** An input with the value that it has now. */
	static Input input(final ModuleItem<?> item, final Module module) {
		final List<String> choices = item.getChoices() == null ? List.of() : item.getChoices().stream()
			.map(String::valueOf).toList();
		final Object value = item.getValue(module);
		final Class<?> type = Types.box(item.getType());
		return new Input(item.getName(), item.getLabel(), item.getDescription() == null ? "" : item
			.getDescription(), type, choices, number(item.getMinimumValue()), number(item
				.getMaximumValue()), item.getStepSize() == null ? 1 : item.getStepSize().doubleValue(),
			FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle()), value == null && type == File.class
				? new File("") : value);
	}

	private static double number(final Object bound) {
		return bound instanceof final Number n ? n.doubleValue() : Double.NaN;
	}

	/**
	 * Asks copies of the command that have the dialog's values.
	 *
	 * @param context of the command; null if it has none
	 */
	record Copies(ModuleInfo info, ImagePlus image, Context context) implements Subject {

		Copies(final ModuleInfo info, final ImagePlus image) {
			this(info, image, null);
		}

		@Override
		public Outlook outlook(final AnalysedImage analysed, final Map<String, Object> values,
			final boolean preview, final Progress progress)
		{
			return copy(values).outlook(analysed, aside(values), preview, progress);
		}

		@Override
		public Map<String, Object> suggested(final AnalysedImage analysed,
			final Map<String, Object> values, final Progress progress)
		{
			return copy(values).suggested(analysed, aside(values), progress);
		}

		private Map<String, Object> aside(final Map<String, Object> values) {
			final Map<String, Object> aside = new HashMap<>(values);
			aside.keySet().removeIf(name -> info.getInput(name) != null);
			return aside;
		}

		private Previewed copy(final Map<String, Object> values) {
			try {
				final Module module = info.createModule();
				if (context != null) context.inject(module.getDelegateObject());
				if (image != null) module.setInput("image", image);
				values.forEach((name, value) -> {
					if (info.getInput(name) != null) module.setInput(name, value);
				});
				return (Previewed) module.getDelegateObject();
			}
			catch (final ModuleException exc) {
				throw new IllegalStateException(exc);
			}
		}
	}
}
