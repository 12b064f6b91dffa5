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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.imagej.AtomOverlay;

class OverlayCommandsTest {

	@Test
	void onlyWhatIsOursIsRemoved() throws Exception {
		final ImagePlus image = CommandImages.ybco();
		image.setOverlay(new Overlay(new Roi(1, 1, 5, 5)));
		Commands.succeed(FindAtoms.class, "image", image);
		assertTrue(AtomOverlay.count(image) > 10);
		Commands.succeed(RemoveOverlay.class, "image", image);
		assertEquals(0, AtomOverlay.count(image));
		assertEquals(1, image.getOverlay().size());
		Commands.succeed(RemoveOverlay.class, "image", image);
	}

	@Test
	void aManagerNeedsADisplay() throws Exception {
		final ImagePlus image = CommandImages.ybco();
		Commands.refuse(AtomsToRoiManager.class, new String[] { "ybco", "no atoms" }, "image", image);
		Commands.succeed(FindAtoms.class, "image", image);
		Commands.refuse(AtomsToRoiManager.class, new String[] { "display", "overlay of \"ybco\"",
			"TIFF", "atoms.csv" }, "image", image);
	}

	/** Pixels that are no numbers are shown as left out, and stay so in the file. */
	@Test
	void whatIsLeftOutIsShown() throws Exception {
		final ImagePlus image = CommandImages.ybco();
		image.getProcessor().setf(60, 70, Float.NaN);
		Commands.succeed(OptimizeAtomFinding.class, "image", image, "refine", "none");
		final List<Roi> areas = java.util.Arrays.stream(image.getOverlay().toArray()).filter(r -> "left out"
			.equals(r.getName())).toList();
		assertEquals(1, areas.size());
		assertTrue(areas.get(0).contains(60, 70));
	}
}
