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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.Opener;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.core.Blob;

class RegionOverlayTest {

	private static final int W = 60, H = 50;

	private final ImagePlus image = new ImagePlus("grid", new ByteProcessor(W, H));

	/** Three regions: a ring with an island in its hole, a square at the corner, and specks. */
	private static int[] labels() {
		final int[] labels = new int[W * H];
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++) {
				final double r = Math.hypot(x - 25, y - 25);
				if (r < 15 && r > 7 || r < 2) labels[y * W + x] = 1;
				if (x >= 50 && y >= 40) labels[y * W + x] = 2;
			}
		labels[5 * W + 50] = labels[6 * W + 51] = 3;
		return labels;
	}

	private static void assertHolds(final ImagePlus image, final int[] labels) {
		final List<Roi> rois = RegionOverlay.rois(image);
		for (int i = 0; i < rois.size(); i++) {
			final boolean[] expected = new boolean[W * H];
			for (int p = 0; p < expected.length; p++)
				expected[p] = labels[p] == i + 1;
			assertArrayEquals(expected, MaskRoi.mask(rois.get(i), W, H, 0, 0), rois.get(i).getName());
		}
	}

	@Test
	void eachRegionHoldsExactlyItsPixels() {
		RegionOverlay.show(image, 1, labels(), "amorphous");
		assertEquals(3, RegionOverlay.rois(image).size());
		assertHolds(image, labels());
		assertEquals("amorphous 2", RegionOverlay.rois(image).get(1).getName());
		final ImagePlus read = new Opener().openTiff(new ByteArrayInputStream(SimulatedImages.toTiff(
			image)), "read");
		assertEquals(3, RegionOverlay.rois(read).size());
		assertHolds(read, labels());
	}

	@Test
	void soDoRandomOnes() {
		final Random random = new Random(1);
		for (int run = 0; run < 20; run++) {
			final int[] labels = random.ints(W * H, 0, 5).toArray();
			RegionOverlay.show(image, 1, labels, "r");
			assertEquals(4, RegionOverlay.rois(image).size());
			assertHolds(image, labels);
		}
	}

	/** Fill and outline are both seen, holes are not filled, and the image shines through. */
	@Test
	void regionsArePaintedWithTheirHoles() {
		image.getProcessor().setColor(100);
		image.getProcessor().fill();
		RegionOverlay.show(image, 1, labels(), "amorphous");
		for (final int[] inside : new int[][] { { 36, 25 }, { 55, 45 } }) {
			final int rgb = image.flatten().getProcessor().get(inside[0], inside[1]);
			assertTrue((rgb >> 16 & 255) > 115 && (rgb >> 16 & 255) < 160, "red shines through");
			assertTrue((rgb & 255) < 100 && (rgb & 255) > 50);
		}
		assertEquals(0x646464, image.flatten().getProcessor().get(25, 20) & 0xFFFFFF, "the hole");
		final int edge = image.flatten().getProcessor().get(50, 45);
		assertTrue((edge >> 16 & 255) > 165, "the outline hides more: " + Integer.toHexString(edge));
	}

	@Test
	void theyLieOverAtomsAndGoWithTheirCommand() {
		final Roi mine = new Roi(1, 1, 5, 5);
		image.setOverlay(new Overlay(mine));
		RegionOverlay.show(image, 1, labels(), "amorphous");
		final List<Blob> atoms = List.of(new Blob(20, 20, 2, 1));
		ClassOverlay.show(image, 1, atoms, new int[] { 0 }, List.of("Ba"));
		assertEquals(3, RegionOverlay.rois(image).size(), "atoms leave regions");
		RegionOverlay.show(image, 1, labels(), "amorphous");
		assertEquals(5, image.getOverlay().size());
		assertEquals("amorphous 3", image.getOverlay().get(4).getName(), "on top");
		assertEquals(atoms, ImageAtoms.of(image, 1, null, AtomSource.OVERLAY, null).atoms());
		RegionOverlay.show(image, 1, new int[W * H], "amorphous");
		assertEquals(2, image.getOverlay().size(), "there is none now");
		RegionOverlay.show(image, 1, labels(), "amorphous");
		AtomOverlay.clear(image);
		assertEquals(1, image.getOverlay().size());
		assertSame(mine, image.getOverlay().get(0));
	}

	@Test
	void anImageWithoutRegionsHasNoOverlay() {
		RegionOverlay.show(image, 1, new int[W * H], "amorphous");
		assertNull(image.getOverlay());
		assertRefused(() -> RegionOverlay.show(image, 1, new int[7], "amorphous"), "3000 labels, not 7");
	}

	@Test
	void mapsAreCalibratedImages(@TempDir final Path folder) {
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.02;
		image.getCalibration().setUnit("nm");
		image.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] { 1, 2 },
			"counts");
		final float[] probabilities = new float[W * H];
		probabilities[7] = 0.25f;
		final ImagePlus heat = RegionImages.heat(probabilities, image, "probability");
		RegionImages.write(heat, folder.resolve("heat.tif"));
		final ImagePlus read = IJ.openImage(folder.resolve("heat.tif").toString());
		assertEquals(32, read.getBitDepth());
		assertEquals(0.25f, read.getProcessor().getf(7));
		assertEquals(0.02, read.getCalibration().pixelWidth, 1e-9);
		assertEquals("nm", read.getCalibration().getUnit());
		assertEquals(1, read.getDisplayRangeMax(), 1e-6);
		assertTrue(!read.getCalibration().calibrated());
		assertNotEquals(read.getProcessor().getColorModel().getRed(128), read.getProcessor()
			.getColorModel().getBlue(128), "in colour");
	}

	@Test
	void labelsAreNumbersInAsManyBitsAsTheyNeed(@TempDir final Path folder) {
		final int[] many = new int[W * H];
		many[3] = 400;
		for (final int[] labels : List.of(labels(), many)) {
			RegionImages.write(RegionImages.labels(labels, image, "regions"), folder.resolve("regions.tif"));
			final ImagePlus read = IJ.openImage(folder.resolve("regions.tif").toString());
			assertEquals(labels == many ? 16 : 8, read.getBitDepth());
			for (int i = 0; i < labels.length; i++)
				assertEquals(labels[i], read.getProcessor().get(i));
		}
		assertRefused(() -> RegionImages.labels(new int[3], image, "regions"), "3 values");
	}
}
