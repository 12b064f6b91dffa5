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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;

class ValidAreaTest {

	private static final int W = 60, H = 40;
	private static final Area IMAGE = Area.image(W, H);

	private static ValidArea of(final Img<FloatType> image, final Area area, final double distance) {
		return ValidArea.of(image, area, distance, Progress.NONE);
	}

	@Test
	void aSoundImageStaysWhatItIs() {
		final ValidArea valid = of(ArrayImgs.floats(W, H), IMAGE, 5);
		assertSame(IMAGE, valid.area());
		assertEquals(0, valid.invalid());
		assertEquals("", valid.describe());
	}

	@Test
	void aDiscAroundEachInvalidPixelIsLeftOut() {
		final Img<FloatType> image = ArrayImgs.floats(W, H);
		image.getAt(20, 10).set(Float.NaN);
		image.getAt(0, 39).set(Float.POSITIVE_INFINITY);
		final double distance = 6;
		final ValidArea valid = of(image, IMAGE, distance);
		assertEquals(2, valid.invalid());
		long left = 0;
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++) {
				// The distance counts from an invalid pixel's edge, half a pixel from its centre.
				final double d = Math.min(Math.hypot(x - 20, y - 10), Math.hypot(x, y - 39)) - 0.5;
				if (Math.abs(d - distance) > 1e-4) assertEquals(d > distance, valid.area().contains(x, y), x +
					", " + y);
				if (valid.area().contains(x, y)) left++;
			}
		assertEquals(left, valid.area().size());
		assertEquals(W * H - left, valid.lost());
		assertTrue(valid.describe().startsWith("2 pixels are NaN or infinite"), valid.describe());
	}

	@Test
	void theSelectionStaysTheSelection() {
		final boolean[] mask = new boolean[W * H];
		for (int i = 0; i < mask.length; i++)
			mask[i] = i % W < 30;
		final Img<FloatType> image = ArrayImgs.floats(W, H);
		image.getAt(50, 10).set(Float.NaN);
		final ValidArea valid = of(image, Area.mask(mask, W, H), 5);
		assertEquals(1, valid.invalid());
		assertEquals(30 * H, valid.area().size());
		assertEquals(0, valid.lost());
	}

	@Test
	void nothingMustRemainOfSomething() {
		final Img<FloatType> image = ArrayImgs.floats(W, H);
		image.getAt(30, 20).set(Float.NaN);
		assertRefused(() -> of(image, IMAGE, 100), "NaN", "nothing");
	}

	/** A dead pixel on a column: this one is not counted, all others are found as before. */
	@Test
	void atomsAwayFromADeadPixelAreFoundAsIfItWereNot() {
		final int n = 120;
		final double[] pixels = new double[n * n];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = Math.pow(Math.cos(Math.PI * (i % n) / 20) * Math.cos(Math.PI * (i / n) / 20), 2);
		final LogParameters parameters = new LogParameters(3, 5, 3, 0.1, 0.5);
		final List<Blob> sound = found(pixels, parameters, Area.image(n, n));
		pixels[60 * n + 60] = Double.NaN;
		final Area area = ValidArea.of(ArrayImgs.doubles(pixels, n, n), Area.image(n, n), 5 * Math.sqrt(2),
			Progress.NONE).area();
		assertEquals(sound.stream().filter(b -> b.x() != 60 || b.y() != 60).map(ValidAreaTest::pixel)
			.sorted().toList(), found(pixels, parameters, area).stream().map(ValidAreaTest::pixel).sorted()
				.toList());
	}

	private static String pixel(final Blob blob) {
		return blob.x() + ", " + blob.y();
	}

	private static List<Blob> found(final double[] pixels, final LogParameters parameters,
		final Area area)
	{
		final int n = (int) Math.sqrt(pixels.length);
		return LogDetector.once(Normalizer.normalize(ArrayImgs.doubles(pixels.clone(), n, n), area,
			Normalization.MIN_MAX, Contrast.BRIGHT)).blobs(parameters, Progress.NONE).stream().filter(
				area::contains).toList();
	}
}
