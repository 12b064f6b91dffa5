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

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Where an image shows nothing at all: squares of pixels that are exactly alike, such as the rest of a
 * scan that was broken off, a black margin, a saturated part. There each pixel is a maximum of the scale
 * space, as high as its neighbours, and {@code blob_log} calls each a blob. For a rectangle of the image;
 * its pixels are looked at as soon as there is a reason to. Not thread-safe.
 */
final class BlankParts<T extends RealType<T>> {

	/** So many times sigma a blob's surroundings reach: a saturated atom is smaller than that. */
	private static final double REACH = 3;

	private final RandomAccess<T> access;
	private final int imageWidth, imageHeight;

	/** What sums are known of, px of the image, from, to (exclusive). */
	private final int x0, y0, x1, y1;

	/** By corner: how many pixels above and to the left differ from their right, and their lower neighbour. */
	private int[] across, down;

	/**
	 * @param image two-dimensional, origin (0, 0)
	 * @param part whose blobs are asked for
	 * @param maxSigma the largest, px
	 */
	BlankParts(final RandomAccessibleInterval<T> image, final Tile part, final double maxSigma) {
		access = image.randomAccess();
		imageWidth = (int) image.dimension(0);
		imageHeight = (int) image.dimension(1);
		final int reach = reach(maxSigma);
		x0 = Math.max(0, part.fromX() - reach);
		y0 = Math.max(0, part.fromY() - reach);
		x1 = Math.min(imageWidth, part.toX() + reach + 1);
		y1 = Math.min(imageHeight, part.toY() + reach + 1);
	}

	private static int reach(final double sigma) {
		return (int) Math.ceil(REACH * sigma);
	}

	/**
	 * Whether all pixels no farther than three times {@code sigma} to either side are alike, as far as the
	 * image goes.
	 */
	boolean hold(final int x, final int y, final double sigma) {
		// Nearly all that is asked for ends here.
		if (x > 0 && differsAcross(x - 1, y) || y > 0 && differsDown(x, y - 1) || differsAcross(x,
			y) || differsDown(x, y)) return false;
		if (across == null) {
			across = sums(this::differsAcross);
			down = sums(this::differsDown);
		}
		final int reach = reach(sigma);
		final int left = Math.max(0, x - reach) - x0, right = Math.min(imageWidth - 1, x + reach) - x0;
		final int top = Math.max(0, y - reach) - y0, bottom = Math.min(imageHeight - 1, y + reach) - y0;
		return number(across, left, right, top, bottom + 1) == 0 && number(down, left, right + 1, top,
			bottom) == 0;
	}

	/** How many there are from, to (exclusive). */
	private int number(final int[] sums, final int left, final int right, final int top, final int bottom) {
		final int stride = x1 - x0 + 1;
		return sums[bottom * stride + right] - sums[bottom * stride + left] - sums[top * stride + right] +
			sums[top * stride + left];
	}

	/** Whether something holds of a pixel. */
	private interface Trait {

		boolean of(int x, int y);
	}

	private int[] sums(final Trait trait) {
		final int width = x1 - x0, height = y1 - y0, stride = width + 1;
		final int[] all = new int[stride * (height + 1)];
		for (int y = 0; y < height; y++) {
			int row = 0;
			for (int x = 0; x < width; x++) {
				if (trait.of(x0 + x, y0 + y)) row++;
				all[(y + 1) * stride + x + 1] = all[y * stride + x + 1] + row;
			}
		}
		return all;
	}

	private boolean differsAcross(final int x, final int y) {
		return x + 1 < imageWidth && at(x + 1, y) != at(x, y);
	}

	private boolean differsDown(final int x, final int y) {
		return y + 1 < imageHeight && at(x, y + 1) != at(x, y);
	}

	private double at(final int x, final int y) {
		access.setPosition(x, 0);
		access.setPosition(y, 1);
		return access.get().getRealDouble();
	}
}
