package sc.fiji.rewardanalysis.core.io;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.detect.Contrast;

/**
 * What an estimate of the physics was made from.
 *
 * @param image whose it is, and how it was asked for
 * @param contrast whether atoms were taken to be bright
 * @param pixelSize nm; NaN if unknown
 * @param origin of the pixel size, in words
 */
public record PhysicsRun(ImageRun image, Contrast contrast, double pixelSize, String origin) {

	public PhysicsRun {
		Checks.given("image", image);
		Checks.given("contrast", contrast);
		Checks.given("origin of the pixel size", origin);
	}
}
