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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.core.Blob;

class PreviewOverlayTest {

	private final ImagePlus image = new ImagePlus("test", new FloatProcessor(40, 30));
	private final Roi mine = new Roi(1, 2, 3, 4);
	private final List<Blob> one = List.of(new Blob(10, 10, 2, 1)), two = List.of(new Blob(10, 10, 2,
		1), new Blob(20, 10, 2, 1));
	private PreviewOverlay preview;

	@BeforeEach
	void prepare() {
		preview = new PreviewOverlay(image);
	}

	private void show(final List<Blob> atoms) {
		preview.show(AnalysedImage.of(image), atoms);
	}

	@Test
	void withoutAnOverlayThereIsNoneAfterwards() {
		show(two);
		assertEquals(2, AtomOverlay.count(image));
		preview.restore();
		assertNull(image.getOverlay());
	}

	@Test
	void theFormerOverlayIsBackWithItsAtomsAndItsState() {
		image.setOverlay(new Overlay(mine));
		AtomOverlay.show(AnalysedImage.of(image), one, new int[] { 0 });
		final Overlay former = image.getOverlay();
		final List<Roi> rois = Arrays.asList(former.toArray());
		image.setHideOverlay(true);
		show(two);
		assertEquals(2, AtomOverlay.count(image));
		assertTrue(image.getOverlay().contains(mine), "what is the user's stays to be seen");
		show(one);
		preview.restore();
		assertSame(former, image.getOverlay());
		assertEquals(rois, Arrays.asList(former.toArray()));
		assertTrue(image.getHideOverlay());
		preview.restore();
		assertSame(former, image.getOverlay());
	}

	@Test
	void whatTheUserAddsAndRemovesMeanwhileIsKept() {
		final Roi other = new Roi(5, 5, 5, 5), added = new Roi(7, 7, 7, 7);
		final Overlay former = new Overlay(mine);
		former.add(other);
		image.setOverlay(former);
		show(two);
		image.getOverlay().add(added);
		image.getOverlay().remove(mine);
		show(one);
		preview.restore();
		assertEquals(List.of(other, added), Arrays.asList(image.getOverlay().toArray()));
	}

	@Test
	void anOverlayThatTheUserReplacesIsTheUsers() {
		image.setOverlay(new Overlay(mine));
		show(two);
		image.setOverlay(null);
		preview.restore();
		assertTrue(image.getOverlay() == null || image.getOverlay().size() == 0);
	}

	/** Two dialogs on one image, closed in either order. */
	@Test
	void ofTwoPreviewsNothingStays() {
		for (int run = 0; run < 8; run++) {
			final PreviewOverlay other = new PreviewOverlay(image);
			image.setOverlay(run < 4 ? null : new Overlay(mine));
			if (run % 2 == 1) AtomOverlay.show(AnalysedImage.of(image), one, new int[0]);
			final List<Roi> before = Overlays.rois(image.getOverlay());
			show(two);
			other.show(AnalysedImage.of(image), one);
			assertEquals(1, AtomOverlay.count(image), "the latest one is seen");
			show(two);
			assertEquals(2, AtomOverlay.count(image));
			(run % 4 < 2 ? preview : other).restore();
			assertEquals(run % 4 < 2 ? 0 : 2, AtomOverlay.count(image));
			(run % 4 < 2 ? other : preview).restore();
			assertEquals(before, Overlays.rois(image.getOverlay()), "run " + run);
		}
	}

	/** A search that begins during a preview and finds nothing, however the two end. */
	@Test
	void aPreviewIsNothingToComeBackTo() {
		for (int run = 0; run < 4; run++) {
			image.setOverlay(new Overlay(mine));
			AtomOverlay.show(AnalysedImage.of(image), one, new int[0]);
			final List<Roi> before = Overlays.rois(image.getOverlay());
			show(two);
			final AtomOverlay.Saved saved = AtomOverlay.save(image);
			if (run % 2 == 0) preview.restore();
			AtomOverlay.show(AnalysedImage.of(image), List.of(one.get(0), two.get(1), one.get(0)), new int[0]);
			assertEquals(3, AtomOverlay.count(image), "what is found is seen");
			if (run > 1) show(two);
			saved.restore();
			preview.restore();
			assertEquals(before.size(), image.getOverlay().size(), "run " + run);
			assertTrue(before.containsAll(Overlays.rois(image.getOverlay())), "run " + run);
		}
	}

	@Test
	void whatIsFoundDuringAPreviewReplacesWhatItCovers() {
		AtomOverlay.show(AnalysedImage.of(image), one, new int[0]);
		show(one);
		AtomOverlay.show(AnalysedImage.of(image), two, new int[0]);
		show(one);
		preview.restore();
		assertEquals(2, AtomOverlay.count(image));
		show(one);
		AtomOverlay.clear(image);
		preview.restore();
		assertNull(image.getOverlay());
	}

	@Test
	void anOverlayThatTheUserHidesDuringThePreviewStaysHidden() {
		image.setOverlay(new Overlay(mine));
		show(one);
		image.setHideOverlay(true);
		show(two);
		preview.restore();
		assertTrue(image.getHideOverlay());
	}
}
