package sc.fiji.rewardanalysis.core.clustering;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Samples in memory.
 *
 * @param size how many there are
 * @param dimension how many features each has
 * @param values sample by sample; shared, not to be changed
 */
public record FloatMatrix(int size, int dimension, float[] values) implements Samples {

	public FloatMatrix {
		Checks.atLeast("number of samples", size, 0);
		Checks.atLeast("number of features", dimension, 1);
		Checks.given("values of the samples", values);
		if (values.length != (long) size * dimension) throw new RewardAnalysisException(
			"%d samples of %d features need %d values, not %d.", size, dimension, (long) size *
				dimension, values.length);
	}

	@Override
	public void read(final int from, final int to, final float[] into) {
		System.arraycopy(values, from * dimension, into, 0, (to - from) * dimension);
	}
}
