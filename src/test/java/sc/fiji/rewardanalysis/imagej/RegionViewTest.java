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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.AmorphousYbco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionFinder;

class RegionViewTest {

	private static final int X = 9, Y = 4, SIZE = AmorphousYbco.SIZE;

	/** What was analysed is a box of a larger image. */
	@Test
	void showsAndWritesInTheWholeImage(@TempDir final Path folder) {
		final SimulatedImage simulated = AmorphousYbco.image(AmorphousShape.RING);
		final RegionFinder finder = AmorphousYbco.finder(simulated);
		final AmorphousRegions found = finder.find(AmorphousYbco.CLUSTERING, AmorphousYbco.RULE,
			Progress.NONE);
		final ImagePlus image = new ImagePlus("ring", new FloatProcessor(SIZE + 20, SIZE + 10));
		image.getCalibration().setUnit("nm");
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = AmorphousYbco.PIXEL;
		image.setRoi(X, Y, SIZE, SIZE);
		final RegionView view = new RegionView(AnalysedImage.of(image), finder.scene().atoms(), found);
		view.show();
		assertEquals(found.regions().size(), RegionOverlay.rois(image).size());
		final Roi first = RegionOverlay.rois(image).get(0);
		assertEquals(found.regions().get(0).region().left() + X, first.getBounds().x);
		assertEquals(found.regions().get(0).region().area(), IntStream.range(0, view.labels().length).filter(
			p -> first.contains(p % image.getWidth(), p / image.getWidth())).count());
		// They are read back where they are, with their classes.
		final ImageAtoms atoms = ImageAtoms.of(image, 1, null, AtomSource.OVERLAY, null);
		assertEquals(finder.scene().atoms().size(), atoms.atoms().size());
		assertEquals(finder.scene().atoms().get(3).x() + X, atoms.atoms().get(3).x(), 1e-9);
		assertEquals(List.of("crystalline", "amorphous"), atoms.names());
		assertEquals(found.amorphousAtoms(), Arrays.stream(atoms.labels()).sum());
		final float[] map = finder.map(found, Progress.NONE);
		view.write(map, folder, Progress.NONE);
		final ImagePlus labels = IJ.openImage(folder.resolve(RegionView.LABELS).toString());
		final int[] read = IntStream.range(0, view.labels().length).map(p -> labels.getProcessor().get(p))
			.toArray();
		assertArrayEquals(view.labels(), read);
		final ImagePlus probability = IJ.openImage(folder.resolve(RegionView.PROBABILITY).toString());
		assertTrue(Float.isNaN(probability.getProcessor().getf(X - 1, Y)));
		assertEquals(map[SIZE + 2], probability.getProcessor().getf(X + 2, Y + 1));
		assertEquals("nm", probability.getCalibration().getUnit());
		assertEquals(AmorphousYbco.PIXEL, probability.getCalibration().pixelWidth, 1e-9);
	}
}
