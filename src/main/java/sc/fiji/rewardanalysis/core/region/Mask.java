package sc.fiji.rewardanalysis.core.region;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Which pixels of an image belong to something.
 *
 * @param width px
 * @param height px
 * @param pixels row by row, {@code pixels[y * width + x]}; shared, not to be changed
 */
public record Mask(int width, int height, boolean[] pixels) {

	public Mask {
		Checks.atLeast("width of the mask", width, 1);
		Checks.atLeast("height of the mask", height, 1);
		Checks.given("pixels of the mask", pixels);
		if (pixels.length != (long) width * height) throw new RewardAnalysisException(
			"A mask of %d x %d px needs %d values, not %d.", width, height, (long) width * height,
			pixels.length);
	}

	/** Whether a pixel belongs to it. */
	public boolean get(final int x, final int y) {
		return pixels[y * width + x];
	}

	/** Number of pixels that belong to it. */
	public long area() {
		long n = 0;
		for (final boolean p : pixels)
			if (p) n++;
		return n;
	}
}
