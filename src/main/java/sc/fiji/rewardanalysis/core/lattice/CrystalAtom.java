package sc.fiji.rewardanalysis.core.lattice;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * An atom of a crystal's cell.
 *
 * @param atomicNumber 1 to 118
 * @param x coordinate along the first cell vector, as a fraction; any finite number
 * @param y along the second one
 * @param z along the third one
 * @param occupancy share of cells that have it, above 0, up to 1
 */
public record CrystalAtom(int atomicNumber, double x, double y, double z, double occupancy) {

	public CrystalAtom {
		Checks.within("atomic number", atomicNumber, 1, 118);
		Checks.within("x of " + Elements.symbol(atomicNumber), x, -1e6, 1e6);
		Checks.within("y of " + Elements.symbol(atomicNumber), y, -1e6, 1e6);
		Checks.within("z of " + Elements.symbol(atomicNumber), z, -1e6, 1e6);
		Checks.positive("occupancy of " + Elements.symbol(atomicNumber), occupancy);
		Checks.within("occupancy of " + Elements.symbol(atomicNumber), occupancy, 0, 1);
	}

	/** Its symbol. */
	public String symbol() {
		return Elements.symbol(atomicNumber);
	}

	/** How strongly it scatters to large angles: Z² times the occupancy, Rutherford's law. */
	public double scattering() {
		return occupancy * atomicNumber * atomicNumber;
	}
}
