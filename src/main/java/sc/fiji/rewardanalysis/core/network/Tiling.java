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

package sc.fiji.rewardanalysis.core.network;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How an image is cut into overlapping tiles for a network, and put together again.
 * <p>
 * Tiles begin at multiples of {@link TileShape#multiple()}, so that poolings fall on the
 * same pixels as in the whole image, and of each only what is farther from a cut than
 * {@link TileShape#reach()} is kept: every pixel's answer is that of the whole image. At
 * the image's edge tiles end there, as the whole image does. To the right and below images
 * are mirrored up to the next size that the network takes. Immutable.
 */
public final class Tiling {

	/** Side of tiles whose size is free, px, unless the network reaches too far for that. */
	public static final int SIDE = 384;

	/** Smaller tiles would be mostly overlap. */
	private static final int OVERLAPS = 4;

	/** Room for what is kept of a tile, at least, px. */
	private static final int FEWEST = 16;

	/**
	 * A tile.
	 *
	 * @param x its left edge, px of the image
	 * @param y its upper edge
	 * @param width px
	 * @param height px
	 * @param fromX from where it is kept, px of the image
	 * @param toX up to where, exclusive
	 * @param fromY from where, down
	 * @param toY up to where, exclusive
	 */
	public record Tile(int x, int y, int width, int height, int fromX, int toX, int fromY, int toY) {}

	/** A tile along one axis. */
	private record Span(int start, int length, int from, int to) {}

	private final int width, height;
	private final List<Tile> tiles = new ArrayList<>();

	/**
	 * @param width of the image, px
	 * @param height of the image, px
	 * @param shape what the network takes
	 * @param side of tiles, px; 0 for a good one. Rounded up to what the network takes; without
	 *          meaning if it takes one size only
	 * @throws RewardAnalysisException if the network reaches too far for its tiles, or for the
	 *           side
	 */
	public Tiling(final int width, final int height, final TileShape shape, final int side) {
		this.width = Checks.atLeast("image width", width, 1);
		this.height = Checks.atLeast("image height", height, 1);
		Checks.atLeast("tile_size", side, 0);
		final List<Span> across = spans(width, side(shape, shape.width(), side), shape);
		final List<Span> down = spans(height, side(shape, shape.height(), side), shape);
		for (final Span v : down)
			for (final Span u : across)
				tiles.add(new Tile(u.start, v.start, u.length, v.length, u.from, u.to, v.from, v.to));
	}

	private static int side(final TileShape shape, final int fixed, final int asked) {
		if (fixed > 0) return fixed;
		final int overlap = overlap(shape);
		return up(asked > 0 ? asked : Math.max(SIDE, OVERLAPS * overlap), shape.multiple());
	}

	private static int overlap(final TileShape shape) {
		return up(shape.reach(), shape.multiple());
	}

	private static int up(final int value, final int multiple) {
		return (value + multiple - 1) / multiple * multiple;
	}

	private static List<Span> spans(final int n, final int side, final TileShape shape) {
		final int m = shape.multiple();
		if (up(n, m) <= side) return List.of(new Span(0, shape.isFixed() ? side : up(n, m), 0, n));
		final int overlap = overlap(shape), step = side - 2 * overlap;
		if (step < Math.max(m, Math.min(FEWEST, side / OVERLAPS))) throw new RewardAnalysisException(
			"Tiles of %d px are too small for this network, whose answer depends on pixels up to %d px away; %s.",
			side, shape.reach(), shape.isFixed() ? "select an area that fits into one tile"
				: "set tile_size to " + OVERLAPS * overlap + " or more, or to 0");
		final int last = up(n, m) - side;
		final List<Span> spans = new ArrayList<>();
		int from = 0;
		for (int start = 0;; start = Math.min(start + step, last)) {
			final int to = start == last ? n : start + side - overlap;
			spans.add(new Span(start, side, from, to));
			if (start == last) return spans;
			from = to;
		}
	}

	/** All tiles, row by row. */
	public List<Tile> tiles() {
		return List.copyOf(tiles);
	}

	/** What a tile holds of the image; beyond it, the image mirrored. */
	public float[] cut(final Raster image, final Tile tile) {
		check(image);
		final float[] values = new float[tile.width * tile.height];
		for (int v = 0; v < tile.height; v++) {
			final int row = Raster.mirrored(tile.y + v, height) * width;
			for (int u = 0; u < tile.width; u++)
				values[v * tile.width + u] = image.values()[row + Raster.mirrored(tile.x + u, width)];
		}
		return values;
	}

	/** Puts what is kept of a tile in its place. */
	public void paste(final float[] values, final Tile tile, final Raster into) {
		check(into);
		for (int y = tile.fromY; y < tile.toY; y++)
			System.arraycopy(values, (y - tile.y) * tile.width + tile.fromX - tile.x, into.values(), y *
				width + tile.fromX, tile.toX - tile.fromX);
	}

	private void check(final Raster image) {
		if (image.width() != width || image.height() != height) throw new RewardAnalysisException(
			"The tiles are those of %d x %d px, the image has %d x %d.", width, height, image.width(),
			image.height());
	}
}
