package sc.fiji.rewardanalysis.ui;

import java.awt.Window;

import ij.IJ;
import ij.ImageJ;

/** The icon of windows. */
public final class Icons {

	private Icons() {}

	/** Gives a window ImageJ's icon; without ImageJ's own window it keeps its icon. */
	public static void put(final Window window) {
		final ImageJ main = IJ.getInstance();
		if (main != null && !main.getIconImages().isEmpty()) window.setIconImages(main.getIconImages());
	}
}
