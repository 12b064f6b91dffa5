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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.core.Blob;

class AtomOverlayTest {

	private static final Blob ATOM = new Blob(10, 20, 3, 1), OTHER = new Blob(30, 5, 2, 1);

	private final ImagePlus image = new ImagePlus("grid", new ByteProcessor(60, 50));

	private void show(final List<Blob> atoms, final int... errors) {
		AtomOverlay.show(AnalysedImage.of(image), atoms, errors);
	}

	/** ImageJ counts from a pixel's corner, so the centre of pixel 10 is 10.5. */
	@Test
	void aCircleIsCentredOnItsPixel() {
		show(List.of(ATOM));
		final var bounds = image.getOverlay().get(0).getFloatBounds();
		assertEquals(10.5, bounds.getCenterX(), 1e-9);
		assertEquals(20.5, bounds.getCenterY(), 1e-9);
		assertEquals(2 * 3 * Math.sqrt(2), bounds.getWidth(), 1e-9, "the diameter is 2σ√2");
		assertEquals(bounds.getWidth(), bounds.getHeight(), 1e-9);
	}

	@Test
	void atomsOfASelectionAreDrawnWhereTheyAre() {
		image.setRoi(new Roi(7, 9, 40, 40));
		show(List.of(ATOM));
		final var bounds = image.getOverlay().get(0).getFloatBounds();
		assertEquals(17.5, bounds.getCenterX(), 1e-9);
		assertEquals(29.5, bounds.getCenterY(), 1e-9);
	}

	@Test
	void errorsHaveAnotherColour() {
		show(List.of(ATOM, OTHER), 1);
		assertEquals(AtomOverlay.ATOM, image.getOverlay().get(0).getStrokeColor());
		assertEquals(AtomOverlay.ERROR, image.getOverlay().get(1).getStrokeColor());
		assertEquals("atom 1", image.getOverlay().get(0).getName());
		assertEquals("error 2", image.getOverlay().get(1).getName());
	}

	@Test
	void eachSliceOfAStackHasItsAtoms() {
		for (final boolean hyper : new boolean[] { false, true }) {
			final ImageStack stack = new ImageStack(60, 50);
			for (int i = 0; i < 6; i++)
				stack.addSlice(new ByteProcessor(60, 50));
			final ImagePlus series = new ImagePlus("series", stack);
			if (hyper) series.setDimensions(1, 2, 3);
			series.setOpenAsHyperStack(hyper);
			AtomOverlay.show(AnalysedImage.of(series).at(2), List.of(ATOM), new int[0]);
			AtomOverlay.show(AnalysedImage.of(series).at(5), List.of(ATOM, OTHER), new int[0]);
			AtomOverlay.show(AnalysedImage.of(series).at(2), List.of(OTHER), new int[0]);
			assertEquals(3, AtomOverlay.count(series), "the other slice's atoms stay");
			final Roi last = series.getOverlay().get(2);
			assertEquals(2 + 1.5, last.getFloatBounds().getCenterX() - 27, 1e-9, "the one of slice 2");
			if (hyper) {
				assertEquals(2, last.getZPosition());
				assertEquals(1, last.getTPosition());
			}
			else assertEquals(2, last.getPosition());
		}
	}

	@Test
	void veryManyAtomsBecomePoints() {
		final int n = AtomOverlay.MOST_CIRCLES + 1;
		show(Collections.nCopies(n, ATOM), 3, 4);
		assertEquals(2, image.getOverlay().size());
		assertEquals(n, AtomOverlay.count(image));
		final Roi atoms = image.getOverlay().get(0);
		assertEquals(10, atoms.getFloatPolygon().xpoints[0], "ImageJ draws points half a pixel further");
		assertEquals(20, atoms.getFloatPolygon().ypoints[0]);
		assertEquals(AtomOverlay.ERROR, image.getOverlay().get(1).getStrokeColor());
	}

	@Test
	void theUsersElementsStay() {
		final Roi mine = new Roi(1, 1, 5, 5);
		image.setOverlay(new Overlay(mine));
		show(List.of(ATOM, OTHER));
		assertEquals(2, AtomOverlay.count(image));
		assertEquals(3, image.getOverlay().size());
		show(List.of(OTHER));
		assertEquals(1, AtomOverlay.count(image), "what was shown before is replaced");
		assertEquals(2, image.getOverlay().size());
		assertSame(mine, image.getOverlay().get(0));
		AtomOverlay.clear(image);
		assertEquals(0, AtomOverlay.count(image));
		assertEquals(1, image.getOverlay().size());
		assertSame(mine, image.getOverlay().get(0));
	}

	@Test
	void clearingLeavesNoEmptyOverlay() {
		assertEquals(0, AtomOverlay.count(image));
		AtomOverlay.clear(image);
		show(List.of(ATOM));
		AtomOverlay.clear(image);
		assertNull(image.getOverlay());
	}

	/** An ImageJ TIFF keeps overlays: what was ours before it was saved is ours afterwards. */
	@Test
	void ownAtomsAreKnownAfterSaving() {
		show(List.of(ATOM, OTHER));
		final byte[] tiff = SimulatedImages.toTiff(image);
		final ImagePlus read = new ij.io.Opener().openTiff(new java.io.ByteArrayInputStream(tiff), "grid");
		assertEquals(2, AtomOverlay.count(read));
	}
}
