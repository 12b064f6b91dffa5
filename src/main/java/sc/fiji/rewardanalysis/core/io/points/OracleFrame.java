package sc.fiji.rewardanalysis.core.io.points;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * The image that an oracle is of.
 *
 * @param title its name, for messages
 * @param width px
 * @param height px
 * @param pixelSize nm; NaN if it isn't known
 * @param slice which image of a stack, from 1
 * @param slices how many there are
 */
public record OracleFrame(String title, int width, int height, double pixelSize, int slice,
	int slices)
{

	public OracleFrame {
		Checks.given("image", title);
		Checks.atLeast("image width", width, 1);
		Checks.atLeast("image height", height, 1);
	}
}
