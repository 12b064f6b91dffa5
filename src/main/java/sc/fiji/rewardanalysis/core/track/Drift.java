package sc.fiji.rewardanalysis.core.track;

/**
 * How far everything moved from one frame to another: a column at (x, y) of the first is at
 * (x + dx, y + dy) of the other.
 *
 * @param dx px
 * @param dy px
 * @param agreement share of the first frame's columns, of those still in the field of view,
 *          that have a partner within the tolerance
 * @param margin by how much this drift is better founded than the next best one, a translation
 *          of the lattice away, nats; below {@link #CLEAR}, which it may be by being negative, images
 *          and positions don't tell them apart; NaN if there is no other
 * @param isFound whether the two frames show the same crystal at all; if not, the drift is the
 *          expected one
 */
public record Drift(double dx, double dy, double agreement, double margin, boolean isFound) {

	/** The margin from which a drift isn't ambiguous: odds of some 400 to 1. */
	public static final double CLEAR = 6;

	/**
	 * Whether another drift, a translation of the lattice away, is as good. This one is then the
	 * one nearest to the expected drift.
	 */
	public boolean isAmbiguous() {
		return isFound && margin < CLEAR;
	}
}
