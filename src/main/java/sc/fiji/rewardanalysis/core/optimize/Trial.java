package sc.fiji.rewardanalysis.core.optimize;

/**
 * A configuration that a study wants evaluated. Immutable.
 *
 * @param id its number, from 0 in the order of asking
 * @param configuration what to try
 * @param unit its point in the unit cube
 * @param origin {@code user}, or an engine's word for its method
 * @param expectedGain of hypervolume, NaN if nobody estimated it
 */
public record Trial(int id, Configuration configuration, double[] unit, String origin,
	double expectedGain)
{

	public Trial {
		unit = unit.clone();
	}

	@Override
	public double[] unit() {
		return unit.clone();
	}

	/** In one line; the point follows from the configuration. */
	@Override
	public String toString() {
		return "Trial " + id + " (" + origin + "): " + configuration;
	}
}
