package sc.fiji.rewardanalysis.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.LengthUnit;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The pixel size of an image, nm: as given by the user, or from the image's
 * calibration if that is a length and the pixels are square.
 */
public final class PixelSize {

	/** Relative difference of width and height that scan calibrations have. */
	private static final double SQUARE = 0.005;

	private static final String ASK =
		" Give pixel_size and pixel_unit, or set the calibration with Image > Properties.",
			CALIBRATE = " Set the calibration with Image > Properties.";

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
		return given * LengthUnit.parse(unit).orElseThrow(() -> new RewardAnalysisException(
			"pixel_unit is \"%s\"; choose one of %s.", unit, String.join(", ", LengthUnit.labels())))
			.nanometres();
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
					"Image > Scale." + ask, title, width, height, unit.label());
		return 0.5 * (width + height) * unit.nanometres();
	}
}
