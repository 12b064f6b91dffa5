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

package sc.fiji.rewardanalysis.imagej.macro;

import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.Recorder;
import ij.text.TextPanel;
import ij.text.TextWindow;

/**
 * An ImageJ in which a macro finds nothing of the user's but a copy of the image, in batch mode:
 * no other image that it could change or close, an empty Results table and an empty ROI Manager,
 * without windows. Whatever it does, all is as before at the end. Used on the thread that runs
 * the macro.
 */
final class MacroSandbox implements AutoCloseable {

	/** What is put back at the end, the last change first. */
	private final Deque<Runnable> undo = new ArrayDeque<>();

	private final Set<Window> before = new HashSet<>(Arrays.asList(WindowManager
		.getAllNonImageWindows()));

	/**
	 * @param copy what the macro works on
	 * @param macro whose text may name other open images; it gets copies of these
	 */
	MacroSandbox(final ImagePlus copy, final String macro) {
		try {
			stopRecording();
			final List<ImagePlus> named = named(macro, copy.getTitle());
			MacroSettings.save().forEach(undo::push);
			undo.push(MacroSettings.runningMacro());
			hideWindows();
			hideBatchImages();
			if (!GraphicsEnvironment.isHeadless()) {
				hidePanel();
				undo.push(MacroSettings.withoutManager());
			}
			hideResults();
			beginBatch();
			for (final ImagePlus image : named)
				Interpreter.addBatchModeImage(image);
			Interpreter.addBatchModeImage(copy);
			WindowManager.setTempCurrentImage(copy);
		}
		catch (final RuntimeException | Error exc) {
			close();
			throw exc;
		}
	}

	private void stopRecording() {
		final boolean record = Recorder.record;
		Recorder.record = false;
		undo.push(() -> Recorder.record = record);
	}

	/** Copies of other open images that a macro names. */
	private static List<ImagePlus> named(final String macro, final String own) {
		final List<ImagePlus> named = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && !image.getTitle().equals(own) && macro.contains(image.getTitle())) named.add(
				copy(image, 1, image.getStackSize()));
		}
		return named;
	}

	/** Slices of an image as a new one, whatever is selected on it. */
	static ImagePlus copy(final ImagePlus image, final int first, final int last) {
		final ImageStack slices = new ImageStack(image.getWidth(), image.getHeight());
		final ImageStack all = image.getStack();
		for (int i = first; i <= last; i++)
			slices.addSlice(all.getSliceLabel(i), all.getProcessor(i).duplicate());
		final ImagePlus copy = image.createImagePlus();
		copy.setStack(image.getTitle(), slices);
		if (last - first + 1 == image.getStackSize()) {
			copy.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
			copy.setOpenAsHyperStack(image.isHyperStack());
		}
		copy.setDisplayRange(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		return copy;
	}

	/** Windows stay where they are on the screen; ImageJ only doesn't list them. */
	private void hideWindows() {
		final List<ImageWindow> images = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && image.getWindow() != null) images.add(image.getWindow());
		}
		final ImageWindow current = WindowManager.getCurrentWindow();
		final Window front = WindowManager.getActiveWindow();
		final ImagePlus temporary = WindowManager.getTempCurrentImage();
		undo.push(() -> {
			images.stream().filter(w -> !w.isClosed()).forEach(WindowManager::addWindow);
			if (current != null && !current.isClosed()) WindowManager.setCurrentWindow(current);
			WindowManager.setWindow(front);
			WindowManager.setTempCurrentImage(temporary);
		});
		// Otherwise each of the others would become the current one for a moment.
		Prefs.closingAll = true;
		images.forEach(WindowManager::removeWindow);
		Prefs.closingAll = false;
		final List<Window> tables = before.stream().filter(TextWindow.class::isInstance).filter(w -> !"Log"
			.equals(((TextWindow) w).getTitle())).toList();
		undo.push(() -> tables.stream().filter(Window::isDisplayable).forEach(WindowManager::addWindow));
		tables.forEach(WindowManager::removeWindow);
	}

	/** Of a macro that runs this one. */
	private void hideBatchImages() {
		final boolean on = Interpreter.batchMode;
		final ImagePlus active = Interpreter.getLastBatchModeImage();
		final List<ImagePlus> images = Arrays.stream(Interpreter.getBatchModeImageIDs()).mapToObj(
			Interpreter::getBatchModeImage).filter(Objects::nonNull).toList();
		undo.push(() -> {
			Interpreter.batchMode = on;
			images.forEach(Interpreter::addBatchModeImage);
			if (active != null) Interpreter.activateImage(active);
		});
		images.forEach(Interpreter::removeBatchModeImage);
	}

	/** A panel without a window, for ImageJ would open one. */
	private void hidePanel() {
		final TextPanel panel = IJ.isResultsWindow() ? IJ.getTextPanel() : null;
		undo.push(() -> IJ.setTextPanel(panel));
		IJ.setTextPanel(new TextPanel("Results"));
	}

	private void hideResults() {
		final ResultsTable results = Analyzer.getResultsTable();
		// The window still shows what is in the table, so it needn't be told.
		undo.push(() -> Analyzer.setResultsTable(results));
		Analyzer.setResultsTable(new ResultsTable());
	}

	private void beginBatch() {
		undo.push(() -> {
			for (final int id : Interpreter.getBatchModeImageIDs()) {
				final ImagePlus image = Interpreter.getBatchModeImage(id);
				if (image != null) Interpreter.removeBatchModeImage(image);
			}
			WindowManager.setTempCurrentImage(null);
			Interpreter.batchMode = false;
		});
		Interpreter.batchMode = true;
	}

	/** The tables that the macro has opened in windows of their own. */
	List<ResultsTable> tables() {
		return Arrays.stream(WindowManager.getAllNonImageWindows()).filter(w -> !before.contains(w) &&
			w instanceof TextWindow).map(w -> ((TextWindow) w).getResultsTable()).filter(Objects::nonNull)
			.toList();
	}

	/** What ImageJ said of a command that broke down; empty if none did. */
	String exception() {
		return Arrays.stream(WindowManager.getAllNonImageWindows()).filter(w -> !before.contains(w) &&
			w instanceof TextWindow && ((TextWindow) w).getTitle().equals("Exception")).map(
				w -> ((TextWindow) w).getTextPanel().getText()).flatMap(String::lines).filter(l -> l.contains(
					"Exception") || l.contains("Error")).findFirst().orElse("");
	}

	/** All as before. */
	@Override
	public void close() {
		// Images that were shown in spite of all, and tables.
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image == null || image.getWindow() == null) continue;
			image.changes = false;
			image.close();
		}
		for (final Window window : WindowManager.getAllNonImageWindows())
			if (!before.contains(window) && !isLog(window)) {
				WindowManager.removeWindow(window);
				window.dispose();
			}
		while (!undo.isEmpty())
			undo.pop().run();
	}

	private static boolean isLog(final Window window) {
		return window instanceof final TextWindow text && "Log".equals(text.getTitle());
	}

	/** Whether a selection is one that a macro has made. */
	static boolean isNew(final Roi roi, final Roi given) {
		return roi != null && !roi.equals(given);
	}
}
