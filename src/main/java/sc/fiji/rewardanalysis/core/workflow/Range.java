package sc.fiji.rewardanalysis.core.workflow;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The values among which the optimiser may choose a parameter; a single one if both
 * ends are equal.
 *
 * @param low smallest value
 * @param high largest value
 */
public record Range(double low, double high) {

	public Range {
		Checks.finite("lower end of a range", low);
		Checks.finite("upper end of a range", high);
		if (low > high) throw new RewardAnalysisException(
			"A range runs from %s to %s; its lower end must not be above its upper end.", low, high);
	}

	/** A single value. */
	public static Range fixed(final double value) {
		return new Range(value, value);
	}

	/** The nearest value in this range. */
	public double clip(final double value) {
		return Math.max(low, Math.min(high, value));
	}

	/** The smallest range that holds both. */
	public Range union(final Range other) {
		return new Range(Math.min(low, other.low), Math.max(high, other.high));
	}
}
