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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

class BlankPartsTest {

	/** By looking at each pixel of the square. */
	private static boolean isBlank(final double[] pixels, final int width, final int height, final int x, final int y,
		final double sigma)
	{
		final int reach = (int) Math.ceil(3 * sigma);
		for (int j = Math.max(0, y - reach); j <= Math.min(height - 1, y + reach); j++)
			for (int i = Math.max(0, x - reach); i <= Math.min(width - 1, x + reach); i++)
				if (pixels[j * width + i] != pixels[y * width + x]) return false;
		return true;
	}

	@Test
	void sumsTellWhatPixelsDo() {
		final Random random = new Random(1);
		int blank = 0;
		for (int n = 0; n < 200; n++) {
			final int width = 1 + random.nextInt(40), height = 1 + random.nextInt(40);
			final double[] pixels = new double[width * height];
			for (int k = random.nextInt(6); k > 0; k--)
				pixels[random.nextInt(pixels.length)] = random.nextInt(3);
			final Tile part = new Tile(random.nextInt(width), width, random.nextInt(height), height);
			final BlankParts<DoubleType> parts = new BlankParts<>(ArrayImgs.doubles(pixels, width, height), part, 4);
			for (int i = 0; i < 50; i++) {
				final int x = part.fromX() + random.nextInt(width - part.fromX()), y = part.fromY() + random.nextInt(
					height - part.fromY());
				final double sigma = 0.3 + 3.7 * random.nextDouble();
				final boolean expected = isBlank(pixels, width, height, x, y, sigma);
				assertEquals(expected, parts.hold(x, y, sigma), n + ": " + x + ", " + y + ", " + sigma);
				if (expected) blank++;
			}
		}
		assertTrue(blank > 500 && blank < 9000, "" + blank);
	}

	/** The rest of a scan that was broken off has no atoms, and those above it are as they were. */
	@Test
	void whatIsntThereHasNoBlobs() {
		final int width = 160, height = 120, cut = 70;
		final Random random = new Random(2);
		final double[] pixels = new double[width * height];
		// Kernels that end at 4 sigma answer a constant with a little more than nothing.
		Arrays.fill(pixels, 0.5);
		for (int i = 0; i < width * cut; i++)
			pixels[i] = Math.exp(-(Math.pow(i % width % 16 - 8, 2) + Math.pow(i / width % 16 - 8, 2)) / 18) + 0.1 * random
				.nextGaussian();
		final Img<DoubleType> image = ArrayImgs.doubles(pixels, width, height);
		final LogParameters parameters = new LogParameters(2, 4, 4, 1e-7, Double.NaN, 1, false, 0, 0);
		final List<Blob> all = LogDetector.once(image).blobs(parameters, Progress.NONE);
		assertTrue(all.stream().filter(b -> b.y() > cut + 20).count() > 1000);
		for (final int tile : new int[] { 40, 0 }) {
			final List<Blob> shown = new LogDetector(image, image, tile, 0, 1_000_000).blobs(parameters, Progress.NONE);
			assertEquals(0, shown.stream().filter(b -> b.y() > cut + 12).count());
			assertEquals(all.stream().filter(b -> b.y() < cut).toList(), shown.stream().filter(b -> b
				.y() < cut).toList());
		}
	}
}
