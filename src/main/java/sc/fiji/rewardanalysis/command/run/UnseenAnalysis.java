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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One of the suite's analyses with its options, for one image after the other, or several at a
 * time, without anybody looking: no window, no table, no line in the log. What it finds is in the
 * files that it writes. Immutable and thread-safe.
 */
public final class UnseenAnalysis {

	private static final String IMAGE = "image", FOLDER = AnalysisCommand.OUTPUT;

	private final Context context;
	private final CommandInfo command;
	private final Map<String, String> options;

	/**
	 * Chooses an analysis.
	 *
	 * @param context with the services of {@link #services}
	 * @param leaf its name in menus and macros, such as {@code Optimize Atom Finding...}
	 * @param options as a macro has them: {@code lattice=Si-110 evaluations=60}; empty for none.
	 *          They name neither the image nor the output folder
	 * @throws RewardAnalysisException if there is no such analysis of an image into a folder, or it
	 *           can't have these options
	 */
	public UnseenAnalysis(final Context context, final String leaf, final String options) {
		this.context = context;
		command = commands(context).stream().filter(c -> leafOf(c).equals(leaf)).findFirst().orElseThrow(
			() -> new RewardAnalysisException("There is no analysis \"%s\"; choose one of %s.", leaf, String
				.join(", ", leaves(context))));
		this.options = new LinkedHashMap<>(MacroOptions.parse(options));
		for (final String key : List.of(IMAGE, FOLDER))
			if (this.options.containsKey(key)) throw new RewardAnalysisException(
				"The options of %s have %s, but each image has its own; leave it out.", leaf, key);
		set(module(), this.options);
	}

	/** The services that a context needs. */
	public static List<Class<? extends Service>> services() {
		return List.of(CommandService.class, ConvertService.class);
	}

	/** The analyses that there are: those of an image that write files. */
	public static List<String> leaves(final Context context) {
		return commands(context).stream().map(UnseenAnalysis::leafOf).sorted().toList();
	}

	private static List<CommandInfo> commands(final Context context) {
		return context.service(CommandService.class).getCommandsOfType(Command.class).stream().filter(
			c -> AnalysisCommand.isOurs(c) && c.getInput(IMAGE) != null && c.getInput(IMAGE)
				.getType() == ImagePlus.class && c.getInput(FOLDER) != null).toList();
	}

	private static String leafOf(final CommandInfo info) {
		return info.getMenuPath().getLeaf().getName();
	}

	/** Its name in menus and macros. */
	public String leaf() {
		return leafOf(command);
	}

	/** Its options and those of an image alone, which come before the others, as a macro has them. */
	public String options(final Map<String, String> more) {
		final Map<String, String> all = new LinkedHashMap<>(options);
		all.putAll(more);
		return MacroOptions.text(all);
	}

	/** Whether it has such an input. */
	public boolean has(final String input) {
		return command.getInput(input) != null;
	}

	/**
	 * Analyses an image on this thread.
	 *
	 * @param image needn't be shown; it gets the overlay that it would get otherwise
	 * @param into where files go; made if there is no such folder
	 * @param more options for this image alone, which come before the others
	 * @param notes told what is no error but should be known
	 * @throws RewardAnalysisException whose message says what is wrong with this image
	 * @throws java.util.concurrent.CancellationException if cancelled with nothing to keep
	 */
	public void run(final ImagePlus image, final Path into, final Map<String, String> more,
		final Consumer<String> notes, final Progress progress)
	{
		run(image, into, into, more, notes, progress);
	}

	/**
	 * The same for files that are moved afterwards.
	 *
	 * @param place where they will be, which is what they say of themselves
	 */
	public void run(final ImagePlus image, final Path into, final Path place,
		final Map<String, String> more, final Consumer<String> notes, final Progress progress)
	{
		((AnalysisCommand) prepared(image, into, more).getDelegateObject()).runUnseen(place, notes, progress);
	}

	/** The command with its inputs, which hasn't run. */
	public Module prepared(final ImagePlus image, final Path into, final Map<String, String> more) {
		final Module module = module();
		set(module, options);
		set(module, more);
		module.setInput(IMAGE, image);
		module.setInput(FOLDER, into.toFile());
		return module;
	}

	/** The command with these options and without an image. */
	public Object configured() {
		final Module module = module();
		set(module, options);
		return module.getDelegateObject();
	}

	private Module module() {
		try {
			return command.createModule();
		}
		catch (final ModuleException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private void set(final Module module, final Map<String, String> values) {
		final ConvertService service = context.service(ConvertService.class);
		values.forEach((key, text) -> {
			final ModuleItem<?> item = command.getInput(key);
			if (item == null || !AnalysisCommand.isPlain(item)) throw new RewardAnalysisException(
				"\"%s\" is no option of %s.", key, leaf());
			if (item.getType() == File.class && text == null) throw new RewardAnalysisException(
				"%s of %s has no value.", key, leaf());
			module.setInput(key, MacroOptions.value(service, item, text));
		});
	}
}
