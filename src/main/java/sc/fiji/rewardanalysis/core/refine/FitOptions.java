package sc.fiji.rewardanalysis.core.refine;

/**
 * How Gaussians are fitted.
 *
 * @param elliptic whether a column may be wider along one direction; else it is round
 * @param subtractNeighbours whether the tails of the neighbours' fits are subtracted;
 *          without it, overlapping neighbours push columns apart or together
 */
public record FitOptions(boolean elliptic, boolean subtractNeighbours) {

	/** Round columns, neighbours subtracted. */
	public static final FitOptions ROUND = new FitOptions(false, true);

	/** Elliptic columns, neighbours subtracted. */
	public static final FitOptions ELLIPTIC = new FitOptions(true, true);
}
