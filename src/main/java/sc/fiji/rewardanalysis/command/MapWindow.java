package sc.fiji.rewardanalysis.command;

import java.awt.EventQueue;

import ij.ImagePlus;
import ij.WindowManager;

import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.ui.Places;

/** A map over an image, in a window beside it, while the image stays the active one. */
final class MapWindow {

	private MapWindow() {}

	/** Shows a map in place of the one of that title; nothing happens without a display. */
	static void show(final ImagePlus map, final ImagePlus image) {
		if (!Display.isInteractive()) return;
		final ImagePlus before = WindowManager.getImage(map.getTitle());
		if (before != null && before.getWidth() == map.getWidth() && before.getHeight() == map
			.getHeight()) before.setImage(map);
		else map.show();
		if (image.getWindow() == null) return;
		EventQueue.invokeLater(() -> {
			if (before == null && map.getWindow() != null) Places.putBeside(map.getWindow(), image
				.getWindow());
			WindowManager.setCurrentWindow(image.getWindow());
		});
	}
}
