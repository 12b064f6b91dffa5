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

package sc.fiji.rewardanalysis.imagej;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

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
	 * @throws RewardAnalysisException if there is no display: even the manager without a window
	 *           needs one
	 * @throws CancellationException if interrupted; what had not begun to be added won't be
	 */
	public static void add(final ImagePlus image, final List<Roi> rois) {
		if (GraphicsEnvironment.isHeadless()) throw new RewardAnalysisException(
			"ImageJ has no ROI Manager without a display; the atoms are in the overlay of \"%s\": save it as TIFF, or give the command that finds them an output_folder for atoms.csv.",
			image.getTitle());
		final RoiManager present = RoiManager.getInstance2();
		onEventThread(() -> {
			final RoiManager manager = present == null ? RoiManager.getRoiManager() : present;
			rois.forEach(roi -> manager.add(image, roi, -1));
		});
	}

	/** The manager's list belongs to it. */
	private static void onEventThread(final Runnable task) {
		if (EventQueue.isDispatchThread()) {
			task.run();
			return;
		}
		final FutureTask<Void> future = new FutureTask<>(task, null);
		EventQueue.invokeLater(future);
		try {
			future.get();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			future.cancel(false);
			throw new CancellationException("Interrupted while waiting for the ROI Manager.");
		}
		catch (final ExecutionException exc) {
			throw new RewardAnalysisException(exc.getCause(), "The ROI Manager failed: %s", exc.getCause()
				.getMessage());
		}
	}
}
