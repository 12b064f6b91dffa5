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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.Opener;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;

/** Overlays as ImageJ's own commands treat them, in an ImageJ that has its folder of LUTs. */
class OverlayGroupsTest {

	private static final String MINE = "mine";
	private static final Blob ATOM = new Blob(20, 30, 3, 1), ERROR = new Blob(60, 40, 3, 1);

	@TempDir
	static Path fiji;

	private static Object before;

	@BeforeAll
	static void giveColours() throws IOException, ReflectiveOperationException {
		final byte[] lut = new byte[768];
		new Random(1).nextBytes(lut);
		Files.createDirectories(fiji.resolve("luts"));
		Files.write(fiji.resolve("luts/glasbey.lut"), lut);
		before = folder().get(null);
		folder().set(null, fiji.toString());
		Roi.setGroupName(255, MINE);
		Roi.setGroupName(3, "nuclei");
	}

	@AfterAll
	static void reset() throws ReflectiveOperationException {
		folder().set(null, before);
		Roi.setGroupNames(null);
	}

	/** Where ImageJ believes that it is installed; it tells nobody how to say so. */
	private static Field folder() throws NoSuchFieldException {
		final Field field = Prefs.class.getDeclaredField("ImageJDir");
		field.setAccessible(true);
		return field;
	}

	private final ImagePlus image = new ImagePlus("grid", new ByteProcessor(100, 80));
	private final Roi own = new Roi(1, 1, 5, 5);

	private void show() {
		own.setName("own");
		own.setGroup(251);
		image.setOverlay(new Overlay(own));
		AtomOverlay.show(AnalysedImage.of(image), List.of(ATOM, ERROR), new int[] { 1 });
	}

	private static ImagePlus saved(final ImagePlus image) {
		return new Opener().openTiff(new ByteArrayInputStream(SimulatedImages.toTiff(image)), "read");
	}

	@Test
	void atomsAndErrorsAreNamedGroupsOfTheirOwn() {
		show();
		final Roi atom = image.getOverlay().get(1), error = image.getOverlay().get(2);
		assertEquals("Reward Analysis: atoms", Roi.getGroupName(atom.getGroup()));
		assertEquals("Reward Analysis: errors", Roi.getGroupName(error.getGroup()));
		assertNotEquals(atom.getGroup(), error.getGroup());
		assertEquals(AtomOverlay.ATOM, atom.getStrokeColor());
		assertEquals(AtomOverlay.ERROR, error.getStrokeColor());
		assertEquals(MINE, Roi.getGroupName(255), "the user's name stays");
		assertEquals("nuclei", Roi.getGroupName(3));
		assertNotEquals(own.getGroup(), atom.getGroup(), "the user's group is not free");
		assertNotEquals(own.getGroup(), error.getGroup());
		final int group = atom.getGroup();
		show();
		assertEquals(group, image.getOverlay().get(1).getGroup(), "it is the same the next time");
	}

	@Test
	void aSavedOverlayIsStillOurs() {
		show();
		final ImagePlus read = saved(image);
		assertEquals(2, AtomOverlay.count(read));
		assertEquals(image.getOverlay().get(1).getGroup(), read.getOverlay().get(1).getGroup());
		AtomOverlay.show(AnalysedImage.of(read), List.of(ERROR), new int[0]);
		assertEquals(1, AtomOverlay.count(read));
		AtomOverlay.clear(read);
		assertEquals(1, read.getOverlay().size());
		assertEquals("own", read.getOverlay().get(0).getName());
		assertEquals(251, read.getOverlay().get(0).getGroup());
	}

	/** The leftmost pixel of a circle: 20.5 - 3√2 is within pixel 16. Its line is smoothed. */
	@Test
	void flatteningPaintsTheAtoms() {
		show();
		final ImagePlus flat = image.flatten();
		assertIsLike(AtomOverlay.ATOM, new Color(flat.getProcessor().get(16, 30)));
		assertIsLike(AtomOverlay.ERROR, new Color(flat.getProcessor().get(56, 40)));
		assertEquals(Color.BLACK.getRGB(), flat.getProcessor().get(20, 30) | 0xFF000000);
	}

	private static void assertIsLike(final Color expected, final Color actual) {
		assertEquals(expected.getRed(), actual.getRed(), 40);
		assertEquals(expected.getGreen(), actual.getGreen(), 40);
		assertEquals(expected.getBlue(), actual.getBlue(), 40);
	}

