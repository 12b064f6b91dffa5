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

package sc.fiji.rewardanalysis.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** {@link PatchSet}: places, values, what is left out. */
class PatchSetTest {

	private static final int WIDTH = 23, HEIGHT = 17;

	private static final PatchOptions OPTIONS = new PatchOptions(6, 5, PatchScale.ALL);

	/** A plane: value = x + 100 y. */
	private static float[] plane() {
		final float[] pixels = new float[WIDTH * HEIGHT];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % WIDTH + 100 * (i / WIDTH);
		return pixels;
	}

	private static Img<FloatType> image(final float[] pixels) {
		return ArrayImgs.floats(pixels, WIDTH, HEIGHT);
	}

	private static PatchSet raster(final float[] pixels, final Area area, final PatchOptions options) {
		return PatchSet.raster(image(pixels), area, options, Progress.NONE);
	}

	@Test
	void aRasterHoldsWholePatchesOnly() {
		final PatchSet set = raster(plane(), Area.image(WIDTH, HEIGHT), OPTIONS);
		assertEquals(4, set.columns());
		assertEquals(3, set.rows());
		assertEquals(12, set.count());
		assertTrue(set.isWhole());
		assertEquals(2.5, set.x()[0]);
		assertEquals(2.5 + 15, set.x()[3]);
		assertEquals(2.5 + 5, set.y()[4]);
		// Linear in x and y, from 0 at the first pixel to 1 at the last one that a patch holds.
		final double highest = 20 + 100 * 15;
		final int patch = 1 * 4 + 2, at = 3 * 6 + 4;
		assertEquals((14 + 100 * 8) / highest, set.patches()[patch][at], 2e-3);
	}

	@Test
	void eachPatchCanBeScaledByItself() {
		final PatchSet set = raster(plane(), Area.image(WIDTH, HEIGHT), new PatchOptions(6, 5,
			PatchScale.EACH));
		for (final float[] patch : set.patches()) {
			assertEquals(0, patch[0]);
			assertEquals(1, patch[35]);
			assertArrayEquals(set.patches()[0], patch, 1e-5f);
		}
	}

	@Test
	void pixelsOutsideTheSelectionOrNotFiniteLeavePatchesOut() {
		final float[] pixels = plane();
		pixels[8 * WIDTH + 12] = Float.NaN;
		final boolean[] mask = new boolean[WIDTH * HEIGHT];
		for (int i = 0; i < mask.length; i++)
			mask[i] = i % WIDTH >= 3;
		final PatchSet set = raster(pixels, Area.mask(mask, WIDTH, HEIGHT), OPTIONS);
		// The first column is outside; (12, 8) is in the patches of column 2, row 1.
		assertEquals(3, set.columns());
		assertEquals(3, set.rows());
		assertEquals(8, set.count());
		assertFalse(set.isWhole());
		assertArrayEquals(new int[] { 0, 1, 2, 3, 5, 6, 7, 8 }, set.cells());
		assertEquals(7.5, set.x()[0]);
		final float[] map = set.image(new float[] { 0, 1, 2, 3, 4, 5, 6, 7 });
		assertTrue(Float.isNaN(map[4]));
		assertEquals(4, map[5]);
	}

	@Test
	void widePatchesAreSampledAtThirtyTwoPoints() {
		final int side = 120;
		final float[] pixels = new float[side * side];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % side;
		final PatchSet set = PatchSet.raster(ArrayImgs.floats(pixels, side, side), Area.image(side, side),
			new PatchOptions(48, 12, PatchScale.ALL), Progress.NONE);
		assertEquals(32, set.size());
		assertTrue(set.isWhole());
		final float[] patch = set.patches()[0];
		for (int i = 1; i < 31; i++)
			assertEquals(patch[i + 1] - patch[i], patch[i] - patch[i - 1], 1e-4);
	}

	@Test
	void patchesLieAroundAtoms() {
		final PatchSet set = PatchSet.around(image(plane()), Area.image(WIDTH, HEIGHT), List.of(new Blob(1,
			8, 1, 1), new Blob(9.25, 8.5, 1, 1), new Blob(12, 9, 1, 1)), new PatchOptions(5, 0,
				PatchScale.ALL), Progress.NONE);
		assertFalse(set.isRaster());
		assertArrayEquals(new int[] { 1, 2 }, set.cells());
		assertEquals(9.25, set.x()[0]);
		assertEquals(25, set.patches()[0].length);
	}

	@Test
	void whatCannotBeCutIsRefused() {
		refused("larger than the image", () -> raster(plane(), Area.image(WIDTH, HEIGHT), new PatchOptions(
			18, 1, PatchScale.ALL)));
		refused("constant", () -> raster(new float[WIDTH * HEIGHT], Area.image(WIDTH, HEIGHT), OPTIONS));
		refused("No patch of 6 px", () -> raster(plane(), Area.image(5, 5), OPTIONS));
		refused("larger stride", () -> PatchSet.raster(ArrayImgs.floats(3000, 3000), Area.image(3000,
			3000), new PatchOptions(32, 1, PatchScale.ALL), Progress.NONE));
		refused("patch size", () -> new PatchOptions(3, 1, PatchScale.ALL));
		refused("stride", () -> new PatchOptions(8, -1, PatchScale.ALL));
	}

	private static void refused(final String words, final Runnable task) {
		final String message = assertThrows(RewardAnalysisException.class, task::run).getMessage();
		assertTrue(message.contains(words), message);
	}
}
