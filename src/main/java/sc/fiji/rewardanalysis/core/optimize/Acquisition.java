package sc.fiji.rewardanalysis.core.optimize;

/**
 * What a point of the unit cube promises; an engine proposes where it is greatest. Points
 * are {@linkplain SearchSpace#snapped snapped}.
 */
interface Acquisition {

	/** The promise of a point, −∞ where there is none. */
	double at(double[] unit);

	/**
	 * The promise of a point.
	 *
	 * @param gradient is overwritten with the derivatives by the coordinates, of what the
	 *          models say between integers and choices, too
	 */
	double at(double[] unit, double[] gradient);

	/** How much of each objective is unknown at a point: a sum of parts from 0 to 1. */
	double uncertainty(double[] unit);
}
