package sc.fiji.rewardanalysis.ui.pareto;

import ij.gui.Roi;

/**
 * A solution's items in one slice: as rows of a table, and as what can be clicked on and
 * marked on the image. On the event thread.
 */
public interface Layer {

	/** The slice, from 1. */
	int slice();

	/** How many items there are. */
	int size();

	/** What the table says of an item, by the columns of {@link Items}. */
	Object value(int item, int column);

	/** Whether an item's row is in bold type. */
	boolean isMarked(int item);

	/**
	 * The item at a place of the image, px, pixel centres at integers.
	 *
	 * @param reach how far from a small one one may be, px
	 * @return {@link Selection#NONE} for none
	 */
	int at(double x, double y, double reach);

	/** What marks an item that is chosen, in ImageJ's coordinates of the image: a new ROI. */
	Roi outline(int item);
}
