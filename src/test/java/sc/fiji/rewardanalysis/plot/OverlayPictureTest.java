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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Blob;

class OverlayPictureTest {

	private static final int W = 100, H = 80, ZOOM = 10;

	private static final List<Blob> ATOMS = List.of(new Blob(30, 20, 5, 1), new Blob(70, 50, 4, 1));

	private static BufferedImage draw(final double pixelSize, final int... errors) {
		final float[] pixels = new float[W * H];
		Arrays.fill(pixels, 5);
		pixels[0] = 4;
		return OverlayPicture.draw(ArrayImgs.floats(pixels, W, H), ATOMS, errors, pixelSize);
	}

	private static boolean isLike(final BufferedImage picture, final double x, final double y,
		final int colour)
	{
		final int rgb = picture.getRGB((int) x, (int) y);
		int difference = 0;
		for (int shift = 0; shift < 24; shift += 8)
			difference += Math.abs((rgb >> shift & 255) - (colour >> shift & 255));
		return difference < 60;
	}

	/** The circle of radius σ√2 around the centre of pixel (30, 20), ten times as large. */
	@Test
	void circlesGoAroundTheAtoms() {
		final BufferedImage picture = draw(Double.NaN);
		assertEquals(ZOOM * W, picture.getWidth());
		assertEquals(ZOOM * H, picture.getHeight());
		for (final Blob atom : ATOMS) {
			final double x = ZOOM * (atom.x() + 0.5), y = ZOOM * (atom.y() + 0.5);
			final double r = ZOOM * atom.sigma() * Math.sqrt(2);
			for (int angle = 0; angle < 360; angle += 10) {
				final double dx = Math.cos(Math.toRadians(angle)), dy = Math.sin(Math.toRadians(angle));
				assertTrue(isLike(picture, x + r * dx, y + r * dy, Palette.SKY.getRGB()), atom + " at " +
					angle);
				assertTrue(!isLike(picture, x + (r - 4) * dx, y + (r - 4) * dy, Palette.SKY.getRGB()));
				assertTrue(!isLike(picture, x + (r + 4) * dx, y + (r + 4) * dy, Palette.SKY.getRGB()));
			}
		}
	}

	@Test
	void errorsAreVermillion() {
		final BufferedImage picture = draw(Double.NaN, 1);
		final Blob error = ATOMS.get(1);
		final double r = ZOOM * error.sigma() * Math.sqrt(2);
		assertTrue(isLike(picture, ZOOM * (error.x() + 0.5) + r, ZOOM * (error.y() + 0.5),
			Palette.VERMILLION.getRGB()));
	}

	@Test
	void aScaleBarOnlyIfThePixelSizeIsKnown() {
		// 0.3 · 1000 px · 0.01 nm = 3 nm; 2 nm are 200 px.
		assertEquals(0, longestRun(draw(Double.NaN), Color.WHITE));
		assertEquals(200, longestRun(draw(0.1), Color.WHITE));
	}

	/** For any pixel size the bar is as long as its label says, to half a pixel of the picture. */
	@ParameterizedTest
	@CsvSource({ "0.0123", "0.02", "0.001", "0.9", "37", "0.00031" })
	void theBarIsAsLongAsItSays(final double pixelSize) {
		final double length = ScaleBar.roundLength(0.3 * ZOOM * W * pixelSize / ZOOM);
		final int bar = longestRun(draw(pixelSize), Color.WHITE);
		assertEquals(length, bar * pixelSize / ZOOM, 0.5 * pixelSize / ZOOM);
		assertTrue(bar >= 0.12 * ZOOM * W && bar <= 0.3 * ZOOM * W, "neither a dot nor the whole width");
	}

	/** White on a bright ground is seen by its rim, black on a dark one by the bar. */
	@Test
	void theBarIsSeenOnAnyGround() {
		for (final float ground : new float[] { 0, 1 }) {
			final float[] pixels = new float[W * H];
			Arrays.fill(pixels, ground);
			Arrays.fill(pixels, 0, W, 1 - ground);
			final BufferedImage picture = OverlayPicture.draw(ArrayImgs.floats(pixels, W, H), List.of(),
				new int[0], 0.1);
			assertEquals(ground == 0 ? Color.BLACK.getRGB() : Color.WHITE.getRGB(), picture.getRGB(600, 300));
			final int middle = picture.getHeight() - 26 - 4;
			assertEquals(Color.WHITE.getRGB(), picture.getRGB(26 + 100, middle), "in the bar");
			assertEquals(Color.BLACK.getRGB(), picture.getRGB(26 - 1, middle), "left of it");
			assertEquals(Color.BLACK.getRGB(), picture.getRGB(26 + 200, middle), "right of it");
			assertEquals(Color.BLACK.getRGB(), picture.getRGB(26 + 100, picture.getHeight() - 26), "below");
		}
	}

