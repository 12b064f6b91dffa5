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

package sc.fiji.rewardanalysis.ui;

import java.awt.EventQueue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.StackWindow;

import sc.fiji.rewardanalysis.imagej.Display;

/** A map over an image, in a window beside it, while the image stays the active one. */
public final class MapWindow {

	private MapWindow() {}

	/**
	 * Shows a map in place of the one of that title; nothing happens without a display.
	 *
	 * @return where it is shown; the image if it isn't
	 */
	public static ImagePlus show(final ImagePlus map, final ImagePlus image) {
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
