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

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.ContextCommand;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;

import sc.fiji.rewardanalysis.core.MemoryShortage;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.file.OutputLock;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.ui.Guide;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

/**
 * What every command of the suite does alike: progress with a Cancel, errors as one
 * sentence, replay from a macro without questions.
 */
public abstract class AnalysisCommand extends ContextCommand {

	/** The value of a range's end that leaves it to the program. */
	protected static final double AUTOMATIC = -1;

	/** The input that says where files go. */
	public static final String OUTPUT = "output_folder";

	/** What is said where Java had too little. */
	static final String NO_MEMORY =
		"There is not enough memory; select a smaller area, lower max_sigma, close other images, or give Fiji " +
			"more in Edit > Options > Memory & Threads (Java by -Xmx).";

	/** What the names of the suite's commands begin with: the package above this one. */
	private static final String SUITE = AnalysisCommand.class.getPackageName().replaceFirst("\\w+$", "");

	/** Characters of a line in a dialog. */
	private static final int LINE = 100;

	@Parameter
	private LogService logService;

	private ProgressWindow window;

	/** Who listens to notes instead of the user; null for nobody. */
	private Consumer<String> listener;

	/** Where files will be that are written elsewhere first; null if they aren't. */
	private File destination;

	/**
	 * Runs the analysis.
	 *
	 * @throws RewardAnalysisException whose message the user reads
	 * @throws CancellationException if cancelled with nothing to keep
	 */
	protected abstract void analyse(Progress progress);

	/** The last entry of the command's menu path: its name in macros. */
	protected abstract String leaf();

	@Override
	public final void run() {
		final StatusLine status = new StatusLine(getContext());
		try (ProgressWindow opened = ProgressWindow.open(title())) {
			window = opened;
			checkPaths();
			alone(() -> analyse(new StatusProgress(status, window)));
		}
		catch (final RewardAnalysisException exc) {
			logService.debug(exc);
			fail(exc.getMessage());
		}
		catch (final CancellationException exc) {
			logService.debug(exc);
			fail("Cancelled.");
		}
		catch (final RuntimeException | Error exc) {
			if (MemoryShortage.isCauseOf(exc)) {
				logService.debug(exc);
				fail(NO_MEMORY);
				return;
			}
			logService.error(title(), exc);
			fail("That failed unexpectedly: " + exc + "; please report it at " + Guide.ISSUES +
				" with the log (Window > Console).");
		}
		finally {
			status.end(!isCanceled());
		}
	}

	/**
	 * Runs the analysis without opening a window, on this thread.
	 *
	 * @param place where the files of its output folder will be in the end, for the macro line
	 * @param notes told what is no error but should be known
	 * @throws RewardAnalysisException whose message the user reads
	 * @throws CancellationException if cancelled with nothing to keep
	 */
	final void runUnseen(final Path place, final Consumer<String> notes, final Progress progress) {
		destination = place.toFile();
		listener = notes;
		Display.unseen(() -> {
			try (ProgressWindow none = ProgressWindow.open(title())) {
				window = none;
				checkPaths();
				analyse(progress);
			}
		});
	}

	/** While nobody else writes into its output folder. */
	private void alone(final Runnable work) {
		final CommandInfo info = new CommandInfo(getClass());
		final Object output = info.getInput(OUTPUT) == null ? null : new CommandModule(info, this).getInput(OUTPUT);
		if (!(output instanceof final File folder) || !isGiven(folder)) {
			work.run();
			return;
		}
		try (OutputLock lock = new OutputLock(folder.toPath())) {
			final RunFiles files = addsFiles() ? RunFiles.aside(folder.toPath()) : RunFiles.begin(folder.toPath(),
				inputFiles());
			try {
				work.run();
			}
			finally {
				final String replaced = files.end();
				if (!replaced.isEmpty()) note(replaced);
			}
		}
	}

	/** Whether its files stand beside those of earlier runs, under names of their own. */
	protected boolean addsFiles() {
		return false;
	}

