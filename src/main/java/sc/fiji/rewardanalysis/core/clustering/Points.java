package sc.fiji.rewardanalysis.core.clustering;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Points that are to be clustered.
 *
 * @param size how many there are
 * @param dimension of the space
 * @param values point by point; shared, not to be changed
 */
public record Points(int size, int dimension, double[] values) {

	/** Squares of larger ones, and their sums, may be infinite. */
	private static final double LARGEST = 1e100;

	public Points {
		Checks.atLeast("number of points", size, 0);
		Checks.atLeast("dimension of the points", dimension, 1);
		Checks.given("values of the points", values);
		if (values.length != (long) size * dimension) throw new RewardAnalysisException(
			"%d points of %d values need %d values, not %d.", size, dimension, (long) size * dimension,
			values.length);
	}

	/**
	 * @throws RewardAnalysisException if one is no number, or so large that distances aren't
	 */
	void checkFinite() {
		for (int i = 0; i < values.length; i++)
			if (!(Math.abs(values[i]) <= LARGEST)) throw new RewardAnalysisException(
				"Coordinate %d of point %d is %s; leave out points that aren't finite.", i % dimension, i / dimension,
				values[i]);
	}

	/** A coordinate of a point. */
	public double get(final int point, final int axis) {
		return values[point * dimension + axis];
	}
}
