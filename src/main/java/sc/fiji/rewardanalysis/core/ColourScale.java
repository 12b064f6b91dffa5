package sc.fiji.rewardanalysis.core;

/** Colours between some of a row. */
final class ColourScale {

	private ColourScale() {}

	/**
	 * The colour at a place of the row as 0xRRGGBB.
	 *
	 * @param value 0 to 1 along the row; beyond, the ends' colours, NaN the first
	 */
	static int between(final int[] colours, final double value) {
		final double t = (value > 0 ? Math.min(1, value) : 0) * (colours.length - 1);
		final int k = Math.min(colours.length - 2, (int) t);
		int rgb = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			final int a = colours[k] >> shift & 0xff, b = colours[k + 1] >> shift & 0xff;
			rgb |= (int) Math.round(a + (t - k) * (b - a)) << shift;
		}
		return rgb;
	}
}
