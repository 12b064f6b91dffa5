package sc.fiji.rewardanalysis.command;

import java.awt.EventQueue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.StackWindow;

import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.ui.WindowPlaces;

/** A map over an image, in a window beside it, while the image stays the active one. */
final class MapWindow {

	private MapWindow() {}

	/**
	 * Shows a map in place of the one of that title; nothing happens without a display.
	 *
	 * @return where it is shown; the image if it isn't
	 */
	static ImagePlus show(final ImagePlus map, final ImagePlus image) {
		if (!Display.isInteractive()) return image;
		final ImagePlus before = WindowManager.getImage(map.getTitle());
		final boolean again = before != null && before.getWidth() == map.getWidth() && before
			.getHeight() == map.getHeight();
		final ImagePlus shown = again ? before : map;
		if (again) before.setImage(map);
		else map.show();
		// ImageJ opens a stack with its slider on the first slice, whichever is shown
		if (shown.getWindow() instanceof final StackWindow window) EventQueue.invokeLater(
			window::updateSliceSelector);
		if (image.getWindow() != null) EventQueue.invokeLater(() -> {
			if (!again && map.getWindow() != null) WindowPlaces.putBeside(map.getWindow(), image.getWindow());
			WindowManager.setCurrentWindow(image.getWindow());
		});
		return shown;
	}
}
