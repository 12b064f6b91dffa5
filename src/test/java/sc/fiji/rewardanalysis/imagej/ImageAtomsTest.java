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
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.Opener;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.io.AtomsTable;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;

class ImageAtomsTest {

	private static final int W = 400, H = 300;

	@TempDir
	private Path folder;

	private final ImagePlus image = new ImagePlus("grid", new ByteProcessor(W, H));

	private static List<Blob> random(final int n) {
		final Random random = new Random(n);
		final List<Blob> atoms = new ArrayList<>();
		for (int i = 0; i < n; i++)
			atoms.add(new Blob(random.nextDouble() * (W - 1), random.nextDouble() * (H - 1), 0.5 + random
				.nextDouble(), random.nextDouble()));
		return atoms;
	}

	private static ImagePlus stack(final int slices) {
		final ImageStack stack = new ImageStack(W, H);
		for (int i = 0; i < slices; i++)
			stack.addSlice(new ByteProcessor(W, H));
		return new ImagePlus("series", stack);
	}

	private ImageAtoms atoms(final AtomSource source) {
		return atoms(source, null);
	}

	private ImageAtoms atoms(final AtomSource source, final Path file) {
		return ImageAtoms.of(image, 1, image.getRoi(), source, file);
	}

	private static ImagePlus saved(final ImagePlus image) {
		return new Opener().openTiff(new ByteArrayInputStream(SimulatedImages.toTiff(image)), "read");
	}

	/** To the last bit, also once the image was saved, which keeps single precision. */
	@Test
	void theOverlaysAtomsComeBackExactly() {
		final List<Blob> atoms = random(500);
		AtomOverlay.show(AnalysedImage.of(image), atoms, new int[] { 3, 7 });
		assertEquals(atoms, atoms(AtomSource.OVERLAY).atoms());
		final ImageAtoms read = ImageAtoms.of(saved(image), 1, null, AtomSource.AUTOMATIC, null);
		assertEquals(atoms, read.atoms());
		assertEquals("the overlay of \"read\"", read.origin());
		assertEquals(List.of(), read.names());
	}

	@Test
	void soDoVeryManyThatArePoints() {
		final List<Blob> atoms = random(AtomOverlay.MOST_CIRCLES + 1);
		AtomOverlay.show(AnalysedImage.of(image), atoms, new int[0]);
		assertEquals(atoms, ImageAtoms.of(saved(image), 1, null, AtomSource.OVERLAY, null).atoms());
	}

	@Test
	void atomsOfASelectionAreWhereTheyAreInTheImage() {
		image.setRoi(new Roi(7, 9, 100, 100));
		AtomOverlay.show(AnalysedImage.of(image), List.of(new Blob(10.1, 20.2, 3, 1)), new int[0]);
		assertEquals(List.of(new Blob(7 + 10.1, 9 + 20.2, 3, 1)), atoms(AtomSource.OVERLAY).atoms());
	}

	@Test
	void aCropShiftsThemByWholePixels() {
		final Blob atom = new Blob(60.3, 70.7, 2.1, 0.5);
		AtomOverlay.show(AnalysedImage.of(image), List.of(atom), new int[0]);
		image.setRoi(50, 40, 30, 50);
		final ImagePlus crop = image.crop();
		assertEquals(List.of(new Blob(60.3 - 50, 70.7 - 40, 2.1, 0.5)), ImageAtoms.of(crop, 1, null,
			AtomSource.OVERLAY, null).atoms());
	}

	/** Somebody has dragged a circle: what is seen counts. */
	@Test
	void aCircleThatWasMovedIsWhereItIs() {
		AtomOverlay.show(AnalysedImage.of(image), List.of(new Blob(60, 70, 2, 0.5)), new int[0]);
		final Roi roi = image.getOverlay().get(0);
		roi.setLocation(roi.getXBase() + 0.25, roi.getYBase() - 1.5);
		final Blob atom = atoms(AtomSource.OVERLAY).atoms().get(0);
		assertEquals(60.25, atom.x(), 1e-9);
		assertEquals(68.5, atom.y(), 1e-9);
		assertEquals(2, atom.sigma(), 1e-9);
		assertTrue(Double.isNaN(atom.response()));
	}

	@Test
	void theUsersOwnCirclesAreNoAtomsOfTheOverlay() {
		image.setOverlay(new Overlay(new OvalRoi(5, 5, 9, 9)));
		assertRefused(() -> atoms(AtomSource.OVERLAY), "Find atoms first: Plugins > Reward Analysis");
		assertRefused(() -> atoms(AtomSource.AUTOMATIC), "no point selection", "Find atoms first");
	}

	@Test
	void classesComeBackWithTheirNames() {
		final List<Blob> atoms = random(40);
		final int[] labels = IntStream.range(0, 40).map(i -> i % 4 - 1).toArray();
		final List<String> names = List.of("CuO2", "Ba 1", "Ångström \\u");
		ClassOverlay.show(image, 1, atoms, labels, names);
		final ImageAtoms read = ImageAtoms.of(saved(image), 1, null, AtomSource.OVERLAY, null);
		assertEquals(atoms, read.atoms());
		assertArrayEquals(labels, read.labels());
		assertEquals(names, read.names());
	}

