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

import java.awt.Color;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import javax.swing.SwingUtilities;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.event.EventHandler;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageWindow;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.command.crystal.ProjectCrystal;
import sc.fiji.rewardanalysis.command.many.ProcessFolder;
import sc.fiji.rewardanalysis.command.network.TrainNetwork;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;

/**
 * Escape at random moments of every command that takes its time, on an image with an overlay, a
 * selection, a table and a ROI Manager of the user's: a run that is cancelled leaves all as it was,
 * one that keeps what it has found leaves what is the user's. With {@code -Dfaults.cancels=50} so
 * many cancels of each, {@code -Dfaults.within=30} in the first 30 ms only, {@code -Dfaults.seed} for other
 * moments.
 */
@NeedsDisplay
class CancelMomentsTest {

	private static final int CANCELS = Integer.getInteger("faults.cancels", 1);

	/** The latest moment of a cancel, ms. */
	private static final int WITHIN = Integer.getInteger("faults.within", Integer.MAX_VALUE);

	@TempDir
	Path folder;

	private final SplittableRandom random = new SplittableRandom(Long.getLong("faults.seed", 1));
	private Context context;
	private ImagePlus image;
	private Bar bar;
	private int run;

	/** The bar in ImageJ's window. */
	private static final class Bar {

		private final AtomicReference<StatusEvent> last = new AtomicReference<>();

		@EventHandler
		private void onEvent(final StatusEvent event) {
			if (event.getProgressMaximum() > 0) last.set(event);
		}

		/** Events are told on the event thread, in their own time. */
		void assertGone(final String where) throws InterruptedException {
			for (int i = 0; i < 100 && !isGone(); i++)
				Thread.sleep(50);
			assertTrue(isGone(), where + ": the bar is left at " + last.get());
		}

		private boolean isGone() {
			final StatusEvent event = last.get();
			return event == null || event.getProgressValue() == event.getProgressMaximum();
		}
	}

	@BeforeEach
	void open() {
		context = new Context(CommandService.class, ConvertService.class, StatusService.class);
		bar = new Bar();
		context.inject(bar);
	}

	@AfterEach
	void close() throws Exception {
		windowsClose();
		context.dispose();
	}

	private static void windowsClose() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			// ImageJ keeps an image until its window is closed, not only gone.
			for (final Frame frame : Frame.getFrames())
				if (frame instanceof final ImageWindow shown && shown.getImagePlus() != null) {
					shown.getImagePlus().changes = false;
					shown.close();
				}
			Arrays.stream(Window.getWindows()).forEach(Window::dispose);
		});
		IJ.resetEscape();
	}

	/** As a user has it. */
	private void show(final int frames) throws Exception {
		windowsClose();
		image = Commands.sample("srtio3");
		if (frames > 1) {
			final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
			for (int i = 0; i < frames; i++)
				stack.addSlice(image.getProcessor().duplicate());
			image.setStack(stack);
		}
		final Overlay overlay = new Overlay();
		final Roi roi = new OvalRoi(20, 30, 40, 50);
		roi.setStrokeColor(Color.CYAN);
		roi.setName("mine");
		overlay.add(roi);
		image.setOverlay(overlay);
		image.setRoi(new Roi(10, 12, 230, 228));
		image.show();
		final ResultsTable table = ResultsTable.getResultsTable();
		table.reset();
		table.addRow();
		table.addValue("mine", 1);
		RoiManager manager = RoiManager.getInstance2();
		if (manager == null) manager = new RoiManager(false);
		manager.reset();
		manager.addRoi(new Roi(1, 2, 3, 4));
		SwingUtilities.invokeAndWait(() -> {});
	}

	private Future<? extends Module> start(final String leaf, final String options) throws IOException {
		final CommandInfo info = Commands.all(context).stream().filter(c -> Commands.leaf(c).equals(leaf))
			.findFirst().orElseThrow();
		final Map<String, Object> inputs = new HashMap<>(Commands.inputs(context, info, options));
		if (info.getInput("image") != null) inputs.put("image", image);
		inputs.put("output_folder", Files.createDirectory(folder.resolve("run" + run++)).toFile());
		return context.service(CommandService.class).run(info, true, inputs);
	}

	private AnalysisCommand ended(final Future<? extends Module> running) throws Exception {
		return (AnalysisCommand) running.get(300, TimeUnit.SECONDS).getDelegateObject();
	}

	private void cancel(final String leaf, final String options, final int frames) throws Exception {
		// The first one also loads classes, and is longer; then some moments come too late.
		final double once = whole(leaf, options, frames), whole = CANCELS > 1 ? Math.min(once, whole(leaf,
			options, frames)) : once / 2;
		int undone = 0, late = 0;
		for (int i = 0; i < CANCELS; i++) {
			show(frames);
			final Workplace before = Workplace.of(image);
			final double moment = random.nextDouble() * Math.min(WITHIN, whole);
			final Future<? extends Module> running = start(leaf, options);
			Thread.sleep((long) moment);
			if (running.isDone()) late++;
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			final AnalysisCommand command = ended(running);
			IJ.setKeyUp(KeyEvent.VK_ESCAPE);
			final String where = String.format("%s after %.0f ms of %.0f: %s", leaf, moment, whole, command
				.getCancelReason());
			if (command.isCanceled()) undone++;
			assertEquals(List.of(), before.changes(command.isCanceled()), where);
			bar.assertGone(where);
		}
		System.out.printf("%s: %d cancels within %.1f s, %d left nothing, %d kept what was found, %d were late%n",
			leaf, CANCELS, whole * 1e-3, undone, CANCELS - undone - late, late);
	}

	/** How long it takes, ms. */
	private double whole(final String leaf, final String options, final int frames) throws Exception {
		show(frames);
		final long start = System.nanoTime();
		assertFalse(ended(start(leaf, options)).isCanceled(), leaf);
		return (System.nanoTime() - start) * 1e-6;
	}

	@Test
	void aCancelLeavesWhatIsTheUsers() throws Exception {
		final Map<String, String> all = new LinkedHashMap<>(SmallRuns.options(folder));
		final Path images = Files.createDirectory(folder.resolve("images"));
		for (int i = 0; i < 3; i++)
			new FileSaver(Commands.sample("srtio3")).saveAsTiff(images.resolve(i + ".tif").toString());
		all.put(ProcessFolder.LEAF, "input_folder=[" + images + "] options=[lattice=SrTiO3-001 refine=none]");
		all.put(TrainNetwork.LEAF, "epochs=3 images=16 held_out=8 image_size=32 channels=4");
		all.put(SimulateImage.LEAF, "width=512 height=512");
		all.put(ProjectCrystal.LEAF, SmallRuns.PROJECTION);
		for (final Map.Entry<String, String> each : all.entrySet()) {
			if (RecordedSteps.NETWORKS.contains(each.getKey()) && !NeedsNetworks.Condition.holds()) continue;
			final String only = System.getProperty("faults.only", "");
			if (each.getKey().startsWith(only)) cancel(each.getKey(), each.getValue(), each.getKey().equals(
				OptimizeTimeSeries.LEAF) ? 2 : 1);
		}
	}

	@Test
	void aCancelOfASearchOfAllSlicesLeavesWhatIsTheUsers() throws Exception {
		cancel(OptimizeAtomFinding.LEAF, "slices=mean engine=bayesian evaluations=20 lattice=SrTiO3-001", 3);
	}
}
