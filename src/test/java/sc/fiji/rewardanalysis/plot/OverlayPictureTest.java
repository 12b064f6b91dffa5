package sc.fiji.rewardanalysis.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Blob;

class OverlayPictureTest {

	private static final int W = 100, H = 80, ZOOM = 4;

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

	/** The circle of radius σ√2 around the centre of pixel (30, 20), four times as large. */
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
		final int barRow = ZOOM * H - 2 * 8 - 2;
		// 0.2 · 400 px · 0.025 nm = 2 nm are 80 px.
		final BufferedImage with = draw(0.1), without = draw(Double.NaN);
		assertEquals(0, run(without, barRow));
		assertEquals(80, run(with, barRow));
	}

	/** The longest run of white; the ground is black. */
	private static int run(final BufferedImage picture, final int row) {
		int longest = 0, run = 0;
		for (int x = 0; x < picture.getWidth(); x++) {
			run = (picture.getRGB(x, row) & 0xffffff) == 0xffffff ? run + 1 : 0;
			longest = Math.max(longest, run);
		}
		return longest;
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
		assertEquals(4, OverlayPicture.draw(ArrayImgs.floats(1, 1), List.of(), new int[0], 1).getWidth());
		assertEquals(1500, OverlayPicture.draw(ArrayImgs.floats(1500, 2), List.of(), new int[0], 0.1)
			.getWidth(), "large images keep their size");
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1.9, 1", "2, 2", "4.99, 2", "5, 5", "9.99, 5", "10, 10", "0.77, 0.5",
		"0.2, 0.2", "0.19, 0.1", "0.5, 0.5", "0.05, 0.05", "0.021, 0.02", "350, 200", "12345, 10000" })
	void lengthsAreRound(final double nm, final double rounded) {
		assertEquals(rounded, OverlayPicture.roundLength(nm), "exactly, for the label");
	}
}
