package sc.fiji.rewardanalysis.core.workflow.windows;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much can be said for a window's atoms, without knowing the truth: the product of four
 * parts, each from 0 to 1, so that none makes up for another.
 *
 * @param count 1 − QC: whether the number of atoms is possible
 * @param spacing 1 − ER: whether none are too close
 * @param cover 1 − coverage_gap: whether no columns are missing between the atoms
 * @param agreement whether overlapping windows, with other parameters, find the same atoms: 2m
 *          / (n₁ + n₂) of m pairs among n₁ and n₂ atoms where both can see them, over all
 *          neighbours; NaN if there are none
 */
public record Confidence(double count, double spacing, double cover, double agreement) {

	/**
	 * Below it a window is doubtful: of those that WindowStudy simulates, 88 of the 119 below it
	 * have an F1 below 0.95, and 20 of the 256 others.
	 */
	public static final double LIMIT = 0.995;

	/** Of a window without a solution. */
	static Confidence none(final double agreement) {
		return new Confidence(Double.NaN, Double.NaN, Double.NaN, agreement);
	}

	static Confidence of(final double qc, final double er, final double gap,
		final double agreement)
	{
		return new Confidence(rest(qc), rest(er), rest(gap), agreement);
	}

	private static double rest(final double error) {
		return Math.max(0, 1 - error);
	}

	/** Whether it is below {@link #LIMIT} or isn't known. */
	public boolean isDoubtful() {
		return !(value() >= LIMIT);
	}

	/** The value to three digits, rounded down so that none looks surer than it is. */
	public String text() {
		return Double.isNaN(value()) ? "no solution" : BigDecimal.valueOf(value()).setScale(3,
			RoundingMode.DOWN).toPlainString();
	}

	/** The product, without an agreement that isn't known; NaN without a solution. */
	public double value() {
		return count * spacing * cover * (Double.isNaN(agreement) ? 1 : agreement);
	}
}
