package sc.fiji.rewardanalysis.core.crystal;

import sc.fiji.rewardanalysis.core.Position;

/**
 * A site without an atom, or an atom without a site.
 *
 * @param kind which of both
 * @param x where the atom should be, or is, px
 * @param y likewise
 * @param atom its index; −1 for a vacancy
 * @param grain from 0
 * @param h of the site, or of the one that is nearest
 * @param k likewise
 * @param site of the cell, from 0
 * @param occupied share of the sites around that have their atoms
 * @param confidence 0 to 1, see {@link Defects}
 */
public record Defect(Kind kind, double x, double y, int atom, int grain, int h, int k, int site,
	double occupied, double confidence) implements Position
{

	/** What it is. */
	public enum Kind {

			/** A site without an atom. */
			VACANCY,

			/** An atom near no site. */
			INTERSTITIAL,

			/** An atom on a site that another one, nearer to it, has. */
			DOUBLE
	}
}
