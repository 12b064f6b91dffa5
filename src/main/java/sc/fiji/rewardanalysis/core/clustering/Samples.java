package sc.fiji.rewardanalysis.core.clustering;

/**
 * Samples of many features, which need not be in memory: they are read in blocks, more than
 * once. Thread-safe; each reading gives the same values.
 */
public interface Samples {

	/** How many samples there are. */
	int size();

	/** How many features each has. */
	int dimension();

	/**
	 * Reads some samples, one after the other.
	 *
	 * @param from the first one
	 * @param to behind the last one
	 * @param into takes {@code (to - from) * dimension()} values from its start
	 */
	void read(int from, int to, float[] into);
}
