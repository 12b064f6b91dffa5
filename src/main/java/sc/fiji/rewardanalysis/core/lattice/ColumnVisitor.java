package sc.fiji.rewardanalysis.core.lattice;

/** Takes the columns of a {@link PlacedLattice} one by one. */
@FunctionalInterface
public interface ColumnVisitor {

	/**
	 * @param site index into {@link Lattice#sites()}
	 * @param i which cell along the first vector
	 * @param j which cell along the second vector
	 * @param x position, in the unit of the placement
	 * @param y position, in the unit of the placement
	 */
	void column(int site, int i, int j, double x, double y);
}
