package sc.fiji.rewardanalysis.core.simulate;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * Part of one species' atoms replaced by another element, evenly along the
 * columns: Dy on the Y site, say. The peak height becomes (1 − fraction) ·
 * Z<sup>p</sup> + fraction · Z′<sup>p</sup>.
 *
 * @param species the species replaced; unknown ones replace nothing
 * @param atomicNumber Z′ of the element that takes its place
 * @param fraction share of the atoms replaced, 0 to 1
 */
public record Substitution(String species, int atomicNumber, double fraction) {

	/** Replaces nothing. */
	public static final Substitution NONE = new Substitution("", 1, 0);

	public Substitution {
		Checks.given("substituted species", species);
		Checks.within("atomic number of the substitute", atomicNumber, 1, 118);
		Checks.within("substituted fraction", fraction, 0, 1);
	}
}
