package sc.fiji.rewardanalysis.core.feature;

/** What is done to the brightness of each patch by itself. */
public enum PatchNormalization {
		/** Nothing: in units of the image. */
		NONE,
		/** The patch's mean becomes 0, so that the background doesn't count. */
		OFFSET,
		/**
		 * Mean 0, standard deviation 1 (of the population), so that only the shape counts. A
		 * constant patch becomes 0.
		 */
		STANDARD;

	/** A smaller standard deviation is rounding, in units of the largest magnitude. */
	private static final double ROUNDING = 1e-6;

	/** Normalises {@code length} values from {@code start}, in place. */
	void apply(final float[] values, final int start, final int length) {
		if (this == NONE) return;
		double sum = 0, largest = 0;
		for (int i = start; i < start + length; i++) {
			sum += values[i];
			largest = Math.max(largest, Math.abs(values[i]));
		}
		final double mean = sum / length;
		final double scale = this == OFFSET ? 1 : scale(values, start, length, mean, largest);
		for (int i = start; i < start + length; i++)
			values[i] = (float) ((values[i] - mean) * scale);
	}

	private static double scale(final float[] values, final int start, final int length,
		final double mean, final double largest)
	{
		double squares = 0;
		for (int i = start; i < start + length; i++)
			squares += (values[i] - mean) * (values[i] - mean);
		final double sd = Math.sqrt(squares / length);
		return sd > ROUNDING * largest ? 1 / sd : 0;
	}
}
