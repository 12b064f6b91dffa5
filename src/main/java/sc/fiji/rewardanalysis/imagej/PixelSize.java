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

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.measure.Calibration;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.LengthUnit;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The pixel size of an image, nm: as given by the user, or from the image's
 * calibration if that is a length, the pixels are square and atoms can be seen with them.
 * What readers of microscope files deliver is in {@code docs/formats.md}.
 */
public final class PixelSize {

	/** Relative difference of width and height that scan calibrations have. */
	private static final double SQUARE = 0.005;

	/** Pixels of images that show atoms, nm. The user may give others. */
	private static final double SMALLEST = 0.0005, LARGEST = 0.2;

	/** What the reader of DM3 files writes of the units that it strips the 1/ of. */
	private static final Pattern RECIPROCAL = Pattern.compile(
		"Calibrations\\.Dimension\\.[01]\\.Units = (1/\\S+)");

	private static final String ASK =
		" Give pixel_size and pixel_unit, or set the calibration with Image > Properties.",
			CALIBRATE = " Set the calibration with Image > Properties.";

	/** Of a size that a user may give, nm. */
	private static final double LEAST = 1e-6, MOST = 1e6;

	/** Beyond so many digits before or after the point it is a power of ten. */
	private static final int PLAIN = 12;

	private PixelSize() {}

	/**
	 * @param image null if there is none, so that {@code given} must be given
	 * @param given the user's pixel size; 0 to take the image's
	 * @param unit unit of {@code given}, one of {@link LengthUnit#labels()}
	 * @throws RewardAnalysisException which names the inputs to give, if neither the
	 *           user nor the calibration says
	 */
	public static double nanometres(final ImagePlus image, final double given,
		final String unit)
	{
		if (given == 0 && image != null) return ofCalibration(image, ASK);
		Checks.positive("pixel_size", given);
		final double nanometres = given * LengthUnit.parse(unit).filter(u -> LengthUnit.labels().contains(u.label())).orElseThrow(() -> new RewardAnalysisException(
			"pixel_unit is \"%s\"; choose one of %s.", unit, String.join(", ", LengthUnit.labels())))
			.nanometres();
		// A user may know better than we which sizes make sense, but not by so much.
		if (!(nanometres >= LEAST && nanometres <= MOST)) throw new RewardAnalysisException(
			"pixel_size is %s %s; it must be %s to %s nm.", digits(given), unit, LEAST, MOST);
		return nanometres;
	}

	/**
	 * The image's own pixel size, where the user can't give another.
	 *
	 * @throws RewardAnalysisException if the calibration doesn't say
	 */
	public static double ofImage(final ImagePlus image) {
		return ofCalibration(image, CALIBRATE);
	}

	/** The image's own pixel size, nm; NaN if the calibration doesn't say. */
	public static double known(final ImagePlus image) {
		try {
			return ofImage(image);
		}
		catch (final RewardAnalysisException exc) {
			return Double.NaN;
		}
	}

	/**
	 * Makes a pixel size the image's calibration.
	 *
	 * @param nanometres of a pixel's side
	 */
	public static void set(final ImagePlus image, final double nanometres) {
		Checks.positive("pixel size (nm)", nanometres);
		final Calibration calibration = image.getCalibration().copy();
		calibration.pixelWidth = nanometres;
		calibration.pixelHeight = nanometres;
		calibration.setUnit("nm");
		image.setCalibration(calibration);
		image.changes = true;
		image.repaintWindow();
	}

	private static double ofCalibration(final ImagePlus image, final String ask) {
		final Calibration calibration = image.getCalibration();
		final String title = image.getTitle();
		if (isReciprocal(image)) throw new RewardAnalysisException(
			"\"%s\" is calibrated in %s: a diffraction pattern or a Fourier transform. Open the image itself." +
				ask, title, LengthUnit.isReciprocal(calibration.getUnit()) ? calibration.getUnit() : "1/" +
					calibration.getUnit());
		if (!calibration.scaled()) throw new RewardAnalysisException(
			"\"%s\" has no pixel size." + ask, title);
		final LengthUnit unit = LengthUnit.parse(calibration.getUnit()).orElseThrow(
			() -> new RewardAnalysisException(
				"The pixel size of \"%s\" is in \"%s\", which is no length this analysis knows (%s)." + ask,
				title, calibration.getUnit(), String.join(", ", LengthUnit.labels())));
		final double width = calibration.pixelWidth, height = calibration.pixelHeight;
		if (!(width > 0 && height > 0) || Double.isInfinite(width + height))
			throw new RewardAnalysisException("The pixel size of \"%s\" is %s x %s %s; it must be above 0." +
				ask, title, width, height, unit.label());
		if (Math.abs(width - height) > SQUARE * Math.max(width, height))
			throw new RewardAnalysisException(
				"The pixels of \"%s\" are not square (%s x %s %s); scale the image to square pixels with " +
					"Image > Scale." + ask, title, digits(width), digits(height), unit.label());
		final double nanometres = 0.5 * (width + height) * unit.nanometres();
		if (nanometres < SMALLEST || nanometres > LARGEST) throw new RewardAnalysisException(
			"The pixel size of \"%s\" is %s %s%s; pixels that show atoms have %s pm to %s nm. %s" + ask,
			title, digits(width), unit.label(), unit == LengthUnit.NANOMETRE ? "" : " = " + digits(nanometres) +
				" nm", 1e3 * SMALLEST, LARGEST, cause(unit, width, nanometres));
		return nanometres;
	}

	/** Whether it has frequencies instead of places, which not all readers leave in the unit. */
	private static boolean isReciprocal(final ImagePlus image) {
		return LengthUnit.isReciprocal(image.getCalibration().getUnit()) || image.getProperty(
			"FHT") != null || image.getInfoProperty() != null && RECIPROCAL.matcher(image
				.getInfoProperty()).find();
	}

	/** What such a size usually comes from, as a sentence. */
	private static String cause(final LengthUnit unit, final double width, final double nanometres) {
		if (unit == LengthUnit.INCH || unit == LengthUnit.CENTIMETRE) return digits(1 / width) +
			" dots per " + (unit == LengthUnit.INCH ? "inch" : "centimetre") + " are for a printer.";
		if (unit != LengthUnit.NANOMETRE && width >= SMALLEST && width <= LARGEST) return "Is it " + digits(
			width) + " nm, or a diffraction pattern's 1/nm?";
		return nanometres > LARGEST ? "Is that of an overview, or a wrong unit?" : "Is that a wrong unit?";
	}

	/** With four digits, and none that say nothing. */
	private static String digits(final double value) {
		final BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
		return Math.abs(rounded.precision() - rounded.scale()) > PLAIN ? rounded.toString() : rounded
			.toPlainString();
	}
}
