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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.ModulePreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

/**
 * Puts the commands into ImageJ's table and runs them in the order of processors that
 * Fiji has: macro options, active image, what is recorded, the suite's own, the dialog.
 */
public final class CommandBridge implements PlugIn {

	private static CommandBridge installed;

	private final Context context;
	private final List<CommandInfo> commands;
	private Module last;

	/** ImageJ makes one for each run of a command. */
	public CommandBridge() {
		context = installed.context;
		commands = installed.commands;
	}

	private CommandBridge(final Context context) {
		this.context = context;
		commands = commands(context);
	}

	/** All commands of the suite, by the index of annotations. */
	public static List<CommandInfo> commands(final Context context) {
		return context.service(CommandService.class).getCommandsOfType(Command.class).stream().filter(
			c -> c.getDelegateClassName().startsWith("sc.fiji.rewardanalysis.")).sorted(Comparator
				.comparing(CommandBridge::leaf)).toList();
	}

	/** The name in menus and macros. */
	public static String leaf(final CommandInfo command) {
		return command.getMenuPath().getLeaf().getName();
	}

	/** Makes the commands known to {@code IJ.run}; ImageJ must have its menus. */
	@SuppressWarnings("unchecked")
	public static CommandBridge install(final Context context) {
		installed = new CommandBridge(context);
		for (final CommandInfo command : installed.commands)
			Menus.getCommands().put(leaf(command), CommandBridge.class.getName() + "(\"" + command
				.getDelegateClassName() + "\")");
		return installed;
	}

	/** Without ImageJ's menus: for {@link #record}. */
	public static CommandBridge of(final Context context) {
		return new CommandBridge(context);
	}

	/** What ran last. */
	public Module last() {
		return last;
	}

	@Override
	public void run(final String className) {
		installed.last = run(commands.stream().filter(c -> c.getDelegateClassName().equals(className))
			.findFirst().orElseThrow(), CommandDialog::fill);
	}

	/**
	 * Runs a command as from the menu, with these inputs typed into its dialog.
	 *
	 * @return the line that the macro recorder has then
	 */
	public String record(final String leaf, final Map<String, Object> typed) {
		final CommandInfo command = commands.stream().filter(c -> leaf(c).equals(leaf)).findFirst()
			.orElseThrow();
		final boolean before = Recorder.record;
		try {
			Recorder.record = true;
			last = run(command, module -> {
				typed.forEach(module::setInput);
				return module;
			});
			return RecorderProcessors.line(leaf);
		}
		finally {
			Recorder.record = before;
		}
	}

	/** Runs a command as from the menu, with its dialog. */
	Module open(final CommandInfo command) {
		return run(command, CommandDialog::fill);
	}

	private Module run(final CommandInfo command, final UnaryOperator<Module> dialog) {
		final Module module;
		try {
			module = command.createModule();
		}
		catch (final ModuleException exc) {
			throw new IllegalStateException(exc);
		}
		context.inject(module.getDelegateObject());
		new ModuleRunner(context, module, preprocessors(dialog), List.of(new RecorderProcessors.Post()))
			.run();
		// SciJava shows outputs.
		for (final Object output : module.getOutputs().values())
			if (output instanceof final ImagePlus image && !IJ.isMacro()) WindowManager.setTempCurrentImage(
				image);
		return module;
	}

	private List<ModulePreprocessor> preprocessors(final UnaryOperator<Module> dialog) {
		final List<ModulePreprocessor> all = new ArrayList<>(List.of(new MacroOptionsProcessor(context)));
		final PluginService plugins = context.service(PluginService.class);
		final List<PluginInfo<PreprocessorPlugin>> infos = plugins.getPluginsOfType(
			PreprocessorPlugin.class);
		infos.stream().filter(i -> i.getPriority() > Priority.VERY_HIGH).forEach(i -> all.add(plugins
			.createInstance(i)));
		all.add(new ActiveImage());
		all.add(new RecorderProcessors.Pre());
		infos.stream().filter(i -> i.getPriority() <= Priority.VERY_HIGH).forEach(i -> all.add(plugins
			.createInstance(i)));
		if (!IJ.isMacro()) all.add(new AbstractPreprocessorPlugin() {

			@Override
			public void process(final Module module) {
				if (dialog.apply(module) == null) cancel("");
			}
		});
		return all;
	}

	/** Gives the active image to a command's only input of its kind. */
	private static final class ActiveImage extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			final ImagePlus image = WindowManager.getCurrentImage();
			final var inputs = new ArrayList<String>();
			module.getInfo().inputs().forEach(i -> {
				if (i.getType() == ImagePlus.class && !module.isInputResolved(i.getName())) inputs.add(i
					.getName());
			});
			if (image == null || inputs.size() != 1) return;
			module.setInput(inputs.get(0), image);
			module.resolveInput(inputs.get(0));
		}
	}
}
