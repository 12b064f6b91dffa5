package sc.fiji.rewardanalysis.core.optimize;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One setting of an analysis and the values that a search may give it.
 * <p>
 * Engines see a free parameter as an axis of the unit cube; {@link #at} and
 * {@link #toUnit} go there and back.
 */
public sealed interface Parameter {

	/** The name under which {@link Configuration#get} finds the value. */
	String name();

	/** The value's unit, empty when it has none. */
	String unit();

	/** Whether the search may change it. */
	boolean isFree();

	/** The value at a coordinate of the unit axis; coordinates beyond 0 … 1 are clipped. */
	double at(double unit);

	/**
	 * The coordinate of a value on the unit axis.
	 *
	 * @throws RewardAnalysisException if the value is not one of this parameter's
	 */
	double toUnit(double value);

	/**
	 * Length on the unit axis of one step between neighbouring values, 0 for an
	 * axis without steps.
	 */
	default double step() {
		return 0;
	}

	/** The coordinate that stands for all those with the same value as {@code unit}. */
	default double snapped(final double unit) {
		return clip(unit);
	}

	/**
	 * A real parameter, or a fixed one where there is nothing to choose.
	 *
	 * @param log whether equal steps are equal ratios; needs {@code min} above 0
	 */
	static Parameter of(final String name, final String unit, final double min,
		final double max, final boolean log)
	{
		return min == max ? new Fixed(name, unit, min) : new Real(name, unit, min, max, log);
	}

	/**
	 * A number between {@code min} and {@code max}, both included.
	 *
	 * @param log whether equal steps are equal ratios; needs {@code min} above 0
	 */
	record Real(String name, String unit, double min, double max, boolean log) implements
		Parameter
	{

		public Real {
			checkNames(name, unit);
			Checks.finite("The minimum of " + name, min);
			Checks.finite("The maximum of " + name, max);
			if (!(min < max)) throw new RewardAnalysisException(
				"%s goes from %s to %s; its minimum must be below its maximum.", name, min, max);
			if (log) Checks.positive("The minimum of the logarithmic parameter " + name, min);
		}

		@Override
		public boolean isFree() {
			return true;
		}

		@Override
		public double at(final double unit) {
			final double u = clip(unit);
			// Rounding would miss the upper bound.
			if (u == 1) return max;
			final double value = log ? min * Math.exp(u * Math.log(max / min)) : min + u * (max - min);
			return Math.min(max, Math.max(min, value));
		}

		@Override
		public double toUnit(final double value) {
			Checks.within(name, value, min, max);
			return clip(log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min));
		}
	}

	/**
	 * An integer between {@code min} and {@code max}, both included. Every integer
	 * owns an equally long piece of the unit axis, so uniform coordinates are
	 * uniform integers; {@link #snapped} is the middle of the piece.
	 */
	record Whole(String name, String unit, int min, int max) implements Parameter {

		public Whole {
			checkNames(name, unit);
			if (min >= max) throw new RewardAnalysisException(
				"%s goes from %d to %d; its minimum must be below its maximum.", name, min, max);
		}

		@Override
		public boolean isFree() {
			return true;
		}

		@Override
		public double at(final double unit) {
			return Math.min(max, min + Math.floor(clip(unit) * count()));
		}

		@Override
		public double toUnit(final double value) {
			Checks.within(name, value, min, max);
			if (value != Math.rint(value)) throw new RewardAnalysisException(
				"%s is %s; it must be a whole number.", name, value);
			return (value - min + 0.5) / count();
		}

		@Override
		public double step() {
			return 1 / count();
		}

		@Override
		public double snapped(final double unit) {
			return toUnit(at(unit));
		}

		private double count() {
			return (double) max - min + 1;
		}
	}

	/** A value that the search leaves alone, but that every configuration carries. */
	record Fixed(String name, String unit, double value) implements Parameter {

		public Fixed {
			checkNames(name, unit);
			Checks.finite(name, value);
		}

		@Override
		public boolean isFree() {
			return false;
		}

		@Override
		public double at(final double unit) {
			return value;
		}

		@Override
		public double toUnit(final double other) {
			if (other != value) throw new RewardAnalysisException(
				"%s is %s; this search keeps it at %s.", name, other, value);
			return 0.5;
		}
	}

	private static void checkNames(final String name, final String unit) {
		Checks.given("The name of a parameter", name);
		if (name.isBlank()) throw new RewardAnalysisException("A parameter needs a name.");
		Checks.given("The unit of " + name, unit);
	}

	private static double clip(final double unit) {
		return Math.min(1, Math.max(0, unit));
	}
}
