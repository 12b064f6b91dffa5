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

import org.junit.jupiter.api.Test;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;

class ImagePhysicsTest {

	/** What is said against the values of another command's dialog, once for the same pixels. */
	@Test
	void disagreementIsNotedOnceThePreviewHasLooked() {
		final ImagePlus image = CommandImages.particle();
		final AnalysedImage analysed = AnalysedImage.of(image);
		final var crystal = Lattices.get("SrTiO3-001");
		assertEquals("", ImagePhysics.note(analysed, crystal, 0.017, false, Progress.NONE));
		final String note = ImagePhysics.note(analysed, crystal, 0.017, true, Progress.NONE);
		assertTrue(note.matches(".*suggests 0\\.01(49|50).*"), note);
		final Object kept = image.getProperty("Reward Analysis estimate");
		assertEquals(note, ImagePhysics.note(analysed, crystal, 0.017, false, Progress.NONE));
		assertEquals("", ImagePhysics.note(analysed, crystal, 0.015, true, Progress.NONE));
		assertEquals(kept, image.getProperty("Reward Analysis estimate"));
		image.getProcessor().fill();
		assertEquals("", ImagePhysics.note(AnalysedImage.of(image), crystal, 0.017, true, Progress.NONE));
	}
}
