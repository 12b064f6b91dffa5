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

package sc.fiji.rewardanalysis.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.HeatColours;
import sc.fiji.rewardanalysis.plot.PatchMontage.Patch;

class ClassPictureTest {

	private static final int W = 100, H = 80, ZOOM = 10;

	private static final List<Blob> ATOMS = List.of(new Blob(30, 20, 5, 1), new Blob(70, 50, 4, 1));

	private static Img<FloatType> black() {
		final float[] pixels = new float[W * H];
		Arrays.fill(pixels, 0, 20, 1);
		return ArrayImgs.floats(pixels, W, H);
	}

	private static void assertLike(final int expected, final BufferedImage picture, final double x,
		final double y)
	{
		final int rgb = picture.getRGB((int) x, (int) y);
		for (int shift = 0; shift < 24; shift += 8)
			assertEquals(expected >> shift & 255, rgb >> shift & 255, 25, Integer.toHexString(rgb) + " at " +
				x + ", " + y);
	}

	/** On a circle of radius σ√2 around each atom's centre. */
	private static void assertRing(final int expected, final BufferedImage picture, final Blob atom) {
		for (int angle = 0; angle < 360; angle += 15) {
			final double r = ZOOM * atom.sigma() * Math.sqrt(2);
			assertLike(expected, picture, ZOOM * (atom.x() + 0.5) + r * Math.cos(Math.toRadians(angle)), ZOOM *
				(atom.y() + 0.5) + r * Math.sin(Math.toRadians(angle)));
		}
	}

	@Test
	void atomsHaveTheColoursOfTheirClasses() {
		final BufferedImage picture = ClassPicture.draw(black(), new ClassPicture.Classes(ATOMS,
			new int[] { 2, -1 }, List.of("CuO", "CuO2", "Ba")), null, Double.NaN);
		assertEquals(ZOOM * W, picture.getWidth());
		assertTrue(picture.getHeight() > ZOOM * H, "the legend is below the image");
		assertRing(ClassColours.rgb(2), picture, ATOMS.get(0));
		assertRing(ClassColours.NONE, picture, ATOMS.get(1));
		final BufferedImage two = ClassPicture.draw(black(), ClassPicture.Classes.amorphous(ATOMS,
			new boolean[] { false, true }), null, Double.NaN);
		assertRing(ClassColours.CRYSTALLINE, two, ATOMS.get(0));
		assertRing(ClassColours.AMORPHOUS, two, ATOMS.get(1));
	}

	/** The legend names the classes that have atoms, and no others. */
	@Test
	void theLegendHasTheColoursThatAreSeen() {
		final BufferedImage picture = ClassPicture.draw(black(), new ClassPicture.Classes(ATOMS,
			new int[] { 0, 2 }, List.of("CuO", "CuO2", "Ba")), null, 0.01);
		for (int label = 0; label < 3; label++)
			assertEquals(label != 1, hasBelow(picture, ClassColours.rgb(label)), "class " + label);
		assertTrue(!hasBelow(picture, ClassColours.AMORPHOUS));
	}

	private static boolean hasBelow(final BufferedImage picture, final int colour) {
		for (int y = ZOOM * H; y < picture.getHeight(); y++)
			for (int x = 0; x < picture.getWidth(); x++)
				if ((picture.getRGB(x, y) & 0xFFFFFF) == colour) return true;
		return false;
	}

	@Test
	void regionsAreFilledAndOutlinedButNotTheirHoles() {
		final int[] labels = new int[W * H];
		for (int y = 30; y < 60; y++)
			for (int x = 40; x < 70; x++)
				if (x < 50 || x >= 60 || y < 40 || y >= 50) labels[y * W + x] = 1;
		final BufferedImage picture = ClassPicture.draw(black(), null, new ClassPicture.Regions(labels,
			"amorphous"), Double.NaN);
		assertLike(ClassColours.AMORPHOUS, picture, 400, 455);
		assertLike(ClassColours.AMORPHOUS, picture, 455, 300);
		assertLike(ClassColours.AMORPHOUS, picture, 500, 455);
		assertLike(0, picture, 555, 455);
		final int red = picture.getRGB(455, 455) >> 16 & 255;
		assertTrue(red > 50 && red < 90, "the black image shines through: " + red);
		assertEquals(0, picture.getRGB(395, 455) & 0xFFFFFF, "nothing outside");
	}

	/** Each pixel edge between different regions once: its length is the perimeter of squares. */
	@Test
	void outlinesAreAsLongAsTheirPixelsEdges() {
		final Random random = new Random(1);
		for (int run = 0; run < 30; run++) {
			final int w = 1 + random.nextInt(12), h = 1 + random.nextInt(12);
			final int[] labels = random.ints(w * h, 0, 3).toArray();
			assertEquals(edges(labels, w, h), length(ClassPicture.outlines(labels, w, h, 1)), 1e-9);
		}
	}

