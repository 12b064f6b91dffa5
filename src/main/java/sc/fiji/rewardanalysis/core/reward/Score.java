package sc.fiji.rewardanalysis.core.reward;

/**
 * What a reward says of one result.
 *
 * @param value the reward, in its unit; NaN if it can't be told
 * @param signal the quantity that varies smoothly with the parameters and from
 *          which the value follows: the count for a count error, otherwise the
 *          value itself
 * @param blamed indices of the items that spoil the value; empty if none can be
 *          named
 */
public record Score(double value, double signal, int[] blamed) {

	private static final int[] NOBODY = {};

	public Score {
		blamed = blamed.clone();
	}

	@Override
	public int[] blamed() {
		return blamed.clone();
	}

	/** A value that blames nobody. */
	public static Score of(final double value) {
		return new Score(value, value, NOBODY);
	}

	/** A value with the items that spoil it. */
	public static Score of(final double value, final int[] blamed) {
		return new Score(value, value, blamed);
	}
}
