package sc.fiji.rewardanalysis.core.latent;

/**
 * Magnitude of the gradient by Scharr's kernels: smoothing [3, 10, 3]/16, difference
 * [1, 0, −1], √((gx² + gy²)/2), the image mirrored at its border with the outermost pixels
 * twice. As scikit-image's {@code filters.scharr}.
 */
public final class Scharr {

	private Scharr() {}

	/** @param image row by row */
	public static double[] magnitude(final double[] image, final int width, final int height) {
		final double[] magnitude = new double[image.length];
		for (int y = 0; y < height; y++) {
			final int above = Math.max(0, y - 1) * width, here = y * width, below = Math.min(height - 1, y +
				1) * width;
			for (int x = 0; x < width; x++) {
				final int left = Math.max(0, x - 1), right = Math.min(width - 1, x + 1);
				final double gx = (3 * (image[above + right] - image[above + left]) + 10 * (image[here +
					right] - image[here + left]) + 3 * (image[below + right] - image[below + left])) / 16;
				final double gy = (3 * (image[below + left] - image[above + left]) + 10 * (image[below + x] -
					image[above + x]) + 3 * (image[below + right] - image[above + right])) / 16;
				magnitude[here + x] = Math.sqrt((gx * gx + gy * gy) / 2);
			}
		}
		return magnitude;
	}
}
