package sc.fiji.rewardanalysis.core.io;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.detect.Contrast;

/**
 * What an estimate of the physics was made from.
 *
 * @param imageName title of the image
 * @param imageWidth px
 * @param imageHeight px
 * @param slice which one of a stack, from 1
 * @param x left edge of the analysed box in the image, px
 * @param y its upper edge, px
 * @param width of the box, px
 * @param height of the box, px
 * @param hash SHA-256 of the analysed pixels
 * @param contrast whether atoms were taken to be bright
 * @param pixelSize nm; NaN if unknown
 * @param origin of the pixel size, in words
 * @param seconds how long it took
 * @param macro the line that repeats it
 */
public record PhysicsRun(String imageName, int imageWidth, int imageHeight, int slice, int x, int y,
	int width, int height, String hash, Contrast contrast, double pixelSize, String origin,
	double seconds, String macro)
{

	public PhysicsRun {
		Checks.given("name of the image", imageName);
		Checks.given("hash", hash);
		Checks.given("contrast", contrast);
		Checks.given("origin of the pixel size", origin);
		Checks.given("macro line", macro);
	}
}
