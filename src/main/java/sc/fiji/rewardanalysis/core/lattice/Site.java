package sc.fiji.rewardanalysis.core.lattice;

import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One visible atom column of a projected cell. Columns too light to be seen
 * (oxygen in a Z-contrast image) are no sites: leave them out.
 *
 * @param species its name, such as {@code Ba} or {@code Cu1}; letters, digits and
 *          {@code + - . _ ( ) '}, because it is written to CSV files
 * @param atomicNumber of the element which dominates the column, 1 to 118
 * @param u coordinate along the cell's first vector, as a fraction, [0, 1)
 * @param v coordinate along the cell's second vector, as a fraction, [0, 1)
 */
public record Site(String species, int atomicNumber, double u, double v) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+\\-._()']+");

	public Site {
		Checks.given("species of a lattice site", species);
		if (!NAME.matcher(species).matches()) throw new RewardAnalysisException(
			"The species \"%s\" has a character that tables cannot carry; use letters and digits.",
			species);
		Checks.within("atomic number of " + species, atomicNumber, 1, 118);
		fraction("u", species, u);
		fraction("v", species, v);
	}

	private static void fraction(final String axis, final String species, final double value) {
		if (!(value >= 0 && value < 1)) throw new RewardAnalysisException(
			"%s of %s is %s; it must be a fraction of the cell, from 0 up to but not including 1.",
			axis, species, Double.toString(value));
	}
}
