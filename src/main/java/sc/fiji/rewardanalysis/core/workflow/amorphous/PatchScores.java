package sc.fiji.rewardanalysis.core.workflow.amorphous;

import sc.fiji.rewardanalysis.core.clustering.Points;

/**
 * Principal components of patches.
 *
 * @param atoms which atom each patch belongs to, ascending
 * @param scores a row a patch, in units of the first component's standard deviation; shared,
 *          not to be changed
 */
record PatchScores(int[] atoms, Points scores) {

	/** The first components. */
	Points first(final int dimensions) {
		final int all = scores.dimension();
		if (dimensions >= all) return scores;
		final double[] values = new double[scores.size() * dimensions];
		for (int i = 0; i < scores.size(); i++)
			System.arraycopy(scores.values(), i * all, values, i * dimensions, dimensions);
		return new Points(scores.size(), dimensions, values);
	}
}
