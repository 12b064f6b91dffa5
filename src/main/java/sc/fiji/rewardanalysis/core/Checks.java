package sc.fiji.rewardanalysis.core;

/**
 * Argument checks whose messages name the value and the bound. Each returns the
 * value it checked.
 */
public final class Checks {

	private Checks() {}

	/** Finite and at least {@code min}. */
	public static double atLeast(final String name, final double value,
		final double min)
	{
		if (!(value >= min) || Double.isInfinite(value)) throw new RewardAnalysisException(
			"%s is %s; it must be a number of at least %s.", name, format(value), format(min));
		return value;
	}

	/** Finite and greater than zero. */
	public static double positive(final String name, final double value) {
		if (!(value > 0) || Double.isInfinite(value)) throw new RewardAnalysisException(
			"%s is %s; it must be a number above 0.", name, format(value));
		return value;
	}

	/** Within [min, max]. */
	public static double within(final String name, final double value,
		final double min, final double max)
	{
		if (!(value >= min && value <= max)) throw new RewardAnalysisException(
			"%s is %s; it must lie between %s and %s.", name, format(value), format(min), format(max));
		return value;
	}

	/** At least {@code min}. */
	public static int atLeast(final String name, final int value, final int min) {
		if (value < min) throw new RewardAnalysisException(
			"%s is %d; it must be at least %d.", name, value, min);
		return value;
	}

	/** Not a NaN and not infinite. */
	public static double finite(final String name, final double value) {
		if (!Double.isFinite(value)) throw new RewardAnalysisException(
			"%s is %s; it must be a finite number.", name, format(value));
		return value;
	}

	/** Not null; the message asks for it by name. */
	public static <T> T given(final String name, final T value) {
		if (value == null) throw new RewardAnalysisException("%s is missing; give one.", name);
		return value;
	}

	private static String format(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
			: Double.toString(value);
	}
}
