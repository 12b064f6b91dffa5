package sc.fiji.rewardanalysis.core;

/**
 * Colours from dark to bright that look equally far apart, also without colour vision: Smith
 * &amp; van der Walt's inferno (2015, in the public domain), from eleven of its colours.
 */
public final class HeatColours {

	private static final int[] RGB = { 0x000004, 0x160B39, 0x420A68, 0x6A176E, 0x932667, 0xBC3754,
		0xDD513A, 0xF37819, 0xFCA50A, 0xF6D746, 0xFCFFA4 };

	private HeatColours() {}

	/**
	 * The colour of a value as 0xRRGGBB.
	 *
	 * @param value 0 to 1; values beyond have the ends' colours, NaN the lowest
	 */
	public static int rgb(final double value) {
		return ColourScale.between(RGB, value);
	}
}
