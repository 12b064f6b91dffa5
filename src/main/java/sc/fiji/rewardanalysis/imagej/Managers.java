package sc.fiji.rewardanalysis.imagej;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** ImageJ's ROI Manager. */
public final class Managers {

	private Managers() {}

	/**
	 * Adds copies of ROIs to the ROI Manager, which opens if it isn't: in a macro in batch mode
	 * the one that has no window.
	 *
	 * @throws RewardAnalysisException if there is neither a display nor such a macro
	 */
	public static void add(final ImagePlus image, final List<Roi> rois) {
		final RoiManager hidden = RoiManager.getInstance2();
		if (GraphicsEnvironment.isHeadless()) {
			if (hidden == null) throw new RewardAnalysisException(
				"Without a display there is a ROI Manager in macros in batch mode only; begin the macro with setBatchMode(true).");
			rois.forEach(roi -> hidden.add(image, roi, -1));
			return;
		}
		onEventThread(() -> {
			final RoiManager manager = hidden == null ? RoiManager.getRoiManager() : hidden;
			rois.forEach(roi -> manager.add(image, roi, -1));
		});
	}

	/** The manager's list belongs to it. */
	private static void onEventThread(final Runnable task) {
		if (EventQueue.isDispatchThread()) {
			task.run();
			return;
		}
		try {
			EventQueue.invokeAndWait(task);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException exc) {
			throw new RewardAnalysisException(exc.getCause(), "The ROI Manager failed: %s", exc.getCause()
				.getMessage());
		}
	}
}
