package sc.fiji.rewardanalysis.distributed;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** The pixel size of an image that ImageJ doesn't open. */
final class PixelSizes {

	private static final String NAME = "pixel-size";

	private PixelSizes() {}

	/** As given, nm; NaN if it isn't. */
	static double given(final Arguments arguments) {
		final String text = arguments.text(NAME, "");
		if (text.isEmpty()) return Double.NaN;
		try {
			return Checks.positive("--" + NAME, Double.parseDouble(text));
		}
		catch (final NumberFormatException exc) {
			throw new RewardAnalysisException(exc, "--%s is \"%s\", which is no number.", NAME, text);
		}
	}

	/** As given, else as the file says, nm; NaN if neither does. */
	static double of(final Arguments arguments, final StoredImage image) {
		final double given = given(arguments);
		return Double.isNaN(given) ? image.pixelSize() : given;
	}
}
