package sc.fiji.rewardanalysis.core.crystal;

/**
 * Where an atom is in the crystal.
 *
 * @param status whether it has a site
 * @param grain from 0; −1 if it has no site
 * @param h the cell along the first translation
 * @param k the cell along the second one
 * @param site of the cell, from 0; −1 if it has none
 * @param residual how far it is from the nearest site of the lattice that the atoms around
 *          have, px; NaN where there is none
 */
public record IndexedAtom(Status status, int grain, int h, int k, int site, double residual) {

	/** Whether an atom has a site. */
	public enum Status {

			/** It has. */
			INDEXED,

			/** Another atom is nearer to its site. */
			DOUBLE,

			/** It is in a crystal but near no site of it. */
			OFF_SITE,

			/** The atoms around form no crystal that was found. */
			OUTSIDE
	}

	static final IndexedAtom NONE = new IndexedAtom(Status.OUTSIDE, -1, 0, 0, -1, Double.NaN);

	/** Whether it has a site. */
	public boolean isIndexed() {
		return status == Status.INDEXED;
	}

	IndexedAtom moved(final int dh, final int dk) {
		return new IndexedAtom(status, grain, h + dh, k + dk, site, residual);
	}

	IndexedAtom with(final Status other) {
		return new IndexedAtom(other, other == Status.INDEXED ? grain : -1, h, k, site, residual);
	}
}
