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
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.event.EventHandler;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.thread.ThreadService;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.imagej.ImageFiles;

/**
 * Runs a command of the suite from a shell, without Fiji and without a display:
 * {@code CommandLine "Optimize Atom Finding..." image=file.tif evaluations=60
 * output_folder=results}. Keys are those of macros, and {@code image} is a file.
 * Ends with status 0, or 1 after a one-sentence error.
 */
public final class CommandLine {

	private static final int BAR = 40;

	private final PrintStream out;
	private int shown = -1;

	private CommandLine(final PrintStream out) {
		this.out = out;
	}

	/** @param args the command's menu leaf, then key=value pairs */
	public static void main(final String... args) {
		System.setProperty("java.awt.headless", "true");
		System.exit(run(System.out, args));
	}

	/** Runs a command and says how it went; the exit status. */
	public static int run(final PrintStream out, final String... args) {
		final CommandLine line = new CommandLine(out);
		try (Context context = new Context(CommandService.class, ConvertService.class,
			StatusService.class))
		{
			context.inject(line);
			// What goes wrong is said once, below.
			context.service(LogService.class).setLevel(LogLevel.NONE);
			line.run(context, args);
			return 0;
		}
		catch (final RewardAnalysisException exc) {
			line.endBar();
			out.println("Error: " + exc.getMessage());
			return 1;
		}
		catch (final OutOfMemoryError exc) {
			// Such as of an image that can't even be opened.
			line.endBar();
			out.println("Error: " + AnalysisCommand.NO_MEMORY);
			return 1;
		}
	}

	private void run(final Context context, final String... args) {
		final CommandInfo command = command(context, args.length == 0 ? "" : args[0]);
		final Map<String, Object> inputs = new LinkedHashMap<>();
		for (final String arg : Arrays.asList(args).subList(1, args.length))
			put(context.service(ConvertService.class), command, inputs, arg);
		final Path folder = inputs.get("output_folder") instanceof final File file && AnalysisCommand.isGiven(
			file) ? file.toPath() : null;
		final Map<String, FileTime> before = folder == null || !Files.isDirectory(folder) ? Map.of() : files(folder);
		final Module module = await(context.service(CommandService.class), command, inputs);
		endBar();
		if (module.getDelegateObject() instanceof final Cancelable c && c.isCanceled())
			throw new RewardAnalysisException(c.getCancelReason());
		if (folder != null) describe(folder, before);
	}

	private static CommandInfo command(final Context context, final String leaf) {
		final List<CommandInfo> ours = context.service(CommandService.class).getCommandsOfType(
			Command.class).stream().filter(AnalysisCommand::isOurs).toList();
		return ours.stream().filter(c -> leaf(c).equals(leaf)).findFirst().orElseThrow(
			() -> new RewardAnalysisException("\"%s\" is no command; choose one of %s.", leaf, String.join(
				", ", ours.stream().map(c -> '"' + leaf(c) + '"').sorted().toList())));
	}

	private static String leaf(final CommandInfo command) {
		return command.getMenuPath().getLeaf().getName();
	}

	private static void put(final ConvertService convert, final CommandInfo command,
		final Map<String, Object> inputs, final String arg)
	{
		final int equals = arg.indexOf('=');
		final String key = equals < 0 ? arg : arg.substring(0, equals);
		final ModuleItem<?> item = equals < 0 ? null : command.getInput(key);
		final boolean image = item != null && item.getType() == ImagePlus.class;
		if (!image && (item == null || !AnalysisCommand.isPlain(item))) throw new RewardAnalysisException(
			"\"%s\" is not of the form key=value with a key of \"%s\".", arg, leaf(command));
		if (inputs.containsKey(key)) throw MacroOptions.twice(key);
		final String text = arg.substring(equals + 1);
		final Object value = image ? open(text) : MacroOptions.value(convert, item, text);
		inputs.put(key, value);
	}

	/** As a folder's run opens it, so that a damaged file is refused in the same way. */
	private static ImagePlus open(final String path) {
		try {
			return ImageFiles.open(Path.of(path), Progress.NONE);
		}
		catch (final RewardAnalysisException exc) {
			throw new RewardAnalysisException(exc, "image is \"%s\", which can't be opened. %s", path, exc
				.getMessage());
		}
		catch (final InvalidPathException exc) {
			throw new RewardAnalysisException(exc, "image is \"%s\", which can't be a path; choose another.", path);
		}
	}

	private static Module await(final CommandService service, final CommandInfo command,
		final Map<String, Object> inputs)
	{
		try {
			final Module module = service.run(command, true, inputs).get();
			// Until what was told of it is shown.
			service.context().service(ThreadService.class).invoke(() -> {});
			return module;
		}
		catch (final ExecutionException | InvocationTargetException exc) {
			throw new RewardAnalysisException(exc, "\"%s\" failed: %s", leaf(command), exc.getCause());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new RewardAnalysisException(exc, "\"%s\" was interrupted.", leaf(command));
		}
	}

	/** Files and folders by name, in order, with the time when they were written. */
	private static Map<String, FileTime> files(final Path folder) {
		final Map<String, FileTime> times = new TreeMap<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !file.getFileName()
			.toString().startsWith("."))) {
			for (final Path file : files)
				times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
			return times;
		}
		catch (final IOException | DirectoryIteratorException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read.", folder);
		}
	}

	/**
	 * Prints the summary, if the run has written one, and where the files are.
	 *
	 * @param before files that were there before it
	 */
	private void describe(final Path folder, final Map<String, FileTime> before) {
		final Map<String, FileTime> files = files(folder);
		final Predicate<String> old = name -> files.get(name).equals(before.get(name));
		final Path summary = folder.resolve("summary.txt");
		try {
			if (files.containsKey("summary.txt") && !old.test("summary.txt")) out.print(Files.readString(summary));
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read.", summary);
		}
		out.println("Files in " + folder.toAbsolutePath().normalize() + ":");
		files.keySet().stream().filter(old.negate()).forEach(name -> out.println("  " + name));
		if (files.keySet().stream().noneMatch(old)) return;
		out.println("There before, and not written by this run:");
		files.keySet().stream().filter(old).forEach(name -> out.println("  " + name));
	}

	/** Draws the bar anew on the same line whenever it has grown. */
	@EventHandler
	private void onEvent(final StatusEvent event) {
		if (event.getProgressMaximum() <= 0 || event.getStatusMessage() == null) return;
		final int filled = BAR * event.getProgressValue() / event.getProgressMaximum();
		if (filled == shown) return;
		shown = filled;
		out.print("\r[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + event
			.getStatusMessage() + " ".repeat(12));
		out.flush();
	}

	/** Above the bar, which is drawn anew. */
	@EventHandler
	private void onEvent(final NoteEvent event) {
		endBar();
		out.println(event.text().stripTrailing());
		event.consume();
	}

	private void endBar() {
		if (shown < 0) return;
		shown = -1;
		out.println();
	}
}
