package sc.fiji.rewardanalysis.imagej;

import java.awt.GraphicsEnvironment;

import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.macro.Interpreter;

/** Whether somebody is looking. */
public final class Display {

	/** Threads whose work nobody looks at, though there may be a display. */
	private static final ThreadLocal<Boolean> UNSEEN = ThreadLocal.withInitial(() -> false);

	private Display() {}

	/** Whether an image was closed, so that nobody sees what is drawn on it. */
	public static boolean isGone(final ImagePlus image) {
		final ImageWindow window = image.getWindow();
		return window == null ? image.getProcessor() == null : window.isClosed();
	}

	/**
	 * Whether windows may open: there is a display, no macro runs in batch mode, and this isn't
	 * {@link #unseen}.
	 */
	public static boolean isInteractive() {
		return !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode() && !UNSEEN.get();
	}

	/** Does something on this thread without opening windows, such as the next image of a folder. */
	public static void unseen(final Runnable work) {
		final boolean before = UNSEEN.get();
		UNSEEN.set(true);
		try {
			work.run();
		}
		finally {
			if (before) UNSEEN.set(true);
			else UNSEEN.remove();
		}
	}
}
