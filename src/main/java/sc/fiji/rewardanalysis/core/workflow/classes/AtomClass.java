package sc.fiji.rewardanalysis.core.workflow.classes;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One class of atoms.
 *
 * @param name what it is called; no line breaks
 * @param count how many atoms belong to it most probably
 * @param weight its share in the mixture; in that of a class that was split, times that
 *          class's share
 * @param brightness at the centre of the mean patch, in units of the image
 * @param side of the mean patch, points
 * @param mean the mean patch in units of the image, row by row; shared, not to be changed
 */
public record AtomClass(String name, int count, double weight, double brightness, int side,
	float[] mean)
{

	public AtomClass {
		Checks.given("name of a class", name);
		name = name.strip();
		if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl))
			throw new RewardAnalysisException(
				"The name of a class is empty or has a line break; give it a name such as Ba.");
	}

	/** The same class under another name. */
	public AtomClass named(final String other) {
		return new AtomClass(other, count, weight, brightness, side, mean);
	}
}
