package sc.fiji.rewardanalysis.core.estimate;

/**
 * A number with its standard error.
 *
 * @param value in whatever unit
 * @param sigma one standard deviation, in the same unit; not negative
 */
public record Measured(double value, double sigma) {

	/** The same in another unit. */
	public Measured times(final double factor) {
		return new Measured(value * factor, sigma * Math.abs(factor));
	}

	/** How many standard deviations another value is away. */
	public double deviations(final double other) {
		return Math.abs(other - value) / Math.max(sigma, Double.MIN_NORMAL);
	}
}