	/** The files that the inputs name, and those of images. */
	private List<Path> inputFiles() {
		final List<Path> files = new ArrayList<>();
		final CommandModule module = new CommandModule(new CommandInfo(getClass()), this);
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			final Object value = module.getInput(item.getName());
			final FileInfo info = value instanceof final ImagePlus image ? image.getOriginalFileInfo() : null;
			final File file = info == null ? value instanceof final File f ? f : null : new File(info.directory,
				String.valueOf(info.fileName));
			// Of images that were never in a file nothing is there.
			if (isGiven(file) && file.exists() && !item.getName().equals(OUTPUT)) files.add(file.toPath());
		}
		return files;
	}

	/** Windows knows more characters that no path can have, but no system takes them all. */
	private void checkPaths() {
		final CommandModule module = new CommandModule(new CommandInfo(getClass()), this);
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (module.getInput(item.getName()) instanceof final File file) try {
				file.toPath();
			}
			catch (final InvalidPathException exc) {
				throw new RewardAnalysisException(exc, "%s is \"%s\", which can't be a path; choose another.", item
					.getName(), file.getPath());
			}
	}

	/** SciJava shows the reason in a dialog; without a display it would be lost. */
	final void fail(final String reason) {
		final boolean headless = GraphicsEnvironment.isHeadless();
		final ExitStatus status = getContext().getService(ExitStatus.class);
		if (status != null) status.fail();
		if (headless) logService.error(title(reason) + ": " + reason);
		// The dialog would be as wide as the longest line.
		cancel(headless ? reason : Words.lines(reason, LINE));
	}

	/** Tells the user what is no error but should be known: in ImageJ's log, unless somebody listens. */
	protected final void note(final String text) {
		if (listener != null) {
			listener.accept(text);
			return;
		}
		final NoteEvent event = new NoteEvent(text);
		final EventService events = getContext().getService(EventService.class);
		if (events != null) events.publish(event);
		if (!event.isConsumed()) IJ.log(title(text) + (text.contains("\n") ? ":\n" : ": ") + text
			.stripTrailing());
	}

	/** The window of the progress bar, while the analysis runs. */
	protected final ProgressWindow window() {
		return window;
	}

	/** The macro line that repeats this run with its present inputs. */
	protected final String macroLine() {
		values(name -> true).forEach((name, value) -> {
			if (!MacroOptions.isCarried(value, File.separatorChar)) note(name + " is left out of the macro line, which " +
				"can't carry an apostrophe together with a bracket that has no partner.");
		});
		return "run(\"" + leaf() + "\", \"" + options(name -> true) + "\");";
	}

	/** Some inputs with their present values, as a macro line has them. */
	protected final String options(final Predicate<String> which) {
		final List<String> options = new ArrayList<>();
		values(which).forEach((name, value) -> {
			if (MacroOptions.isCarried(value, File.separatorChar)) options.add(MacroOptions.pair(name, value,
				File.separatorChar));
		});
		return String.join(" ", options);
	}

	private Map<String, Object> values(final Predicate<String> which) {
		final Map<String, Object> values = new LinkedHashMap<>();
		final CommandModule module = new CommandModule(new CommandInfo(getClass()), this);
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (isPlain(item) && which.test(item.getName())) values.put(item.getName(), destination != null && item
				.getName().equals(OUTPUT) ? destination : module.getInput(item.getName()));
		return values;
	}

	/** Whether a command is one of the suite's. */
	static boolean isOurs(final CommandInfo info) {
		return info.getDelegateClassName().startsWith(SUITE);
	}

	/** Whether an input is one that a macro carries. */
	static boolean isPlain(final ModuleItem<?> item) {
		final Class<?> type = item.getType();
		return item.getVisibility() != ItemVisibility.MESSAGE && !ImagePlus.class.isAssignableFrom(
			type) && (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == Boolean.class ||
				type == String.class || type == File.class);
	}

	private String title() {
		return leaf().replace("...", "");
	}

	/** With the image that a message is about, unless it names that itself. */
	private String title(final String message) {
		final CommandModule module = new CommandModule(new CommandInfo(getClass()), this);
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (module.getInput(item.getName()) instanceof final ImagePlus image && !image.getTitle()
				.isBlank() && !message.contains('"' + image.getTitle() + '"')) return title() + " of \"" + image.getTitle() + '"';
		return title();
	}

	/** A choice as the enum constant that is spelled alike but for case and hyphens. */
	public static <E extends Enum<E>> E choice(final Class<E> type, final String name,
		final String value)
	{
		for (final E constant : type.getEnumConstants())
			if (constant.name().equals(value.toUpperCase(Locale.ROOT).replace('-', '_'))) return constant;
		throw new RewardAnalysisException("%s is \"%s\"; choose one of %s.", name, value, String.join(
			", ", Arrays.stream(type.getEnumConstants()).map(c -> c.name().toLowerCase(
				Locale.ROOT).replace('_', '-')).toList()));
	}

	/** The range between two inputs; null if both leave it to the program. */
	protected static Range range(final String name, final double low, final double high) {
		if (low == AUTOMATIC && high == AUTOMATIC) return null;
		if (low < 0 || high < 0 || low > high) throw new RewardAnalysisException(String.format(
			Locale.ROOT,
			"%1$s_low is %2$s and %1$s_high is %3$s; give a range from 0 upwards, its lower end first, or -1 for both.",
			name, low, high));
		return new Range(low, high);
	}

	/** Where a file is; null if none was named. */
	protected static Path path(final File file) {
		return isGiven(file) ? file.toPath() : null;
	}

	/** Whether an output folder was named. */
	public static boolean isGiven(final File file) {
		return file != null && !file.getPath().isBlank();
	}
}
