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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class AnalysedImageTest {

	private static final int W = 20, H = 12;

	/** Pixel (x, y) is 10 y + x, of any bit depth. */
	private static ImageProcessor ramp() {
		final FloatProcessor ramp = new FloatProcessor(W, H);
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++)
				ramp.setf(x, y, 10 * y + x);
		return ramp;
	}

	private static ImagePlus image() {
		return new ImagePlus("ramp", ramp());
	}

	private static float[] values(final AnalysedImage analysed) {
		final float[] values = new float[analysed.width() * analysed.height()];
		int i = 0;
		for (final FloatType value : Views.flatIterable(analysed.pixels()))
			values[i++] = value.get();
		return values;
	}

	@Test
	void withoutASelectionAllOfItIsAnalysed() {
		final ImagePlus image = image();
		final AnalysedImage all = AnalysedImage.of(image);
		assertSame(image, all.source());
		assertEquals(W, all.width());
		assertEquals(H, all.height());
		assertEquals(0, all.x());
		assertEquals(0, all.y());
		assertTrue(all.area().isRectangle());
		assertEquals(W * H, all.area().size());
		assertArrayEquals((float[]) ramp().getPixels(), values(all));
	}

	@Test
	void everyBitDepthGivesTheSameNumbers() {
		final String hash = AnalysedImage.of(image()).hash();
		assertTrue(hash.matches("[0-9a-f]{64}"), hash);
		final Function<ImageProcessor, ImageProcessor> none = p -> p;
		for (final Function<ImageProcessor, ImageProcessor> convert : java.util.List.of(none,
			p -> p.convertToByte(false), p -> p.convertToShort(false)))
		{
			final AnalysedImage analysed = AnalysedImage.of(new ImagePlus("ramp", convert.apply(ramp())));
			assertArrayEquals((float[]) ramp().getPixels(), values(analysed));
			assertEquals(hash, analysed.hash());
		}
		final ImagePlus other = image();
		other.getProcessor().setf(3, 3, 0);
		assertNotEquals(hash, AnalysedImage.of(other).hash());
	}

	@Test
	void aRectangleIsCutOut() {
		final ImagePlus image = image();
		image.setRoi(new Roi(3, 2, 5, 4));
		final AnalysedImage part = AnalysedImage.of(image);
		assertEquals(5, part.width());
		assertEquals(4, part.height());
		assertEquals(3, part.x());
		assertEquals(2, part.y());
		assertTrue(part.area().isRectangle());
		assertEquals(23, values(part)[0]);
		assertEquals(10 * 5 + 7, values(part)[19]);
		assertEquals(0, part.pixels().min(0), "its origin is (0, 0)");
	}

	@Test
	void anOvalIsAMaskWithinItsBox() {
		final ImagePlus image = image();
		final Roi oval = new OvalRoi(4, 1, 9, 9);
		image.setRoi(oval);
		final AnalysedImage part = AnalysedImage.of(image);
		assertEquals(9, part.width());
		assertFalse(part.area().isRectangle());
		assertFalse(part.area().contains(0, 0), "the corner of the box is outside");
		assertTrue(part.area().contains(4, 4), "the middle is inside");
		assertTrue(part.area().contains(4, 0), "and the top");
		int inside = 0;
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++)
				if (oval.contains(x, y)) {
					inside++;
					assertTrue(part.area().contains(x - 4, y - 1));
				}
		assertEquals(inside, part.area().size());
		assertEquals(Math.PI * 4.5 * 4.5, inside, 6);
		assertEquals(14, values(part)[0], "pixels outside of the oval are kept");
	}

	@Test
	void aRoundedRectangleIsAMask() {
		final ImagePlus image = image();
		image.setRoi(new Roi(2, 2, 10, 8, 6));
		assertFalse(AnalysedImage.of(image).area().contains(0, 0));
	}

	@Test
	void ofASelectionThatSticksOutOnlyTheInsideCounts() {
		final ImagePlus image = image();
		image.setRoi(new Roi(-5, 8, 10, 10));
		final AnalysedImage part = AnalysedImage.of(image);
		assertEquals(5, part.width());
		assertEquals(4, part.height());
		assertEquals(0, part.x());
		assertEquals(8, part.y());
		assertEquals(20, part.area().size());
		assertEquals(80, values(part)[0]);
		image.setRoi(new OvalRoi(-5, 1, 10, 10));
		final AnalysedImage half = AnalysedImage.of(image);
		assertEquals(5, half.width());
		assertTrue(half.area().contains(0, 5));
		assertFalse(half.area().contains(4, 0));
	}

	@Test
	void selectionsThatAreNoAreaDoNotRestrict() {
		final ImagePlus image = image();
		image.setRoi(new PointRoi(3, 3));
		assertEquals(W, AnalysedImage.of(image).width());
		image.setRoi(new Line(1, 1, 5, 5));
		assertEquals(W, AnalysedImage.of(image).width());
	}

	@Test
	void theSourceStaysAsItIs() {
		for (final Roi roi : new Roi[] { null, new Roi(2, 2, 5, 5), new OvalRoi(2, 2, 6, 6) }) {
			final ImagePlus image = image();
			image.setRoi(roi);
			final AnalysedImage analysed = AnalysedImage.of(image);
			Views.iterable(analysed.pixels()).forEach(p -> p.set(-1));
			assertArrayEquals((float[]) ramp().getPixels(), (float[]) image.getProcessor().getPixels());
			assertSame(roi, image.getRoi());
			assertFalse(image.changes);
		}
	}

	@Test
	void ofAStackOneSliceIsAnalysed() {
		final ImageStack stack = new ImageStack(W, H);
		for (int i = 0; i < 3; i++) {
			final ImageProcessor slice = ramp();
			slice.add(1000 * i);
			stack.addSlice(slice);
		}
		final ImagePlus image = new ImagePlus("series", stack);
		assertEquals(3, AnalysedImage.slices(image));
		assertEquals(0, AnalysedImage.slices(null));
		image.setSlice(2);
		assertEquals(1000, values(AnalysedImage.of(image))[0], "the one that is shown");
		assertEquals(2, AnalysedImage.of(image).slice());
		image.setRoi(new Roi(3, 2, 5, 4));
		final AnalysedImage shown = AnalysedImage.of(image);
		image.deleteRoi();
		assertEquals(2023, values(shown.at(3))[0], "the selection at the beginning is that of all slices");
		assertEquals(2, image.getCurrentSlice(), "the user's view stays");
		// An edit that a virtual stack doesn't store.
		image.getProcessor().setf(3, 2, -7);
		image.setRoi(new Roi(3, 2, 5, 4));
		assertEquals(-7, values(AnalysedImage.of(image).at(2))[0]);
	}

	/** Beyond 8192² pixels nothing is copied; the numbers must be those of the copy. */
	@Test
	void hugeImagesAreReadInPlace() {
		final int width = 8192 * 8192 / 16 + 1;
		final byte[] pixels = new byte[16 * width];
		new Random(1).nextBytes(pixels);
		final ImagePlus image = new ImagePlus("huge", new ByteProcessor(width, 16, pixels));
		final AnalysedImage analysed = AnalysedImage.of(image);
		assertEquals(width, analysed.width());
		for (int x = 0; x < width; x += 9973)
			assertEquals(pixels[7 * width + x] & 255, analysed.pixels().getAt(x, 7).get());
		// Of a small part a copy is made, which also fits into what tests have of memory.
		image.setRoi(new Roi(1, 2, 4096, 13));
		assertEquals(analysed.pixels().getAt(5, 6).get(), AnalysedImage.of(image).pixels().getAt(4, 4)
			.get());
	}

	@Test
	void whatCannotBeAnalysedIsSaidWithAWayOut() {
		assertRefused(() -> AnalysedImage.of(null), "no image", "open one");
		assertRefused(() -> AnalysedImage.of(new ImagePlus()), "no image", "open one");
		assertRefused(() -> AnalysedImage.of(new ImagePlus("rgb", new ColorProcessor(4, 4))), "\"rgb\"",
			"RGB", "Image > Type > 32-bit");
		final ImagePlus image = image();
		image.setRoi(new Roi(100, 100, 5, 5));
		assertRefused(() -> AnalysedImage.of(image), "selection", "draw another");
	}
}
