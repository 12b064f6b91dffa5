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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.LUT;

import sc.fiji.rewardanalysis.core.workflow.windows.WindowMaps;

/**
 * Maps of windows as 32-bit images, a channel each: only channels have display ranges of their
 * own.
 */
public final class WindowImages {

	/** The file of the maps. */
	public static final String NAME = "maps.tif";

	private WindowImages() {}

	/**
	 * The maps over the analysed box, with the image's unit and origin.
	 *
	 * @param analysed where the windows are
	 */
	public static ImagePlus maps(final WindowMaps maps, final AnalysedImage analysed) {
		final ImageStack stack = new ImageStack(maps.width(), maps.height());
		for (final WindowMaps.Map map : maps.maps())
			stack.addSlice(map.label(), new FloatProcessor(maps.width(), maps.height(), map.values()
				.clone()));
		final ImagePlus plain = new ImagePlus("Maps of " + analysed.source().getTitle(), stack);
		plain.setDimensions(stack.size(), 1, 1);
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COLOR);
		for (int c = 1; c <= stack.size(); c++) {
			final float[] range = maps.maps().get(c - 1).range();
			final LUT colours = RegionImages.heatColours();
			colours.min = range[0];
			colours.max = range[1];
			image.setChannelLut(colours, c);
		}
		final Calibration calibration = analysed.source().getCalibration().copy();
		calibration.setFunction(Calibration.NONE, null, "");
		calibration.pixelWidth *= maps.block();
		calibration.pixelHeight *= maps.block();
		calibration.xOrigin = (calibration.xOrigin - analysed.x()) / maps.block();
		calibration.yOrigin = (calibration.yOrigin - analysed.y()) / maps.block();
		image.setCalibration(calibration);
		// Confidence last, and first to be seen.
		image.setPosition(stack.size(), 1, 1);
		return image;
	}
}
