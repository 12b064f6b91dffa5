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
import java.awt.Rectangle;
import java.util.Locale;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.RoiListener;

/** Tells when the selection or the pixels of one image change, until it is closed. */
public final class ImageWatcher implements AutoCloseable {

	private final ImagePlus image;
	private final Runnable changed, gone;
	private volatile String selected;
	private final RoiListener rois = (source, id) -> heard(source);
	private final ImageListener images = new ImageListener() {

		@Override
		public void imageOpened(final ImagePlus source) {
			// Another one.
		}

		@Override
		public void imageUpdated(final ImagePlus source) {
			heard(source);
		}

		@Override
		public void imageClosed(final ImagePlus source) {
			if (source == image) EventQueue.invokeLater(gone);
		}
	};

	/**
	 * @param changed called on the event thread whenever selection, slice or pixels may have
	 *          changed
	 * @param gone called there once the image is closed
	 */
	public ImageWatcher(final ImagePlus image, final Runnable changed, final Runnable gone) {
		this.image = image;
		this.changed = changed;
		this.gone = gone;
		selected = selection();
		Roi.addRoiListener(rois);
		ImagePlus.addImageListener(images);
	}

	private void heard(final ImagePlus source) {
		if (source == image) EventQueue.invokeLater(changed);
		// A selection that isn't on an image yet has none, nor has a ROI that is drawn elsewhere.
		else if (source == null) EventQueue.invokeLater(() -> {
			final String now = selection();
			if (now.equals(selected)) return;
			selected = now;
			changed.run();
		});
	}

	private String selection() {
		final Roi roi = image.getRoi();
		return roi == null ? "" : System.identityHashCode(roi) + " " + roi.getTypeAsString() + " " + roi
			.getFloatBounds() + " " + roi.size();
	}

	@Override
	public void close() {
		Roi.removeRoiListener(rois);
		ImagePlus.removeImageListener(images);
	}

	/** What of the image is analysed, in words. */
	public static String describe(final ImagePlus image) {
		final Roi roi = image.getRoi();
		final boolean isArea = roi != null && roi.isArea();
		final Rectangle whole = new Rectangle(0, 0, image.getWidth(), image.getHeight());
		final Rectangle box = isArea ? roi.getBounds().intersection(whole) : whole;
		final String size = Math.max(0, box.width) + " × " + Math.max(0, box.height) + " px";
		final String what = isArea ? roi.getType() == Roi.RECTANGLE ? "Selection " : "Selection within "
			: "Whole image ";
		// There is no room for more.
		return image.getStackSize() < 2 ? what + size : String.format(Locale.ROOT, "%s%s, slice %d of %d",
			isArea ? "Selection " : "", size, image.getCurrentSlice(), image.getStackSize());
	}
}
