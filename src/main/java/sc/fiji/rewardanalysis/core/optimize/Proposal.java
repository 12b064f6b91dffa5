package sc.fiji.rewardanalysis.core.optimize;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Where an engine wants to look. Immutable.
 *
 * @param unit the point of the unit cube
 * @param origin a word for the method that found it
 * @param expectedGain of hypervolume; NaN if the method does not estimate it
 */
public record Proposal(double[] unit, String origin, double expectedGain) {

	public Proposal {
		unit = Checks.given("The point of a proposal", unit).clone();
		Checks.given("The origin of a proposal", origin);
	}

	@Override
	public double[] unit() {
		return unit.clone();
	}
}
