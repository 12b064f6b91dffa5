package sc.fiji.rewardanalysis.imagej;

import java.awt.GraphicsEnvironment;

import ij.macro.Interpreter;

/** Whether somebody is looking. */
public final class Display {

	private Display() {}

	/** Whether windows may open: there is a display, and no macro runs in batch mode. */
	public static boolean isInteractive() {
		return !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
	}
}
