package sc.fiji.rewardanalysis.core;

/**
 * Colours of values around zero: blue below, white at zero, red above, as light on either
 * side; Brewer's RdBu (colorbrewer2.org, Apache licence 2.0), which is told apart by every colour
 * vision.
 */
public final class DivergingColours {

	/** What has no value. */
	public static final int NONE = 0x606060;

	private static final int[] RGB = { 0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7,
		0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B, 0x67001F };

	private DivergingColours() {}

	/**
	 * The colour of a value as 0xRRGGBB.
	 *
	 * @param value −1 to 1; values beyond have the ends' colours
	 */
	public static int rgb(final double value) {
		if (Double.isNaN(value)) return NONE;
		return ColourScale.between(RGB, 0.5 + 0.5 * value);
	}
}
