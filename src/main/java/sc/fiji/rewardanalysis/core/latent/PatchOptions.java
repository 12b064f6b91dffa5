package sc.fiji.rewardanalysis.core.latent;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.feature.PatchWindow;

/**
 * How an image is cut into patches.
 *
 * @param window side of a patch, px of the image, 4 to 1024. Up to 32 a patch has as many points
 *          as pixels; a wider one is sampled at 32 points a side (see {@link PatchWindow})
 * @param stride from a patch to the next one of the raster, px; 0 for patches around atoms
 * @param scale how brightness becomes 0 to 1
 */
public record PatchOptions(int window, int stride, PatchScale scale) {

	/** Smaller patches show nothing. */
	public static final int SMALLEST = 4;

	/** px. */
	private static final int LARGEST = 1024;

	public PatchOptions {
		Checks.given("scale of patches", scale);
		Checks.within("patch size (px)", window, SMALLEST, LARGEST);
		Checks.atLeast("stride (px)", stride, 0);
	}

	/** Whether patches lie around atoms, not on a raster. */
	public boolean isAroundAtoms() {
		return stride == 0;
	}

	/** Where a patch is sampled. */
	PatchWindow sampling() {
		return PatchWindow.of(window);
	}
}
