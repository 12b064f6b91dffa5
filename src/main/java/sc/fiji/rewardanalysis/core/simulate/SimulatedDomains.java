package sc.fiji.rewardanalysis.core.simulate;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * An image of two phases with its truth.
 *
 * @param image width × height; without noise it runs from 0 to 1
 * @param phases of each pixel, row by row: 1 or 2; shared, not to be changed
 * @param grains likewise the number of its grain, from 1
 * @param columns those whose centre lies in the image, from top to bottom
 * @param parameters what it was made from
 */
public record SimulatedDomains(Img<FloatType> image, int[] phases, int[] grains,
	List<Column> columns, DomainParameters parameters)
{

	public SimulatedDomains {
		columns = List.copyOf(columns);
	}

	/**
	 * The phases at points, such as patches' centres.
	 *
	 * @param x px; the nearest pixel counts, outside the image the nearest one of its border
	 * @param y as many
	 */
	public int[] phasesAt(final double[] x, final double[] y) {
		Checks.given("x", x);
		Checks.given("y", y);
		final int[] at = new int[x.length];
		for (int i = 0; i < at.length; i++)
			at[i] = phases[DomainSimulator.index(x[i], y[i], parameters.width(), parameters.height())];
		return at;
	}
}
