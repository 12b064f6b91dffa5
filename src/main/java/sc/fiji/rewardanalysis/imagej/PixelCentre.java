package sc.fiji.rewardanalysis.imagej;

/**
 * A pixel's centre is an integer in the core and a half-integer for ImageJ's ROIs and
 * mouse, which count from the pixel's corner. No other class adds the 0.5. Only ImageJ's
 * points and lines count from the centre, as the core does.
 */
final class PixelCentre {

	private PixelCentre() {}

	/** A coordinate of the core as ImageJ counts, px. */
	static double toImageJ(final double centre) {
		return centre + 0.5;
	}

	/** A coordinate of ImageJ as the core counts, px. */
	static double fromImageJ(final double corner) {
		return corner - 0.5;
	}
}
