package sc.fiji.rewardanalysis.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;
import static sc.fiji.rewardanalysis.Complaints.assertSays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class PixelSizeTest {

	private static ImagePlus image(final String unit, final double width, final double height) {
		final ImagePlus image = new ImagePlus("grid", new ByteProcessor(4, 4));
		final Calibration calibration = new Calibration();
		calibration.setUnit(unit);
		calibration.pixelWidth = width;
		calibration.pixelHeight = height;
		image.setCalibration(calibration);
		return image;
	}

	private static double ofImage(final ImagePlus image) {
		return PixelSize.nanometres(image, 0, "nm");
	}

	@ParameterizedTest
	@CsvSource({ "nm, 0.02, 0.02", "\u00C5, 0.2, 0.02", "A, 0.2, 0.02", "pm, 20, 0.02",
		"um, 0.00002, 0.02", "\u00B5m, 0.00002, 0.02", "\u03BCm, 0.00002, 0.02", "micron, 0.00002, 0.02",
		"nm, 1, 1" })
	void theImagesCalibrationIsTaken(final String unit, final double size, final double nanometres) {
		assertEquals(nanometres, ofImage(image(unit, size, size)), 1e-15);
	}

	@Test
	void whatIsGivenGoesBeforeTheCalibration() {
		assertEquals(0.03, PixelSize.nanometres(image("nm", 0.02, 0.02), 0.03, "nm"));
		assertEquals(0.03, PixelSize.nanometres(image("inch", 0.02, 0.05), 0.3, "Angstrom"), 1e-15);
		assertEquals(0.03, PixelSize.nanometres(null, 30, "pm"), 1e-15);
	}

	@Test
	void nearlySquarePixelsAreSquare() {
		assertEquals(0.02, ofImage(image("nm", 0.01998, 0.02002)), 1e-12);
	}

	@Test
	void withoutACalibrationItIsAskedFor() {
		assertRefused(() -> ofImage(new ImagePlus("grid", new ByteProcessor(4, 4))), "grid",
			"no pixel size", "pixel_size", "pixel_unit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pixel", "inch", "1/nm", "mm" })
	void aUnitThatIsNoLengthIsNamed(final String unit) {
		assertRefused(() -> ofImage(image(unit, 0.5, 0.5)), "grid", "\"" + unit + "\"", "pixel_size",
			"pixel_unit");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "-1, -1", "NaN, NaN", "Infinity, Infinity", "0.02, NaN" })
	void aSizeThatIsNoneIsSaid(final double width, final double height) {
		assertRefused(() -> ofImage(image("nm", width, height)), "grid", "above 0", "pixel_size");
	}

	@Test
	void pixelsThatAreNotSquareAreSaid() {
		assertRefused(() -> ofImage(image("nm", 0.02, 0.03)), "not square", "0.02 x 0.03 nm",
			"pixel_size");
	}

	@ParameterizedTest
	@ValueSource(doubles = { -1, Double.NaN, Double.POSITIVE_INFINITY })
	void aGivenSizeThatIsNoneIsNamed(final double given) {
		assertRefused(() -> PixelSize.nanometres(image("nm", 0.02, 0.02), given, "nm"), "pixel_size");
	}

	@Test
	void withoutAnImageASizeMustBeGiven() {
		assertRefused(() -> PixelSize.nanometres(null, 0, "nm"), "pixel_size");
		assertRefused(() -> PixelSize.nanometres(null, 1, "parsec"), "pixel_unit", "parsec", "nm");
		assertRefused(() -> PixelSize.nanometres(null, 1, null), "pixel_unit");
	}

	/** No command but a search has keys for it. */
	@Test
	void withoutKeysForItOnlyTheCalibrationIsAskedFor() {
		assertEquals(0.02, PixelSize.ofImage(image("\u00C5", 0.2, 0.2)), 1e-15);
		final String message = assertThrows(RewardAnalysisException.class, () -> PixelSize.ofImage(image(
			"inch", 1, 1))).getMessage();
		assertSays(message, "inch", "Image > Properties");
		assertFalse(message.contains("pixel_size"), message);
	}
}
