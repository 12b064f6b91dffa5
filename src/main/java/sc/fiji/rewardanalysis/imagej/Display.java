package sc.fiji.rewardanalysis.imagej;

import java.awt.GraphicsEnvironment;

import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.macro.Interpreter;

/** Whether somebody is looking. */
public final class Display {

	private Display() {}

	/** Whether an image was closed, so that nobody sees what is drawn on it. */
	public static boolean isGone(final ImagePlus image) {
		final ImageWindow window = image.getWindow();
		return window == null ? image.getProcessor() == null : window.isClosed();
	}

	/** Whether windows may open: there is a display, and no macro runs in batch mode. */
	public static boolean isInteractive() {
		return !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
	}
}
