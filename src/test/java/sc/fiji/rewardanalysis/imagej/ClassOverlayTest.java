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
import static org.junit.jupiter.api.Assertions.assertSame;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.ClassColours;

class ClassOverlayTest {

	private static final List<Blob> ATOMS = List.of(new Blob(10, 20, 3, 1), new Blob(30, 25, 3, 1),
		new Blob(45, 12, 3, 1));

	private final ImagePlus image = new ImagePlus("grid", new ByteProcessor(60, 50));

	private void show(final int... labels) {
		ClassOverlay.show(image, 1, ATOMS, labels, List.of("Ba", "Y"));
	}

	@Test
	void eachClassHasItsColourAndName() {
		show(1, -1, 0);
		final Overlay overlay = image.getOverlay();
		assertEquals("Y 1", overlay.get(0).getName());
		assertEquals("no class 2", overlay.get(1).getName());
		assertEquals("Ba 3", overlay.get(2).getName());
		assertEquals(new Color(ClassColours.rgb(1)), overlay.get(0).getStrokeColor());
		assertEquals(new Color(ClassColours.NONE), overlay.get(1).getStrokeColor());
		assertEquals(new Color(ClassColours.rgb(0)), overlay.get(2).getStrokeColor());
		assertEquals(10.5, overlay.get(0).getFloatBounds().getCenterX(), 1e-9);
	}

	@Test
	void theyReplaceCirclesAndCirclesReplaceThem() {
		final Roi mine = new Roi(1, 1, 5, 5);
		image.setOverlay(new Overlay(mine));
		AtomOverlay.show(AnalysedImage.of(image), ATOMS, new int[0]);
		show(0, 1, 1);
		assertEquals(4, image.getOverlay().size());
		assertEquals(3, AtomOverlay.count(image));
		show(0, 0, 1);
		assertEquals(4, image.getOverlay().size());
		AtomOverlay.show(AnalysedImage.of(image), ATOMS.subList(0, 1), new int[0]);
		assertEquals(2, image.getOverlay().size());
		show(0, 1, 1);
		AtomOverlay.clear(image);
		assertEquals(1, image.getOverlay().size());
		assertSame(mine, image.getOverlay().get(0), "the user's stays");
	}

	@Test
	void aPreviewHidesThem() {
		show(0, 1, 1);
		final Roi before = image.getOverlay().get(0);
		final PreviewOverlay preview = new PreviewOverlay(image);
		preview.show(AnalysedImage.of(image), ATOMS.subList(0, 1));
		assertEquals(1, image.getOverlay().size());
		final ImageAtoms hidden = ImageAtoms.of(image, 1, null, AtomSource.OVERLAY, null);
		assertEquals(ATOMS, hidden.atoms(), "what a preview hides is still there");
		preview.restore();
		assertSame(before, image.getOverlay().get(0));
	}

	@Test
	void veryManyArePointsByClass() {
		final int n = AtomOverlay.MOST_CIRCLES + 2;
		final List<Blob> many = new ArrayList<>();
		final int[] labels = new int[n];
		for (int i = 0; i < n; i++) {
			many.add(new Blob(i % 60, i % 50, 1, 1));
			labels[i] = i % 3 - 1;
		}
		ClassOverlay.show(image, 1, many, labels, List.of("Ba", "Y"));
		assertEquals(3, image.getOverlay().size());
		assertEquals(n, AtomOverlay.count(image));
		assertEquals(List.of("Ba", "Y"), ImageAtoms.of(image, 1, null, AtomSource.OVERLAY, null).names());
	}

	@Test
	void whatDoesNotFitIsRefused() {
		assertRefused(() -> show(0, 1), "3 atoms need a class each, not 2");
		assertRefused(() -> show(0, 1, 2), "Class 3 has no name");
	}
}
