package sc.fiji.rewardanalysis;

import java.util.Locale;

/** Medians and quartiles for tables. */
public final class Quantiles {

	private Quantiles() {}

	/** Linear between the sorted values. */
	public static double of(final double[] sorted, final double q) {
		final double at = q * (sorted.length - 1);
		final int below = (int) at, above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
	}

	/** Median and, in brackets, quartiles. */
	public static String text(final double[] sorted) {
		return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", of(sorted, 0.5), of(sorted, 0.25), of(sorted,
			0.75));
	}
}
