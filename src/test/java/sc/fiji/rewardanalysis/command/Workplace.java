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

import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;

/** What a user has before them, in words that can be compared. */
final class Workplace {

	/** Threads that are ours begin so. */
	private static final List<String> OURS = List.of("Reward Analysis", "Evaluation", "Pareto",
		"Solution so far", "Result of an image");

	private final ImagePlus image;
	private final List<String> overlay, windows;
	private final String picture, tables;
	private final Set<String> threads;

	private Workplace(final ImagePlus image) {
		this.image = image;
		overlay = rois(image.getOverlay());
		picture = picture(image);
		tables = tables();
		windows = windows();
		threads = threads();
	}

	static Workplace of(final ImagePlus image) {
		return new Workplace(image);
	}

	/**
	 * What is otherwise now; empty if nothing is.
	 *
	 * @param isUndone whether the run has left nothing; otherwise only what is the user's own is
	 *          compared
	 */
	List<String> changes(final boolean isUndone) {
		final List<String> changes = new ArrayList<>();
		if (!picture(image).equals(picture)) changes.add("pixels, slice or selection: " + picture(image) +
			" instead of " + picture);
		final List<String> now = rois(image.getOverlay());
		if (isUndone ? !now.equals(overlay) : !now.containsAll(overlay)) changes.add("overlay: " + brief(now) +
			" instead of " + brief(overlay));
		if (isUndone && !tables().equals(tables)) changes.add("tables: " + tables() + " instead of " + tables);
		if (isUndone) changes.addAll(later("window", Workplace::windows, windows));
		changes.addAll(later("thread", () -> new ArrayList<>(threads()), new ArrayList<>(threads)));
		return changes;
	}

	private interface Now {

		List<String> get();
	}

	/** Windows close and threads end in their own time. */
	private static List<String> later(final String what, final Now now, final List<String> before) {
		List<String> more = List.of();
		for (int i = 0; i < 300; i++) {
			final List<String> found = new ArrayList<>(now.get());
			before.forEach(found::remove);
			more = found;
			if (more.isEmpty()) return more;
			sleep(100);
		}
		return more.stream().map(m -> what + " " + m).toList();
	}

	private static void sleep(final long ms) {
		try {
			Thread.sleep(ms);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	private static String brief(final List<String> all) {
		return all.size() + " items " + all.stream().limit(4).toList();
	}

	private static List<String> rois(final Overlay overlay) {
		return overlay == null ? List.of() : IntStream.range(0, overlay.size()).mapToObj(overlay::get).map(
			Workplace::describe).toList();
	}

	private static String describe(final Roi roi) {
		return roi == null ? "none" : roi.getTypeAsString() + " " + roi.getName() + " " + roi.getFloatBounds() +
			" " + roi.getStrokeColor() + " " + roi.getPosition();
	}

	private static String picture(final ImagePlus image) {
		final Object pixels = image.getProcessor().getPixels();
		final int hash = pixels instanceof final float[] f ? Arrays.hashCode(f)
			: pixels instanceof final short[] s ? Arrays.hashCode(s) : Arrays.hashCode((byte[]) pixels);
		return hash + ", slice " + image.getCurrentSlice() + ", " + describe(image.getRoi()) + ", changes " +
			image.changes + ", " + image.getTitle() + (image.isLocked() ? ", locked" : "");
	}

	private static String tables() {
		final RoiManager manager = RoiManager.getInstance2();
		return ResultsTable.getResultsTable().size() + " rows of results, " + (manager == null ? 0 : manager
			.getCount()) + " ROIs, " + WindowManager.getImageCount() + " images";
	}

	/** That show. */
	static List<String> windows() {
		return GraphicsEnvironment.isHeadless() ? List.of() : Arrays.stream(Window.getWindows()).filter(
			Window::isShowing).map(w -> w.getClass().getSimpleName() + " " + w.getName()).sorted().toList();
	}

	/** Of ours that are alive. */
	static Set<String> threads() {
		return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
			.filter(t -> OURS.stream().anyMatch(t::startsWith)).collect(Collectors.toCollection(TreeSet::new));
	}
}
