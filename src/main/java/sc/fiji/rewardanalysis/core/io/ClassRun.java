package sc.fiji.rewardanalysis.core.io;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * What an analysis of the atoms of an image was made from.
 *
 * @param imageName title of the image
 * @param imageWidth px
 * @param imageHeight px
 * @param slice which one of a stack, from 1
 * @param x left edge of the analysed box in the image, px
 * @param y its upper edge, px
 * @param pixelSize nm; NaN if unknown
 * @param atoms where the atoms come from
 * @param seconds how long it took
 * @param macro the line that repeats it
 */
public record ClassRun(String imageName, int imageWidth, int imageHeight, int slice, int x, int y,
	double pixelSize, String atoms, double seconds, String macro)
{

	public ClassRun {
		Checks.given("name of the image", imageName);
		Checks.given("origin of the atoms", atoms);
		Checks.given("macro line", macro);
	}
}