	@ParameterizedTest
	@CsvSource({ "2, 2 nm", "500, 500 nm", "1000, 1 µm", "5000, 5 µm", "1, 1 nm", "0.5, 5 Å", "0.2, 2 Å",
		"0.1, 1 Å", "0.05, 50 pm", "0.002, 2 pm", "0.0005, 0.5 pm" })
	void theUnitFitsTheLength(final double nm, final String label) {
		assertEquals(label, ScaleBar.label(nm));
	}

	private static int longestRun(final BufferedImage picture, final Color colour) {
		int longest = 0;
		for (int row = 0; row < picture.getHeight(); row++)
			longest = Math.max(longest, run(picture, row, colour));
		return longest;
	}

	private static int run(final BufferedImage picture, final int row, final Color colour) {
		int longest = 0, run = 0;
		for (int x = 0; x < picture.getWidth(); x++) {
			run = picture.getRGB(x, row) == colour.getRGB() ? run + 1 : 0;
			longest = Math.max(longest, run);
		}
		return longest;
	}

	/** Each pixel becomes a square of one grey, of a whole number of pixels. */
	@ParameterizedTest
	@CsvSource({ "256, 4", "250, 4", "251, 4", "128, 8", "500, 2", "999, 2", "1000, 1", "64, 16", "30, 16" })
	void smallImagesAreMagnifiedByAWholeNumber(final int size, final int zoom) {
		final Img<FloatType> image = ArrayImgs.floats(size, size);
		image.getAt(size / 2, 7).set(1);
		final BufferedImage picture = OverlayPicture.draw(image, List.of(), new int[0], Double.NaN);
		assertEquals(zoom * size, picture.getWidth());
		for (int y = 0; y < zoom; y++)
			for (int x = 0; x < zoom; x++)
				assertEquals(Color.WHITE.getRGB(), picture.getRGB(zoom * (size / 2) + x, zoom * 7 + y));
		assertEquals(Color.BLACK.getRGB(), picture.getRGB(zoom * (size / 2) - 1, zoom * 7));
		assertEquals(Color.BLACK.getRGB(), picture.getRGB(zoom * (size / 2), zoom * 8));
	}

	/** A page of 85 mm at 300 dots an inch holds 1004 px. */
	@Test
	void theFileTellsItsResolution(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("overlay.png");
		final BufferedImage picture = draw(0.1);
		Pictures.writeForPrint(file, picture);
		final ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			reader.setInput(in);
			final IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(
				"javax_imageio_png_1.0");
			final IIOMetadataNode resolution = (IIOMetadataNode) root.getElementsByTagName("pHYs").item(0);
			assertEquals("11811", resolution.getAttribute("pixelsPerUnitXAxis"));
			assertEquals("meter", resolution.getAttribute("unitSpecifier"));
			assertEquals(picture.getRGB(126, 770), reader.read(0).getRGB(126, 770));
		}
		reader.dispose();
	}

	@Test
	void hugeImagesAreShrunkWithTheirAtoms() {
		final Img<FloatType> image = ArrayImgs.floats(9000, 100);
		image.getAt(8990, 50).set(Float.NaN);
		image.getAt(10, 10).set(1);
		final BufferedImage picture = OverlayPicture.draw(image, List.of(new Blob(6000, 49, 9, 1)),
			new int[0], Double.NaN);
		assertEquals(3000, picture.getWidth());
		assertEquals(34, picture.getHeight());
		final int right = (int) Math.round((6000.5 + 9 * Math.sqrt(2)) / 3);
		assertNotEquals(0xff000000, picture.getRGB(right, 16), "the circle's right end");
	}

	@Test
	void constantAndTinyImagesCanBeDrawn() {
		assertEquals(16, OverlayPicture.draw(ArrayImgs.floats(1, 1), List.of(), new int[0], 1).getWidth());
		assertEquals(1500, OverlayPicture.draw(ArrayImgs.floats(1500, 2), List.of(), new int[0], 0.1)
			.getWidth(), "large images keep their size");
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1.9, 1", "2, 2", "4.99, 2", "5, 5", "9.99, 5", "10, 10", "0.77, 0.5",
		"0.2, 0.2", "0.19, 0.1", "0.5, 0.5", "0.05, 0.05", "0.021, 0.02", "350, 200", "12345, 10000" })
	void lengthsAreRound(final double nm, final double rounded) {
		assertEquals(rounded, ScaleBar.roundLength(nm), "exactly, for the label");
	}
}