	@Test
	void duplicatesAndCropsKeepThem() {
		show();
		image.setRoi(10, 20, 30, 30);
		final ImagePlus crop = image.crop();
		assertEquals(1, AtomOverlay.count(crop), "the other one lies outside");
		assertEquals(10.5, AtomOverlay.rois(crop).get(0).getFloatBounds().getCenterX(), 1e-9);
		image.deleteRoi();
		final ImagePlus copy = image.duplicate();
		AtomOverlay.clear(copy);
		assertEquals(1, copy.getOverlay().size());
		assertEquals(2, AtomOverlay.count(image), "the original keeps its own");
	}

	/** A slice that was taken out of a stack is no longer at its old place. */
	@Test
	void aDuplicatedSliceIsRecognised() {
		final ij.ImageStack stack = new ij.ImageStack(100, 80);
		for (int i = 0; i < 4; i++)
			stack.addSlice(new ByteProcessor(100, 80));
		final ImagePlus series = new ImagePlus("series", stack);
		AtomOverlay.show(AnalysedImage.of(series).at(3), List.of(ATOM), new int[0]);
		final ImagePlus part = new ij.plugin.Duplicator().run(series, 3, 4);
		assertEquals(1, AtomOverlay.count(part));
		AtomOverlay.show(AnalysedImage.of(part).at(1), List.of(ATOM, ERROR), new int[0]);
		assertEquals(2, AtomOverlay.count(part), "they replace what was on the slice");
		AtomOverlay.show(AnalysedImage.of(saved(series)).at(3), List.of(ERROR), new int[0]);
	}

	@Test
	void whatIsLeftOutIsAnAreaWithHoles() {
		show();
		final boolean[] remaining = new boolean[100 * 80];
		for (int i = 0; i < remaining.length; i++)
			remaining[i] = i % 100 < 50 || i % 100 == 70 && i / 100 == 40;
		AtomOverlay.showLeftOut(AnalysedImage.of(image), Area.mask(remaining, 100, 80));
		assertEquals(2, AtomOverlay.count(image), "it is no atom");
		final ImagePlus read = saved(image);
		final Roi roi = read.getOverlay().get(3);
		assertEquals(50 * 80 - 1, roi.getContainedPoints().length);
		assertEquals("Reward Analysis: left out", Roi.getGroupName(roi.getGroup()));
		final int painted = image.flatten().getProcessor().get(80, 70) & 0xFFFFFF;
		assertTrue(painted != 0, "it is seen when flattened");
		AtomOverlay.show(AnalysedImage.of(image), List.of(ATOM), new int[0]);
		assertEquals(3, image.getOverlay().size(), "another solution doesn't change it");
		AtomOverlay.showLeftOut(AnalysedImage.of(image), Area.image(100, 80));
		assertEquals(2, image.getOverlay().size(), "nothing is left out now");
		AtomOverlay.clear(read);
		assertEquals(1, read.getOverlay().size());
	}

	@Test
	void anOverlayIsAsBeforeOnceRestored() {
		show();
		final Roi other = new Roi(9, 9, 3, 3);
		image.getOverlay().add(other);
		final Roi[] all = image.getOverlay().toArray();
		final AtomOverlay.Saved saved = AtomOverlay.save(image);
		AtomOverlay.show(AnalysedImage.of(image), List.of(ATOM), new int[0]);
		saved.restore();
		assertEquals(all.length, image.getOverlay().size());
		for (int i = 0; i < all.length; i++)
			assertSame(all[i], image.getOverlay().get(i));
		AtomOverlay.show(AnalysedImage.of(image), List.of(ATOM), new int[0]);
		final Roi meanwhile = new Roi(50, 50, 2, 2);
		image.getOverlay().add(meanwhile);
		saved.restore();
		assertTrue(List.of(image.getOverlay().toArray()).contains(meanwhile), "what the user drew stays");
		assertEquals(2, AtomOverlay.count(image));
		image.setOverlay(null);
		final AtomOverlay.Saved nothing = AtomOverlay.save(image);
		AtomOverlay.show(AnalysedImage.of(image), List.of(ATOM), new int[0]);
		nothing.restore();
		assertNull(image.getOverlay());
	}
}
