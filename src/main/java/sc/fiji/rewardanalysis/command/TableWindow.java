package sc.fiji.rewardanalysis.command;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Window;

import ij.ImagePlus;
import ij.WindowManager;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.imagej.Tables;
import sc.fiji.rewardanalysis.ui.WindowPlaces;

/** A table of results, which ImageJ would open on top of the image. */
final class TableWindow {

	private TableWindow() {}

	/** Shows it beside an image; if it was open already, where it is. */
	static void show(final CsvTable table, final String title, final ImagePlus image) {
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