	/** A user clicks on the middle of pixel (10, 20): that is where ImageJ's point is. */
	@Test
	void selectedPointsAreAtomsOfATypicalSize() {
		image.setRoi(new PointRoi(new float[] { 10, 30, 50 }, new float[] { 20, 20, 20.5f }));
		final ImageAtoms found = atoms(AtomSource.AUTOMATIC);
		assertEquals(10, found.atoms().get(0).x());
		assertEquals(20.5, found.atoms().get(2).y());
		assertEquals(20 / 4.0 / Math.sqrt(2), found.atoms().get(0).sigma(), 1e-2);
		assertEquals("the point selection of \"grid\"", found.origin());
		image.setRoi(new Roi(1, 1, 9, 9));
		assertRefused(() -> atoms(AtomSource.SELECTION), "multi-point tool");
	}

	@Test
	void anAreaRestricts() {
		AtomOverlay.show(AnalysedImage.of(image), List.of(new Blob(20, 20, 3, 1), new Blob(200, 100, 3, 1)),
			new int[0]);
		image.setRoi(new OvalRoi(150, 50, 100, 100));
		final ImageAtoms inside = atoms(AtomSource.OVERLAY);
		assertEquals(List.of(new Blob(200, 100, 3, 1)), inside.atoms());
		assertTrue(inside.origin().endsWith("within the selection"));
		image.setRoi(new Roi(300, 200, 9, 9));
		assertRefused(() -> atoms(AtomSource.OVERLAY), "None of the 2 atoms");
		image.setRoi(new Roi(20, 20, 1, 1));
		assertEquals(1, atoms(AtomSource.OVERLAY).atoms().size(), "the pixel around its centre");
	}

	@Test
	void eachSliceHasItsOwn() {
		final ImagePlus series = stack(3);
		AtomOverlay.show(AnalysedImage.of(series).at(2), random(5), new int[0]);
		assertEquals(random(5), ImageAtoms.of(series, 2, null, AtomSource.AUTOMATIC, null).atoms());
		assertRefused(() -> ImageAtoms.of(series, 3, null, AtomSource.AUTOMATIC, null), "on slice 3");
		final PointRoi points = new PointRoi(new float[] { 1, 2, 3 }, new float[] { 4, 5, 6 });
		points.setPosition(3);
		assertEquals(3, ImageAtoms.of(series, 3, points, AtomSource.AUTOMATIC, null).atoms().size());
		assertRefused(() -> ImageAtoms.of(series, 1, points, AtomSource.SELECTION, null), "slice 1");
	}

	@Test
	void theManagersPointsAndOvalsCount() {
		final Roi oval = new OvalRoi(10.0, 20.0, 6.0, 8.0);
		final ImageAtoms found = ImageAtoms.of(List.of(oval, new PointRoi(50.0, 60.0), new Roi(0, 0, 5, 5)),
			image, 1, null);
		assertEquals(2, found.atoms().size());
		final Blob atom = found.atoms().get(0);
		assertEquals(12.5, atom.x(), "the middle between the edges at 10 and 16");
		assertEquals(23.5, atom.y());
		assertEquals(3.5 / Math.sqrt(2), atom.sigma(), 1e-9);
		assertRefused(() -> ImageAtoms.of(List.of(), image, 1, null), "ROI Manager", "Atoms to ROI Manager");
	}

	@Test
	void ourOwnTableComesBackExactly() {
		final List<Blob> atoms = random(50);
		final Path file = folder.resolve("atoms.csv");
		AtomsTable.of(RefinedAtoms.asDetected(atoms), Double.NaN, 0, 0).write(file);
		AtomOverlay.show(AnalysedImage.of(image), random(3), new int[0]);
		final ImageAtoms read = atoms(AtomSource.AUTOMATIC, file);
		assertEquals(atoms, read.atoms(), "a file that is given counts, not the overlay");
		assertEquals("atoms.csv", read.origin());
	}

	@Test
	void plainTablesAreRead() throws IOException {
		for (final String header : List.of("x (px),y (px)", "X,Y", "\uFEFFx,y")) {
			final Path file = Files.writeString(folder.resolve("t.csv"), header + "\n1.5,2\n30,4\n900,9\n");
			final ImageAtoms read = atoms(AtomSource.FILE, file);
			assertEquals(2, read.atoms().size());
			assertEquals(1.5, read.atoms().get(0).x());
			assertEquals("t.csv (1 outside the image left out)", read.origin());
		}
		final Path classes = Files.writeString(folder.resolve("c.csv"),
			"slice,x,y,class\n1,5,5,Ba\n1,9,9,no class\n1,30,30,Y\n2,1,1,Y\n");
		final ImageAtoms read = atoms(AtomSource.FILE, classes);
		assertArrayEquals(new int[] { 0, -1, 1 }, read.labels());
		assertEquals(List.of("Ba", "Y"), read.names());
	}

	@Test
	void badTablesAreRefused() throws IOException {
		assertRefused(() -> atoms(AtomSource.FILE), "No file of atoms is given");
		final Path file = folder.resolve("bad.csv");
		Files.writeString(file, "x_nm,y_nm\n1,2\n");
		assertRefused(() -> atoms(AtomSource.FILE, file), "x_nm, y_nm", "(px)");
		Files.writeString(file, "x,y\n1,2\n,3\n");
		assertRefused(() -> atoms(AtomSource.FILE, file), "Row 2");
		Files.writeString(file, "x,y\n-50,2\n");
		assertRefused(() -> atoms(AtomSource.FILE, file), "outside");
		Files.writeString(file, "x,y\n5,2\n900,2\n5,900\n");
		assertRefused(() -> atoms(AtomSource.FILE, file), "2 of 3 atoms", "outside");
		Files.writeString(file, "x,y\n");
		assertRefused(() -> atoms(AtomSource.FILE, file), "has no atoms");
	}
}
