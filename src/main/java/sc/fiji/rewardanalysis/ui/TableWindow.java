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

package sc.fiji.rewardanalysis.ui;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Window;

import ij.ImagePlus;
import ij.WindowManager;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.Tables;

/** A table of results, which ImageJ would open on top of the image. */
public final class TableWindow {

	private TableWindow() {}

	/** Shows it beside an image; if it was open already, where it is. */
	public static void show(final CsvTable table, final String title, final ImagePlus image) {
		final Window before = WindowManager.getWindow(title);
		final Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
		Tables.show(table, title);
		// ImageJ raises a table that it renews, over the window that someone works in
		if (before != null && active != null && active != before) EventQueue.invokeLater(() -> backTo(
			active));
		if (before != null || !Display.isInteractive() || image.getWindow() == null) return;
		EventQueue.invokeLater(() -> {
			final Window window = WindowManager.getWindow(title);
			if (window != null) WindowPlaces.putBeside(window, image.getWindow());
		});
	}

	private static void backTo(final Window window) {
		window.toFront();
		final Component owner = window.getMostRecentFocusOwner();
		if (owner != null) owner.requestFocus();
	}
}
