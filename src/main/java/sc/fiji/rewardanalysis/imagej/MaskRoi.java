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

import java.awt.Rectangle;
import java.util.Optional;
import java.util.function.IntPredicate;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/**
 * Masks as ROIs of ImageJ's, with holes and in several pieces where the mask has them.
 * Outlines run along the pixels' edges, so the ROI holds exactly the mask's pixels.
 */
public final class MaskRoi {

	private static final int INSIDE = 255;

	private MaskRoi() {}

	/**
	 * The foreground of a mask.
	 *
	 * @param mask row by row, {@code mask[y * width + x]}
	 * @param left column of the image where the mask begins, px
	 * @param top its row, px
	 * @return empty if the mask has no foreground
	 */
	public static Optional<Roi> of(final boolean[] mask, final int width, final int height,
		final int left, final int top)
	{
		return of(i -> mask[i], width, height, left, top);
	}

	/** The same of a mask that is asked for each {@code y * width + x}. */
	static Optional<Roi> of(final IntPredicate mask, final int width, final int height, final int left,
		final int top)
	{
		final byte[] levels = new byte[width * height];
		for (int i = 0; i < levels.length; i++)
			if (mask.test(i)) levels[i] = (byte) INSIDE;
		final ByteProcessor processor = new ByteProcessor(width, height, levels);
		processor.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(processor);
		if (roi == null) return Optional.empty();
		final Rectangle bounds = roi.getBounds();
		roi.setLocation(left + bounds.x, top + bounds.y);
		return Optional.of(roi);
	}

	/**
	 * Which pixels an area selection holds, row by row.
	 *
	 * @param left column of the image where the mask begins, px
	 * @param top its row, px
	 */
	public static boolean[] mask(final Roi roi, final int width, final int height, final int left,
		final int top)
	{
		final Rectangle bounds = roi.getBounds();
		final ImageProcessor selected = roi.getMask();
		final boolean[] mask = new boolean[width * height];
		final Rectangle inside = bounds.intersection(new Rectangle(left, top, width, height));
		for (int y = inside.y; y < inside.y + inside.height; y++)
			for (int x = inside.x; x < inside.x + inside.width; x++)
				mask[(y - top) * width + x - left] = selected == null || selected.get(x - bounds.x, y -
					bounds.y) != 0;
		return mask;
	}
}
