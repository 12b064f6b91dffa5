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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class TilingTest {

	/** Images smaller than a tile, no multiple of 4, one pixel more than a tile, far larger. */
	@ParameterizedTest
	@CsvSource({ "1,1", "3,70", "48,48", "49,48", "64,47", "131,97", "200,33" })
	void tilesGiveWhatTheWholeImageDoes(final int width, final int height) {
		final Raster image = noise(width, height, 7);
		final TileShape shape = TileShape.any(4, PooledNetwork.REACH);
		assertArrayEquals(run(image, shape, 4096), run(image, shape, 48), 0);
	}

	@Test
	void everyPixelIsKeptOnce() {
		final Random random = new Random(3);
		for (int i = 0; i < 300; i++) {
			final int width = 1 + random.nextInt(300), height = 1 + random.nextInt(300);
			final TileShape shape = TileShape.any(1 << random.nextInt(5), random.nextInt(20));
			final int[] kept = new int[width * height];
			for (final Tiling.Tile t : new Tiling(width, height, shape, 128).tiles()) {
				assertEquals(0, t.x() % shape.multiple());
				assertEquals(0, t.width() % shape.multiple());
				assertTrue(t.fromX() == 0 || t.fromX() - t.x() >= shape.reach());
				assertTrue(t.toX() == width || t.x() + t.width() - t.toX() >= shape.reach());
				for (int y = t.fromY(); y < t.toY(); y++)
					for (int x = t.fromX(); x < t.toX(); x++)
						kept[y * width + x]++;
			}
			for (final int k : kept)
				assertEquals(1, k);
		}
	}

	@Test
	void fixedTilesCoverWhatIsSmaller() {
		final TileShape shape = new TileShape(1, 5, 64, 32);
		for (final Tiling.Tile t : new Tiling(150, 20, shape, 0).tiles()) {
			assertEquals(64, t.width());
			assertEquals(32, t.height());
		}
	}

	@Test
	void beyondItsEdgeAnImageIsMirrored() {
		final Raster image = new Raster(new float[] { 0, 1, 2 }, 3, 1);
		final Tiling tiling = new Tiling(3, 1, TileShape.any(8, 0), 8);
		final float[] cut = tiling.cut(image, tiling.tiles().get(0));
		for (int i = 0; i < 8; i++)
			assertEquals(new float[] { 0, 1, 2, 1, 0, 1, 2, 1 }[i], cut[i]);
	}

	@Test
	void aTileThatIsAllOverlapIsRefused() {
		final TileShape shape = TileShape.any(8, 60);
		assertTrue(assertThrows(RewardAnalysisException.class, () -> new Tiling(500, 500, shape, 128))
			.getMessage().contains("tile_size"));
		assertTrue(assertThrows(RewardAnalysisException.class, () -> new Tiling(500, 500, new TileShape(8,
			60, 128, 128), 0)).getMessage().contains("area"));
		// An image that fits needs no overlap.
		assertEquals(1, new Tiling(128, 100, shape, 128).tiles().size());
	}

	private static float[] run(final Raster image, final TileShape shape, final int side) {
		final Tiling tiling = new Tiling(image.width(), image.height(), shape, side);
		final Raster all = new Raster(new float[image.values().length], image.width(), image.height());
		for (final Tiling.Tile tile : tiling.tiles())
			tiling.paste(PooledNetwork.apply(tiling.cut(image, tile), tile.width(), tile.height()), tile, all);
		return all.values();
	}

	private static Raster noise(final int width, final int height, final long seed) {
		final Random random = new Random(seed);
		final float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat();
		return new Raster(values, width, height);
	}

	/** A sum over 3 x 3, the maximum of 4 x 4, a sum over 3 x 3 of these, and back; zeros beyond. */
	private static final class PooledNetwork {

		/** One pixel; the own cell and a neighbouring one. */
		static final int REACH = 8;

		static float[] apply(final float[] in, final int w, final int h) {
			final float[] sums = sums(in, w, h);
			final float[] coarse = new float[w / 4 * (h / 4)];
			java.util.Arrays.fill(coarse, Float.NEGATIVE_INFINITY);
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++) {
					final int c = y / 4 * (w / 4) + x / 4;
					coarse[c] = Math.max(coarse[c], sums[y * w + x]);
				}
			final float[] again = sums(coarse, w / 4, h / 4);
			final float[] out = new float[w * h];
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++)
					out[y * w + x] = sums[y * w + x] + again[y / 4 * (w / 4) + x / 4];
			return out;
		}

		private static float[] sums(final float[] in, final int w, final int h) {
			final float[] out = new float[w * h];
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++)
					for (int v = Math.max(0, y - 1); v <= Math.min(h - 1, y + 1); v++)
						for (int u = Math.max(0, x - 1); u <= Math.min(w - 1, x + 1); u++)
							out[y * w + x] += in[v * w + u];
			return out;
		}
	}
}
