package sc.fiji.rewardanalysis.core.network;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * A network that says of every pixel how probable it is that it belongs to an atom column.
 * Used by one thread at a time; what it holds outside of Java's memory is given back by
 * {@link #close}.
 */
public interface ProbabilityModel extends AutoCloseable {

	/** What it is called, and what it asks of its input. */
	ModelInfo info();

	/**
	 * @param tile row by row, {@code tile[y * width + x]}, of an image that was brought to
	 *          {@link ModelInfo#normalization()} as a whole; not changed
	 * @param width px, one that {@link ModelInfo#tiles()} allows
	 * @param height px, likewise
	 * @return as many values, in the same order, from 0 to 1
	 * @throws RewardAnalysisException if the network gives something else
	 */
	float[] probabilities(float[] tile, int width, int height);

	/** What computes it, in words, for records; empty if nobody knows. */
	default String engine() {
		return "";
	}

	@Override
	void close();
}