	private static double edges(final int[] labels, final int w, final int h) {
		int edges = 0;
		for (int y = 0; y <= h; y++)
			for (int x = 0; x <= w; x++) {
				final int here = at(labels, w, h, x, y);
				if (here != at(labels, w, h, x - 1, y)) edges++;
				if (here != at(labels, w, h, x, y - 1)) edges++;
			}
		return edges;
	}

	private static int at(final int[] labels, final int w, final int h, final int x, final int y) {
		return x < 0 || y < 0 || x >= w || y >= h ? 0 : labels[y * w + x];
	}

	private static double length(final java.awt.geom.Path2D path) {
		double length = 0;
		final double[] from = new double[6], to = new double[6];
		for (final var i = path.getPathIterator(null); !i.isDone(); i.next()) {
			final boolean drawn = i.currentSegment(to) == java.awt.geom.PathIterator.SEG_LINETO;
			if (drawn) length += Math.hypot(to[0] - from[0], to[1] - from[1]);
			System.arraycopy(to, 0, from, 0, 2);
		}
		return length;
	}

	@Test
	void largeImagesWithManyClassesCanBeDrawn() {
		final int[] labels = new int[9000 * 50];
		Arrays.fill(labels, 10 * 9000, 30 * 9000, 1);
		final List<String> names = List.of("a", "a rather long name of a class", "c", "d", "e", "f", "g", "h");
		final BufferedImage picture = ClassPicture.draw(ArrayImgs.floats(9000, 50),
			new ClassPicture.Classes(ATOMS.subList(0, 1), new int[] { 1 }, names), new ClassPicture.Regions(
				labels, "amorphous"), Double.NaN);
		assertEquals(3000, picture.getWidth());
		assertTrue((picture.getRGB(2000, 6) >> 16 & 255) > 50);
	}

	@Test
	void whatDoesNotFitIsRefused() {
		assertRefused(() -> new ClassPicture.Classes(ATOMS, new int[] { 0, 1 }, List.of("a")),
			"up to number 2");
		assertRefused(() -> ClassPicture.draw(black(), null, new ClassPicture.Regions(new int[3], ""), 1),
			"100 x 80 px");
		assertRefused(() -> PatchMontage.draw(List.of(), 1), "no class");
		assertRefused(() -> new Patch("Ba", 0, 1, 3, new float[4]), "3 x 3 px has 4");
	}

	/** Two patches in one range of greys, each above a strip of its colour. */
	@Test
	void patchesShareTheirGreys() {
		final float[] dark = { 0, 0, 0, 5 }, bright = { 10, 10, 10, 5 };
		final BufferedImage picture = PatchMontage.draw(List.of(new Patch("Cu", 0, 30, 2, dark), new Patch(
			"Ba", 4, 10, 2, bright)), 0.02);
		final int side = (picture.getWidth() - 3 * 22) / 2;
		assertEquals(200, side);
		assertEquals(0, picture.getRGB(22 + 50, 22 + 50) & 0xFFFFFF);
		assertEquals(0xFFFFFF, picture.getRGB(2 * 22 + side + 50, 22 + 50) & 0xFFFFFF);
		final int middle = picture.getRGB(22 + 150, 22 + 150) & 0xFFFFFF;
		assertEquals(middle, picture.getRGB(2 * 22 + side + 150, 22 + 150) & 0xFFFFFF, "5 is 5");
		assertEquals(ClassColours.rgb(0), picture.getRGB(22 + 50, 22 + side + 6) & 0xFFFFFF);
		assertEquals(ClassColours.rgb(4), picture.getRGB(2 * 22 + side + 50, 22 + side + 6) & 0xFFFFFF);
	}

	@Test
	void probabilitiesHaveColoursThatTheBarExplains() {
		final float[] p = new float[W * H];
		Arrays.fill(p, 0, W * H / 2, 1);
		p[W * H - 1] = Float.NaN;
		final BufferedImage picture = HeatPicture.draw(p, W, H, "P(amorphous)", Double.NaN);
		assertEquals(HeatColours.rgb(1), picture.getRGB(500, 100) & 0xFFFFFF);
		assertEquals(HeatColours.rgb(0), picture.getRGB(500, 700) & 0xFFFFFF);
		assertEquals(HeatColours.rgb(0), picture.getRGB(999, 799) & 0xFFFFFF, "no number");
		assertLike(HeatColours.rgb(0.5), picture, 1020, 400);
		assertLike(HeatColours.rgb(1), picture, 1020, 20);
		assertEquals(0xFFFFA4, HeatColours.rgb(7) | 0xFF0000);
		assertRefused(() -> HeatPicture.draw(p, 3, 3, "", 1), "9 probabilities, not 8000");
	}
}
