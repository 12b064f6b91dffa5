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

package sc.fiji.rewardanalysis.core;

/**
 * The part of an image that counts: a rectangle, or a mask's foreground.
 * <p>
 * A pixel is the unit square around its integer centre, so an image of w × h
 * pixels covers [−0.5, w − 0.5) × [−0.5, h − 0.5) and its area is w·h px².
 * Immutable.
 */
public final class Area {

	private final double minX, minY, maxX, maxY;
	private final double size;

	/** Distance of each pixel centre to the outside, px; null for a rectangle. */
	private final float[] depth;
	private final double inset;
	private final int width, height;

	private Area(final double minX, final double minY, final double maxX,
		final double maxY, final float[] depth, final int width, final int height,
		final double inset)
	{
		this.minX = minX;
		this.minY = minY;
		this.maxX = maxX;
		this.maxY = maxY;
		this.depth = depth;
		this.width = width;
		this.height = height;
		this.inset = inset;
		this.size = depth == null ? Math.max(0, maxX - minX) * Math.max(0, maxY - minY)
			: countDeeper();
	}

	/** All of an image of {@code width} × {@code height} px. */
	public static Area image(final int width, final int height) {
		Checks.atLeast("image width", width, 1);
		Checks.atLeast("image height", height, 1);
		return new Area(-0.5, -0.5, width - 0.5, height - 0.5, null, width, height, 0);
	}

	/**
	 * The foreground of a mask; what lies outside the image is background.
	 *
	 * @param mask row by row, {@code mask[y * width + x]}
	 */
	public static Area mask(final boolean[] mask, final int width, final int height) {
		image(width, height);
		if (mask.length != width * height) throw new RewardAnalysisException(
			"The mask has %d pixels, the image %d x %d.", mask.length, width, height);
		return new Area(-0.5, -0.5, width - 0.5, height - 0.5, depths(mask, width, height), width,
			height, 0);
	}

	/** This area without a rim of {@code margin} px along its border. */
	public Area inset(final double margin) {
		Checks.atLeast("margin", margin, 0);
		return new Area(minX + margin, minY + margin, maxX - margin, maxY - margin, depth, width,
			height, inset + margin);
	}

	/**
	 * The part of this area in a rectangle. As the rest of the area, the rectangle's edges are
	 * a border to {@link #inset}.
	 *
	 * @param fromX left edge, px
	 * @param fromY upper edge, px
	 * @param toX right edge, px
	 * @param toY lower edge, px
	 */
	public Area within(final double fromX, final double fromY, final double toX, final double toY) {
		return new Area(Math.max(minX, fromX), Math.max(minY, fromY), Math.min(maxX, toX), Math.min(maxY,
			toY), depth, width, height, inset);
	}

	/** Whether the point lies in the area. */
	public boolean contains(final double x, final double y) {
		if (!(x >= minX && x < maxX && y >= minY && y < maxY)) return false;
		if (depth == null) return true;
		final int column = (int) Math.floor(x + 0.5), row = (int) Math.floor(y + 0.5);
		return depth[row * width + column] > inset;
	}

	/** Whether the point lies in the area. */
	public boolean contains(final Position p) {
		return contains(p.x(), p.y());
	}

	/** The area's size, px². */
	public double size() {
		return size;
	}

	/** Whether it is a plain rectangle. */
	public boolean isRectangle() {
		return depth == null;
	}

	/** Left edge of the bounding box, px. */
	public double minX() {
		return minX;
	}

	/** Upper edge of the bounding box, px. */
	public double minY() {
		return minY;
	}

	/** Right edge of the bounding box, px. */
	public double maxX() {
		return maxX;
	}

	/** Lower edge of the bounding box, px. */
	public double maxY() {
		return maxY;
	}

	/** Pixels whose centre is inside. */
	private double countDeeper() {
		long n = 0;
		final int toX = (int) Math.min(width, Math.ceil(maxX)), toY = (int) Math.min(height, Math.ceil(maxY));
		for (int y = (int) Math.max(0, Math.ceil(minY)); y < toY; y++)
			for (int x = (int) Math.max(0, Math.ceil(minX)); x < toX; x++)
				if (depth[y * width + x] > inset) n++;
		return n;
	}

	/**
	 * Exact Euclidean distance of each foreground pixel's centre to the nearest
	 * background pixel's edge (its centre less half a pixel), 0 in the background.
	 */
	private static float[] depths(final boolean[] mask, final int w, final int h) {
		final boolean[] background = new boolean[mask.length];
		for (int i = 0; i < mask.length; i++)
			background[i] = !mask[i];
		final int[] squared = DistanceTransform.squared(background, w, h);
		final float[] depth = new float[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final int i = y * w + x, out = Math.min(Math.min(x + 1, w - x), Math.min(y + 1, h - y));
				if (mask[i]) depth[i] = (float) (Math.sqrt(Math.min(squared[i], (double) out * out)) - 0.5);
			}
		return depth;
	}
}
