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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.ui.UIService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.RecordedSteps;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** ImageJ's own recorder, open on the screen, and dialogs that are filled in and closed. */
@NeedsDisplay
class RecorderWindowTest {

	/** All defaults but the folder, in the form in which Fiji's recorder writes them. */
	private static final String FIND = "slices=current contrast=bright background_sigma=0.0 " +
		"denoise_sigma=0.0 normalization=min-max min_sigma=3.0 max_sigma=8.0 num_sigma=10 " +
		"threshold=0.05 threshold_rel=0.0 overlap=0.5 log_scale=false exclude_border=0 refine=none " +
		"elliptic=false output_folder=";

	private static final Map<String, Object> PHASES = Map.of("patch_size", 8, "stride", 16, "epochs", 1,
		"hidden_width", 4, "hidden_layers", 1);

	@TempDir
	Path folder;

	private Context context;
	private CommandBridge bridge;

	@BeforeEach
	void open() {
		context = new Context();
		// The inputs are asked for in ImageJ's dialog, not in the suite's.
		context.service(UIService.class).setHeadless(true);
		bridge = CommandBridge.of(context);
		new Recorder(false).setVisible(true);
		Recorder.record = true;
	}

	@AfterEach
	void close() {
		Recorder.record = false;
		Recorder.getInstance().close();
		context.close();
	}

	@Test
	void aFilledInDialogIsRecorded() throws Exception {
		final ImagePlus image = SimulatedImages.toImagePlus(Ybco.image(), "ybco");
		final File output = folder.resolve("my results").toFile();
		final String line = dialog("Find Atoms...", image, Map.of("threshold", 0.25, "log_scale", true, "refine",
			"quadratic", "output_folder", output));
		assertEquals("run(\"Find Atoms...\", \"" + FIND.replace("threshold=0.05", "threshold=0.25").replace(
			"log_scale=false", "log_scale=true").replace("refine=none", "refine=quadratic") + "[" + output +
			"]\");", line);
	}

	@Test
	void everyCommandIsRecordedInTheWindow() throws Exception {
		final ImagePlus image = SimulatedImages.toImagePlus(Ybco.image(), "ybco");
		// Of which some commands say more.
		AtomOverlay.show(AnalysedImage.of(image), Ybco.image().columns().stream().map(c -> new Blob(c.x(), c
			.y(), 3, 1)).toList(), new int[0]);
		for (final CommandInfo command : CommandBridge.commands(context)) {
			if (RecordedSteps.NETWORKS.contains(CommandBridge.leaf(command)) && !NeedsNetworks.Condition
				.holds()) continue;
			final StringBuilder options = new StringBuilder();
			final Module module = command.createModule();
			final Map<String, Object> typed = needed(CommandBridge.leaf(command));
			for (final ModuleItem<?> input : command.inputs())
				if (CommandDialog.isAsked(input)) options.append(' ').append(input.getName()).append('=')
					.append(recorded(typed.getOrDefault(input.getName(), module.getInput(input.getName()))));
			if (options.isEmpty()) continue;
			final String line = dialog(CommandBridge.leaf(command), image, typed);
			assertEquals("run(\"" + CommandBridge.leaf(command) + "\", \"" + options.substring(1) + "\");",
				line);
		}
	}

	/** ImageJ puts what has a blank in brackets. */
	private static String recorded(final Object value) {
		return value != null && value.toString().contains(" ") ? "[" + value + "]" : String.valueOf(value);
	}

	/** What a command can't do without, and what keeps trainings short. */
	private Map<String, Object> needed(final String leaf) throws IOException {
		return switch (leaf) {
			case "Compare With Oracle..." -> Map.of("oracle_from", "overlay");
			case "Tune Macro..." -> Map.of("macro_file", Files.writeString(folder.resolve("points.ijm"), """
				count = 5;
				makeSelection("points", newArray(count), newArray(count));
				""").toFile(), "search", "count: 1..9", "objectives", "max atoms", "evaluations", 3);
			// The smallest that learns.
			case "Train Network..." -> Map.of("image_size", 16, "images", 2, "held_out", 1, "batch", 2,
				"epochs", 1, "channels", 2, "levels", 1, "output_folder", folder.resolve("network").toFile());
			case "Process Folder..." -> Map.of("input_folder", images().toFile(), "analysis", "Find Atoms...",
				"output_folder", folder.resolve("many").toFile());
			case "Watch Folder..." -> Map.of("input_folder", images().toFile(), "analysis", "Find Atoms...",
				"existing", true, "stop_after", 0.01, "output_folder", folder.resolve("watched").toFile());
			case "Project Crystal..." -> Map.of("cif_file", Path.of("src/test/resources/cif/SrTiO3.cif").toAbsolutePath()
				.toFile());
			case "Map Latent Phases..." -> PHASES;
			case "Optimize Latent Phases..." -> {
				final Map<String, Object> weights = new HashMap<>(PHASES);
				weights.putAll(Map.of("engine", "sobol", "evaluations", 2));
				yield weights;
			}
			default -> Map.of();
		};
	}

