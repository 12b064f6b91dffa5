package sc.fiji.rewardanalysis.imagej;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** Images that a command opens. */
public final class Opened {

	private Opened() {}

	/**
	 * Shows an image; in a macro without a display it becomes the active image, as it would
	 * with one. A single command without a display is handed its outputs and needs none.
	 */
	public static void show(final ImagePlus image) {
		if (GraphicsEnvironment.isHeadless() && !IJ.isMacro()) return;
		final ImagePlus own = WindowManager.getTempCurrentImage();
		image.show();
		if (!GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) return;
		// ImageJ knows the active image by thread. This one will run other commands, of other images.
		WindowManager.setTempCurrentImage(own);
		// The macro waits on another one.
		Thread.getAllStackTraces().forEach((thread, stack) -> {
			if (Arrays.stream(stack).anyMatch(e -> e.getClassName().equals(Interpreter.class.getName())))
				WindowManager.setTempCurrentImage(thread, image);
		});
	}
}
