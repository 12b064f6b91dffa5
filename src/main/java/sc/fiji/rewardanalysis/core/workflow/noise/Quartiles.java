package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Median and quartiles, linear between the values next to them (type 7 of Hyndman &amp; Fan
 * 1996, as NumPy has them).
 *
 * @param n how many values there are
 * @param lower a quarter lies below; NaN without a value
 * @param median half lie below
 * @param upper three quarters lie below
 */
public record Quartiles(int n, double lower, double median, double upper) {

	/** @param values those that are NaN don't count */
	public static Quartiles of(final DoubleStream values) {
		final double[] sorted = values.filter(v -> !Double.isNaN(v)).toArray();
		Arrays.sort(sorted);
		return new Quartiles(sorted.length, at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
	}

	private static double at(final double[] sorted, final double part) {
		if (sorted.length == 0) return Double.NaN;
		final double place = part * (sorted.length - 1);
		final int i = (int) place;
		final double rest = place - i;
		return rest == 0 ? sorted[i] : sorted[i] + rest * (sorted[i + 1] - sorted[i]);
	}
}