	private Path images() throws IOException {
		final Path images = Files.createDirectories(folder.resolve("images"));
		Files.copy(Path.of("sample-data/srtio3.tif"), images.resolve("a.tif"),
			StandardCopyOption.REPLACE_EXISTING);
		return images;
	}

	/** Commands without inputs of their own ask nothing. */
	@Test
	void whatAsksNothingIsRecordedAndDone() throws Exception {
		final ImagePlus image = SimulatedImages.toImagePlus(Ybco.image(), "ybco");
		AtomOverlay.show(AnalysedImage.of(image), List.of(new Blob(10, 10, 2, 1), new Blob(30, 10, 2, 1)),
			new int[0]);
		try {
			assertEquals("run(\"Atoms to ROI Manager\");", silent("Atoms to ROI Manager", image));
			assertEquals(2, RoiManager.getInstance().getCount());
		}
		finally {
			if (RoiManager.getInstance() != null) RoiManager.getInstance().close();
		}
		assertEquals(2, AtomOverlay.count(image));
		assertEquals("run(\"Remove Overlay of Reward Analysis\");", silent(
			"Remove Overlay of Reward Analysis", image));
		assertNull(image.getOverlay());
	}

	private String silent(final String leaf, final ImagePlus image) throws Exception {
		final FutureTask<Module> run = started(leaf, image);
		assertSucceeded(ended(run, leaf));
		return RecorderProcessors.line(leaf);
	}

	/** One that doesn't end tells where it waits. */
	private static Module ended(final FutureTask<Module> run, final String leaf) throws Exception {
		try {
			return run.get(600, TimeUnit.SECONDS);
		}
		catch (final TimeoutException exc) {
			final StringBuilder threads = new StringBuilder();
			Thread.getAllStackTraces().forEach((thread, stack) -> threads.append('\n').append(thread).append(' ')
				.append(thread.getState()).append("\n\t").append(Arrays.stream(stack).limit(20).map(
					StackTraceElement::toString).collect(Collectors.joining("\n\t"))));
			throw new AssertionError(leaf + " doesn't end:" + threads, exc);
		}
	}

	private FutureTask<Module> started(final String leaf, final ImagePlus image) {
		final FutureTask<Module> run = new FutureTask<>(() -> {
			// Only the thread of the command knows that it is active.
			WindowManager.setTempCurrentImage(image);
			return bridge.open(command(leaf));
		});
		new Thread(run, "menu").start();
		return run;
	}

	private CommandInfo command(final String leaf) {
		return CommandBridge.commands(context).stream().filter(c -> CommandBridge.leaf(c).equals(leaf))
			.findFirst().orElseThrow();
	}

	private static void assertSucceeded(final Module module) {
		final Cancelable command = (Cancelable) module.getDelegateObject();
		assertFalse(command.isCanceled(), command.getCancelReason());
	}

	/** Runs a command as from the menu and presses OK after these fields were filled in. */
	private String dialog(final String leaf, final ImagePlus image, final Map<String, Object> typed)
		throws Exception
	{
		final CommandInfo command = command(leaf);
		final FutureTask<Module> run = started(leaf, image);
		final Window dialog = dialog(run);
		if (dialog instanceof final GenericDialog generic) EventQueue.invokeAndWait(() -> {
			CommandDialog.type(generic, command, typed);
			generic.actionPerformed(new ActionEvent(generic.getButtons()[0], ActionEvent.ACTION_PERFORMED,
				"OK"));
		});
		else OwnDialog.fillIn(dialog, typed);
		assertSucceeded(ended(run, leaf));
		return RecorderProcessors.line(leaf);
	}

	/**
	 * Whether the menu's thread waits for a modal dialog: one that is closed before that, as nobody
	 * can who looks at it, it waits for until the end of days.
	 */
	private static boolean isWaitedFor() {
		return Thread.getAllStackTraces().entrySet().stream().anyMatch(t -> t.getKey().getName().equals(
			"menu") && t.getKey().getState() == Thread.State.WAITING && Arrays.stream(t.getValue()).anyMatch(
				f -> f.getClassName().equals("java.awt.WaitDispatchSupport")));
	}

	/** ImageJ's dialog, or the suite's own where a command has one. */
	private static Window dialog(final Future<?> run) throws Exception {
		for (int i = 0; i < 300; i++) {
			for (final Window window : Window.getWindows())
				if (window.isShowing() && (window instanceof GenericDialog && isWaitedFor() || OwnDialog.isOne(
					window))) return window;
			if (run.isDone()) throw new AssertionError("no dialog; " + ((Cancelable) ((Module) run.get())
				.getDelegateObject()).getCancelReason());
			Thread.sleep(50);
		}
		throw new AssertionError("no dialog");
	}
}
