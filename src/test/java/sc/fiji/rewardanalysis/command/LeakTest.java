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

import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.swing.SwingUtilities;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.command.crystal.ProjectCrystal;
import sc.fiji.rewardanalysis.command.network.TrainNetwork;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;

/**
 * Runs that are repeated, whose windows open and are closed, leave nothing: no window, listener,
 * thread, image, nor memory. With {@code -Dfaults.runs=200} so many runs in all; prints what it
 * measures.
 */
@NeedsDisplay
class LeakTest {

	private static final int RUNS = Integer.getInteger("faults.runs", 20);

	/** What may come and go, MB: pieces that the heap is given and gives back late. */
	private static final int HEAP = 50, RESIDENT = 200;

	/** Some are let go of late; a number that grows with the runs is a leak. */
	private static final int KEPT = 10;

	@TempDir
	Path folder;

	private final List<WeakReference<Object>> used = new ArrayList<>();
	private final Map<String, Integer> written = new HashMap<>();
	private Context context;

	/**
	 * What there is once nothing runs.
	 *
	 * @param listeners of images, of selections, and of all events
	 * @param kept images and windows of earlier runs that something still refers to
	 * @param heap in use after a collection, MB
	 * @param direct buffers outside of it, MB
	 * @param resident memory of the process, MB; -1 where that can't be told
	 */
	private record State(int windows, int frames, int listeners, int ours, int threads, long kept,
		double heap, double direct, int resident)
	{

		@Override
		public String toString() {
			return String.format(Locale.ROOT,
				"| %d | %d | %d | %d | %d | %d | %.1f | %.1f | %d |", windows, frames, listeners, ours, threads, kept,
				heap, direct, resident);
		}
	}

	private State state() throws Exception {
		double heap = Double.POSITIVE_INFINITY;
		// Finalizers and reference queues need a while.
		for (int i = 0; i < 4; i++) {
			System.gc();
			Thread.sleep(100);
			heap = Math.min(heap, (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) /
				1048576.0);
		}
		final double direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream().mapToLong(
			BufferPoolMXBean::getMemoryUsed).sum() / 1048576.0;
		return new State((int) Arrays.stream(Window.getWindows()).filter(Window::isShowing).count(),
			WindowManager.getImageCount() + WindowManager.getNonImageWindows().length, listeners(ImagePlus.class) +
				listeners(Roi.class) + Toolkit.getDefaultToolkit()
					.getAWTEventListeners().length, Workplace.threads().size(), Thread.getAllStackTraces().size(),
			used.stream().filter(r -> r.get() != null).count(), heap, direct, resident());
	}

	private static int listeners(final Class<?> type) throws Exception {
		final Field field = type.getDeclaredField("listeners");
		field.setAccessible(true);
		return ((Collection<?>) field.get(null)).size();
	}

	private static int resident() throws Exception {
		final Path status = Path.of("/proc/self/status");
		return Files.notExists(status) ? -1 : Files.readAllLines(status).stream().filter(l -> l.startsWith(
			"VmRSS:")).mapToInt(l -> Integer.parseInt(l.replaceAll("\\D", "")) >> 10).findFirst().orElse(-1);
	}

	@Test
	void repeatedRunsLeaveNothing() throws Exception {
		final Map<String, String> all = new LinkedHashMap<>(SmallRuns.options(folder));
		all.put(TrainNetwork.LEAF,
			"lattice=Fe-100 image_size=16 images=4 held_out=2 batch=2 epochs=2 channels=2 levels=1");
		all.put(OptimizeAtomFinding.LEAF, "lattice=SrTiO3-001 refine=gaussian engine=bayesian evaluations=12");
		all.put(ProjectCrystal.LEAF, SmallRuns.PROJECTION);
		if (!NeedsNetworks.Condition.holds()) all.keySet().removeAll(RecordedSteps.NETWORKS);
		context = new Context(CommandService.class, ConvertService.class, StatusService.class);
		final List<Map.Entry<String, String>> commands = new ArrayList<>(all.entrySet());
		System.out.println(
			"| runs | windows | frames of ImageJ | listeners | our threads | threads | images and windows kept | heap MB | direct MB | resident MB |");
		System.out.println("|---|---|---|---|---|---|---|---|---|---|");
		// Classes, caches, PyTorch.
		for (final Map.Entry<String, String> command : commands)
			run(command);
		final State first = state();
		System.out.println("| 0 " + first);
		State last = first;
		for (int i = 1; i <= RUNS; i++) {
			run(commands.get(i % commands.size()));
			if (i % Math.max(10, RUNS / 10) == 0 || i == RUNS) System.out.println("| " + i + " " + (last = state()));
		}
		context.dispose();
		assertEquals(0, last.windows);
		assertEquals(first.frames, last.frames);
		assertEquals(first.listeners, last.listeners);
		assertEquals(0, last.ours);
		assertTrue(last.threads <= first.threads + 2, first + " " + last);
		assertTrue(last.kept <= first.kept + KEPT, last.kept + " images and windows are kept: " + used.stream().map(
			WeakReference::get).filter(o -> o != null).map(Object::toString).toList());
		assertTrue(last.heap < first.heap + HEAP, first + " " + last);
		assertTrue(last.direct <= first.direct + 1, first + " " + last);
		assertTrue(last.resident <= first.resident + RESIDENT, first + " " + last);
	}

	/** Runs a command on an image of its own, and closes whatever opens. */
	private void run(final Map.Entry<String, String> command) throws Exception {
		final CommandInfo info = Commands.all(context).stream().filter(c -> Commands.leaf(c).equals(command
			.getKey())).findFirst().orElseThrow();
		final Map<String, Object> inputs = new LinkedHashMap<>(Commands.inputs(context, info, command
			.getValue()));
		if (info.getInput("image") != null) {
			final ImagePlus image = Commands.sample("srtio3");
			image.show();
			used.add(new WeakReference<>(image));
			inputs.put("image", image);
		}
		final Path out = Files.createTempDirectory(folder, "out");
		// Most of the time goes into files, which leave nothing in memory: not each time.
		if (written.merge(command.getKey(), 1, Integer::sum) % 4 == 1 || command.getKey().equals(
			TrainNetwork.LEAF)) inputs.put("output_folder", out.toFile());
		final AnalysisCommand done = (AnalysisCommand) context.service(CommandService.class).run(info, true,
			inputs).get(300, TimeUnit.SECONDS).getDelegateObject();
		assertFalse(done.isCanceled(), command.getKey() + ": " + done.getCancelReason());
		closeAll();
		KilledRun.delete(out);
	}

	/** As a user does, by the window's own button. */
	private void closeAll() throws Exception {
		for (int i = 0; i < 100; i++) {
			final List<Window> open = new ArrayList<>();
			SwingUtilities.invokeAndWait(() -> Arrays.stream(Window.getWindows()).filter(Window::isShowing).forEach(
				open::add));
			if (open.isEmpty() && i > 2) return;
			for (final Window window : open) {
				if (used.stream().noneMatch(r -> r.get() == window)) used.add(new WeakReference<>(window));
				SwingUtilities.invokeAndWait(() -> {
					if (WindowManager.getImageCount() > 0) for (final int id : WindowManager.getIDList())
						WindowManager.getImage(id).changes = false;
					// Without ImageJ's own window its images' windows would only be hidden by their button.
					if (window instanceof final ImageWindow shown) shown.close();
					else window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));
				});
			}
			Thread.sleep(20);
		}
		throw new AssertionError("These don't close: " + Workplace.windows() + " " + Arrays.toString(Frame
			.getFrames()));
	}
}
