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

package sc.fiji.rewardanalysis.core.detect;

import java.util.Arrays;
import java.util.Locale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * An area without the pixels that are NaN or infinite and their surroundings, where
 * such a pixel would make itself felt.
 *
 * @param area what remains
 * @param invalid how many pixels of the whole image are NaN or infinite
 * @param distance pixels are left out up to this distance from an invalid one, px
 * @param lost size of what was left out, px²
 */
public record ValidArea(Area area, long invalid, double distance, double lost) {

	/** A mask takes so many bytes a pixel while it is made. */
	private static final long MASK_BYTES = 16;

	/**
	 * @param image two-dimensional
	 * @param area in coordinates that begin at (0, 0), px
	 * @param distance how far an invalid pixel reaches, px
	 * @throws RewardAnalysisException if nothing remains, or the image is too large for a
	 *           mask
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static ValidArea of(final RandomAccessibleInterval<? extends RealType<?>> image,
		final Area area, final double distance, final Progress progress)
	{
		Checks.atLeast("distance", distance, 0);
		final long invalid = new PixelStatistics(image, area, progress).extent().invalid();
		if (invalid == 0) return new ValidArea(area, 0, distance, 0);
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		if (distance >= (double) width + height) throw nothingLeft(distance);
		final int rim = (int) Math.ceil(distance) + 1;
		final long pixels = (width + 2L * rim) * (height + 2L * rim);
		if (pixels > Integer.MAX_VALUE - 8 || MASK_BYTES * pixels > Runtime.getRuntime().maxMemory())
			throw new RewardAnalysisException(
				"%d pixels are NaN or infinite, and the image (%d x %d px) is too large to leave out " +
					"their surroundings; replace them, or choose a smaller area.", invalid, width, height);
		final boolean[] mask = mask(image, area, distance, rim, progress);
		final Area remaining = Area.mask(mask, width, height);
		if (remaining.size() == 0) throw nothingLeft(distance);
		return new ValidArea(remaining, invalid, distance, area.size() - remaining.size());
	}

	private static RewardAnalysisException nothingLeft(final double distance) {
		return new RewardAnalysisException(
			"The image has pixels that are NaN or infinite; without them and %.1f px around them nothing of " +
				"the area remains.", distance);
	}

	private static boolean[] mask(final RandomAccessibleInterval<? extends RealType<?>> image,
		final Area area, final double distance, final int rim, final Progress progress)
	{
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		// Beyond the image nothing is invalid: the rim keeps its border away.
		final int stride = width + 2 * rim;
		final boolean[] finite = new boolean[stride * (height + 2 * rim)];
		Arrays.fill(finite, true);
		final PixelRows rows = new PixelRows(image);
		final double[] row = new double[width];
		for (int y = 0; y < height; y++) {
			progress.checkCanceled();
			rows.read(y, row);
			for (int x = 0; x < width; x++)
				finite[(y + rim) * stride + x + rim] = Double.isFinite(row[x]);
		}
		final Area away = Area.mask(finite, stride, height + 2 * rim).inset(distance);
		final boolean[] mask = new boolean[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				mask[y * width + x] = area.contains(x, y) && away.contains(x + rim, y + rim);
		return mask;
	}

	/** A sentence for the user; empty if all pixels are valid. */
	public String describe() {
		return invalid == 0 ? "" : String.format(Locale.ROOT,
			"%s NaN or infinite; left out with %.1f px around (%.0f px², %.1f %% of the area).", invalid == 1
				? "1 pixel is" : invalid + " pixels are", distance, lost, 100 * lost / (lost + area.size()));
	}
}
