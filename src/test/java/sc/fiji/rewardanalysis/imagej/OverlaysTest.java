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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.core.Blob;

class OverlaysTest {

	private final ImagePlus image = new ImagePlus("test", new ByteProcessor(60, 50));

	/** All equal for ImageJ, which compares shapes. */
	private static List<Roi> alike(final int n) {
		return IntStream.range(0, n).mapToObj(i -> new Roi(1, 2, 3, 4)).toList();
	}

	private static void assertHas(final List<Roi> expected, final Overlay overlay) {
		assertEquals(expected.size(), overlay.size());
		for (int i = 0; i < expected.size(); i++)
			assertSame(expected.get(i), overlay.get(i), "ROI " + i);
	}

	/** What is added between the look at the overlay and its change comes last. */
	@Test
	void anyChangeIsMadeInPlaceAndKeepsWhatIsAddedMeanwhile() {
		final Random random = new Random(1);
		for (int run = 0; run < 300; run++) {
			final List<Roi> before = alike(1 + random.nextInt(8)), added = alike(random.nextInt(3));
			final List<Roi> after = new ArrayList<>(before.stream().filter(r -> random.nextBoolean())
				.toList());
			after.addAll(alike(random.nextInt(8)));
			if (random.nextInt(4) == 0) Collections.shuffle(after, random);
			if (after.isEmpty() && added.isEmpty()) continue;
			final Overlay overlay = new Overlay();
			before.forEach(overlay::add);
			image.setOverlay(overlay);
			Overlays.change(image, now -> {
				added.forEach(overlay::add);
				return after;
			});
			assertSame(overlay, image.getOverlay());
			assertEquals(after.size() + added.size(), overlay.size());
			assertEquals(Overlays.identity(Stream.concat(after.stream(), added.stream()).toList()), Overlays
				.identity(Overlays.rois(overlay)));
			if (added.isEmpty()) assertHas(after, overlay);
		}
	}

	@Test
	void anOverlayThatIsMadeMeanwhileIsKept() {
		final List<Roi> own = alike(2);
		final Overlay other = new Overlay(new Roi(5, 5, 5, 5));
		Overlays.change(image, now -> {
			image.setOverlay(other);
			return own;
		});
		assertSame(other, image.getOverlay());
		assertEquals(3, other.size());
	}

	@Test
	void nothingIsDoneWithoutAChange() {
		assertFalse(Overlays.change(image, now -> now));
		assertNull(image.getOverlay());
		final Overlay empty = new Overlay();
		image.setOverlay(empty);
		assertFalse(Overlays.change(image, ArrayList::new));
		assertSame(empty, image.getOverlay());
	}

	@Test
	void theUsersChoiceToHideStays() {
		image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		image.setHideOverlay(true);
		final AnalysedImage analysed = AnalysedImage.of(image);
		final AtomOverlay.Saved saved = AtomOverlay.save(image);
		AtomOverlay.show(analysed, List.of(new Blob(10, 10, 2, 1)), new int[0]);
		assertTrue(image.getHideOverlay());
		saved.restore();
		assertTrue(image.getHideOverlay());
		image.setOverlay(null);
		image.setHideOverlay(true);
		AtomOverlay.show(analysed, List.of(new Blob(10, 10, 2, 1)), new int[0]);
		assertTrue(image.getHideOverlay());
		AtomOverlay.clear(image);
		assertNull(image.getOverlay());
		assertTrue(image.getHideOverlay());
	}

	@Test
	void whatIsDrawnWhileAtomsAreRedrawnStays() throws Exception {
		final Overlay overlay = new Overlay();
		image.setOverlay(overlay);
		final List<Roi> drawn = alike(2000);
		final Thread user = new Thread(() -> drawn.forEach(roi -> {
			image.getOverlay().add(roi);
			Thread.yield();
		}), "user");
		final AnalysedImage analysed = AnalysedImage.of(image);
		final Blob atom = new Blob(10, 10, 2, 1);
		final AtomOverlay.Saved saved = AtomOverlay.save(image);
		user.start();
		int i = 0;
		do {
			AtomOverlay.show(analysed, Collections.nCopies(1000 + 500 * (i++ % 3), atom), new int[0]);
		}
		while (user.isAlive() || i < 5);
		user.join();
		saved.restore();
		assertEquals(Overlays.identity(drawn), Overlays.identity(Overlays.rois(image.getOverlay())));
		assertSame(overlay, image.getOverlay());
	}
}
