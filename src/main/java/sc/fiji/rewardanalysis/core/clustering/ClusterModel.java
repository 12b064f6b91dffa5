package sc.fiji.rewardanalysis.core.clustering;

import sc.fiji.rewardanalysis.core.Progress;

/** Components that were fitted to points. Immutable. */
public interface ClusterModel {

	/** How many components there are. */
	int components();

	/** Dimension of the space. */
	int dimension();

	/** The share of each component; their sum is 1. */
	double[] weights();

	/** A component's centre. */
	double[] mean(int component);

	/** A component's covariance, whatever its type, as a full matrix. */
	double[][] covariance(int component);

	/**
	 * What belongs to what.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	Memberships memberships(Points points, Progress progress);
}
