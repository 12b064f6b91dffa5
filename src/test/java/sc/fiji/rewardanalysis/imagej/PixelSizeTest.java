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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
		"nm, 0.2, 0.2", "pm, 0.5, 0.0005", "[n_m], 0.02, 0.02", "cm, 2e-9, 0.02", "m, 2e-11, 0.02" })
	void theImagesCalibrationIsTaken(final String unit, final double size, final double nanometres) {
		assertEquals(nanometres, ofImage(image(unit, size, size)), 1e-15);
	}

	@Test
	void whatIsGivenGoesBeforeTheCalibration() {
		assertEquals(0.03, PixelSize.nanometres(image("nm", 0.02, 0.02), 0.03, "nm"));
		assertEquals(0.03, PixelSize.nanometres(image("1/nm", 0.02, 0.05), 0.3, "Angstrom"), 1e-15);
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
	@ValueSource(strings = { "pixel", "eV", "nm^2", "furlong" })
	void aUnitThatIsNoLengthIsNamed(final String unit) {
		assertRefused(() -> ofImage(image(unit, 0.5, 0.5)), "grid", "\"" + unit + "\"", "pixel_size",
			"pixel_unit");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "-1, -1", "NaN, NaN", "Infinity, Infinity", "0.02, NaN" })
	void aSizeThatIsNoneIsSaid(final double width, final double height) {
		assertRefused(() -> ofImage(image("nm", width, height)), "grid", "above 0", "pixel_size");
	}

	/** What it usually comes from is named. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "inch | 0.0138889 | 72 dots per inch are for a printer.",
		"cm | 0.0357143 | 28 dots per centimetre are for a printer.",
		"micron | 0.02 | Is it 0.02 nm, or a diffraction pattern's 1/nm?",
		"pm | 0.02 | Is it 0.02 nm, or a diffraction pattern's 1/nm?",
		"micron | 0.5 | Is that of an overview, or a wrong unit?",
		"nm | 1.5 | Is that of an overview, or a wrong unit?", "nm | 0.0001 | Is that a wrong unit?" })
	void aSizeThatShowsNoAtomsIsSaid(final String unit, final double size, final String cause) {
		final ImagePlus image = image(unit, size, size);
		assertRefused(() -> ofImage(image), "grid", "pixels that show atoms have 0.5 pm to 0.2 nm", cause,
			"pixel_size");
		assertEquals(0.5, PixelSize.nanometres(image, 0.5, "nm"), "unless it is given");
		assertTrue(Double.isNaN(PixelSize.known(image)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1/nm", "nm^-1", "1/\u00C5", "[n_m^-1]" })
	void aDiffractionPatternIsSaid(final String unit) {
		assertRefused(() -> ofImage(image(unit, 0.02, 0.02)), "grid", "diffraction pattern");
	}

	/** Fiji's DM3_Reader and ImageJ's FFT leave nm in the unit of frequencies. */
	@Test
	void aDiffractionPatternInNanometresIsSaid() {
		final ImagePlus marked = image("nm", 0.02, 0.02);
		marked.setProperty("FHT", "Dummy FHT");
		assertRefused(() -> ofImage(marked), "grid", "diffraction pattern");
		final ImagePlus tagged = image("nm", 0.02, 0.02);
		final String tag = "root.ImageList.1.ImageData.Calibrations.Dimension.0.Units = ";
		tagged.setProperty("Info", "a = b\n" + tag + "nm\n");
		assertEquals(0.02, ofImage(tagged), 1e-15);
		tagged.setProperty("Info", "a = b\n" + tag + "1/nm\n");
		assertRefused(() -> ofImage(tagged), "grid", "diffraction pattern");
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
