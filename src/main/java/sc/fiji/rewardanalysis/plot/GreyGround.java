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

package sc.fiji.rewardanalysis.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.function.DoubleToIntFunction;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * A grey image for a page, to be drawn on. Each pixel of a small image becomes a square of
 * several, so that lines on it are smooth; large images are shrunk to what a screen can show.
 */
final class GreyGround {

	/** Magnify until this many pixels wide or high: at 300 dots an inch a column of a journal. */
	private static final int COMFORTABLE_SIZE = 1000;

	/** Beyond it there is nothing to see but squares. */
	private static final int MAX_ZOOM = 16;

	/** Average square blocks of pixels above so many wide or high. */
	private static final int LARGEST_SIZE = 4096;

	/** Fraction of pixels that are drawn pure black, and pure white. */
	private static final double SATURATED = 0.002;

	private final int block;
	private final double zoom;
	private final int width, height;
	private final RandomAccessibleInterval<? extends RealType<?>> image;

	/** @param image two-dimensional, origin (0, 0) */
	GreyGround(final RandomAccessibleInterval<? extends RealType<?>> image) {
		this.image = image;
		final int longest = (int) Math.max(image.dimension(0), image.dimension(1));
		block = (longest + LARGEST_SIZE - 1) / LARGEST_SIZE;
		zoom = block > 1 ? 1.0 / block : Math.min(MAX_ZOOM, (COMFORTABLE_SIZE + longest - 1) / longest);
		width = (int) Math.ceil(image.dimension(0) * zoom);
		height = (int) Math.ceil(image.dimension(1) * zoom);
	}

	/** How many pixels of the picture a pixel of the image has, along each side. */
	double zoom() {
		return zoom;
	}

	/** Of the picture, px. */
	int width() {
		return width;
	}

	/** Of the picture, px. */
	int height() {
		return height;
	}

	/** Draws it with its upper left corner at the origin, and makes what follows smooth. */
	void draw(final Graphics2D g) {
		g.drawImage(grey(averages(image, block), columns(), rows()), 0, 0, width, height, null);
		smooth(g);
	}

	/** Draws it in colours instead, 0xRRGGBB by value. */
	void draw(final Graphics2D g, final DoubleToIntFunction colours) {
		final float[] values = averages(image, block);
		final BufferedImage colour = new BufferedImage(columns(), rows(), BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < values.length; i++)
			colour.setRGB(i % columns(), i / columns(), colours.applyAsInt(values[i]));
		g.drawImage(colour, 0, 0, width, height, null);
		smooth(g);
	}

	private int columns() {
		return (int) (image.dimension(0) + block - 1) / block;
	}

	private int rows() {
		return (int) (image.dimension(1) + block - 1) / block;
	}

	/** Makes lines and text smooth, and puts lines where they are. */
	static void smooth(final Graphics2D g) {
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
	}

	/** The means of blocks of pixels, row by row; what is not finite doesn't count. */
	private static float[] averages(final RandomAccessibleInterval<? extends RealType<?>> image,
		final int block)
	{
		final int width = (int) image.dimension(0), height = (int) image.dimension(1);
		final int columns = (width + block - 1) / block, rows = (height + block - 1) / block;
		final float[] means = new float[columns * rows];
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		for (int row = 0; row < rows; row++) {
			final double[] sums = new double[columns];
			final int[] counts = new int[columns];
			for (int y = row * block; y < Math.min(height, (row + 1) * block); y++) {
				access.setPosition(0, 0);
				access.setPosition(y, 1);
				for (int x = 0; x < width; x++) {
					final double v = access.get().getRealDouble();
					if (Double.isFinite(v)) {
						sums[x / block] += v;
						counts[x / block]++;
					}
					access.fwd(0);
				}
			}
			for (int column = 0; column < columns; column++)
				means[row * columns + column] = (float) (sums[column] / counts[column]);
		}
		return means;
	}

	private static BufferedImage grey(final float[] pixels, final int width, final int height) {
		final float[] ends = range(pixels, SATURATED);
		return grey(pixels, width, height, ends[0], ends[1]);
	}

	/**
	 * The values that are drawn black and white.
	 *
	 * @param saturated fraction of values beyond each
	 */
	static float[] range(final float[] pixels, final double saturated) {
		final float[] sorted = pixels.clone();
		// What is not a number comes last, and is drawn black.
		Arrays.sort(sorted);
		int n = sorted.length;
		while (n > 1 && Float.isNaN(sorted[n - 1]))
			n--;
		final int cut = (int) (saturated * (n - 1));
		return new float[] { sorted[cut], sorted[n - 1 - cut] };
	}

	/** Values as grey levels; what is not a number is black. */
	static BufferedImage grey(final float[] pixels, final int width, final int height,
		final float black, final float white)
	{
		final float range = white > black ? white - black : 1;
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		final byte[] levels = ((DataBufferByte) image.getRaster().getDataBuffer())
			.getData();
		for (int i = 0; i < pixels.length; i++)
			levels[i] = (byte) Math.max(0, Math.min(255, Math.round(255 * (pixels[i] - black) / range)));
		return image;
	}
}
